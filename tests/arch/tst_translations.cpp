// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether every shipped language says all that the program says.

#include "translationfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// What lupdate makes of @p translations for these sources; empty where it fails.
QByteArray updated(
    const QByteArray &translations, const QString &folder, const QStringList &sources)
{
    const QTemporaryDir temporary;
    const QString copy = temporary.filePath(u"postern_de.ts"_s);
    if (!write(copy, translations))
        return {};
    QProcess lupdate;
    lupdate.setWorkingDirectory(folder);
    lupdate.start(QStringLiteral(POSTERN_LUPDATE), sources + QStringList{u"-ts"_s, copy});
    if (!lupdate.waitForFinished(60000) || lupdate.exitCode() != 0) {
        qWarning("lupdate: %s", lupdate.readAllStandardError().constData());
        return {};
    }
    return contentOf(copy);
}

/// A Linguist file of one message.
QByteArray linguistFile(const QByteArray &source, const QByteArray &translation)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n"
           "<TS version=\"2.1\" language=\"de_DE\">\n<context>\n    <name>A</name>\n"
           "    <message>\n        <source>"
        + source + "</source>\n        " + translation + "\n    </message>\n</context>\n</TS>\n";
}

const QByteArray finished = "<translation>Weiter</translation>";

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void isComplete_data();
    void isComplete();
    void hasAHandbook_data();
    void hasAHandbook();
    void noticesUnfinished_data();
    void noticesUnfinished();
    void noticesChange_data();
    void noticesChange();
};

void TestTranslations::isComplete_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QDir(QStringLiteral(POSTERN_SOURCE_DIR)).filePath(u"translations"_s));
    const QStringList files = folder.entryList({u"postern_*.ts"_s}, QDir::Files);
    QVERIFY(files.contains(u"postern_de.ts"_s));
    for (const QString &file : files) {
        if (file != "postern_en.ts"_L1) // it has the plurals alone
            QTest::newRow(qPrintable(file)) << u"translations/"_s + file;
    }
}

void TestTranslations::isComplete()
{
    QFETCH(QString, file);
    const QDir project(QStringLiteral(POSTERN_SOURCE_DIR));
    const QByteArray before = contentOf(project.filePath(file));
    const QList<TranslatedMessage> messages = readTranslations(before);
    QVERIFY2(!messages.isEmpty(), qPrintable(file + " is missing, empty or no Linguist file"_L1));
    const QByteArray after = updated(before, project.path(), {u"core"_s, u"ui"_s, u"app"_s});
    QVERIFY(!after.isEmpty());

    const QStringList faults
        = unfinishedFaults(messages) + staleFaults(messages, readTranslations(after));
    // Not in the message of QVERIFY2, which is cut off after a page.
    if (!faults.isEmpty())
        qInfo("%s", qPrintable(faults.join(u'\n')));
    QVERIFY2(faults.isEmpty(), qPrintable(u"%1: %2 faults"_s.arg(file).arg(faults.size())));
}

void TestTranslations::hasAHandbook_data()
{
    isComplete_data();
}

/// The language that the file says it is in is that of its name, and its handbook is there.
void TestTranslations::hasAHandbook()
{
    QFETCH(QString, file);
    const QDir project(QStringLiteral(POSTERN_SOURCE_DIR));
    const QString code = file.section(u'_', 1).section(u'.', 0, 0);
    const QByteArray content = contentOf(project.filePath(file));
    QVERIFY(content.contains("<TS version=\"2.1\" language=\"" + code.toUtf8()));
    QVERIFY(!contentOf(project.filePath(u"resources/help/help_%1.html"_s.arg(code))).isEmpty());
    QStringList named;
    for (const TranslatedMessage &message : readTranslations(content)) {
        if (message.context == "postern::HelpWindow"_L1 && message.source == "en"_L1)
            named = message.translations;
    }
    QCOMPARE(named, QStringList{code});
}

void TestTranslations::noticesUnfinished_data()
{
    QTest::addColumn<QByteArray>("translation");
    QTest::addColumn<QString>("fault");

    QTest::newRow("finished") << finished << QString();
    QTest::newRow("plural") << "<translation><numerusform>%n Server</numerusform>"
                               "<numerusform>%n Server</numerusform></translation>"_ba
                            << QString();
    QTest::newRow("unfinished") << R"(<translation type="unfinished">Weiter</translation>)"_ba
                                << u"unfinished"_s;
    QTest::newRow("empty") << "<translation></translation>"_ba << u"empty"_s;
    QTest::newRow("plural with a gap") << "<translation><numerusform>%n Server</numerusform>"
                                          "<numerusform></numerusform></translation>"_ba
                                       << u"empty"_s;
    QTest::newRow("none") << QByteArray() << u"empty"_s;
    QTest::newRow("vanished") << R"(<translation type="vanished">Weiter</translation>)"_ba
                              << u"no longer"_s;
}

void TestTranslations::noticesUnfinished()
{
    QFETCH(QByteArray, translation);
    QFETCH(QString, fault);
    const auto messages = readTranslations(linguistFile("Next", translation));
    QCOMPARE(messages.size(), 1);
    const QStringList faults = unfinishedFaults(messages);
    QCOMPARE(faults.size(), fault.isEmpty() ? 0 : 1);
    QVERIFY(fault.isEmpty() || faults.constFirst().startsWith(fault));
}

void TestTranslations::noticesChange_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("faults");

    QTest::newRow("as it was") << "tr(\"Next\")"_ba << QStringList();
    QTest::newRow("new") << "tr(\"Next\") + tr(\"Back\")"_ba
                         << QStringList{u"new in the sources: A: “Back”"_s};
    QTest::newRow("gone") << "QString()"_ba << QStringList{u"gone from the sources: A: “Next”"_s};
    QTest::newRow("other meaning") << "tr(\"Next\", \"of a list\")"_ba
                                   << QStringList{u"new in the sources: A: “Next” (of a list)"_s,
                                          u"gone from the sources: A: “Next”"_s};
}

void TestTranslations::noticesChange()
{
    QFETCH(QByteArray, code);
    QFETCH(QStringList, faults);
    const QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"a.cpp"_s),
        "class A : public QObject\n{\n    Q_OBJECT\n    QString text() { return " + code
            + "; }\n};\n"));
    const QByteArray before = linguistFile("Next", finished);
    const QByteArray after = updated(before, folder.path(), {u"."_s});
    QVERIFY(!after.isEmpty());
    QCOMPARE(staleFaults(readTranslations(before), readTranslations(after)), faults);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestTranslations)
#include "tst_translations.moc"
