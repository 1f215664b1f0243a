// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether every failure has a problem, a code, a row in the table, words for people in every language,
// and a test that provokes it. The handbook has an entry for each code (tests/ui/tst_wizard.cpp).

#include "diagnosis/advice.h"
#include "diagnosis/catalogue.h"
#include "diagnosis/diagnose.h"
#include "sourcefile.h"
#include "support/names.h"

#include <QDir>
#include <QMap>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

/// A row of core/diagnosis/CODES.md.
struct CodeRow
{
    QString meaning;
    bool isImplemented = false;
};

/// By code. A row is `| code | when | state |`, the state empty or "planned".
QMap<QString, CodeRow> readCodes(const QString &markdown)
{
    static const QRegularExpression row(
        uR"(^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|$)"_s, QRegularExpression::MultilineOption);
    QMap<QString, CodeRow> rows;
    auto matches = row.globalMatch(markdown);
    while (matches.hasNext()) {
        const auto match = matches.next();
        rows.insert(
            match.captured(1), {match.captured(2).trimmed(), match.captured(3) != "planned"_L1});
    }
    return rows;
}

/// The enumerators of an enum class, counted in the code that declares it.
int enumeratorCount(const QString &code, const QString &name)
{
    const QRegularExpression declaration(u"enum class %1 \\{([^}]*)\\}"_s.arg(name));
    const QString body = declaration.match(withoutComments(code)).captured(1);
    int count = 0;
    for (const QString &enumerator : body.split(u',')) {
        if (!enumerator.trimmed().isEmpty())
            ++count;
    }
    return count;
}

Diagnosis diagnosisOf(Problem problem)
{
    Diagnosis diagnosis;
    diagnosis.problem = problem;
    diagnosis.endpoint
        = {Protocol::Imap, hostName(u"imap.example.org"_s), 993, Security::ImplicitTls};
    diagnosis.details = NameDetails{{u"mail.example.net"_s}};
    return diagnosis;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void knowsEveryEnumerator();
    void countsEnumerators();
    void hasProblem_data();
    void hasProblem();
    void hasRowAndWords_data();
    void hasRowAndWords();
    void isExpectedBySomeSuite_data();
    void isExpectedBySomeSuite();
    void hasWordsInEachLanguage_data();
    void hasWordsInEachLanguage();
    void tellsProblemsApart();
    void keepsItsWord_data();
    void keepsItsWord();
    void readsTable();
    void listsEveryTarget();
};

/// A new Problem has to have a row with all its parts, or it could be neither named nor explained.
void TestCatalogue::knowsEveryEnumerator()
{
    for (const ProblemRow *row : problemRows()) {
        QVERIFY2(row->code.contains(u'.'), row->code.data());
        QVERIFY2(row->words, row->code.data());
        QVERIFY2(!row->change || *row->change, row->code.data());
    }
    const QString code = readSource(u"core/diagnosis/problem.h"_s).text;
    const QList<Problem> problems = allProblems();
    QCOMPARE(problems.size(), enumeratorCount(code, u"Problem"_s));
    for (int i = 0; i < problems.size(); ++i)
        QVERIFY2(problems.count(static_cast<Problem>(i)) == 1, qPrintable(QString::number(i)));
}

void TestCatalogue::countsEnumerators()
{
    const QString code = u"enum class Other { X };\nenum class Problem {\n    A, // one, two\n"
                         "    B, ///< three\n};\n"_s;
    QCOMPARE(enumeratorCount(code, u"Problem"_s), 2);
    QCOMPARE(enumeratorCount(code, u"Fault"_s), 0);
}

void TestCatalogue::hasProblem_data()
{
    QTest::addColumn<Problem>("problem");
    const int faults = enumeratorCount(readSource(u"core/account/fault.h"_s).text, u"Fault"_s);
    const int findings
        = enumeratorCount(readSource(u"core/certificate/finding.h"_s).text, u"Kind"_s);
    QVERIFY(faults > 0 && findings > 0);
    for (int i = 0; i < faults; ++i)
        QTest::addRow("fault %d", i) << problemOf(static_cast<Fault>(i));
    for (int i = 0; i < findings; ++i) {
        const auto kind = static_cast<Finding::Kind>(i);
        QTest::addRow("finding %s", qPrintable(toString(kind))) << problemOf(kind);
    }
}

void TestCatalogue::hasProblem()
{
    QFETCH(Problem, problem);
    QVERIFY(allProblems().contains(problem));
}

void TestCatalogue::hasRowAndWords_data()
{
    QTest::addColumn<Problem>("problem");
    for (const Problem problem : allProblems())
        QTest::newRow(qPrintable(toString(problem))) << problem;
}

void TestCatalogue::hasRowAndWords()
{
    QFETCH(Problem, problem);
    const QString code = toString(problem);
    static const QRegularExpression form(u"^[a-z]+\\.[a-z0-9-]+$"_s);
    QVERIFY(form.match(code).hasMatch());
    QVERIFY(problemFromString(code) == problem);

    const auto rows = readCodes(readSource(u"core/diagnosis/CODES.md"_s).text);
    QVERIFY2(rows.contains(code), "no row in core/diagnosis/CODES.md");
    QVERIFY(!rows.value(code).meaning.isEmpty());
    QVERIFY2(rows.value(code).isImplemented, "CODES.md says that it is only planned");

    if (rowOf(problem).nextStep != NextStep::None) // what a button can do, words say as well
        QVERIFY(topicOf(problem) != Topic::Dns && topicOf(problem) != Topic::Discovery);
    const AdviceText words = Advice::textFor(diagnosisOf(problem));
    for (const QString &text : {words.title, words.cause, words.remedy}) {
        QVERIFY(text.endsWith(u'.')); // whole sentences
        QVERIFY2(!text.contains(u'%'), qPrintable(text)); // nothing left to fill in
        QVERIFY2(!text.contains("SSL"_L1), qPrintable(text)); // the word is TLS
    }
}

