// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "support/names.h"
#include "support/testcertificates.h"
#include "trust/trustdecision.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Kind = Finding::Kind;
using Kinds = QList<Kind>;

class TestTrustDecision : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void decidesWithoutExceptions_data();
    void decidesWithoutExceptions();
    void findsWhatNobodyMayAccept_data();
    void findsWhatNobodyMayAccept();
    void holdsAnExceptionToItsPlace_data();
    void holdsAnExceptionToItsPlace();
    void holdsAnExceptionToItsFindings_data();
    void holdsAnExceptionToItsFindings();
    void holdsAnExceptionToItsCertificate_data();
    void holdsAnExceptionToItsCertificate();
    void neverAddsExceptionsUp();
    void acceptsAFingerprintForThisRun_data();
    void acceptsAFingerprintForThisRun();
    void tellsWhichExceptionWasSuperseded_data();
    void tellsWhichExceptionWasSuperseded();

private:
    Handshake session(const Kinds &kinds) const;
    TrustException exception(const Kinds &kinds) const;

    Certificate m_certificate;
    Certificate m_other;
};

namespace {

const QString host = u"imap.example.org"_s;
constexpr quint16 port = 993;

QString name(Trust trust)
{
    switch (trust) {
    case Trust::Unverified:
        return u"unverified"_s;
    case Trust::Verified:
        return u"verified"_s;
    case Trust::AcceptedByUser:
        break;
    }
    return u"accepted"_s;
}

Certificate makeCertificate()
{
    CertificateSpec spec;
    spec.commonName = host;
    spec.isCa = true; // whoever accepts it must not thereby accept what it signed
    return QSslCertificate(selfSigned(spec).certificatePem);
}

} // namespace

void TestTrustDecision::initTestCase()
{
    m_certificate = makeCertificate();
    m_other = makeCertificate();
}

Handshake TestTrustDecision::session(const Kinds &kinds) const
{
    Handshake session;
    session.chain = {m_certificate};
    for (const Kind kind : kinds)
        session.findings.append({kind, 0, {}});
    return session;
}

TrustException TestTrustDecision::exception(const Kinds &kinds) const
{
    TrustException exception;
    exception.host = hostName(host);
    exception.port = port;
    exception.sha256 = m_certificate.sha256();
    exception.findings = kinds;
    exception.acceptedAt = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    return exception;
}

void TestTrustDecision::decidesWithoutExceptions_data()
{
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<bool>("hasChain");
    QTest::addColumn<QString>("trust");

    QTest::newRow("nothing is wrong") << Kinds{} << true << u"verified"_s;
    QTest::newRow("something is") << Kinds{Kind::SelfSigned} << true << u"unverified"_s;
    QTest::newRow("nothing is wrong, for there is no certificate")
        << Kinds{} << false << u"unverified"_s;
    QTest::newRow("there is no certificate") << Kinds{Kind::Missing} << false << u"unverified"_s;
}

void TestTrustDecision::decidesWithoutExceptions()
{
    QFETCH(Kinds, kinds);
    QFETCH(bool, hasChain);
    QFETCH(QString, trust);

    Handshake shown = session(kinds);
    if (!hasChain)
        shown.chain.clear();
    QCOMPARE(name(decideTrust(shown, host, port, {})), trust);
}

void TestTrustDecision::findsWhatNobodyMayAccept_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("trust");

    const auto row = [](Kind kind, const QString &trust) {
        QTest::addRow("%s", qPrintable(toString(kind))) << kind << trust;
    };
    for (const Kind kind : {Kind::SelfSigned, Kind::UnknownIssuer, Kind::IncompleteChain,
             Kind::NameMismatch, Kind::Expired, Kind::NotYetValid})
        row(kind, u"accepted"_s);
    for (const Kind kind : {Kind::Revoked, Kind::NotForServers, Kind::WeakSignature, Kind::WeakKey,
             Kind::Invalid, Kind::Missing})
        row(kind, u"unverified"_s);
}

