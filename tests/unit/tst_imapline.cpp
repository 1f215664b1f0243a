// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/imapline.h"

#include <QTest>

namespace postern {

class TestImapLine : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void readsStatus_data();
    void readsStatus();
    void readsLiteralSize_data();
    void readsLiteralSize();
};

void TestImapLine::splits_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("keyword");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const QByteArray &line, const QByteArrayList &parts) {
        QTest::newRow(name) << line << parts.value(0) << parts.value(1) << parts.value(2);
    };
    row("a greeting", "* OK IMAP ready\r\n", {"*", "OK", "IMAP ready"});
    row("a tagged reply", "a1 NO [AUTHENTICATIONFAILED] no\r\n",
        {"a1", "NO", "[AUTHENTICATIONFAILED] no"});
    row("a continuation", "+ go ahead\r\n", {"+", "GO", "ahead"});
    row("data", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n",
        {"*", "CAPABILITY", "IMAP4rev1 AUTH=PLAIN"});
    row("data that begins with a number", "* 23 EXISTS\r\n", {"*", "23", "EXISTS"});
    row("without a line end", "* OK hi", {"*", "OK", "hi"});
    row("with a bare LF", "* OK hi\n", {"*", "OK", "hi"});
    row("with two CR", "* OK hi\r\r\n", {"*", "OK", "hi"});
    row("a keyword in lower case, a text as it is", "A1 ok Hello\r\n", {"A1", "OK", "Hello"});
    row("several blanks", "*   OK   two  words\r\n", {"*", "OK", "  two  words"});
    row("no text", "* OK\r\n", {"*", "OK"});
    row("a tag alone", "*\r\n", {"*"});
    row("nothing", "", {});
    row("an empty line", "\r\n", {});
    row("a blank in front is no response", " * OK hi\r\n", {});
    row("a tab does not separate", "*\tOK hi\r\n", {"*\tOK", "HI"});
    row("a CR in the middle stays", "* OK one\rtwo\r\n", {"*", "OK", "one\rtwo"});
    row("bytes over 0x7f", "* OK gr\xc3\xbc\xdf\r\n", {"*", "OK", "gr\xc3\xbc\xdf"});
    row("a NUL", QByteArray("* OK a\0b\r\n", 10), {"*", "OK", QByteArray("a\0b", 3)});
    row("one word of 64 KiB", QByteArray(65536, 'x') + "\r\n", {QByteArray(65536, 'x')});
}

void TestImapLine::splits()
{
    QFETCH(QByteArray, line);

    const ImapLine parsed = ImapLine::parse(line);
    QTEST(parsed.tag, "tag");
    QTEST(parsed.keyword, "keyword");
    // Blanks around the text mean nothing.
    QFETCH(QByteArray, text);
    QCOMPARE(parsed.text.trimmed(), text.trimmed());
    QCOMPARE(parsed.isUntagged(), parsed.tag == "*");
}

void TestImapLine::readsStatus_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status"); // -1: none

    const auto row = [](const char *name, const QByteArray &line, int status) {
        QTest::newRow(name) << line << status;
    };
    row("OK", "* OK", static_cast<int>(ImapStatus::Ok));
    row("NO", "a1 no hm", static_cast<int>(ImapStatus::No));
    row("BAD", "* Bad hm", static_cast<int>(ImapStatus::Bad));
    row("BYE", "* BYE hm", static_cast<int>(ImapStatus::Bye));
    row("PREAUTH", "* preauth", static_cast<int>(ImapStatus::Preauth));
    row("data", "* CAPABILITY OK", -1);
    row("a word that begins like one", "* OKAY", -1);
    row("a word that ends like one", "* NOOK", -1);
    row("no keyword", "*", -1);
    row("nothing", "", -1);
}

void TestImapLine::readsStatus()
{
    QFETCH(QByteArray, line);
    QFETCH(int, status);

    const auto read = ImapLine::parse(line).status;
    QCOMPARE(read ? static_cast<int>(*read) : -1, status);
}

void TestImapLine::readsLiteralSize_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qlonglong>("size"); // -1: no literal

    const auto row = [](const char *name, const QByteArray &line, qlonglong size) {
        QTest::newRow(name) << line << size;
    };
    row("a literal", "* 1 FETCH (BODY[] {28}\r\n", 28);
    row("an empty one", "* LIST () \"/\" {0}\r\n", 0);
    row("one that does not wait", "* X {42+}\r\n", 42);
    row("a binary one", "* X ~{42}\r\n", 42);
    row("the last of several", "* X {1} {2}\r\n", 2);
    row("leading zeros", "* X {0007}\r\n", 7);
    row("of more than 32 bits", "* X {4294967296}\r\n", 4294967296);
    row("none", "* OK hi\r\n", -1);
    row("not at the end", "* X {42} \r\n", -1);
    row("no number", "* X {}\r\n", -1);
    row("a sign", "* X {-1}\r\n", -1);
    row("a plus alone", "* X {+}\r\n", -1);
    row("a plus in front", "* X {+42}\r\n", -1);
    row("letters", "* X {4a}\r\n", -1);
    row("a blank inside", "* X { 4}\r\n", -1);
    row("no opening brace", "* X 42}\r\n", -1);
}

void TestImapLine::readsLiteralSize()
{
    QFETCH(QByteArray, line);
    QFETCH(qlonglong, size);

    const auto read = ImapLine::parse(line).literalSize;
    QCOMPARE(read ? static_cast<qlonglong>(*read) : -1, size);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestImapLine)

#include "tst_imapline.moc"
