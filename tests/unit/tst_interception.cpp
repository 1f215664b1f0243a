// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnose.h"
#include "diagnosis/interception.h"
#include "support/names.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestInterception : public QObject
{
    Q_OBJECT

private slots:
    void hints_data();
    void hints();
};

namespace {

struct Seen
{
    const char *host;
    IssuedCertificate issuer;
    Finding::Kind kind = Finding::Kind::UnknownIssuer;
};

IssuedCertificate authority(const QString &name)
{
    CertificateSpec spec;
    spec.isCa = true;
    spec.commonName = name;
    return selfSigned(spec);
}

ProbeReport reportOf(const Seen &seen)
{
    const QString host = QString::fromLatin1(seen.host);
    CertificateSpec spec;
    spec.commonName = host;
    ProbeReport report;
    report.candidate.endpoint = {Protocol::Imap, hostName(host), 993, Security::ImplicitTls};
    report.tls = Handshake();
    report.tls->chain = {QSslCertificate(issue(spec, seen.issuer).certificatePem)};
    report.tls->findings = {{seen.kind, 0, {}}};
    return report;
}

} // namespace

void TestInterception::hints_data()
{
    QTest::addColumn<QList<Attempt>>("attempts");
    QTest::addColumn<QString>("evidence"); // empty: no hint
    const auto row = [](const char *name, const QList<Seen> &all, const QString &evidence) {
        QList<Attempt> attempts;
        for (const Seen &seen : all)
            attempts.append(attemptOf(reportOf(seen)));
        QTest::newRow(name) << attempts << evidence;
    };
    const IssuedCertificate box = authority(u"Box CA"_s);
    const IssuedCertificate example = authority(u"Example CA"_s);
    row("nothing", {}, {});
    row("two domains, one authority", {{"imap.example.org", box}, {"mx.hoster.example", box}},
        u"issuer CN=Box CA at example.org, hoster.example"_s);
    row("one domain, its own authority",
        {{"imap.example.org", example}, {"smtp.example.org", example}}, {});
    row("two domains, two authorities", {{"imap.example.org", example}, {"mx.hoster.example", box}},
        {});
    row("namesakes",
        {{"imap.example.org", authority(u"Root CA"_s)},
            {"mx.hoster.example", authority(u"Root CA"_s)}},
        {});
    row("something else is wrong",
        {{"imap.example.org", box, Finding::Kind::Expired},
            {"mx.hoster.example", box, Finding::Kind::NameMismatch}},
        {});
    row("addresses belong to nobody", {{"192.0.2.1", box}, {"192.0.2.2", box}}, {});
}

void TestInterception::hints()
{
    QFETCH(QList<Attempt>, attempts);
    QFETCH(QString, evidence);
    const auto hint = interceptionHint(attempts);
    QCOMPARE(hint.has_value(), !evidence.isEmpty());
    if (!hint)
        return;
    QVERIFY(hint->problem == Problem::CertificateIntercepted);
    QVERIFY(hint->severity == Severity::Warning);
    QCOMPARE(hint->evidence, evidence);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestInterception)
#include "tst_interception.moc"