void TestTrustDecision::findsWhatNobodyMayAccept()
{
    QFETCH(Kind, kind);
    QFETCH(QString, trust);

    // Whatever a file or an option claims to have accepted.
    const TrustView stored{{exception({kind})}, {}};
    QCOMPARE(name(decideTrust(session({kind}), host, port, stored)), trust);
    const TrustView forThisRun{{}, {m_certificate.sha256()}};
    QCOMPARE(name(decideTrust(session({kind}), host, port, forThisRun)), trust);
    const TrustView both{{exception({Kind::SelfSigned, kind})}, {m_certificate.sha256()}};
    QCOMPARE(name(decideTrust(session({Kind::SelfSigned, kind}), host, port, both)), trust);
}

void TestTrustDecision::holdsAnExceptionToItsPlace_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<quint16>("atPort");
    QTest::addColumn<QString>("trust");

    const auto row
        = [](const char *label, const QString &where, quint16 atPort, const QString &trust) {
              QTest::newRow(label) << where << atPort << trust;
          };
    row("there", host, port, u"accepted"_s);
    row("on another host", u"smtp.example.org"_s, port, u"unverified"_s);
    row("on a host that begins like it", u"imap.example.org.evil.net"_s, port, u"unverified"_s);
    row("on a host that ends like it", u"evil-imap.example.org"_s, port, u"unverified"_s);
    row("on a host below it", u"a.imap.example.org"_s, port, u"unverified"_s);
    row("on the domain above it", u"example.org"_s, port, u"unverified"_s);
    row("on a look-alike", u"xn--imap-example.org"_s, port, u"unverified"_s);
    row("nowhere", QString(), port, u"unverified"_s);
    for (const quint16 other : {143, 110, 995, 465, 587, 25, 0})
        QTest::addRow("on port %d", other) << host << other << u"unverified"_s;
}

void TestTrustDecision::holdsAnExceptionToItsPlace()
{
    QFETCH(QString, where);
    QFETCH(quint16, atPort);
    QFETCH(QString, trust);

    const TrustView view{{exception({Kind::SelfSigned})}, {}};
    QCOMPARE(name(decideTrust(session({Kind::SelfSigned}), where, atPort, view)), trust);
}

void TestTrustDecision::holdsAnExceptionToItsFindings_data()
{
    QTest::addColumn<Kinds>("accepted");
    QTest::addColumn<Kinds>("shown");
    QTest::addColumn<QString>("trust");

    QTest::newRow("the same") << Kinds{Kind::SelfSigned, Kind::NameMismatch}
                              << Kinds{Kind::NameMismatch, Kind::SelfSigned} << u"accepted"_s;
    QTest::newRow("fewer") << Kinds{Kind::SelfSigned, Kind::Expired} << Kinds{Kind::SelfSigned}
                           << u"accepted"_s;
    QTest::newRow("one more") << Kinds{Kind::NameMismatch}
                              << Kinds{Kind::NameMismatch, Kind::Expired} << u"unverified"_s;
    QTest::newRow("another") << Kinds{Kind::Expired} << Kinds{Kind::SelfSigned} << u"unverified"_s;
    QTest::newRow("one that is not acceptable besides")
        << Kinds{Kind::SelfSigned} << Kinds{Kind::SelfSigned, Kind::WeakSignature}
        << u"unverified"_s;
    QTest::newRow("nothing was accepted") << Kinds{} << Kinds{Kind::SelfSigned} << u"unverified"_s;
    QTest::newRow("nothing is wrong any more")
        << Kinds{Kind::SelfSigned} << Kinds{} << u"verified"_s;
    QTest::newRow("the same twice")
        << Kinds{Kind::SelfSigned} << Kinds{Kind::SelfSigned, Kind::SelfSigned} << u"accepted"_s;
}

void TestTrustDecision::holdsAnExceptionToItsFindings()
{
    QFETCH(Kinds, accepted);
    QFETCH(Kinds, shown);
    QFETCH(QString, trust);

    const TrustView view{{exception(accepted)}, {}};
    QCOMPARE(name(decideTrust(session(shown), host, port, view)), trust);
}

void TestTrustDecision::holdsAnExceptionToItsCertificate_data()
{
    QTest::addColumn<QList<Certificate>>("chain");
    QTest::addColumn<QString>("trust");

    QTest::newRow("the same") << QList{m_certificate} << u"accepted"_s;
    QTest::newRow("the same before others") << QList{m_certificate, m_other} << u"accepted"_s;
    QTest::newRow("another") << QList{m_other} << u"unverified"_s;
    QTest::newRow("another, and the accepted one as its issuer")
        << QList{m_other, m_certificate} << u"unverified"_s;
    QTest::newRow("one that cannot be read")
        << QList{Certificate(), m_certificate} << u"unverified"_s;
    QTest::newRow("none") << QList<Certificate>() << u"unverified"_s;
}

