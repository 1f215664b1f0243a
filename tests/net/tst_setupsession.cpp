// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "document/detectiondocument.h"
#include "document/detectionreader.h"
#include "export/exportinput.h"
#include "net/probebench.h"
#include "setup/setupsession.h"
#include "support/faketransport.h"
#include "support/names.h"
#include "support/scriptserver.h"
#include "support/testcertificates.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

class TestSetupSession : public QObject
{
    Q_OBJECT

private slots:
    void findsTrustedSettings_data();
    void findsTrustedSettings();
    void explainsWhyNothingWasFound_data();
    void explainsWhyNothingWasFound();
    void asksAboutACertificate_data();
    void asksAboutACertificate();
    void asksAgainAboutAReplacedCertificate();
    void forgetsAWithdrawnDecision();
    void acceptsForOneAccountOnly_data();
    void acceptsForOneAccountOnly();
    void letsAnAuthorityVouch_data();
    void letsAnAuthorityVouch();
    void refusesAnAuthorityThatDoesNotHelp_data();
    void refusesAnAuthorityThatDoesNotHelp();
    void acceptsWeakCertificatesOnlyWithConsent();
    void acceptsAFingerprintForThisRun();
    void neverRecommendsPlaintext_data();
    void neverRecommendsPlaintext();
    void stopsAtOnce();
    void endsAtItsTimeout();
    void endsWhereTheNameServerIsSilent();
    void endsTheRestWhenNothingCanBeBetter();
    void offersWhatComesLater();
    void takesWhatTheUserPicks();
    void givesADecisionItsTime();
    void dropsWhatTheFirstSearchStillBrings();
    void triesAFixedPlanOnly();

private:
    TestIdentity m_imap{u"imap.example.test"_s};
    TestIdentity m_smtp{u"smtp.example.test"_s};
};

namespace {

const QHostAddress imapAddress(u"127.0.0.2"_s);
const QHostAddress smtpAddress(u"127.0.0.3"_s);

const QByteArrayList imapRows = {"S: * OK hi", "C: <tag> CAPABILITY",
    "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=SCRAM-SHA-256", "S: <tag> OK", "C: <tag> LOGOUT"};
const QByteArrayList smtpRows
    = {"S: 220 hi", "C: EHLO *", "S: 250-smtp.example.test", "S: 250 AUTH PLAIN LOGIN", "C: QUIT"};
const QByteArrayList imapStartTls
    = {"S: * OK hi", "C: <tag> CAPABILITY", "S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED",
        "S: <tag> OK", "C: <tag> STARTTLS", "S: <tag> OK", "TLS", "C: <tag> CAPABILITY",
        "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: <tag> OK", "C: <tag> LOGOUT"};

/// The mail domain example.test, its servers, and a user's file of accepted certificates.
struct Domain
{
    explicit Domain(const QList<Certificate> &roots = {}) : bench(roots, &network)
    {
        bench.dns.addHost(u"imap.example.test"_s, {imapAddress});
        bench.dns.addHost(u"smtp.example.test"_s, {smtpAddress});
    }

    void serve(const QHostAddress &address, quint16 port, const QByteArrayList &rows,
        const TestIdentity &identity)
    {
        FakeServer server{rows, {}};
        server.session.version = TlsVersion::Tls1_3;
        server.session.chain = identity.chain;
        network.addServer(address, port, server);
    }

    /// TLS from the first byte on 993 and 465.
    void serveMail(const TestIdentity &imap, const TestIdentity &smtp)
    {
        serve(imapAddress, 993, QByteArrayList{"TLS"} + imapRows, imap);
        serve(smtpAddress, 465, QByteArrayList{"TLS"} + smtpRows, smtp);
    }

    QString storePath() const { return folder.filePath(u"trust.json"_s); }

