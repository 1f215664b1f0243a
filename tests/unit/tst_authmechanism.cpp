// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account/authmechanism.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

class TestAuthMechanism : public QObject
{
    Q_OBJECT

private slots:
    void putsTheStrongestFirst_data();
    void putsTheStrongestFirst();
    void doesNotDependOnTheOrder();
};

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void TestAuthMechanism::putsTheStrongestFirst_data()
{
    QTest::addColumn<QStringList>("advertised");
    QTest::addColumn<QStringList>("ordered");

    const auto row = [](const char *name, const char *advertised, const char *ordered) {
        QTest::newRow(name) << words(advertised) << words(ordered);
    };
    row("none", "", "");
    row("the password itself comes last", "LOGIN PLAIN CRAM-MD5 SCRAM-SHA-256",
        "SCRAM-SHA-256 CRAM-MD5 PLAIN LOGIN");
    row("the newer proof before the older", "SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-256",
        "SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1");
    row("bound to the channel before unbound", "SCRAM-SHA-256 SCRAM-SHA-1-PLUS",
        "SCRAM-SHA-1-PLUS SCRAM-SHA-256");
    row("tokens before the password", "PLAIN XOAUTH2 OAUTHBEARER", "OAUTHBEARER XOAUTH2 PLAIN");
    row("proofs that leak before the password", "PLAIN NTLM DIGEST-MD5", "DIGEST-MD5 NTLM PLAIN");
    row("unknown ones behind the known, as they came", "X-B PLAIN X-A", "PLAIN X-B X-A");
    row("nobody in particular behind those with a name", "ANONYMOUS PLAIN", "PLAIN ANONYMOUS");
    row("in lower case", "plain Scram-Sha-256", "SCRAM-SHA-256 PLAIN");
    row("each once", "PLAIN plain LOGIN PLAIN", "PLAIN LOGIN");
    row("signs that no name has", "= =PLAIN PLAIN= PL.AIN <b> PLAIN", "PLAIN");
    row("of twenty letters, the longest there is", "ABCDEFGHIJKLMNOPQRST PLAIN",
        "PLAIN ABCDEFGHIJKLMNOPQRST");
    row("of twenty-one", "ABCDEFGHIJKLMNOPQRSTU PLAIN", "PLAIN");
    QTest::newRow("empty, blank and hostile") << QStringList{QString(), u" "_s, u"PLAIN LOGIN"_s,
        u"PLÄIN"_s, u"A\nB"_s, u"\u202e"_s, QString(100000, u'A')}
                                              << QStringList();
}

void TestAuthMechanism::putsTheStrongestFirst()
{
    QFETCH(QStringList, advertised);
    QTEST(strongestFirst(advertised), "ordered");
}

void TestAuthMechanism::doesNotDependOnTheOrder()
{
    QStringList names = words("EXTERNAL SCRAM-SHA-256 OAUTHBEARER CRAM-MD5 NTLM PLAIN LOGIN");
    const QStringList ordered = strongestFirst(names);
    std::sort(names.begin(), names.end());
    do {
        QCOMPARE(strongestFirst(names), ordered);
        std::rotate(names.begin(), names.begin() + 3, names.end());
    } while (!std::is_sorted(names.begin(), names.end()));
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestAuthMechanism)

#include "tst_authmechanism.moc"
