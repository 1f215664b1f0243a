// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/linebuffer.h"

#include <QTest>

namespace postern {

class TestLineBuffer : public QObject
{
    Q_OBJECT

private slots:
    void handsOutLines_data();
    void handsOutLines();
    void knowsItsLimit_data();
    void knowsItsLimit();
    void forgetsWhatItIsToldTo();
    void takesAsLongAsThereAreBytes_data();
    void takesAsLongAsThereAreBytes();
};

namespace {

QByteArrayList takeAll(LineBuffer &buffer)
{
    QByteArrayList lines;
    while (const auto line = buffer.takeLine())
        lines.append(*line);
    return lines;
}

} // namespace

void TestLineBuffer::handsOutLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArray>("rest");

    QTest::newRow("nothing") << QByteArray() << QByteArrayList{} << QByteArray();
    QTest::newRow("no end") << QByteArray("ab") << QByteArrayList{} << QByteArray("ab");
    QTest::newRow("CR LF") << QByteArray("ab\r\n") << QByteArrayList{"ab\r\n"} << QByteArray();
    QTest::newRow("LF") << QByteArray("ab\ncd\n") << QByteArrayList{"ab\n", "cd\n"} << QByteArray();
    QTest::newRow("CR alone ends nothing")
        << QByteArray("ab\rcd\r") << QByteArrayList{} << QByteArray("ab\rcd\r");
    QTest::newRow("empty lines") << QByteArray("\n\r\n\n") << QByteArrayList{"\n", "\r\n", "\n"}
                                 << QByteArray();
    QTest::newRow("a beginning behind")
        << QByteArray("ab\r\nc") << QByteArrayList{"ab\r\n"} << QByteArray("c");
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4) << QByteArrayList{QByteArray("a\0b\n", 4)}
                         << QByteArray();
}

void TestLineBuffer::handsOutLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    QFETCH(QByteArray, rest);

    // In two pieces, wherever the cut is; the first and the last one are in one piece.
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        LineBuffer buffer;
        buffer.append(bytes.first(cut));
        QByteArrayList found = takeAll(buffer);
        buffer.append(bytes.sliced(cut));
        found += takeAll(buffer);
        QCOMPARE(found, lines);
        QCOMPARE(buffer.rest(), rest);
        QCOMPARE(buffer.isEmpty(), rest.isEmpty());
    }
    LineBuffer bytewise;
    QByteArrayList found;
    for (const char byte : bytes) {
        bytewise.append(QByteArray(1, byte));
        found += takeAll(bytewise);
    }
    QCOMPARE(found, lines);
    QCOMPARE(bytewise.rest(), rest);
}

void TestLineBuffer::knowsItsLimit_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<bool>("isOver");
    QTest::newRow("as long as it may be") << QByteArrayList{"12345678"} << false;
    QTest::newRow("too long") << QByteArrayList{"123456789"} << true;
    QTest::newRow("too long in two pieces") << QByteArrayList{"12345678", "9"} << true;
    QTest::newRow("honest lines in front") << QByteArrayList{"1234567\n1234567\n12345678"} << false;
    QTest::newRow("too long behind a line") << QByteArrayList{"1\n123456789"} << true;
}

void TestLineBuffer::knowsItsLimit()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(bool, isOver);
    LineBuffer buffer(8);
    for (const QByteArray &piece : pieces) {
        buffer.append(piece);
        for (const QByteArray &line : takeAll(buffer))
            QVERIFY(line.size() <= 8);
    }
    QCOMPARE(buffer.isOverLimit(), isOver);
    buffer.setLineLimit(100);
    QVERIFY(!buffer.isOverLimit());
}

void TestLineBuffer::forgetsWhatItIsToldTo()
{
    LineBuffer buffer;
    buffer.append("one\ntwo\nthr");
    QCOMPARE(*buffer.takeLine(), "one\n");
    buffer.clear();
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.rest(), "");
    QVERIFY(!buffer.takeLine());
    buffer.append("ee\n");
    QCOMPARE(*buffer.takeLine(), "ee\n");
}

void TestLineBuffer::takesAsLongAsThereAreBytes_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("pieceCount");
    constexpr int many = 4 * 1024 * 1024;
    QTest::newRow("an endless line, byte by byte") << QByteArray("A") << many;
    QTest::newRow("many short lines at once") << QByteArray("\n").repeated(many) << 1;
    QTest::newRow("short lines in pieces") << QByteArray("* 1 EXISTS\r\n").repeated(5000) << 100;
}

/// Where the work grew with the square of the bytes, this would not end within the test's time:
/// it would be more than ten to the power of thirteen steps.
void TestLineBuffer::takesAsLongAsThereAreBytes()
{
    QFETCH(QByteArray, piece);
    QFETCH(int, pieceCount);
    LineBuffer buffer;
    qsizetype taken = 0;
    for (int i = 0; i < pieceCount; ++i) {
        buffer.append(piece);
        while (const auto line = buffer.takeLine())
            taken += line->size();
    }
    QCOMPARE(taken + buffer.rest().size(), piece.size() * pieceCount);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestLineBuffer)
#include "tst_linebuffer.moc"
