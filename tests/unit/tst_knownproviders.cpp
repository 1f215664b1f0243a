// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/hostname.h"
#include "account/registereddomain.h"
#include "discovery/knownproviders.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestKnownProviders : public QObject
{
    Q_OBJECT

private slots:
    void bringsTheLargeOnesAlong_data();
    void bringsTheLargeOnesAlong();
    void bringsEnoughAlong();
    void findsByMailExchanger();
    void noticesSlips_data();
    void noticesSlips();
    void refusesWhatIsBroken_data();
    void refusesWhatIsBroken();
};

namespace {

QByteArray documentWith(const QByteArray &server, const QByteArray &signIn = "\"password\"")
{
    return R"({"schema": "postern.providers/1", "providers": [{"id": "a", "name": "A",
        "domains": ["a.example"], "mx": ["mx.example"], "servers": [)"
        + server + R"(], "signIn": [)" + signIn
        + R"(], "switchedOffByDefault": ["pop3"], "help": "https://a.example/help"}]})";
}

const QByteArray goodServer = R"({"service": "imap", "host": "imap.a.example", "port": 993,
    "security": "tls", "username": "%EMAILLOCALPART%"})";

} // namespace

void TestKnownProviders::bringsTheLargeOnesAlong_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("imapHost");
    QTest::addColumn<SignInWay>("signIn");
    QTest::newRow("Gmail") << u"gmail.com"_s << u"imap.gmail.com"_s << SignInWay::OAuth;
    QTest::newRow("GMX") << u"gmx.de"_s << u"imap.gmx.net"_s << SignInWay::Password;
    QTest::newRow("iCloud") << u"icloud.com"_s << u"imap.mail.me.com"_s
                            << SignInWay::ApplicationPassword;
}

void TestKnownProviders::bringsTheLargeOnesAlong()
{
    QFETCH(QString, domain);
    QFETCH(QString, imapHost);
    QFETCH(SignInWay, signIn);
    const auto provider = KnownProviders::bundled().forDomain(hostName(domain));
    QVERIFY(provider);
    const Offer first = provider->offers.constFirst();
    QVERIFY((first.endpoint
        == Endpoint{Protocol::Imap, hostName(imapHost), 993, Security::ImplicitTls}));
    QVERIFY(first.provenance.isVouchedFor);
    QVERIFY(provider->signIn.contains(signIn));
    const bool canSend = std::any_of(provider->offers.begin(), provider->offers.end(),
        [](const Offer &offer) { return offer.endpoint.protocol == Protocol::Smtp; });
    QVERIFY(canSend);
}

void TestKnownProviders::bringsEnoughAlong()
{
    QVERIFY(KnownProviders::bundled().count() >= 30);
    QVERIFY(!KnownProviders::bundled().forDomain(hostName(u"example.org"_s)));
}

void TestKnownProviders::noticesSlips_data()
{
    QTest::addColumn<QString>("meant");
    QTest::newRow("gmial.com") << u"gmail.com"_s; // two changed places
    QTest::newRow("gmail.co") << u"gmail.com"_s; // one is missing
    QTest::newRow("gmail.comm") << u"gmail.com"_s;
    QTest::newRow("gnail.com") << u"gmail.com"_s;
    QTest::newRow("gmail.com") << QString(); // it is one itself
    QTest::newRow("gnial.com") << QString(); // two slips
    QTest::newRow("example.org") << QString();
    QTest::newRow("a") << QString();
}

void TestKnownProviders::noticesSlips()
{
    QFETCH(QString, meant);
    QCOMPARE(
        KnownProviders::bundled().closeTo(hostName(QString::fromLatin1(QTest::currentDataTag()))),
        meant);
}

void TestKnownProviders::findsByMailExchanger()
{
    const auto provider = KnownProviders::bundled().forMailExchangers(u"outlook.com"_s);
    QVERIFY(provider);
    QCOMPARE(provider->offers.constFirst().endpoint.host, u"outlook.office365.com"_s);
}

void TestKnownProviders::refusesWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << documentWith(goodServer) << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("another schema")
        << documentWith(goodServer).replace("providers/1", "providers/2") << false;
    QTest::newRow("no such service")
        << documentWith(QByteArray(goodServer).replace("\"imap\"", "\"nntp\"")) << false;
    QTest::newRow("no such mode") << documentWith(
        QByteArray(goodServer).replace("\"tls\"", "\"ssl\""))
                                  << false;
    QTest::newRow("no host") << documentWith(
        QByteArray(goodServer).replace("imap.a.example", "a b"))
                             << false;
    QTest::newRow("no port") << documentWith(QByteArray(goodServer).replace("993", "0")) << false;
    QTest::newRow("no such way in") << documentWith(goodServer, "\"magic\"") << false;
}

void TestKnownProviders::refusesWhatIsBroken()
{
    QFETCH(QByteArray, document);
    QFETCH(bool, isGood);
    const auto providers = KnownProviders::read(document);
    QCOMPARE(providers.has_value(), isGood);
    if (!isGood)
        return;
    const auto provider = providers->forDomain(hostName(u"a.example"_s));
    QVERIFY(provider);
    QCOMPARE(provider->offers.constFirst().username.pattern(), u"%EMAILLOCALPART%"_s);
    QVERIFY(provider->switchedOffByDefault == QList{Protocol::Pop3});
    QCOMPARE(provider->help, QUrl(u"https://a.example/help"_s));
    QVERIFY(providers->forMailExchangers(u"mx.example"_s) == provider);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestKnownProviders)
#include "tst_knownproviders.moc"