void TestCatalogue::isExpectedBySomeSuite_data()
{
    QTest::addColumn<Problem>("problem");
    for (const Problem problem : allProblems())
        QTest::newRow(qPrintable(toString(problem))) << problem;
}

/// Whatever can happen on the way to a server is expected by a suite of the labels `hostile` and
/// `servers`, whose servers are real or scripted; the rest by some suite. That the suite compares it is
/// not seen here.
void TestCatalogue::isExpectedBySomeSuite()
{
    QFETCH(Problem, problem);
    const bool isOnTheWay = topicOf(problem) != Topic::SignIn
        || problem == Problem::SecurityPlaintext
        || problem == Problem::SecurityLoginBeforeTlsDisabled;
    const QStringList folders = isOnTheWay
        ? QStringList{u"tests/hostile"_s, u"tests/servers"_s}
        : QStringList{u"tests/hostile"_s, u"tests/servers"_s, u"tests/net"_s, u"tests/unit"_s};
    const QString quoted = u"\"%1\""_s.arg(toString(problem));
    const QList<SourceFile> suites = readSources(folders, {u"tst_*.cpp"_s});
    QVERIFY(!suites.isEmpty());
    QVERIFY2(std::any_of(suites.begin(), suites.end(),
                 [&quoted](const SourceFile &suite) {
                     return withoutComments(suite.text).contains(quoted);
                 }),
        qPrintable(u"no suite below %1 expects it"_s.arg(folders.join(u", "_s))));
}

void TestCatalogue::hasWordsInEachLanguage_data()
{
    isExpectedBySomeSuite_data();
}

/// The words are those of the language, with nothing of the English ones left.
void TestCatalogue::hasWordsInEachLanguage()
{
    QFETCH(Problem, problem);
    const AdviceText english = Advice::textFor(diagnosisOf(problem));
    QStringList files = QDir(u":/i18n"_s).entryList();
    files.removeAll(u"postern_en.qm"_s);
    QVERIFY(files.contains(u"postern_de.qm"_s));
    for (const QString &file : files) {
        QTranslator language;
        QVERIFY(language.load(u":/i18n/"_s + file));
        QCoreApplication::installTranslator(&language);
        const AdviceText words = Advice::textFor(diagnosisOf(problem));
        QCoreApplication::removeTranslator(&language);
        QVERIFY2(words.title != english.title, qPrintable(file));
        QVERIFY2(words.cause != english.cause, qPrintable(file));
        QVERIFY2(words.remedy != english.remedy, qPrintable(file));
    }
}

/// Words that fall through to those of another problem would send people the wrong way.
void TestCatalogue::tellsProblemsApart()
{
    QMap<QString, QString> titles;
    for (const Problem problem : allProblems()) {
        const QString title = Advice::textFor(diagnosisOf(problem)).title;
        QVERIFY2(!titles.contains(title),
            qPrintable(u"%1 and %2: %3"_s.arg(titles.value(title), toString(problem), title)));
        titles.insert(title, toString(problem));
    }
}

void TestCatalogue::keepsItsWord_data()
{
    QTest::addColumn<bool>("isImplemented");
    const auto rows = readCodes(readSource(u"core/diagnosis/CODES.md"_s).text);
    QVERIFY(!rows.isEmpty());
    for (auto row = rows.begin(); row != rows.end(); ++row)
        QTest::newRow(qPrintable(row.key())) << row->isImplemented;
}

/// The table names no code that does not exist, and calls none planned that does.
void TestCatalogue::keepsItsWord()
{
    QFETCH(bool, isImplemented);
    const QString code = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(problemFromString(code).has_value(), isImplemented);
}

void TestCatalogue::readsTable()
{
    const auto rows = readCodes(u"| code | when | state |\n| --- | --- | --- |\n"
                                "| `a.b` | it happens |  |\n| `a.c` | later | planned |\n"_s);
    QCOMPARE(rows.keys(), (QStringList{u"a.b"_s, u"a.c"_s}));
    QCOMPARE(rows.value(u"a.b"_s).meaning, u"it happens"_s);
    QVERIFY(rows.value(u"a.b"_s).isImplemented);
    QVERIFY(!rows.value(u"a.c"_s).isImplemented);
}

/// A target that is declared and not listed could not be chosen.
void TestCatalogue::listsEveryTarget()
{
    static const QRegularExpression declaration(u"extern const ExportTarget (\\w+);"_s);
    const QString list = readSource(u"core/export/exporttarget.cpp"_s).text;
    int count = 0;
    for (const QRegularExpressionMatch &match :
        declaration.globalMatch(readSource(u"core/export/targets.h"_s).text)) {
        const QString name = match.captured(1);
        QVERIFY2(list.contains(u"&%1,"_s.arg(name)), qPrintable(name));
        ++count;
    }
    QVERIFY(count > 20);
}

} // namespace postern

Q_DECLARE_METATYPE(postern::Problem)

QTEST_GUILESS_MAIN(postern::TestCatalogue)
#include "tst_catalogue.moc"