    FakeNetwork network;
    ProbeBench bench;
    QTemporaryDir folder;
};

DetectionRequest requestFor(const QString &domain)
{
    DetectionRequest request;
    request.identity = identity(u"alice@"_s + domain);
    return request;
}

/// All that may be asked for about a domain.
QStringList namesOf(const QString &domain)
{
    QStringList names = {domain};
    for (const QLatin1StringView label :
        {"imap"_L1, "pop"_L1, "pop3"_L1, "smtp"_L1, "mail"_L1, "_imaps._tcp"_L1, "_imap._tcp"_L1,
            "_pop3s._tcp"_L1, "_pop3._tcp"_L1, "_submissions._tcp"_L1, "_submission._tcp"_L1})
        names.append(label + u'.' + domain);
    return names;
}

/// One user's session with that domain.
struct SessionBench
{
    explicit SessionBench(Domain &of)
        : domain(of),
          session(of.bench.setupServices(), TrustStore(of.storePath()))
    {
    }

    /// Lets up to a minute pass.
    void finish()
    {
        settle();
        for (int i = 0; i < 600 && session.state().phase == SetupState::Phase::Searching; ++i) {
            domain.bench.clock.advance(100ms);
            settle();
        }
    }

    void detect(const DetectionRequest &request = requestFor(u"example.test"_s))
    {
        session.detect(request);
        finish();
    }

    void accept(TrustException::Duration duration)
    {
        const AccountSettings &settings = session.state().detection.settings;
        session.acceptCertificates(
            {settings.incoming->endpoint, settings.outgoing->endpoint}, {duration});
        finish();
    }

    const Detection &detection() const { return session.state().detection; }
    QString verdict() const { return toString(detection().verdict); }
    QStringList consents() const
    {
        return codesOf(detection().settings.incoming.value_or(ServerSetting()).needsConsent);
    }

    Domain &domain;
    SetupSession session;
    QSignalSpy finished{&session, &SetupSession::finished};
    QSignalSpy idle{&session, &SetupSession::idle};
};

/// What this source is reported to have brought; each source is reported once.
QString sourceState(const Detection &detection, const QString &name)
{
    QStringList states;
    for (const SourceReport &source : detection.sources) {
        if (toString(source.source) == name)
            states.append(toString(source.state));
    }
    return states.join(u", "_s);
}

} // namespace

void TestSetupSession::findsTrustedSettings_data()
{
    QTest::addColumn<bool>("hasSrv");
    QTest::addColumn<quint16>("imapPort");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("srvState");
    QTest::newRow("common names") << false << quint16(993) << u"guess"_s << u"none"_s;
    QTest::newRow("service records") << true << quint16(10993) << u"srv"_s << u"found"_s;
}

void TestSetupSession::findsTrustedSettings()
{
    QFETCH(bool, hasSrv);
    QFETCH(quint16, imapPort);
    QFETCH(QString, source);
    QFETCH(QString, srvState);

    Domain domain(m_imap.roots + m_smtp.roots);
    domain.serve(imapAddress, imapPort, QByteArrayList{"TLS"} + imapRows, m_imap);
    domain.serve(smtpAddress, 465, QByteArrayList{"TLS"} + smtpRows, m_smtp);
    if (hasSrv) {
        domain.bench.dns.addSrv(
            u"_imaps._tcp.example.test"_s, {{u"imap.example.test"_s, imapPort, 0, 0}});
    }
    SessionBench user(domain);
    user.detect();

    QCOMPARE(domain.network.deviations(), QByteArrayList());
    QCOMPARE(user.finished.size(), 1);
    QVERIFY(!user.idle.isEmpty());
    QCOMPARE(user.verdict(), u"ready"_s);
    QCOMPARE(sourceState(user.detection(), u"srv"_s), srvState);
    const ServerSetting incoming = *user.detection().settings.incoming;
    QVERIFY((incoming.endpoint
        == Endpoint{
            Protocol::Imap, hostName(u"imap.example.test"_s), imapPort, Security::ImplicitTls}));
    QCOMPARE(incoming.username, u"alice@example.test"_s);
    QCOMPARE(incoming.authentication, (QStringList{u"SCRAM-SHA-256"_s, u"PLAIN"_s}));
    QCOMPARE(toString(incoming.provenance.source), source);
    QVERIFY(incoming.isTrusted);
    QCOMPARE(codesOf(incoming.needsConsent), QStringList());
    QVERIFY((user.detection().settings.outgoing->endpoint
        == Endpoint{Protocol::Smtp, hostName(u"smtp.example.test"_s), 465, Security::ImplicitTls}));
    QCOMPARE(user.session.state().pending, 0);
    for (const AttemptState &attempt : user.session.state().attempts)
        QVERIFY(attempt.report);
}

