// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/hostname.h"
#include "certificate/certificateverifier.h"
#include "support/testcertificates.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

using Chain = QList<Certificate>;

class TestCertificateVerifier : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void judgesIssuers_data();
    void judgesIssuers() { judges(); }
    void judgesDates_data();
    void judgesDates() { judges(); }
    void judgesKeysAndSignatures_data();
    void judgesKeysAndSignatures() { judges(); }
    void judgesPurposes_data();
    void judgesPurposes() { judges(); }
    void judgesNames_data();
    void judgesNames() { judges(); }
    void judgesAddresses_data();
    void judgesAddresses() { judges(); }
    void judgesUnusualChains_data();
    void judgesUnusualChains() { judges(); }
    void namesEverythingAtOnce_data();
    void namesEverythingAtOnce() { judges(); }
    void namesTheCertificateThatFailed_data();
    void namesTheCertificateThatFailed();
    void trustsNothingWithoutRoots();
    void trustsACertificateThatIsARootItself();
    void trustsFurtherRoots();
    void neverVouchesForACertificateThatIsNotTheFirst();
    void keepsHostileNamesOutOfTheEvidence();
    void letsAChosenAuthorityVouch_data();
    void letsAChosenAuthorityVouch();

private:
    void judges();
    IssuedCertificate leaf(const CertificateSpec &spec) const;
    void addRow(const char *name, const QList<IssuedCertificate> &chain,
        const QStringList &findings, const QString &host = u"imap.example.org"_s) const;

    IssuedCertificate m_root;
    IssuedCertificate m_rsaRoot;
    IssuedCertificate m_intermediate;
    IssuedCertificate m_unknownRoot;
    IssuedCertificate m_unknownIntermediate;
    IssuedCertificate m_good; ///< Of the intermediate.
};

