// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/ocspstaple.h"
#include "support/ocspresponse.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestOcspStaple : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void leavesNoErrorBehind();
    void survivesEveryCut();
};

namespace {

const QDateTime today = QDateTime::currentDateTimeUtc();

struct Hierarchy
{
    Hierarchy()
    {
        CertificateSpec spec;
        spec.isCa = true;
        spec.commonName = u"Issuer"_s;
        issuer = selfSigned(spec);
        stranger = selfSigned(spec);
        CertificateSpec leaf;
        leaf.commonName = u"mail.example.org"_s;
        server = issue(leaf, issuer);
        sibling = issue(leaf, issuer);
        leaf.extendedKeyUsage = QStringList{u"OCSPSigning"_s};
        responder = issue(leaf, issuer);
        strangersResponder = issue(leaf, stranger);
        leaf.notAfter = leaf.notBefore.addSecs(60);
        expiredResponder = issue(leaf, issuer);
    }

    IssuedCertificate issuer;
    IssuedCertificate stranger; ///< Has the issuer's name.
    IssuedCertificate server;
    IssuedCertificate sibling; ///< Of the same issuer, for nothing but servers.
    IssuedCertificate responder;
    IssuedCertificate strangersResponder;
    IssuedCertificate expiredResponder;
};

const Hierarchy &hierarchy()
{
    static const Hierarchy all;
    return all;
}

OcspStaple read(const QByteArray &der)
{
    const X509Handle server = toX509(QSslCertificate(hierarchy().server.certificatePem));
    const X509Handle issuer = toX509(QSslCertificate(hierarchy().issuer.certificatePem));
    return readStaple(der, server.get(), issuer.get(), today);
}

} // namespace

void TestOcspStaple::reads_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<OcspStatus>("status");
    QTest::addColumn<QString>("evidence");
    const Hierarchy &all = hierarchy();
    const auto row = [&all](const char *name, const OcspAnswer &answer, OcspStatus status,
                         const QString &evidence, const IssuedCertificate &signer) {
        QTest::newRow(name) << ocspResponse(all.server, all.issuer, signer, answer) << status
                            << evidence;
    };
    using Said = OcspAnswer::Status;
    OcspAnswer revoked;
    revoked.status = Said::Revoked;
    row("good", {}, OcspStatus::Good, u"as of"_s, all.issuer);
    row("named by SHA-256", {Said::Good, today, today.addDays(1), "SHA256"}, OcspStatus::Good,
        u"as of"_s, all.issuer);
    row("without an end", {Said::Good, today, {}, "SHA1"}, OcspStatus::Good, {}, all.issuer);
    row("by a responder of the issuer", {}, OcspStatus::Good, {}, all.responder);
    row("revoked", revoked, OcspStatus::Revoked, u"keyCompromise"_s, all.issuer);
    row("revoked, and long ago", {Said::Revoked, today.addDays(-90), today.addDays(-80), "SHA1"},
        OcspStatus::Revoked, {}, all.issuer);
    row("unknown", {Said::Unknown, today, today.addDays(1), "SHA1"}, OcspStatus::Unknown, {},
        all.issuer);
    row("of yesterday", {Said::Good, today.addDays(-3), today.addDays(-1), "SHA1"},
        OcspStatus::Unusable, u"out of date"_s, all.issuer);
    row("of tomorrow", {Said::Good, today.addDays(1), today.addDays(3), "SHA1"},
        OcspStatus::Unusable, u"out of date"_s, all.issuer);
    row("of last month, without an end", {Said::Good, today.addDays(-30), {}, "SHA1"},
        OcspStatus::Unusable, u"out of date"_s, all.issuer);
    row("good, by a responder that has expired", {}, OcspStatus::Unusable,
        u"responder is out of date"_s, all.expiredResponder);
    row("revoked, by a responder that has expired since", revoked, OcspStatus::Revoked, {},
        all.expiredResponder);
    OcspAnswer held = revoked;
    held.isOnHold = true;
    row("on hold", held, OcspStatus::Revoked, u"certificateHold"_s, all.issuer);
    held.producedAt = today.addDays(-30);
    held.nextUpdate = today.addDays(-20);
    row("on hold, a month ago", held, OcspStatus::Unusable, u"out of date"_s, all.issuer);
    // Whoever could say so without the issuer's word could also hide or feign a revocation.
    const QString notSigned = u"not signed by the issuer"_s;
    row("by a stranger", revoked, OcspStatus::Unusable, notSigned, all.stranger);
    row("by a responder of a stranger", revoked, OcspStatus::Unusable, notSigned,
        all.strangersResponder);
    row("by another server of the issuer", revoked, OcspStatus::Unusable, notSigned, all.sibling);
    row("by the server itself", {}, OcspStatus::Unusable, notSigned, all.server);
    QTest::newRow("of another certificate") << ocspResponse(all.sibling, all.issuer, all.issuer, {})
                                            << OcspStatus::Unusable << u"another certificate"_s;
    QTest::newRow("tryLater") << QByteArray::fromHex("30030a0103") << OcspStatus::Unusable
                              << u"trylater"_s;
    QTest::newRow("no answer") << QByteArray::fromHex("30030a0100") << OcspStatus::Unusable
                               << u"no answer"_s;
    QTest::newRow("noise") << QByteArray("HTTP/1.1 200 OK") << OcspStatus::Unusable
                           << u"cannot be read"_s;
}

void TestOcspStaple::reads()
{
    QFETCH(QByteArray, der);
    QFETCH(OcspStatus, status);
    QFETCH(QString, evidence);
    const OcspStaple staple = read(der);
    QVERIFY2(staple.status == status, qPrintable(staple.evidence));
    QVERIFY2(staple.evidence.contains(evidence), qPrintable(staple.evidence));
}

/// Qt reads the queue after each read, and would take what lies there for an error of the connection.
void TestOcspStaple::leavesNoErrorBehind()
{
    ERR_clear_error();
    for (const QByteArray &der : {QByteArray("noise"), QByteArray::fromHex("30030a0100"),
             ocspResponse(hierarchy().server, hierarchy().issuer, hierarchy().stranger, {})}) {
        QVERIFY(read(der).status == OcspStatus::Unusable);
        QCOMPARE(ERR_peek_error(), 0UL);
    }
}

void TestOcspStaple::survivesEveryCut()
{
    const QByteArray whole
        = ocspResponse(hierarchy().server, hierarchy().issuer, hierarchy().issuer, {});
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(read(whole.first(size)).status == OcspStatus::Unusable);
}

} // namespace postern

Q_DECLARE_METATYPE(postern::OcspStatus)

QTEST_GUILESS_MAIN(postern::TestOcspStaple)
#include "tst_ocspstaple.moc"