void TestSetupSession::explainsWhyNothingWasFound_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("no such names") << Fault::NoSuchName << u"nothing-found"_s;
    QTest::newRow("no name server") << Fault::DnsTimeout << u"offline"_s;
    QTest::newRow("a broken name server") << Fault::DnsFailure << u"offline"_s;
}

void TestSetupSession::explainsWhyNothingWasFound()
{
    QFETCH(Fault, fault);
    QFETCH(QString, verdict);

    Domain domain;
    for (const QString &name : namesOf(u"example.test"_s))
        domain.bench.dns.setFault(name, fault);
    SessionBench user(domain);
    user.detect();
    QCOMPARE(user.verdict(), verdict);
    QCOMPARE(user.finished.size(), 1);
    QVERIFY(!user.detection().settings.incoming);
    QVERIFY(!user.detection().diagnoses.isEmpty());
    QCOMPARE(domain.network.traffic().records.size(), 0);
}

void TestSetupSession::asksAboutACertificate_data()
{
    QTest::addColumn<TrustException::Duration>("duration");
    QTest::addColumn<QString>("nextVerdict");
    QTest::newRow("once") << TrustException::Duration::ThisRun << u"decision-needed"_s;
    QTest::newRow("for good") << TrustException::Duration::UntilWithdrawn << u"ready"_s;
}

void TestSetupSession::asksAboutACertificate()
{
    QFETCH(TrustException::Duration, duration);
    QFETCH(QString, nextVerdict);

    Domain domain; // trusts no root
    domain.serveMail(m_imap, m_smtp);
    {
        SessionBench user(domain);
        user.detect();
        QCOMPARE(user.verdict(), u"decision-needed"_s);
        QCOMPARE(user.consents(), QStringList{u"certificate.unknown-issuer"_s});
        QVERIFY(!user.detection().settings.incoming->isTrusted);
        QCOMPARE(TrustStore(domain.storePath()).load()->size(), 0); // nothing by itself

        user.accept(duration);
        QCOMPARE(user.verdict(), u"ready"_s);
        QCOMPARE(user.consents(), QStringList());
        QVERIFY(!user.detection().settings.incoming->isTrusted); // RFC 8314, 5.4
        QCOMPARE(user.finished.size(), 2);

        user.detect(); // it holds for this run at least
        QCOMPARE(user.verdict(), u"ready"_s);
    }
    const bool isStored = duration == TrustException::Duration::UntilWithdrawn;
    QCOMPARE(TrustStore(domain.storePath()).load()->size(), isStored ? 2 : 0);
    SessionBench later(domain);
    later.detect();
    QCOMPARE(later.verdict(), nextVerdict);
}

void TestSetupSession::asksAgainAboutAReplacedCertificate()
{
    Domain domain;
    domain.serveMail(m_imap, m_smtp);
    SessionBench user(domain);
    user.detect();
    user.accept(TrustException::Duration::UntilWithdrawn);
    QCOMPARE(user.verdict(), u"ready"_s);

    const TestIdentity replaced(u"imap.example.test"_s);
    domain.serveMail(replaced, m_smtp);
    SessionBench later(domain);
    later.detect();
    QCOMPARE(later.verdict(), u"decision-needed"_s);
    QCOMPARE(
        later.consents(), (QStringList{u"certificate.changed"_s, u"certificate.unknown-issuer"_s}));
    const ProbeReport *report
        = reportFor(later.detection(), later.detection().settings.incoming->endpoint);
    QVERIFY(report->superseded);
    QCOMPARE(report->superseded->sha256, m_imap.chain.constFirst().sha256());

    later.accept(TrustException::Duration::UntilWithdrawn);
    QCOMPARE(later.verdict(), u"ready"_s);
    const auto stored = *TrustStore(domain.storePath()).load();
    QCOMPARE(stored.size(), 2); // the new one stands in place of the old one
    domain.serveMail(m_imap, m_smtp);
    SessionBench afterwards(domain);
    afterwards.detect();
    QCOMPARE(afterwards.verdict(), u"decision-needed"_s);
}

