// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/advice.h"
#include "support/names.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestAdvice : public QObject
{
    Q_OBJECT

private slots:
    void speaksInWholeSentences_data();
    void speaksInWholeSentences();
    void neverAdvisesLessSecurity_data();
    void neverAdvisesLessSecurity();
    void saysSomethingOfItsOwn();
    void namesTheNamesOfTheCertificate_data();
    void namesTheNamesOfTheCertificate();
    void writesAddressesAsPeopleDo();
    void tellsHowFarDatesAre_data();
    void tellsHowFarDatesAre();
    void namesTheMissingIssuer();
    void saysWhyItWasTurnedAway();
};

namespace {

Diagnosis diagnosisOf(Problem problem)
{
    Diagnosis diagnosis;
    diagnosis.problem = problem;
    diagnosis.endpoint
        = {Protocol::Imap, hostName(u"imap.example.org"_s), 993, Security::ImplicitTls};
    diagnosis.evidence = u"the evidence"_s;
    return diagnosis;
}

void addProblemRows()
{
    QTest::addColumn<Problem>("problem");
    for (const Problem problem : allProblems())
        QTest::addRow("%s", qPrintable(toString(problem))) << problem;
}

} // namespace

void TestAdvice::speaksInWholeSentences_data()
{
    addProblemRows();
}

void TestAdvice::speaksInWholeSentences()
{
    QFETCH(Problem, problem);

    const AdviceText words = Advice::textFor(diagnosisOf(problem));
    for (const QString &text : {words.title, words.cause, words.remedy}) {
        QVERIFY2(text.size() >= 10, qPrintable(text));
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(text.contains(u' '), qPrintable(text));
        QVERIFY2(!text.contains(u'%') && !text.contains(u"  "_s), qPrintable(text));
        const bool beginsWell = text.front().isUpper() || text.startsWith(u"imap.example.org"_s);
        QVERIFY2(beginsWell, qPrintable(text));
    }
    QVERIFY2(words.title.contains(u"imap.example.org"_s), qPrintable(words.title));
    QVERIFY2(words.title.count(u". "_s) == 0, qPrintable(words.title)); // one sentence
}

void TestAdvice::neverAdvisesLessSecurity_data()
{
    addProblemRows();
}

void TestAdvice::neverAdvisesLessSecurity()
{
    QFETCH(Problem, problem);

    QString remedy = Advice::textFor(diagnosisOf(problem)).remedy;
    remedy.remove(QRegularExpression(u"(Do not|Never) [^.:]*"_s)); // a warning may name it
    const QRegularExpression weaker(u"\\b(off|disable|deactivate|turn|ignore|skip|anyway|plaintext|"
                                    "plain text|unencrypted|without encryption|no encryption|"
                                    "without TLS|TLS 1\\.[01]|SSL|accept)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!weaker.match(remedy).hasMatch(), qPrintable(remedy));
}

void TestAdvice::saysSomethingOfItsOwn()
{
    QStringList titles;
    for (const Problem problem : allProblems()) {
        const QString title = Advice::textFor(diagnosisOf(problem)).title;
        QVERIFY2(!titles.contains(title), qPrintable(title));
        titles += title;
    }
}

void TestAdvice::tellsHowFarDatesAre_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("about");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("title");
    QTest::newRow("expired") << Problem::CertificateExpired << QString() << -12
                             << u"imap.example.org expired 12 day(s) ago, on 20 May 2026."_s;
    QTest::newRow("an authority that expired")
        << Problem::CertificateExpired << u"R11"_s << -3
        << u"of \"R11\", which vouches for imap.example.org, expired 3 day(s) ago, on 29 May 2026."_s;
    QTest::newRow("not valid yet")
        << Problem::CertificateNotYetValid << QString() << 2
        << u"imap.example.org becomes valid in 2 day(s), on 3 June 2026."_s;
    QTest::newRow("soon") << Problem::CertificateExpiresSoon << QString() << 5
                          << u"imap.example.org expires in 5 day(s), on 6 June 2026."_s;
}

void TestAdvice::tellsHowFarDatesAre()
{
    QFETCH(Problem, problem);
    QFETCH(QString, about);
    QFETCH(int, days);
    QFETCH(QString, title);
    QLocale::setDefault(QLocale::c());
    Diagnosis diagnosis = diagnosisOf(problem);
    const QDateTime now(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    diagnosis.details = DateDetails{now.addDays(days), now, about};
    const AdviceText words = Advice::textFor(diagnosis);
    QVERIFY2(words.title.endsWith(title), qPrintable(words.title));
    if (problem != Problem::CertificateExpiresSoon
        && about.isEmpty()) // the clock may be the reason
        QVERIFY2(words.cause.contains(u"clock says 1 June 2026, "_s), qPrintable(words.cause));
}

void TestAdvice::namesTheMissingIssuer()
{
    Diagnosis diagnosis = diagnosisOf(Problem::CertificateIncompleteChain);
    diagnosis.details = IssuerDetails{u"R11"_s};
    QCOMPARE(Advice::textFor(diagnosis).title,
        u"imap.example.org did not send the certificate of its issuer, \"R11\"."_s);
}

void TestAdvice::saysWhyItWasTurnedAway()
{
    Diagnosis diagnosis = diagnosisOf(Problem::ProtocolRejected);
    QSet<QString> causes{Advice::textFor(diagnosis).cause};
    RejectionDetails details;
    details.isTemporary = true;
    diagnosis.details = details;
    causes.insert(Advice::textFor(diagnosis).cause);
    details.isBlockListed = true; // tells more
    diagnosis.details = details;
    const QString cause = Advice::textFor(diagnosis).cause;
    QVERIFY2(cause.contains(u"block list"_s), qPrintable(cause));
    causes.insert(cause);
    details.isSwitchedOff = true;
    diagnosis.details = details;
    const QString title = Advice::textFor(diagnosis).title;
    QVERIFY2(title.endsWith(u"IMAP is switched off."_s), qPrintable(title));
    causes.insert(Advice::textFor(diagnosis).cause);
    QCOMPARE(causes.size(), 4);
}

void TestAdvice::namesTheNamesOfTheCertificate_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("part");

    QTest::newRow("one") << QStringList{u"a.example.net"_s} << u"a.example.net"_s;
    QTest::newRow("several") << QStringList{u"a.example.net"_s, u"b.example.net"_s}
                             << u"a.example.net, b.example.net"_s;
    QTest::newRow("one that looks like a placeholder")
        << QStringList{u"%1.example.net"_s} << u"%1.example.net"_s;
}

void TestAdvice::namesTheNamesOfTheCertificate()
{
    QFETCH(QStringList, names);
    QFETCH(QString, part);

    Diagnosis diagnosis = diagnosisOf(Problem::CertificateNameMismatch);
    const QString without = Advice::textFor(diagnosis).cause;
    diagnosis.details = NameDetails{names};
    const QString cause = Advice::textFor(diagnosis).cause;
    QVERIFY2(cause.contains(part), qPrintable(cause));
    QVERIFY(cause != without);
    diagnosis.details = NameDetails{QStringList(1000, u"a.example.net"_s)};
    QVERIFY(Advice::textFor(diagnosis).cause.size() < 500);
}

void TestAdvice::writesAddressesAsPeopleDo()
{
    Diagnosis diagnosis = diagnosisOf(Problem::ConnectRefused);
    diagnosis.endpoint.host = hostName(u"2001:db8::7"_s);
    const QString title = Advice::textFor(diagnosis).title;
    QVERIFY2(title.contains(u"[2001:db8::7]:993"_s), qPrintable(title));
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestAdvice)

#include "tst_advice.moc"