void TestTrustDecision::holdsAnExceptionToItsCertificate()
{
    QFETCH(QList<Certificate>, chain);
    QFETCH(QString, trust);

    Handshake shown = session({Kind::SelfSigned});
    shown.chain = chain;
    TrustException blank = exception({Kind::SelfSigned});
    blank.sha256.clear();
    const TrustView view{{exception({Kind::SelfSigned}), blank}, {QByteArray()}};
    QCOMPARE(name(decideTrust(shown, host, port, view)), trust);
}

void TestTrustDecision::neverAddsExceptionsUp()
{
    const Handshake shown = session({Kind::SelfSigned, Kind::Expired});
    const QList<TrustException> halves
        = {exception({Kind::SelfSigned}), exception({Kind::Expired})};
    QCOMPARE(name(decideTrust(shown, host, port, {halves, {}})), u"unverified"_s);
    const QList<TrustException> andTheWhole
        = halves + QList{exception({Kind::SelfSigned, Kind::Expired})};
    QCOMPARE(name(decideTrust(shown, host, port, {andTheWhole, {}})), u"accepted"_s);
}

void TestTrustDecision::acceptsAFingerprintForThisRun_data()
{
    QTest::addColumn<QByteArray>("fingerprint");
    QTest::addColumn<QString>("trust");

    QTest::newRow("of this certificate") << m_certificate.sha256() << u"accepted"_s;
    QTest::newRow("of another") << m_other.sha256() << u"unverified"_s;
    QTest::newRow("of this one, cut short") << m_certificate.sha256().first(32) << u"unverified"_s;
    QTest::newRow("none") << QByteArray() << u"unverified"_s;
}

void TestTrustDecision::acceptsAFingerprintForThisRun()
{
    QFETCH(QByteArray, fingerprint);
    QFETCH(QString, trust);

    const Handshake shown = session({Kind::SelfSigned, Kind::NameMismatch});
    QCOMPARE(name(decideTrust(shown, host, port, {{}, {fingerprint}})), trust);
    QCOMPARE(name(decideTrust(shown, u"192.0.2.7"_s, 4242, {{}, {fingerprint}})), trust);
}

void TestTrustDecision::tellsWhichExceptionWasSuperseded_data()
{
    QTest::addColumn<QList<TrustException>>("exceptions");
    QTest::addColumn<int>("superseded"); // -1: none

    const TrustException same = exception({Kind::SelfSigned});
    TrustException other = same;
    other.sha256 = m_other.sha256();
    TrustException older = other;
    older.sha256 = QByteArray(64, '0');
    older.acceptedAt = same.acceptedAt.addDays(-1);
    TrustException elsewhere = other;
    elsewhere.host = hostName(u"smtp.example.org"_s);
    TrustException onAnotherPort = other;
    onAnotherPort.port = 143;

    QTest::newRow("nothing was accepted") << QList<TrustException>() << -1;
    QTest::newRow("this very certificate was") << QList{same} << -1;
    TrustException forLess = same;
    forLess.findings = {Kind::Expired};
    QTest::newRow("this very one, in spite of something else") << QList{forLess} << 0;
    QTest::newRow("another was") << QList{other} << 0;
    QTest::newRow("the latest of several") << QList{older, other} << 1;
    QTest::newRow("the latest, whatever their order") << QList{other, older} << 0;
    QTest::newRow("another, and this one too") << QList{other, same} << -1;
    QTest::newRow("another, on another host") << QList{elsewhere} << -1;
    QTest::newRow("another, on another port") << QList{onAnotherPort} << -1;
}

void TestTrustDecision::tellsWhichExceptionWasSuperseded()
{
    QFETCH(QList<TrustException>, exceptions);
    QFETCH(int, superseded);

    const auto found
        = supersededException(session({Kind::SelfSigned}), host, port, {exceptions, {}});
    QCOMPARE(found.has_value(), superseded >= 0);
    if (found)
        QVERIFY(*found == exceptions.at(superseded));
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestTrustDecision)

#include "tst_trustdecision.moc"