void TestSetupSession::forgetsAWithdrawnDecision()
{
    Domain domain;
    domain.serveMail(m_imap, m_smtp);
    SessionBench user(domain);
    user.detect();
    user.accept(TrustException::Duration::UntilWithdrawn);
    QCOMPARE(user.session.state().exceptions.size(), 2);
    QList<TrustException> imap = user.session.state().exceptions;
    imap.removeIf([](const TrustException &known) { return known.port != 993; });
    user.session.withdraw(imap);
    QCOMPARE(user.session.state().exceptions.size(), 1);
    QCOMPARE(TrustStore(domain.storePath()).load()->size(), 1);
    user.detect();
    QCOMPARE(user.verdict(), u"decision-needed"_s);
    QVERIFY(user.detection().settings.outgoing->needsConsent.isEmpty());
}

void TestSetupSession::acceptsForOneAccountOnly_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("the same") << u"alice@example.test"_s << u"ready"_s;
    QTest::newRow("another of the domain") << u"bob@example.test"_s << u"decision-needed"_s;
    QTest::newRow("just the domain") << u"example.test"_s << u"decision-needed"_s;
}

/// RFC 8314, 5.4: what was accepted for one account does not count for another.
void TestSetupSession::acceptsForOneAccountOnly()
{
    QFETCH(QString, account);
    QFETCH(QString, verdict);

    Domain domain;
    domain.serveMail(m_imap, m_smtp);
    SessionBench alice(domain);
    alice.detect();
    alice.accept(TrustException::Duration::UntilWithdrawn);
    QCOMPARE(alice.verdict(), u"ready"_s);
    const auto stored = TrustStore(domain.storePath()).load();
    QCOMPARE(stored->constFirst().account, u"alice@example.test"_s);

    SessionBench later(domain);
    DetectionRequest request = requestFor(u"example.test"_s);
    request.identity = identity(account);
    later.detect(request);
    QCOMPARE(later.verdict(), verdict);
    // What an administrator accepted for whoever uses the server counts for all.
    QList<TrustException> forAll = *stored;
    for (TrustException &exception : forAll)
        exception.account.clear();
    later.session.restore(forAll);
    later.detect(request);
    QCOMPARE(later.verdict(), u"ready"_s);
}

void TestSetupSession::letsAnAuthorityVouch_data()
{
    QTest::addColumn<bool>("isIntermediate");
    QTest::newRow("a root") << false;
    QTest::newRow("an intermediate that was not sent") << true;
}

/// The authority counts for this account and these servers, and survives a renewal.
void TestSetupSession::letsAnAuthorityVouch()
{
    QFETCH(bool, isIntermediate);

    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Example Works Authority"_s;
    authority.extendedKeyUsage = {};
    IssuedCertificate issuer = selfSigned(authority);
    if (isIntermediate) {
        authority.commonName = u"Example Works Issuing"_s;
        issuer = issue(authority, issuer);
    }
    const auto identity = [&issuer] {
        CertificateSpec spec;
        spec.dnsNames = QStringList{u"imap.example.test"_s, u"smtp.example.test"_s};
        TestIdentity own(u"imap.example.test"_s);
        own.chain = {QSslCertificate(issue(spec, issuer).certificatePem)};
        return own;
    };
    const TestIdentity first = identity();
    Domain domain;
    domain.serveMail(first, first);
    SessionBench alice(domain);
    alice.detect();
    QCOMPARE(alice.verdict(), u"decision-needed"_s);
    const AccountSettings &settings = alice.detection().settings;
    const auto refusal
        = alice.session.acceptAuthority({settings.incoming->endpoint, settings.outgoing->endpoint},
            {first.chain.constFirst(), QSslCertificate(issuer.certificatePem)},
            {TrustException::Duration::UntilWithdrawn});
    QVERIFY(!refusal);
    alice.finish();
    QCOMPARE(alice.verdict(), u"ready"_s);
    QVERIFY(!alice.detection().settings.incoming->isTrusted); // by no authority of the system's
    const ProbeReport *report
        = reportFor(alice.detection(), alice.detection().settings.incoming->endpoint);
    QCOMPARE(report->tls->vouchedBy, authority.commonName);

    const TestIdentity renewed = identity();
    domain.serveMail(renewed, renewed);
    SessionBench later(domain);
    later.detect();
    QCOMPARE(later.verdict(), u"ready"_s);
    domain.serveMail(m_imap, m_smtp); // but somebody else's certificate is asked about
    SessionBench afterwards(domain);
    afterwards.detect();
    QCOMPARE(afterwards.verdict(), u"decision-needed"_s);
}

