// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/transcript.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestTranscript : public QObject
{
    Q_OBJECT

private slots:
    void recordsBothWays();
    void isEmptyAtFirst();
    void recordsInertText_data();
    void recordsInertText();
    void staysBounded();
    void writesOneLineEach();
};

void TestTranscript::recordsBothWays()
{
    Transcript transcript;
    transcript.event(1, u"connected"_s);
    transcript.received(2.5, "* OK ready");
    transcript.sent(3, "a1 CAPABILITY");

    const QList<Transcript::Entry> expected = {
        {Transcript::Direction::Event, 1, u"connected"_s},
        {Transcript::Direction::Received, 2.5, u"* OK ready"_s},
        {Transcript::Direction::Sent, 3, u"a1 CAPABILITY"_s},
    };
    QVERIFY(transcript.entries() == expected);
    QCOMPARE(transcript.toText(),
        u"      1.0 -- connected\n"
        "      2.5 S: * OK ready\n"
        "      3.0 C: a1 CAPABILITY\n"_s);
}

void TestTranscript::isEmptyAtFirst()
{
    QVERIFY(Transcript().entries().isEmpty());
    QCOMPARE(Transcript().toText(), QString());
    QVERIFY(Transcript() == Transcript());
}

void TestTranscript::recordsInertText_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text");

    QTest::newRow("colours for a terminal") << QByteArray("\x1b[31mred") << u"\\x1b[31mred"_s;
    QTest::newRow("a line that is none of ours")
        << QByteArray("x\n0.0 C: faked") << u"x\\x0a0.0 C: faked"_s;
    QTest::newRow("bytes") << QByteArray("\xff\x00", 2) << u"\\xff\\x00"_s;
    QTest::newRow("right to left") << u"a\u202eb"_s.toUtf8() << u"a\\u202eb"_s;
    QTest::newRow("words that look like a placeholder") << QByteArray("%1 %2 %3") << u"%1 %2 %3"_s;
}

void TestTranscript::recordsInertText()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, text);

    Transcript transcript;
    transcript.sent(0, line);
    transcript.received(0, line);
    for (const Transcript::Entry &entry : transcript.entries())
        QCOMPARE(entry.text, text);
    QCOMPARE(transcript.toText(), u"      0.0 C: %1\n      0.0 S: %1\n"_s.arg(text));
    Transcript told;
    told.event(0, u"a\nb"_s);
    QCOMPARE(told.entries().constFirst().text, u"a\\x0ab"_s);
}

void TestTranscript::staysBounded()
{
    Transcript transcript;
    for (int i = 0; i < 10 * Transcript::maxEntries; ++i)
        transcript.received(i, QByteArray(1000, 'x'));
    QVERIFY(transcript.entries().size() <= Transcript::maxEntries);
    QVERIFY(transcript.toText().size() < Transcript::maxEntries * 400);
    QCOMPARE(transcript.entries().constFirst().atMs, 0); // how it began is what counts
}

void TestTranscript::writesOneLineEach()
{
    Transcript transcript;
    transcript.received(0, "a\r\nb\r\nc");
    transcript.event(1, u"d\u2028e"_s);
    QCOMPARE(transcript.toText().count(u'\n'), 2);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestTranscript)

#include "tst_transcript.moc"