namespace {

/// Nothing here depends on the day on which it runs.
const QDateTime today(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

CertificateSpec datedSpec(const QString &commonName)
{
    CertificateSpec spec;
    spec.commonName = commonName;
    spec.notBefore = today.addDays(-30);
    spec.notAfter = today.addDays(60);
    return spec;
}

CertificateSpec caSpec(const QString &commonName)
{
    CertificateSpec spec = datedSpec(commonName);
    spec.isCa = true;
    return spec;
}

CertificateSpec leafSpec(const QString &host = u"imap.example.org"_s)
{
    CertificateSpec spec = datedSpec(host);
    spec.dnsNames = {host};
    return spec;
}

/// A change to the leaf that every row starts from.
template <typename Change>
CertificateSpec leafWith(Change change)
{
    CertificateSpec spec = leafSpec();
    change(spec);
    return spec;
}

Chain toChain(const QList<IssuedCertificate> &chain)
{
    return Certificate::listFromPem(chainPem(chain));
}

QStringList kindNames(const QList<Finding> &findings)
{
    QStringList names;
    for (const Finding::Kind kind : kindsOf(findings))
        names += toString(kind);
    return names;
}

void addColumns()
{
    QTest::addColumn<Chain>("chain");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QStringList>("findings");
}

/// The same certificate with another last byte: what a forged signature looks like.
QSslCertificate tampered(const IssuedCertificate &certificate)
{
    QByteArray der = QSslCertificate(certificate.certificatePem).toDer();
    der.back() = static_cast<char>(der.back() ^ 1);
    return QSslCertificate(der, QSsl::Der);
}

} // namespace

void TestCertificateVerifier::initTestCase()
{
    m_root = selfSigned(caSpec(u"Test Root"_s));
    CertificateSpec rsa = caSpec(u"Test RSA Root"_s);
    rsa.key = TestKey::Rsa;
    m_rsaRoot = selfSigned(rsa);
    m_intermediate = issue(caSpec(u"Test Intermediate"_s), m_root);
    m_unknownRoot = selfSigned(caSpec(u"Unknown Root"_s));
    m_unknownIntermediate = issue(caSpec(u"Unknown Intermediate"_s), m_unknownRoot);
    m_good = issue(leafSpec(), m_intermediate);
}

IssuedCertificate TestCertificateVerifier::leaf(const CertificateSpec &spec) const
{
    return issue(spec, m_intermediate);
}

void TestCertificateVerifier::addRow(const char *name, const QList<IssuedCertificate> &chain,
    const QStringList &findings, const QString &host) const
{
    QTest::newRow(name) << toChain(chain) << host << today << findings;
}

void TestCertificateVerifier::judges()
{
    QFETCH(Chain, chain);
    QFETCH(QString, host);
    QFETCH(QDateTime, now);
    QFETCH(QStringList, findings);

    const auto verifier = CertificateVerifier::withRootsOnly(toChain({m_root, m_rsaRoot}));
    QCOMPARE(kindNames(verifier.verify(chain, host, now)), findings);
}

void TestCertificateVerifier::judgesIssuers_data()
{
    addColumns();

    const QString aia = u"http://ca.example.org/intermediate.crt"_s;
    const auto withAia = leafWith([&](auto &spec) { spec.caIssuersUrl = aia; });

    addRow("issued by a root", {issue(leafSpec(), m_root)}, {});
    addRow("issued by an intermediate that was sent", {m_good, m_intermediate}, {});
    addRow("the root was sent too", {m_good, m_intermediate, m_root}, {});
    addRow("the intermediate is missing, and the certificate tells where it is", {leaf(withAia)},
        {u"incomplete-chain"_s});
    addRow("a lone certificate may have either trouble", {m_good},
        {u"unknown-issuer"_s, u"incomplete-chain"_s});
    addRow("an unknown root that was not sent",
        {issue(leafSpec(), m_unknownIntermediate), m_unknownIntermediate}, {u"unknown-issuer"_s});
    addRow("an unknown root that was sent",
        {issue(leafSpec(), m_unknownIntermediate), m_unknownIntermediate, m_unknownRoot},
        {u"unknown-issuer"_s});
    addRow("an unknown root that was sent, right above",
        {issue(leafSpec(), m_unknownRoot), m_unknownRoot}, {u"unknown-issuer"_s});
    const IssuedCertificate namesake = selfSigned(caSpec(u"Test Root"_s));
    addRow("a root that only bears the name of a trusted one",
        {issue(leafSpec(), namesake), namesake}, {u"unknown-issuer"_s});
    addRow("signed by itself", {selfSigned(leafSpec())}, {u"self-signed"_s});
    addRow("signed by itself, as an authority",
        {selfSigned(leafWith([](auto &spec) { spec.isCa = true; }))},
        {u"self-signed"_s, u"not-for-servers"_s});
    addRow("an issuer that is no authority", {issue(leafSpec(), m_good), m_good, m_intermediate},
        {u"invalid"_s});
    CertificateSpec narrow = caSpec(u"Narrow"_s);
    narrow.pathLength = 0;
    const IssuedCertificate first = issue(narrow, m_root);
    const IssuedCertificate second = issue(caSpec(u"Too Deep"_s), first);
    addRow("an authority below one that may have none", {issue(leafSpec(), second), second, first},
        {u"invalid"_s});
    addRow(
        "a leaf below an authority that may have no other", {issue(leafSpec(), first), first}, {});
}

void TestCertificateVerifier::judgesDates_data()
{
    addColumns();

    const auto row = [this](const char *name, const QDateTime &now, const QStringList &findings) {
        QTest::newRow(name) << toChain({m_good, m_intermediate}) << u"imap.example.org"_s << now
                            << findings;
    };
    const QDateTime notBefore = leafSpec().notBefore;
    const QDateTime notAfter = leafSpec().notAfter;
    row("within", today, {});
    row("at the first second", notBefore, {});
    row("a second too early", notBefore.addSecs(-1), {u"not-yet-valid"_s});
    row("a second before the end", notAfter.addSecs(-1), {});
    row("a second too late", notAfter.addSecs(1), {u"expired"_s});
    row("by a clock of 1970", QDateTime(QDate(1970, 1, 1), QTime(), Qt::UTC), {u"not-yet-valid"_s});
    row("by a clock of 2099", QDateTime(QDate(2099, 1, 1), QTime(), Qt::UTC), {u"expired"_s});

    addRow("expired long ago",
        {leaf(leafWith([](auto &spec) {
             spec.notBefore = today.addYears(-11);
             spec.notAfter = today.addYears(-10);
         })),
            m_intermediate},
        {u"expired"_s});
    addRow("expires in the year 9999",
        {leaf(leafWith([](auto &spec) {
             spec.notAfter = QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
         })),
            m_intermediate},
        {});
    CertificateSpec old = caSpec(u"Old Intermediate"_s);
    old.notAfter = today.addDays(-1);
    const IssuedCertificate expired = issue(old, m_root);
    addRow("the intermediate has expired", {issue(leafSpec(), expired), expired}, {u"expired"_s});
    CertificateSpec early = caSpec(u"Early Intermediate"_s);
    early.notBefore = today.addDays(1);
    const IssuedCertificate future = issue(early, m_root);
    addRow("the intermediate is not valid yet", {issue(leafSpec(), future), future},
        {u"not-yet-valid"_s});
}

void TestCertificateVerifier::judgesKeysAndSignatures_data()
{
    addColumns();

    const auto signedWith = [](const QByteArray &digest) {
        return leafWith([&](auto &spec) { spec.digest = digest; });
    };
    const auto rsa = [](CertificateSpec spec, int bits) {
        spec.key = TestKey::Rsa;
        spec.rsaBits = bits;
        return spec;
    };
    addRow("MD5", {issue(signedWith("MD5"), m_rsaRoot)}, {u"weak-signature"_s});
    addRow("SHA-1", {issue(signedWith("SHA1"), m_rsaRoot)}, {u"weak-signature"_s});
    addRow("SHA-1 with ECDSA", {issue(signedWith("SHA1"), m_root)}, {u"weak-signature"_s});
    addRow("SHA-384", {issue(signedWith("SHA384"), m_rsaRoot)}, {});
    addRow("SHA-1 by the server itself", {selfSigned(signedWith("SHA1"))},
        {u"self-signed"_s, u"weak-signature"_s});
    addRow("SHA-1 of an unknown issuer", {issue(signedWith("SHA1"), m_unknownRoot), m_unknownRoot},
        {u"unknown-issuer"_s, u"weak-signature"_s});
    CertificateSpec weakCa = caSpec(u"Weak Intermediate"_s);
    weakCa.digest = "SHA1";
    const IssuedCertificate weakIntermediate = issue(weakCa, m_root);
    addRow("SHA-1 on the intermediate", {issue(leafSpec(), weakIntermediate), weakIntermediate},
        {u"weak-signature"_s});

    addRow("RSA of 1024 bits", {leaf(rsa(leafSpec(), 1024)), m_intermediate}, {u"weak-key"_s});
    addRow("RSA of 2048 bits", {leaf(rsa(leafSpec(), 2048)), m_intermediate}, {});
    addRow("RSA of 1024 bits, signed by itself", {selfSigned(rsa(leafSpec(), 1024))},
        {u"self-signed"_s, u"weak-key"_s});
    const IssuedCertificate shortCa = issue(rsa(caSpec(u"Short Intermediate"_s), 1024), m_root);
    addRow("RSA of 1024 bits on the intermediate", {issue(leafSpec(), shortCa), shortCa},
        {u"weak-key"_s});
    addRow("Ed25519",
        {leaf(leafWith([](auto &spec) { spec.key = TestKey::Ed25519; })), m_intermediate}, {});
    QTest::newRow("a signature that does not fit")
        << Chain{tampered(m_good)} + toChain({m_intermediate}) << u"imap.example.org"_s << today
        << QStringList{u"invalid"_s};
}

void TestCertificateVerifier::judgesPurposes_data()
{
    addColumns();

    const auto row = [this](
                         const char *name, const QStringList &usage, const QStringList &findings) {
        addRow(name,
            {leaf(leafWith([&](auto &spec) { spec.extendedKeyUsage = usage; })), m_intermediate},
            findings);
    };
    row("for servers and clients", {u"serverAuth"_s, u"clientAuth"_s}, {});
    row("no purpose named", {}, {});
    row("for clients only", {u"clientAuth"_s}, {u"not-for-servers"_s});
    row("for mail only", {u"emailProtection"_s}, {u"not-for-servers"_s});
    row("for code only", {u"codeSigning"_s}, {u"not-for-servers"_s});
    row("for any purpose, which libcrypto does not take", {u"anyExtendedKeyUsage"_s},
        {u"not-for-servers"_s});

    CertificateSpec limited = caSpec(u"Limited Intermediate"_s);
    limited.nameConstraintsPermitted = {u"example.net"_s};
    const IssuedCertificate elsewhere = issue(limited, m_root);
    addRow("a name outside its issuer's domain", {issue(leafSpec(), elsewhere), elsewhere},
        {u"invalid"_s});
    addRow("a common name outside its issuer's domain",
        {issue(leafWith([](auto &spec) { spec.withoutSubjectAltName = true; }), elsewhere),
            elsewhere},
        {u"name-mismatch"_s, u"invalid"_s});
    limited.nameConstraintsPermitted = {u"example.org"_s};
    const IssuedCertificate here = issue(limited, m_root);
    addRow("a name within its issuer's domain", {issue(leafSpec(), here), here}, {});
}

void TestCertificateVerifier::judgesNames_data()
{
    addColumns();

    const auto row = [this](const char *name, const QStringList &dnsNames, bool isNamed,
                         const QString &host = u"imap.example.org"_s) {
        addRow(name,
            {leaf(leafWith([&](auto &spec) { spec.dnsNames = dnsNames; })), m_intermediate},
            isNamed ? QStringList() : QStringList{u"name-mismatch"_s}, host);
    };
    row("the very name", {u"imap.example.org"_s}, true);
    row("one of several", {u"a.example.net"_s, u"imap.example.org"_s}, true);
    row("in capitals", {u"IMAP.EXAMPLE.ORG"_s}, true);
    row("another name, though the common name fits", {u"smtp.example.org"_s}, false);
    row("a wildcard for the label", {u"*.example.org"_s}, true);
    row("a wildcard for two labels", {u"*.example.org"_s}, false, u"a.b.example.org"_s);
    row("a wildcard for the parent", {u"*.example.org"_s}, false, u"example.org"_s);
    row("a wildcard for all", {u"*"_s}, false);
    row("a wildcard for a top-level domain", {u"*.org"_s}, false, u"example.org"_s);
    row("a wildcard behind letters", {u"im*.example.org"_s}, false);
    row("a wildcard in the middle", {u"imap.*.org"_s}, false);
    row("a trailing dot", {u"imap.example.org."_s}, false);
    row("an A-label", {u"xn--bcher-kva.example.org"_s}, true, u"xn--bcher-kva.example.org"_s);
    row("UTF-8 instead of an A-label", {u"bücher.example.org"_s}, false,
        u"xn--bcher-kva.example.org"_s);
    QStringList many;
    for (int i = 0; i < 1000; ++i)
        many += u"m%1.example.net"_s.arg(i);
    row("behind a thousand others", many + QStringList{u"imap.example.org"_s}, true);
    row("not among a thousand others", many, false);

    const auto changed = [this](const char *name, const CertificateSpec &spec, bool isNamed) {
        addRow(name, {leaf(spec), m_intermediate},
            isNamed ? QStringList() : QStringList{u"name-mismatch"_s});
    };
    changed("a common name alone", leafWith([](auto &spec) { spec.withoutSubjectAltName = true; }),
        false);
    changed("a common name beside an address", leafWith([](auto &spec) {
        spec.dnsNames.clear();
        spec.ipNames = {QHostAddress(u"192.0.2.7"_s)};
    }),
        false);
    changed(
        "no subject, but the name", leafWith([](auto &spec) { spec.commonName.clear(); }), true);
    changed("no subject and no name", leafWith([](auto &spec) {
        spec.commonName.clear();
        spec.withoutSubjectAltName = true;
    }),
        false);
    changed("a NUL and another name behind it", leafWith([](auto &spec) {
        spec.dnsNames.clear();
        spec.rawDnsName = QByteArray("imap.example.org\0.evil.com", 26);
    }),
        false);
    changed("a NUL in the common name", leafWith([](auto &spec) {
        spec.commonName = QString::fromLatin1("imap.example.org\0.evil.com", 26);
        spec.withoutSubjectAltName = true;
    }),
        false);
    changed("a blank in front", leafWith([](auto &spec) {
        spec.dnsNames.clear();
        spec.rawDnsName = " imap.example.org";
    }),
        false);
}

void TestCertificateVerifier::judgesAddresses_data()
{
    addColumns();

    const auto row
        = [this](const char *name, const CertificateSpec &spec, const QString &host, bool isNamed) {
              addRow(name, {leaf(spec), m_intermediate},
                  isNamed ? QStringList() : QStringList{u"name-mismatch"_s}, host);
          };
    const auto withAddress = [](const QString &address) {
        return leafWith([&](auto &spec) { spec.ipNames = {QHostAddress(address)}; });
    };
    const auto withName
        = [](const QString &name) { return leafWith([&](auto &spec) { spec.dnsNames = {name}; }); };
    row("IPv4", withAddress(u"192.0.2.7"_s), u"192.0.2.7"_s, true);
    row("another IPv4", withAddress(u"192.0.2.70"_s), u"192.0.2.7"_s, false);
    row("IPv6", withAddress(u"2001:db8::7"_s), u"2001:db8::7"_s, true);
    row("IPv6 written out", withAddress(u"2001:db8::7"_s),
        *HostName::parse(u"[2001:0DB8:0:0:0:0:0:7]"_s), true);
    row("IPv6 with a zone", withAddress(u"fe80::1"_s), *HostName::parse(u"fe80::1%eth0"_s), true);
    row("another IPv6", withAddress(u"2001:db8::8"_s), u"2001:db8::7"_s, false);
    row("an address written as a name", withName(u"192.0.2.7"_s), u"192.0.2.7"_s, false);
    row("an address in a wildcard", withName(u"*.0.2.7"_s), u"192.0.2.7"_s, false);
    row("an address as the common name", leafWith([](auto &spec) {
        spec.commonName = u"192.0.2.7"_s;
        spec.withoutSubjectAltName = true;
    }),
        u"192.0.2.7"_s, false);
    row("a name only", leafSpec(), u"192.0.2.7"_s, false);
    row("an address only, asked for by name", leafWith([](auto &spec) {
        spec.dnsNames.clear();
        spec.ipNames = {QHostAddress(u"192.0.2.7"_s)};
    }),
        u"imap.example.org"_s, false);
}

void TestCertificateVerifier::judgesUnusualChains_data()
{
    addColumns();

    QList<IssuedCertificate> strangers;
    for (int i = 0; i < 40; ++i)
        strangers += selfSigned(leafSpec(u"stranger%1.example.net"_s.arg(i)));

    addRow("nothing", {}, {u"missing"_s});
    addRow("in another order", {m_good, m_root, m_intermediate}, {});
    addRow("everything twice", {m_good, m_good, m_intermediate, m_intermediate}, {});
    addRow("with a stranger in between", {m_good, strangers.at(0), m_intermediate}, {});
    addRow("with strangers behind", QList{m_good, m_intermediate} + strangers, {});
    addRow("so many strangers that the issuer is not looked for any more",
        QList{m_good} + strangers + QList{m_intermediate}, {u"unknown-issuer"_s});
    addRow(
        "the issuer first", {m_intermediate, m_good}, {u"name-mismatch"_s, u"not-for-servers"_s});

    QList<IssuedCertificate> authorities = {m_root};
    for (int i = 0; i < 40; ++i)
        authorities.prepend(issue(caSpec(u"Authority %1"_s.arg(i)), authorities.constFirst()));
    addRow("of more authorities than anybody has",
        QList{issue(leafSpec(), authorities.constFirst())} + authorities, {u"unknown-issuer"_s});
    const auto ten = authorities.sliced(30);
    addRow("of ten authorities", QList{issue(leafSpec(), ten.constFirst())} + ten, {});

    // 1100 names times 1100 subtrees: libcrypto gives up at 2^20 comparisons.
    CertificateSpec explosive = caSpec(u"Explosive Intermediate"_s);
    CertificateSpec named = leafSpec();
    for (int i = 0; i < 1100; ++i) {
        explosive.nameConstraintsPermitted += u"d%1.example.org"_s.arg(i);
        named.dnsNames += u"m.d%1.example.org"_s.arg(i);
    }
    const IssuedCertificate explosiveCa = issue(explosive, m_root);
    addRow("names and constraints that would take forever",
        {issue(named, explosiveCa), explosiveCa}, {u"invalid"_s});
}

void TestCertificateVerifier::namesEverythingAtOnce_data()
{
    addColumns();

    const auto elsewhere = [](CertificateSpec &spec) { spec.dnsNames = {u"a.example.net"_s}; };
    const auto expired = [](CertificateSpec &spec) { spec.notAfter = today.addDays(-1); };
    addRow("signed by itself, for another name, expired", {selfSigned(leafWith([&](auto &spec) {
        elsewhere(spec);
        expired(spec);
    }))},
        {u"self-signed"_s, u"name-mismatch"_s, u"expired"_s});
    addRow("of an unknown issuer, for another name, expired",
        {issue(leafWith([&](auto &spec) {
             elsewhere(spec);
             expired(spec);
         }),
             m_unknownRoot),
            m_unknownRoot},
        {u"unknown-issuer"_s, u"name-mismatch"_s, u"expired"_s});
    addRow("acceptable and unacceptable doubts together", {selfSigned(leafWith([&](auto &spec) {
        elsewhere(spec);
        expired(spec);
        spec.key = TestKey::Rsa;
        spec.rsaBits = 1024;
        spec.digest = "SHA1";
        spec.extendedKeyUsage = {u"clientAuth"_s};
    }))},
        {u"self-signed"_s, u"name-mismatch"_s, u"expired"_s, u"not-for-servers"_s,
            u"weak-signature"_s, u"weak-key"_s});
    CertificateSpec old = caSpec(u"Old Intermediate"_s);
    old.notAfter = today.addDays(-1);
    const IssuedCertificate oldCa = issue(old, m_root);
    addRow("the one expired, the other not valid yet",
        {issue(leafWith([](auto &spec) { spec.notBefore = today.addDays(1); }), oldCa), oldCa},
        {u"expired"_s, u"not-yet-valid"_s});
}

void TestCertificateVerifier::namesTheCertificateThatFailed_data()
{
    QTest::addColumn<Chain>("chain");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("depth");
    QTest::addColumn<QStringList>("words");

    CertificateSpec old = caSpec(u"Old Intermediate"_s);
    old.notAfter = QDateTime(QDate(2026, 5, 31), QTime(12, 0), Qt::UTC);
    const IssuedCertificate oldCa = issue(old, m_root);
    QTest::newRow("an expired intermediate")
        << toChain({issue(leafSpec(), oldCa), oldCa}) << u"expired"_s << 1
        << QStringList{u"Old Intermediate"_s, u"2026-05-31T12:00:00Z"_s};
    QTest::newRow("an expired leaf")
        << toChain({leaf(leafWith([](auto &spec) {
                        spec.notAfter = QDateTime(QDate(2026, 5, 30), QTime(), Qt::UTC);
                    })),
               m_intermediate})
        << u"expired"_s << 0 << QStringList{u"imap.example.org"_s, u"2026-05-30T00:00:00Z"_s};
    QTest::newRow("a leaf that is not valid yet")
        << toChain({leaf(leafWith([](auto &spec) {
                        spec.notBefore = QDateTime(QDate(2026, 6, 2), QTime(), Qt::UTC);
                    })),
               m_intermediate})
        << u"not-yet-valid"_s << 0 << QStringList{u"2026-06-02T00:00:00Z"_s};
    QTest::newRow("another name, with what was asked for and what there is")
        << toChain({leaf(leafWith([](auto &spec) { spec.dnsNames = {u"a.example.net"_s}; })),
               m_intermediate})
        << u"name-mismatch"_s << 0 << QStringList{u"imap.example.org"_s, u"a.example.net"_s};
    QTest::newRow("no name at all, with the subject") << toChain(
        {leaf(leafWith([](auto &spec) { spec.withoutSubjectAltName = true; })), m_intermediate})
                                                      << u"name-mismatch"_s << 0
                                                      << QStringList{u"CN=imap.example.org"_s};
    QTest::newRow("an unknown root, by the certificate that names it")
        << toChain({issue(leafSpec(), m_unknownIntermediate), m_unknownIntermediate})
        << u"unknown-issuer"_s << 1 << QStringList{u"Unknown Intermediate"_s, u"Unknown Root"_s};
    QTest::newRow("a missing intermediate, by its name")
        << toChain({m_good}) << u"incomplete-chain"_s << 0
        << QStringList{u"imap.example.org"_s, u"Test Intermediate"_s};
    CertificateSpec shortKey = leafSpec();
    shortKey.key = TestKey::Rsa;
    shortKey.rsaBits = 1024;
    QTest::newRow("a short key, with its length")
        << toChain({leaf(shortKey), m_intermediate}) << u"weak-key"_s << 0
        << QStringList{u"RSA"_s, u"1024"_s};
    QTest::newRow("a weak signature, with its algorithm")
        << toChain({issue(leafWith([](auto &spec) { spec.digest = "MD5"; }), m_rsaRoot)})
        << u"weak-signature"_s << 0 << QStringList{u"md5WithRSAEncryption"_s};
    CertificateSpec weakCa = caSpec(u"Weak Intermediate"_s);
    weakCa.digest = "SHA1";
    const IssuedCertificate weakIntermediate = issue(weakCa, m_root);
    QTest::newRow("a weak signature on the intermediate")
        << toChain({issue(leafSpec(), weakIntermediate), weakIntermediate}) << u"weak-signature"_s
        << 1 << QStringList{u"Weak Intermediate"_s, u"SHA1"_s};
}

void TestCertificateVerifier::namesTheCertificateThatFailed()
{
    QFETCH(Chain, chain);
    QFETCH(QString, kind);
    QFETCH(int, depth);
    QFETCH(QStringList, words);

    const auto verifier = CertificateVerifier::withRootsOnly(toChain({m_root, m_rsaRoot}));
    const QList<Finding> findings = verifier.verify(chain, u"imap.example.org"_s, today);
    const auto found = std::find_if(findings.begin(), findings.end(),
        [&](const Finding &finding) { return toString(finding.kind) == kind; });
    QVERIFY2(found != findings.end(), qPrintable(kindNames(findings).join(u' ')));
    QCOMPARE(found->depth, depth);
    for (const QString &word : words)
        QVERIFY2(found->evidence.contains(word), qPrintable(found->evidence));
}

void TestCertificateVerifier::trustsNothingWithoutRoots()
{
    const auto verifier = CertificateVerifier::withRootsOnly({});
    QCOMPARE(kindNames(verifier.verify(
                 toChain({m_good, m_intermediate, m_root}), u"imap.example.org"_s, today)),
        QStringList{u"unknown-issuer"_s});
    QCOMPARE(
        kindNames(verifier.verify(toChain({m_good, m_intermediate}), u"imap.example.org"_s, today)),
        QStringList{u"unknown-issuer"_s});
}

void TestCertificateVerifier::trustsACertificateThatIsARootItself()
{
    const Chain own = toChain({selfSigned(leafSpec())});
    const auto verifier = CertificateVerifier::withRootsOnly(own);
    QCOMPARE(kindNames(verifier.verify(own, u"imap.example.org"_s, today)), QStringList());
    // Being trusted excuses nothing else.
    QCOMPARE(kindNames(verifier.verify(own, u"smtp.example.org"_s, today.addYears(1))),
        (QStringList{u"name-mismatch"_s, u"expired"_s}));
}

void TestCertificateVerifier::trustsFurtherRoots()
{
    const CertificateVerifier verifier(toChain({m_root}));
    const QString host = u"imap.example.org"_s;
    QCOMPARE(
        kindNames(verifier.verify(toChain({m_good, m_intermediate}), host, today)), QStringList());
    QCOMPARE(kindNames(CertificateVerifier().verify(
                 toChain({m_good, m_intermediate, m_root}), host, today)),
        QStringList{u"unknown-issuer"_s});
}

void TestCertificateVerifier::neverVouchesForACertificateThatIsNotTheFirst()
{
    const auto verifier = CertificateVerifier::withRootsOnly(toChain({m_root}));
    const Chain chain = Chain{Certificate()} + toChain({m_good, m_intermediate});
    QVERIFY(!verifier.verify(chain, u"imap.example.org"_s, today).isEmpty());
    QCOMPARE(kindNames(verifier.verify({Certificate()}, u"imap.example.org"_s, today)),
        QStringList{u"missing"_s});
}

void TestCertificateVerifier::keepsHostileNamesOutOfTheEvidence()
{
    CertificateSpec spec = leafSpec();
    spec.commonName = u"imap.bank.org\nVerified by: You\u202e\u200b\x1b[31m"_s;
    spec.dnsNames = {u"a\u202eb"_s, u"c\nd"_s};
    spec.notAfter = today.addDays(-1);
    const auto verifier = CertificateVerifier::withRootsOnly({});
    const QList<Finding> findings
        = verifier.verify(toChain({selfSigned(spec)}), u"imap.example.org"_s, today);
    QCOMPARE(
        kindNames(findings), (QStringList{u"self-signed"_s, u"name-mismatch"_s, u"expired"_s}));
    for (const Finding &finding : findings) {
        const bool isInert = std::all_of(
            finding.evidence.begin(), finding.evidence.end(), [](QChar c) { return c.isPrint(); });
        QVERIFY2(isInert, qPrintable(finding.evidence));
    }
}

void TestCertificateVerifier::letsAChosenAuthorityVouch_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("leafEndsInDays");
    QTest::addColumn<int>("authorityEndsInDays");
    QTest::addColumn<bool>("isAuthority");
    QTest::addColumn<bool>("vouches");
    const QString host = u"mail.example.org"_s;
    QTest::newRow("as it should be") << host << 90 << 900 << true << true;
    QTest::newRow("another name") << u"other.example.org"_s << 90 << 900 << true << false;
    QTest::newRow("expired") << host << -1 << 900 << true << false;
    QTest::newRow("an authority that has expired") << host << 90 << -1 << true << false;
    QTest::newRow("no authority") << host << 90 << 900 << false << false;
}