void TestSetupSession::refusesAnAuthorityThatDoesNotHelp_data()
{
    QTest::addColumn<QList<Certificate>>("authorities");
    QTest::addColumn<AuthorityRefusal>("refusal");
    QTest::newRow("none") << QList<Certificate>() << AuthorityRefusal::NoCertificate;
    QTest::newRow("the server's own certificate")
        << QList{m_imap.chain.constFirst()} << AuthorityRefusal::NoAuthority;
    QTest::newRow("somebody else's")
        << TestIdentity(u"other.example.test"_s).roots << AuthorityRefusal::DoesNotVouch;
}

void TestSetupSession::refusesAnAuthorityThatDoesNotHelp()
{
    QFETCH(QList<Certificate>, authorities);
    QFETCH(AuthorityRefusal, refusal);

    Domain domain;
    domain.serveMail(m_imap, m_smtp);
    SessionBench user(domain);
    user.detect();
    const auto refused
        = user.session.acceptAuthority({user.detection().settings.incoming->endpoint}, authorities,
            {TrustException::Duration::UntilWithdrawn});
    QVERIFY(refused == refusal);
    QCOMPARE(user.session.state().exceptions.size(), 0);
    QVERIFY(!QFile::exists(domain.storePath()));
}

/// A signature or a key that others can forge is nobody's to accept, unless the account allows
/// legacy; and then only as long as it does.
void TestSetupSession::acceptsWeakCertificatesOnlyWithConsent()
{
    CertificateSpec weak;
    weak.dnsNames = QStringList{u"imap.example.test"_s, u"smtp.example.test"_s};
    weak.digest = "SHA1";
    TestIdentity identity(u"imap.example.test"_s);
    identity.chain = {QSslCertificate(selfSigned(weak).certificatePem)};
    Domain domain;
    domain.serveMail(identity, identity);
    SessionBench user(domain);
    user.detect();
    QVERIFY(!user.detection().settings.incoming);

    DetectionRequest withConsent = requestFor(u"example.test"_s);
    withConsent.tls.oldest = TlsVersion::Tls1_0;
    user.detect(withConsent);
    QCOMPARE(user.verdict(), u"decision-needed"_s);
    user.accept(TrustException::Duration::UntilWithdrawn);
    QCOMPARE(user.verdict(), u"ready"_s);
    QVERIFY(TrustStore(domain.storePath())
                .load()
                ->constFirst()
                .findings.contains(Finding::Kind::WeakSignature));

    SessionBench later(domain);
    later.detect();
    QVERIFY(!later.detection().settings.incoming);
}

void TestSetupSession::acceptsAFingerprintForThisRun()
{
    Domain domain;
    domain.serveMail(m_imap, m_smtp);
    SessionBench user(domain);
    user.session.acceptFingerprint(m_imap.chain.constFirst().sha256());
    user.detect();
    QVERIFY(user.consents().isEmpty());
    QCOMPARE(user.detection().settings.outgoing->needsConsent.size(), 1);
    QCOMPARE(TrustStore(domain.storePath()).load()->size(), 0);
}

