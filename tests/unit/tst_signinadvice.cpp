// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/signinadvice.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Ways = QList<SignInWay>;

class TestSignInAdvice : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatItTakes_data();
    void tellsWhatItTakes();
    void namesWhatIsSwitchedOff();
    void hasWordsForEveryBundledProvider();
};

void TestSignInAdvice::tellsWhatItTakes_data()
{
    QTest::addColumn<Ways>("ways");
    QTest::addColumn<QString>("expected"); // in the text; empty: there is none

    QTest::newRow("the usual password") << Ways{SignInWay::Password} << QString();
    QTest::newRow("nothing is known") << Ways() << QString();
    QTest::newRow("another password")
        << Ways{SignInWay::ApplicationPassword} << u"refuses your usual password"_s;
    QTest::newRow("sometimes another") << Ways{SignInWay::Password, SignInWay::ApplicationPassword}
                                       << u"may ask for an application password"_s;
    QTest::newRow("the browser") << Ways{SignInWay::OAuth} << u"through the browser only"_s;
    QTest::newRow("the browser or another password")
        << Ways{SignInWay::OAuth, SignInWay::ApplicationPassword} << u"does as well"_s;
}

void TestSignInAdvice::tellsWhatItTakes()
{
    QFETCH(Ways, ways);
    QFETCH(QString, expected);
    KnownProvider provider;
    provider.name = u"Example Mail"_s;
    provider.signIn = ways;
    const QString text = SignInAdvice::textFor(provider);
    QCOMPARE(text.isEmpty(), expected.isEmpty());
    QVERIFY2(text.contains(expected), qPrintable(text));
    QVERIFY(text.isEmpty() || text.contains(provider.name));
}

void TestSignInAdvice::namesWhatIsSwitchedOff()
{
    KnownProvider provider;
    provider.name = u"Example Mail"_s;
    provider.signIn = {SignInWay::Password};
    provider.switchedOffByDefault = {Protocol::Imap, Protocol::Pop3};
    provider.help = QUrl(u"https://help.example/imap"_s);
    const QString text = SignInAdvice::textFor(provider);
    for (const QString &word : {u"IMAP"_s, u"POP3"_s, provider.help.toString()})
        QVERIFY2(text.contains(word), qPrintable(text));
}

/// Whoever must not use the usual password is told so.
void TestSignInAdvice::hasWordsForEveryBundledProvider()
{
    const KnownProviders providers = KnownProviders::bundled();
    for (const QString &domain :
        {u"gmail.com"_s, u"outlook.com"_s, u"icloud.com"_s, u"yahoo.com"_s}) {
        const auto provider = providers.forDomain(hostName(domain));
        QVERIFY2(provider, qPrintable(domain));
        QVERIFY2(!SignInAdvice::textFor(*provider).isEmpty(), qPrintable(domain));
    }
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestSignInAdvice)
#include "tst_signinadvice.moc"
