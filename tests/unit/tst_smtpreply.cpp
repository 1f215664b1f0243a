// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/smtpreply.h"

#include <QByteArrayList>
#include <QTest>

namespace postern {

class TestSmtpReply : public QObject
{
    Q_OBJECT

private slots:
    void assembles_data();
    void assembles();
    void waitsForTheLastLine_data();
    void waitsForTheLastLine();
    void refuses_data();
    void refuses();
    void startsAfreshAfterAReply();
    void knowsPositiveReplies_data();
    void knowsPositiveReplies();
};

void TestSmtpReply::assembles_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArrayList>("texts");

    QTest::newRow("one line") << QByteArrayList{"220 ready\r\n"} << 220 << QByteArrayList{"ready"};
    QTest::newRow("several") << QByteArrayList{"250-a\r\n", "250-b c\r\n", "250 d\r\n"} << 250
                             << QByteArrayList{"a", "b c", "d"};
    QTest::newRow("a code alone") << QByteArrayList{"250\r\n"} << 250 << QByteArrayList{""};
    QTest::newRow("a code and a blank") << QByteArrayList{"250 \r\n"} << 250 << QByteArrayList{""};
    QTest::newRow("an empty line within")
        << QByteArrayList{"250-\r\n", "250 x\r\n"} << 250 << QByteArrayList{"", "x"};
    QTest::newRow("a code alone at the end")
        << QByteArrayList{"250-x\r\n", "250\r\n"} << 250 << QByteArrayList{"x", ""};
    QTest::newRow("a bare LF") << QByteArrayList{"220 go\n"} << 220 << QByteArrayList{"go"};
    QTest::newRow("without a line end") << QByteArrayList{"220 go"} << 220 << QByteArrayList{"go"};
    QTest::newRow("a CR in the middle is text") << QByteArrayList{"220 go\r250 AUTH PLAIN\r\n"}
                                                << 220 << QByteArrayList{"go\r250 AUTH PLAIN"};
    QTest::newRow("a reply within the text is text") << QByteArrayList{"220-250-AUTH PLAIN\r\n",
        "220 250 OK\r\n"} << 220 << QByteArrayList{"250-AUTH PLAIN", "250 OK"};
    QTest::newRow("the lowest and the highest code")
        << QByteArrayList{"599 no\r\n"} << 599 << QByteArrayList{"no"};
    QTest::newRow("bytes over 0x7f")
        << QByteArrayList{"554 \xff\xfe\r\n"} << 554 << QByteArrayList{"\xff\xfe"};
}

void TestSmtpReply::assembles()
{
    QFETCH(QByteArrayList, lines);
    QFETCH(int, code);
    QFETCH(QByteArrayList, texts);

    SmtpReplyReader reader;
    for (const QByteArray &line : lines.first(lines.size() - 1))
        QCOMPARE(reader.add(line), SmtpReplyReader::State::Incomplete);
    QCOMPARE(reader.add(lines.constLast()), SmtpReplyReader::State::Complete);
    const SmtpReply reply = reader.take();
    QCOMPARE(reply.code, code);
    QCOMPARE(reply.texts, texts);
}

void TestSmtpReply::waitsForTheLastLine_data()
{
    QTest::addColumn<QByteArrayList>("lines");

    QTest::newRow("a first part, as spam traps send it") << QByteArrayList{"220-wait\r\n"};
    QTest::newRow("a code and a hyphen") << QByteArrayList{"250-\r\n"};
    QTest::newRow("several lines") << QByteArrayList{"250-a\r\n", "250-b\r\n"};
}

void TestSmtpReply::waitsForTheLastLine()
{
    QFETCH(QByteArrayList, lines);

    SmtpReplyReader reader;
    for (const QByteArray &line : lines)
        QCOMPARE(reader.add(line), SmtpReplyReader::State::Incomplete);
}

void TestSmtpReply::refuses_data()
{
    QTest::addColumn<QByteArrayList>("before");
    QTest::addColumn<QByteArray>("line");

    const auto row = [](const char *name, const QByteArray &line) {
        QTest::newRow(name) << QByteArrayList() << line;
    };
    row("nothing", "");
    row("an empty line", "\r\n");
    row("two digits", "25\r\n");
    row("letters", "hello\r\n");
    row("a letter in the code", "2x0 hi\r\n");
    row("four digits", "2200 hi\r\n");
    row("no separator", "220hi\r\n");
    row("a tab as separator", "220\thi\r\n");
    row("a blank before the code", " 220 hi\r\n");
    row("a code below 200", "100 go\r\n");
    row("a code above 599", "600 go\r\n");
    row("a code with a sign", "-20 go\r\n");
    row("IMAP", "* OK hi\r\n");
    row("POP3", "+OK hi\r\n");
    QTest::newRow("another code within a reply")
        << QByteArrayList{"250-a\r\n", "250-STARTTLS\r\n"} << QByteArray("550 no\r\n");
    QTest::newRow("another code that goes on")
        << QByteArrayList{"250-a\r\n"} << QByteArray("220-b\r\n");
    QTest::newRow("text within a reply") << QByteArrayList{"250-a\r\n"} << QByteArray("hello\r\n");
    QTest::newRow("an empty line within a reply")
        << QByteArrayList{"250-a\r\n"} << QByteArray("\r\n");
}

void TestSmtpReply::refuses()
{
    QFETCH(QByteArrayList, before);
    QFETCH(QByteArray, line);

    SmtpReplyReader reader;
    for (const QByteArray &earlier : before)
        QCOMPARE(reader.add(earlier), SmtpReplyReader::State::Incomplete);
    QCOMPARE(reader.add(line), SmtpReplyReader::State::Malformed);
}

void TestSmtpReply::startsAfreshAfterAReply()
{
    SmtpReplyReader reader;
    QCOMPARE(reader.add("220 first\r\n"), SmtpReplyReader::State::Complete);
    QCOMPARE(reader.take().texts, QList<QByteArray>{"first"});
    QCOMPARE(reader.add("250 second\r\n"), SmtpReplyReader::State::Complete);
    const SmtpReply reply = reader.take();
    QCOMPARE(reply.code, 250);
    QCOMPARE(reply.texts, QList<QByteArray>{"second"});
    QCOMPARE(reader.take().texts, QList<QByteArray>());
}

void TestSmtpReply::knowsPositiveReplies_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isPositive");

    QTest::newRow("220") << 220 << true;
    QTest::newRow("250") << 250 << true;
    QTest::newRow("299") << 299 << true;
    QTest::newRow("334, more is wanted") << 334 << false;
    QTest::newRow("421") << 421 << false;
    QTest::newRow("554") << 554 << false;
    QTest::newRow("none yet") << 0 << false;
}

void TestSmtpReply::knowsPositiveReplies()
{
    QFETCH(int, code);
    QTEST((SmtpReply{code, {}}).isPositive(), "isPositive");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestSmtpReply)

#include "tst_smtpreply.moc"