void TestSetupSession::neverRecommendsPlaintext_data()
{
    QTest::addColumn<bool>("hasBadTls");
    QTest::addColumn<QByteArrayList>("rowsOf143");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("plaintextAlternatives");

    const QByteArrayList refusing
        = {"S: * OK hi", "C: <tag> CAPABILITY", "S: * CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN",
            "S: <tag> OK", "C: <tag> *", "S: <tag> NO"};
    QTest::newRow("beside TLS with a bad certificate")
        << true << imapRows << u"decision-needed"_s << 1;
    QTest::newRow("nothing else") << false << imapRows << u"partial"_s << 1;
    QTest::newRow("STARTTLS is refused") << false << refusing << u"partial"_s << 1;
    QTest::newRow("STARTTLS is there as well") << true << imapStartTls << u"decision-needed"_s << 0;
}

void TestSetupSession::neverRecommendsPlaintext()
{
    QFETCH(bool, hasBadTls);
    QFETCH(QByteArrayList, rowsOf143);
    QFETCH(QString, verdict);
    QFETCH(int, plaintextAlternatives);

    Domain domain;
    if (hasBadTls)
        domain.serve(imapAddress, 993, QByteArrayList{"TLS"} + imapRows, m_imap);
    domain.serve(imapAddress, 143, rowsOf143, m_imap);
    domain.serve(smtpAddress, 465, QByteArrayList{"TLS"} + smtpRows, m_smtp);
    SessionBench user(domain);
    user.detect();

    QCOMPARE(user.verdict(), verdict);
    const auto &incoming = user.detection().settings.incoming;
    QCOMPARE(incoming.has_value(), hasBadTls);
    QVERIFY(!incoming || incoming->endpoint.security != Security::Plaintext);
    int plaintextSeen = 0;
    for (const ServerSetting &setting : user.detection().incomingAlternatives) {
        if (setting.endpoint.security != Security::Plaintext)
            continue;
        ++plaintextSeen;
        QCOMPARE(codesOf(setting.needsConsent), QStringList{u"security.plaintext"_s});
        QVERIFY(!setting.isTrusted);
    }
    QCOMPARE(plaintextSeen, plaintextAlternatives);
}

void TestSetupSession::stopsAtOnce()
{
    Domain domain;
    domain.serve(imapAddress, 993, {}, m_imap); // silent
    domain.bench.dns.setSilent(u"_imap._tcp.example.test"_s);
    SessionBench user(domain);
    user.session.detect(requestFor(u"example.test"_s));
    settle();
    QVERIFY(user.session.state().pending > 0);
    user.session.stop();
    settle(); // the clock stands still

    QCOMPARE(user.finished.size(), 1);
    QVERIFY(!user.idle.isEmpty());
    QCOMPARE(user.session.state().phase, SetupState::Phase::Finished);
    QCOMPARE(user.session.state().pending, 0);
    QCOMPARE(sourceState(user.detection(), u"srv"_s), u"cancelled"_s);
    for (const AttemptState &attempt : user.session.state().attempts)
        QVERIFY(attempt.report);
    user.session.stop();
    domain.bench.clock.advance(60s);
    settle();
    QCOMPARE(user.finished.size(), 1);
}

void TestSetupSession::endsAtItsTimeout()
{
    Domain domain;
    for (const quint16 port : {quint16(993), quint16(143)})
        domain.serve(imapAddress, port, {}, m_imap);
    DetectionRequest request = requestFor(u"example.test"_s);
    request.timeout = 3s;
    SessionBench user(domain);
    user.session.detect(request);
    settle();
    domain.bench.clock.advance(2999ms);
    settle();
    QCOMPARE(user.finished.size(), 0);
    domain.bench.clock.advance(1ms);
    settle();
    QCOMPARE(user.finished.size(), 1);
    QCOMPARE(user.detection().elapsedMs, 3000.0);
}

void TestSetupSession::endsWhereTheNameServerIsSilent()
{
    Domain domain;
    for (const QString &name : namesOf(u"example.test"_s))
        domain.bench.dns.setSilent(name);
    SessionBench user(domain);
    user.session.detect(requestFor(u"example.test"_s));
    settle();
    domain.bench.clock.advance(8s);
    settle();
    QCOMPARE(user.finished.size(), 1);
    QCOMPARE(user.verdict(), u"offline"_s);
    QCOMPARE(sourceState(user.detection(), u"srv"_s), u"failed"_s);
}

