// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/remedy.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestRemedy : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
    void pinsOneServerOnly();
    void neverWeakensByItself();
    void offersNamesOnlyWhereSomebodyVouches();
};

namespace {

Diagnosis diagnosisOf(Problem problem, quint16 port, Security security)
{
    Diagnosis diagnosis;
    diagnosis.problem = problem;
    diagnosis.endpoint = {Protocol::Imap, hostName(u"mail.example.org"_s), port, security};
    return diagnosis;
}

QStringList linesOf(const QList<Remedy> &remedies)
{
    QStringList lines;
    for (const Remedy &remedy : remedies) {
        const Endpoint &endpoint = remedy.endpoint;
        lines.append(remedy.kind == Remedy::Kind::AllowLegacyTls
                ? u"legacy"_s
                : u"%1:%2 %3"_s.arg(endpoint.host)
                      .arg(endpoint.port)
                      .arg(toString(endpoint.security)));
    }
    return lines;
}

void addRow(const char *name, const Diagnosis &diagnosis, const QStringList &lines)
{
    QTest::newRow(name) << diagnosis << lines;
}

} // namespace

void TestRemedy::offers_data()
{
    QTest::addColumn<Diagnosis>("diagnosis");
    QTest::addColumn<QStringList>("lines");
    addRow("plaintext on a TLS port",
        diagnosisOf(Problem::ProtocolPlaintextOnTlsPort, 1993, Security::ImplicitTls),
        {u"mail.example.org:1993 starttls"_s});
    addRow("TLS on a plaintext port",
        diagnosisOf(Problem::ProtocolTlsOnPlaintextPort, 1143, Security::StartTls),
        {u"mail.example.org:1143 tls"_s});
    addRow("no STARTTLS", diagnosisOf(Problem::StartTlsNotOffered, 143, Security::StartTls),
        {u"mail.example.org:993 tls"_s});
    addRow("refused", diagnosisOf(Problem::ConnectRefused, 1234, Security::ImplicitTls),
        {u"mail.example.org:993 tls"_s});
    addRow("refused on the very port",
        diagnosisOf(Problem::ConnectRefused, 993, Security::ImplicitTls), {});
    Diagnosis mismatch = diagnosisOf(Problem::CertificateNameMismatch, 993, Security::ImplicitTls);
    mismatch.details
        = NameDetails{{u"*.provider.example"_s, u"s7.provider.example"_s, u"192.0.2.7"_s}};
    addRow("a name of the certificate", mismatch, {u"s7.provider.example:993 tls"_s});
    Diagnosis old = diagnosisOf(Problem::TlsVersionTooOld, 993, Security::ImplicitTls);
    addRow("an old version, and nobody knows which", old, {});
    old.details = VersionDetails{{TlsVersion::Ssl3}};
    addRow("nothing but SSL 3.0", old, {});
    old.details = VersionDetails{{TlsVersion::Tls1_0}};
    addRow("TLS 1.0", old, {u"legacy"_s});
    old.severity = Severity::Warning;
    addRow("TLS 1.0, allowed already", old, {});
    addRow("a self-signed certificate",
        diagnosisOf(Problem::CertificateSelfSigned, 993, Security::ImplicitTls), {});
}

void TestRemedy::offers()
{
    QFETCH(Diagnosis, diagnosis);
    QFETCH(QStringList, lines);
    QCOMPARE(linesOf(remediesFor(diagnosis)), lines);
}

void TestRemedy::pinsOneServerOnly()
{
    DetectionRequest request;
    request.wishes.smtp.host = hostName(u"smtp.example.org"_s);
    const Endpoint endpoint{
        Protocol::Imap, hostName(u"mail.example.org"_s), 993, Security::ImplicitTls};
    const DetectionRequest changed = withRemedy(request, {Remedy::Kind::TryServer, endpoint});
    QCOMPARE(changed.wishes.imap.host, u"mail.example.org"_s);
    QVERIFY(changed.wishes.imap.port == quint16(993));
    QVERIFY(changed.wishes.imap.security == Security::ImplicitTls);
    QVERIFY(changed.wishes.smtp == request.wishes.smtp);
    QVERIFY(changed.tls == request.tls);
}

/// A name in a certificate that nobody vouches for proves nothing.
void TestRemedy::offersNamesOnlyWhereSomebodyVouches()
{
    Diagnosis mismatch = diagnosisOf(Problem::CertificateNameMismatch, 993, Security::ImplicitTls);
    mismatch.details = NameDetails{{u"mail.hoster.example"_s}};
    const Diagnosis selfSigned
        = diagnosisOf(Problem::CertificateSelfSigned, 993, Security::ImplicitTls);
    const QList<HostName> offered = otherNamesIn({mismatch});
    QCOMPARE(offered, QList{hostName(u"mail.hoster.example"_s)});
    QCOMPARE(otherNamesIn({selfSigned, mismatch}), QList<HostName>());
    const QList names{hostName(u"imap.hoster.example"_s), hostName(u"smtp.hoster.example"_s)};
    QCOMPARE(
        nameLike(hostName(u"smtp.example.org"_s), names.constFirst(), names), names.constLast());
    QCOMPARE(
        nameLike(hostName(u"mail.example.org"_s), names.constFirst(), names), names.constFirst());
}

void TestRemedy::neverWeakensByItself()
{
    for (const Problem problem : allProblems()) {
        for (const Security security : {Security::ImplicitTls, Security::StartTls}) {
            for (const Remedy &remedy : remediesFor(diagnosisOf(problem, 143, security))) {
                const bool isWeak
                    = problem == Problem::TlsWeakKey || problem == Problem::TlsWeakSignature;
                QVERIFY(remedy.kind
                    == (isWeak ? Remedy::Kind::AllowLegacyTls : Remedy::Kind::TryServer));
                QVERIFY(remedy.endpoint.security != Security::Plaintext);
            }
        }
    }
}

} // namespace postern

Q_DECLARE_METATYPE(postern::Diagnosis)

QTEST_APPLESS_MAIN(postern::TestRemedy)

#include "tst_remedy.moc"
