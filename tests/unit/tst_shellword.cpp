// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/shellword.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestShellWord : public QObject
{
    Q_OBJECT

private slots:
    void keepsWordsWhole_data();
    void keepsWordsWhole();
    void keepsToTheWidth();
};

namespace {

const QStringList awkwardWords{u"plain"_s, u"al \"q\" b\\s #1 %x ü@example.org"_s,
    u"it's $HOME `id` *"_s, u"two  blanks and a long way to go before the end of it"_s,
    QString(100, u'x'), u"-"_s, u"'"_s, u"\\"_s, u"back\\slash 'and' quote"_s, QString()};

QString lineOf(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(shellWord(word));
    return quoted.join(u' ');
}

/// What a shell makes of the line, word by word.
QStringList wordsReadByShell(const QString &line)
{
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf '%s\\n' "_s + line});
    if (!shell.waitForFinished())
        return {};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n');
    words.removeLast();
    return words;
}

} // namespace

void TestShellWord::keepsWordsWhole_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1, 10, 20, 33, 34, 35, 80, 1000})
        QTest::addRow("%d", width) << width;
}

void TestShellWord::keepsWordsWhole()
{
    QFETCH(int, width);
    QCOMPARE(wordsReadByShell(foldedShellLine(lineOf(awkwardWords), width)), awkwardWords);
}

void TestShellWord::keepsToTheWidth()
{
    const QString folded
        = foldedShellLine(lineOf({u"openssl"_s, u"s_client"_s, u"-connect"_s, u"mail.example:993"_s,
                              u"-verify_hostname"_s, u"mail.example"_s, u"-brief"_s}),
            40);
    QCOMPARE(folded,
        u"openssl s_client -connect \\\n    mail.example:993 -verify_hostname \\\n"
        "    mail.example -brief"_s);
    const QString comment = u"# a comment is left as it is, however long it may be in the end"_s;
    QCOMPARE(foldedShellLine(comment, 10), comment);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestShellWord)

#include "tst_shellword.moc"