/// What still stalls is given a grace, not its whole deadline.
void TestSetupSession::endsTheRestWhenNothingCanBeBetter()
{
    Domain domain(m_imap.roots + m_smtp.roots);
    domain.serveMail(m_imap, m_smtp);
    domain.serve(imapAddress, 143, {}, m_imap); // silent, and no better than 993
    SessionBench user(domain);
    user.session.detect(requestFor(u"example.test"_s));
    settle();
    QCOMPARE(user.finished.size(), 0);
    domain.bench.clock.advance(1s);
    settle();
    QCOMPARE(user.finished.size(), 1);
    QCOMPARE(user.verdict(), u"ready"_s);
    const Endpoint silent{
        Protocol::Imap, hostName(u"imap.example.test"_s), 143, Security::StartTls};
    QCOMPARE(toString(reportFor(user.detection(), silent)->outcome), u"cancelled"_s);
}

/// Who went on keeps what they had; a better server is offered when it comes.
void TestSetupSession::offersWhatComesLater()
{
    const TestIdentity mail(u"mail.example.test"_s);
    Domain domain(m_imap.roots + m_smtp.roots + mail.roots);
    domain.serve(imapAddress, 143, imapStartTls, m_imap);
    domain.serve(smtpAddress, 465, QByteArrayList{"TLS"} + smtpRows, m_smtp);
    const QHostAddress late(u"127.0.0.9"_s);
    domain.bench.dns.addHost(u"mail.example.test"_s, {late});
    domain.bench.dns.setSilent(u"mail.example.test"_s);
    domain.serve(late, 993, QByteArrayList{"TLS"} + imapRows, mail);
    DetectionRequest request = requestFor(u"example.test"_s);
    request.isWatched = true;
    SessionBench user(domain);
    user.session.detect(request);
    settle();
    domain.bench.clock.advance(1s); // whoever does not look on has their answer by now
    settle();
    QCOMPARE(user.session.state().phase, SetupState::Phase::Searching);
    const Endpoint found{Protocol::Imap, hostName(u"imap.example.test"_s), 143, Security::StartTls};
    QVERIFY(user.detection().settings.incoming->endpoint == found);

    user.session.goOn();
    domain.bench.dns.speak(u"mail.example.test"_s);
    user.finish();
    QVERIFY(user.detection().settings.incoming->endpoint == found);
    QCOMPARE(user.session.state().better.size(), 1);
    const Endpoint better = user.session.state().better.constFirst().endpoint;
    QVERIFY((better
        == Endpoint{Protocol::Imap, hostName(u"mail.example.test"_s), 993, Security::ImplicitTls}));

    user.session.pick(better);
    QVERIFY(user.detection().settings.incoming->endpoint == better);
    QVERIFY(user.session.state().better.isEmpty());
    QCOMPARE(user.verdict(), u"ready"_s);
}

void TestSetupSession::takesWhatTheUserPicks()
{
    Domain domain(m_imap.roots + m_smtp.roots);
    domain.serveMail(m_imap, m_smtp);
    domain.serve(imapAddress, 143, imapStartTls, m_imap);
    DetectionRequest request = requestFor(u"example.test"_s);
    request.isWatched = true;
    SessionBench user(domain);
    user.detect(request);
    const Endpoint recommended{
        Protocol::Imap, hostName(u"imap.example.test"_s), 993, Security::ImplicitTls};
    const Endpoint other{Protocol::Imap, hostName(u"imap.example.test"_s), 143, Security::StartTls};
    QVERIFY(user.detection().settings.incoming->endpoint == recommended);
    user.session.goOn();
    user.session.pick(other);
    QVERIFY(user.detection().settings.incoming->endpoint == other);
    QVERIFY(user.detection().incomingAlternatives.constFirst().endpoint == recommended);
    QVERIFY(user.session.state().better.isEmpty()); // the user knew
    const auto taken = readDetection(writeDetectionDocument(user.session.detection()));
    QVERIFY(taken.has_value());
    QVERIFY(!exportInputFrom(*taken, {}).servers.isEmpty());
    user.session.pick(
        {Protocol::Imap, hostName(u"nobody.example.test"_s), 993, Security::ImplicitTls});
    QVERIFY(user.detection().settings.incoming->endpoint
        == recommended); // what is not there is not taken
    user.detect(request);
    QVERIFY(
        user.detection().settings.incoming->endpoint == recommended); // a new search, a new choice
}

