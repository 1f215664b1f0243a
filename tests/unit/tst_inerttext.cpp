// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/inerttext.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

class TestInertText : public QObject
{
    Q_OBJECT

private slots:
    void showsText_data();
    void showsText();
    void showsBytes_data();
    void showsBytes();
    void staysBounded_data();
    void staysBounded();
    void keepsBothEnds();
    void staysOnOneVisibleLine();
};

void TestInertText::showsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("nothing", QString(), QString());
    row("words", u"* OK Dovecot ready."_s, u"* OK Dovecot ready."_s);
    row("other alphabets", u"Grüße, привет, 你好"_s, u"Grüße, привет, 你好"_s);
    row("beyond the first plane", u"\U0001F430"_s, u"\U0001F430"_s);
    row("markup, which is text", u"<b>&amp;</b>"_s, u"<b>&amp;</b>"_s);
    row("ESC", u"\x1b[31;1mred"_s, u"\\x1b[31;1mred"_s);
    row("BEL, BS, VT and DEL", u"\x07\x08\x0b\x7f"_s, u"\\x07\\x08\\x0b\\x7f"_s);
    row("NUL", QString(QChar(0)), u"\\x00"_s);
    row("a line break", u"a\r\nb"_s, u"a\\x0d\\x0ab"_s);
    row("a tab", u"a\tb"_s, u"a\\x09b"_s);
    row("the control characters of Latin-1", u"\u0085\u009b"_s, u"\\x85\\x9b"_s);
    row("line breaks of Unicode", u"a\u2028b\u2029c"_s, u"a\\u2028b\\u2029c"_s);
    row("right to left", u"a\u202eb"_s, u"a\\u202eb"_s);
    row("every bidirectional sign",
        u"\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069"_s,
        u"\\u200e\\u200f\\u202a\\u202b\\u202c\\u202d\\u2066\\u2067\\u2068\\u2069"_s);
    row("nothing to see", u"\u200b\u200d\u2060\ufeff"_s, u"\\u200b\\u200d\\u2060\\ufeff"_s);
    row("a soft hyphen", u"a\u00adb"_s, u"a\\xadb"_s);
    row("a letter that is nothing to see", u"a\u3164b"_s, u"a\\u3164b"_s);
    row("for private use", u"\ue000"_s, u"\\ue000"_s);
    row("no character", u"\ufffe"_s, u"\\ufffe"_s);
    row("a tag", u"\U000E0041"_s, u"\\ue0041"_s);
    row("half a character", u"a"_s + QChar(0xd83d) + u"b"_s, u"a\ufffdb"_s);
    row("an accent of its own is taken into its letter", u"u\u0308"_s, u"ü"_s);
    row("accents without an end", u"Z"_s + QString(3, QChar(0x0336)), u"Z\\u0336\\u0336\\u0336"_s);
    row("a frame around a letter", u"a\u20dd"_s, u"a\\u20dd"_s);
}

void TestInertText::showsText()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(inertText(text), shown);
    // The same when it comes as bytes, where it can.
    if (text.isValidUtf16() && !text.startsWith(QChar(0xfeff)))
        QCOMPARE(inertText(text.toUtf8()), shown);
}

void TestInertText::showsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QByteArray &bytes, const QString &shown) {
        QTest::newRow(name) << bytes << shown;
    };
    row("UTF-8", "gr\xc3\xbc\xc3\x9f", u"grüß"_s);
    row("Latin-1", "gr\xfc\xdf", u"gr\\xfc\\xdf"_s);
    row("no UTF-8 at the end", "abc\xff", u"abc\\xff"_s);
    row("UTF-8 that is cut off", "abc\xc3", u"abc\\xc3"_s);
    row("UTF-8 and no UTF-8", "\xc3\xbc\xff", u"\\xc3\\xbc\\xff"_s);
    row("longer than needed", "\xc0\xaf", u"\\xc0\\xaf"_s);
    row("half a character", "\xed\xa0\xbd", u"\\xed\\xa0\\xbd"_s);
    row("ESC among bytes", "\xff\x1b[31m", u"\\xff\\x1b[31m"_s);
    row("NUL among bytes", QByteArray("\xff\0x", 3), u"\\xff\\x00x"_s);
    row("nothing", {}, QString());
}

void TestInertText::showsBytes()
{
    QFETCH(QByteArray, bytes);
    QTEST(inertText(bytes), "shown");
}

void TestInertText::staysBounded_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("a megabyte of letters") << QByteArray(1024 * 1024, 'x');
    QTest::newRow("a megabyte of line breaks") << QByteArray(1024 * 1024, '\n');
    QTest::newRow("a megabyte of bytes") << QByteArray(1024 * 1024, '\xff');
    QTest::newRow("a hundred thousand accents") << u"Z\u0336"_s.repeated(100000).toUtf8();
    QTest::newRow("pictures of two halves") << u"\U0001F430"_s.repeated(1000).toUtf8();
    QTest::newRow("pictures of two halves behind a letter")
        << (u"x"_s + u"\U0001F430"_s.repeated(1000)).toUtf8();
    QTest::newRow("as much as is shown") << QByteArray(maxShownCharacters, 'x');
    QTest::newRow("one more") << QByteArray(maxShownCharacters + 1, 'x');
}

void TestInertText::staysBounded()
{
    QFETCH(QByteArray, bytes);

    for (const int limit : {maxShownCharacters, 120, 77, 20}) {
        for (const QString &shown :
            {inertText(bytes, limit), inertText(QString::fromUtf8(bytes), limit)}) {
            QVERIFY(shown.size() <= limit);
            QVERIFY(shown.size() >= qMin<qsizetype>(limit, 20) / 2);
            QVERIFY2(shown.isValidUtf16(), qPrintable(QString::number(limit))); // no half left
        }
    }
}

void TestInertText::keepsBothEnds()
{
    const QString text = u"begin "_s + QString(1000, u'x') + u" end"_s;
    const QString shown = inertText(text, 40);
    QVERIFY2(shown.startsWith(u"begin xxx"_s), qPrintable(shown));
    QVERIFY2(shown.endsWith(u"xxx end"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u'…'), qPrintable(shown));
    QCOMPARE(inertText(QString(40, u'x'), 40), QString(40, u'x'));
}

void TestInertText::staysOnOneVisibleLine()
{
    const QList<QChar::Category> harmful
        = {QChar::Other_Control, QChar::Other_Format, QChar::Other_Surrogate,
            QChar::Other_PrivateUse, QChar::Other_NotAssigned, QChar::Separator_Line,
            QChar::Separator_Paragraph, QChar::Mark_NonSpacing, QChar::Mark_Enclosing};
    for (char32_t c = 0; c < 0x20000; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        const QString shown = inertText(QString() += QChar::fromUcs4(c));
        QVERIFY2(!shown.isEmpty(), qPrintable(QString::number(c, 16)));
        for (const char32_t visible : shown.toUcs4()) {
            QVERIFY2(
                !harmful.contains(QChar::category(visible)), qPrintable(QString::number(c, 16)));
        }
    }
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestInertText)

#include "tst_inerttext.moc"
