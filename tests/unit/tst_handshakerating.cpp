// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tls/handshakerating.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Grade = Rating::Grade;

class TestHandshakeRating : public QObject
{
    Q_OBJECT

private slots:
    void ratesVersions_data();
    void ratesVersions();
    void ratesCiphers_data();
    void ratesCiphers();
    void ratesKeyExchanges_data();
    void ratesKeyExchanges();
    void ratesSignatures_data();
    void ratesSignatures();
};

void TestHandshakeRating::ratesVersions_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<Grade>("grade");
    QTest::newRow("1.3") << u"TLSv1.3"_s << Grade::Good;
    QTest::newRow("1.2") << u"TLSv1.2"_s << Grade::Good;
    QTest::newRow("1.1") << u"TLSv1.1"_s << Grade::Weak;
    QTest::newRow("1.0") << u"TLSv1.0"_s << Grade::Weak;
    QTest::newRow("unknown") << QString() << Grade::Unknown;
}

void TestHandshakeRating::ratesVersions()
{
    QFETCH(QString, version);
    QFETCH(Grade, grade);
    Handshake session;
    session.version = tlsVersionFromString(version);
    QCOMPARE(ratingOfVersion(session).grade, grade);
}

void TestHandshakeRating::ratesCiphers_data()
{
    QTest::addColumn<QString>("cipher");
    QTest::addColumn<Grade>("grade");
    QTest::newRow("TLS 1.3") << u"TLS_AES_256_GCM_SHA384"_s << Grade::Good;
    QTest::newRow("ChaCha") << u"ECDHE-RSA-CHACHA20-POLY1305"_s << Grade::Good;
    QTest::newRow("CCM") << u"ECDHE-ECDSA-AES128-CCM8"_s << Grade::Good;
    QTest::newRow("CBC") << u"ECDHE-RSA-AES256-SHA384"_s << Grade::Dated;
    QTest::newRow("3DES") << u"DES-CBC3-SHA"_s << Grade::Weak;
    QTest::newRow("RC4") << u"ECDHE-RSA-RC4-SHA"_s << Grade::Weak;
    QTest::newRow("none at all") << u"NULL-SHA256"_s << Grade::Weak;
    QTest::newRow("unknown") << QString() << Grade::Unknown;
}

void TestHandshakeRating::ratesCiphers()
{
    QFETCH(QString, cipher);
    QFETCH(Grade, grade);
    Handshake session;
    session.cipher = cipher;
    QCOMPARE(ratingOfCipher(session).grade, grade);
}

void TestHandshakeRating::ratesKeyExchanges_data()
{
    QTest::addColumn<std::optional<bool>>("hasForwardSecrecy");
    QTest::addColumn<QString>("group");
    QTest::addColumn<Grade>("grade");
    QTest::newRow("elliptic") << std::optional(true) << u"x25519"_s << Grade::Good;
    QTest::newRow("large group") << std::optional(true) << u"DH 2048"_s << Grade::Good;
    QTest::newRow("small group") << std::optional(true) << u"DH 1024"_s << Grade::Weak;
    QTest::newRow("group unknown") << std::optional(true) << QString() << Grade::Good;
    QTest::newRow("static RSA") << std::optional(false) << QString() << Grade::Weak;
    QTest::newRow("unknown") << std::optional<bool>() << QString() << Grade::Unknown;
}

void TestHandshakeRating::ratesKeyExchanges()
{
    QFETCH(std::optional<bool>, hasForwardSecrecy);
    QFETCH(QString, group);
    QFETCH(Grade, grade);
    Handshake session;
    session.hasForwardSecrecy = hasForwardSecrecy;
    session.keyExchangeGroup = group;
    QCOMPARE(ratingOfKeyExchange(session).grade, grade);
}

void TestHandshakeRating::ratesSignatures_data()
{
    QTest::addColumn<QString>("signature");
    QTest::addColumn<Grade>("grade");
    QTest::newRow("SHA-256") << u"ECDSA with SHA256"_s << Grade::Good;
    QTest::newRow("SHA-1") << u"RSA with SHA1"_s << Grade::Weak;
    QTest::newRow("MD5") << u"RSA with MD5"_s << Grade::Weak;
    QTest::newRow("none") << QString() << Grade::Unknown;
}

void TestHandshakeRating::ratesSignatures()
{
    QFETCH(QString, signature);
    QFETCH(Grade, grade);
    Handshake session;
    session.peerSignature = signature;
    QCOMPARE(ratingOfSignature(session).grade, grade);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestHandshakeRating)

#include "tst_handshakerating.moc"