/// The grace of what was searched before does not end what the user has decided since.
void TestSetupSession::givesADecisionItsTime()
{
    Domain domain(m_imap.roots + m_smtp.roots);
    domain.serveMail(m_imap, m_smtp);
    domain.serve(imapAddress, 143, {}, m_imap); // silent: what is left when the rest is known
    const TestIdentity unknown(u"imap.example.test"_s);
    domain.bench.dns.addHost(u"pop.example.test"_s, {imapAddress});
    const QByteArrayList pop3Rows = {"TLS", "S: +OK", "C: CAPA", "S: +OK", "S: USER", "S: ."};
    domain.serve(imapAddress, 995, pop3Rows, unknown);
    SessionBench user(domain);
    user.session.detect(requestFor(u"example.test"_s));
    settle();
    const Endpoint pop3{
        Protocol::Pop3, hostName(u"pop.example.test"_s), 995, Security::ImplicitTls};
    QCOMPARE(toString(reportFor(user.detection(), pop3)->outcome), u"certificate"_s);
    QCOMPARE(user.finished.size(), 0);

    domain.serve(imapAddress, 995, {"TLS"}, unknown); // takes longer this time
    user.session.acceptCertificates({pop3}, {TrustException::Duration::ThisRun});
    settle();
    domain.bench.clock.advance(1s);
    settle();
    const ProbeReport *report = reportFor(user.detection(), pop3);
    QVERIFY(!report || report->outcome != ProbeReport::Outcome::Cancelled);
}

void TestSetupSession::dropsWhatTheFirstSearchStillBrings()
{
    Domain domain(m_imap.roots + m_smtp.roots);
    domain.serveMail(m_imap, m_smtp);
    const QHostAddress otherAddress(u"127.0.0.4"_s);
    domain.bench.dns.addHost(u"imap.other.test"_s, {otherAddress});
    domain.serve(otherAddress, 993, {}, m_imap); // silent
    SessionBench user(domain);
    user.session.detect(requestFor(u"other.test"_s));
    settle();
    QVERIFY(user.session.state().pending > 0);
    user.session.detect(requestFor(u"other.test"_s));
    user.session.detect(requestFor(u"example.test"_s)); // nothing of the other has begun
    user.finish();

    QCOMPARE(user.finished.size(), 1);
    QCOMPARE(user.verdict(), u"ready"_s);
    for (const AttemptState &attempt : user.session.state().attempts) {
        const QString &host = attempt.candidate.endpoint.host;
        QVERIFY2(host.endsWith(u"example.test"_s), qUtf8Printable(host));
    }
    QCOMPARE(sourceState(user.detection(), u"srv"_s), u"none"_s);
    for (const auto &record : domain.network.traffic().records)
        QVERIFY(record->isClosed);
}

void TestSetupSession::triesAFixedPlanOnly()
{
    Domain domain(m_imap.roots);
    domain.serveMail(m_imap, m_smtp);
    DetectionRequest request;
    request.identity = identity(u"example.test"_s);
    request.fixedPlan
        = {{{Protocol::Imap, hostName(u"imap.example.test"_s), 993, Security::ImplicitTls},
            Candidate::Start::AtOnce, {Source::User, {}}, 0}};
    SessionBench user(domain);
    user.detect(request);
    QCOMPARE(user.session.state().attempts.size(), 1);
    QCOMPARE(user.verdict(), u"partial"_s);
    QCOMPARE(domain.bench.dns.questions(), QStringList{u"imap.example.test"_s});
    QVERIFY(user.detection().sources.isEmpty());
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestSetupSession)
#include "tst_setupsession.moc"