/// An authority of the user's choice makes good who vouches, and nothing else.
void TestCertificateVerifier::letsAChosenAuthorityVouch()
{
    QFETCH(QString, host);
    QFETCH(int, leafEndsInDays);
    QFETCH(int, authorityEndsInDays);
    QFETCH(bool, isAuthority);
    QFETCH(bool, vouches);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    CertificateSpec authority;
    authority.commonName = u"Example Works"_s;
    authority.isCa = isAuthority;
    authority.notBefore = now.addDays(-900);
    authority.notAfter = now.addDays(authorityEndsInDays);
    const IssuedCertificate issuer = selfSigned(authority);
    CertificateSpec spec;
    spec.dnsNames = QStringList{u"mail.example.org"_s};
    spec.notBefore = now.addDays(-90);
    spec.notAfter = now.addDays(leafEndsInDays);
    const Certificate chosen(QSslCertificate(issuer.certificatePem));
    const Certificate leaf(QSslCertificate(issue(spec, issuer).certificatePem));
    const auto verifier = CertificateVerifier::withRootsOnly({});
    QCOMPARE(verifier.vouchingAmong({chosen}, {leaf}, host, now).isNull(), !vouches);
    QVERIFY2(
        verifier.vouchingAmong({leaf}, {leaf}, host, now).isNull(), "nobody vouches for himself");
    QVERIFY(!verifier.verify({leaf}, host, now).isEmpty());
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestCertificateVerifier)

#include "tst_certificateverifier.moc"
