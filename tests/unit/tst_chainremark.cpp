// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/chainremark.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestChainRemark : public QObject
{
    Q_OBJECT

private slots:
    void remarks_data();
    void remarks();
};

namespace {

const QDateTime today(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

CertificateSpec dated(const QString &commonName, bool isCa)
{
    CertificateSpec spec;
    spec.commonName = commonName;
    spec.isCa = isCa;
    spec.notBefore = today.addDays(-30);
    spec.notAfter = today.addDays(60);
    return spec;
}

QList<Certificate> chainOf(const QList<IssuedCertificate> &chain)
{
    return Certificate::listFromPem(chainPem(chain));
}

} // namespace

void TestChainRemark::remarks_data()
{
    QTest::addColumn<QList<Certificate>>("chain");
    QTest::addColumn<QList<int>>("kinds");
    QTest::addColumn<QString>("evidence");
    using Kind = ChainRemark::Kind;
    const auto row = [](const char *name, const QList<IssuedCertificate> &chain,
                         const QList<Kind> &kinds, const QString &evidence = {}) {
        QList<int> numbers;
        for (const Kind kind : kinds)
            numbers.append(static_cast<int>(kind));
        QTest::newRow(name) << chainOf(chain) << numbers << evidence;
    };
    const IssuedCertificate root = selfSigned(dated(u"Root"_s, true));
    const IssuedCertificate upper = issue(dated(u"Upper"_s, true), root);
    const IssuedCertificate lower = issue(dated(u"Lower"_s, true), upper);
    const IssuedCertificate leaf = issue(dated(u"mail.example.org"_s, false), lower);
    const IssuedCertificate stranger = selfSigned(dated(u"Stranger"_s, true));
    const auto lasting = [&lower](int before, int after) {
        CertificateSpec spec = dated(u"mail.example.org"_s, false);
        spec.notBefore = today.addDays(-before);
        spec.notAfter = today.addDays(after);
        return issue(spec, lower);
    };
    const auto from = [](const QString &authority) {
        return issue(dated(u"mail.example.org"_s, false), selfSigned(dated(authority, true)));
    };
    row("as it should be", {leaf, lower, upper}, {});
    row("with its root", {leaf, lower, upper, root}, {});
    row("alone", {leaf}, {});
    row("self-signed", {stranger}, {});
    row("two in the wrong order", {leaf, upper, lower}, {Kind::WrongOrder}, u"sent: "_s);
    row("the root first", {leaf, root, upper, lower}, {Kind::WrongOrder});
    CertificateSpec crossSpec = dated(u"Upper"_s, true);
    const IssuedCertificate otherRoot = selfSigned(dated(u"Other Root"_s, true));
    const IssuedCertificate cross = issue(crossSpec, otherRoot);
    row("a second way up, for other programs", {leaf, lower, upper, cross, otherRoot},
        {Kind::Superfluous}); // another key: it vouches for nobody here
    row("a stranger behind", {leaf, lower, upper, stranger}, {Kind::Superfluous}, u"Stranger"_s);
    row("a stranger between", {leaf, stranger, lower}, {Kind::Superfluous}, u"Stranger"_s);
    row("the leaf twice", {leaf, leaf, lower}, {Kind::Superfluous}, u"mail.example.org"_s);
    row("both", {leaf, stranger, upper, lower}, {Kind::WrongOrder, Kind::Superfluous});
    row("thirteen days left of 90", {lasting(77, 13), lower}, {Kind::ExpiresSoon}, u"notAfter"_s);
    row("fifteen days left of 90", {lasting(75, 15), lower}, {});
    row("two days left of six", {lasting(4, 2), lower}, {});
    row("one day left of six", {lasting(5, 1), lower}, {Kind::ExpiresSoon});
    row("expired, which is another matter", {lasting(90, -1), lower}, {});
    row("an antivirus", {from(u"Avast Web/Mail Shield Root"_s)}, {Kind::Intercepted},
        u"Avast Web/Mail Shield Root"_s);
    row("a proxy", {from(u"Zscaler Intermediate Root CA"_s)}, {Kind::Intercepted});
    row("an authority like any other", {from(u"R11"_s)}, {});
}

void TestChainRemark::remarks()
{
    QFETCH(QList<Certificate>, chain);
    QFETCH(QList<int>, kinds);
    QFETCH(QString, evidence);
    QList<int> found;
    QString said;
    for (const ChainRemark &remark : remarksOn(chain, today)) {
        found.append(static_cast<int>(remark.kind));
        said += remark.evidence;
    }
    QCOMPARE(found, kinds);
    QVERIFY2(said.contains(evidence), qPrintable(said));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestChainRemark)
#include "tst_chainremark.moc"
