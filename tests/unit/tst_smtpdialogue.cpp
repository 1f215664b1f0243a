// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/smtpdialogue.h"
#include "transcriptplayer.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestSmtpDialogue : public QObject
{
    Q_OBJECT

private slots:
    void learns_data();
    void learns();
    void listsMechanisms_data();
    void listsMechanisms();
    void recognisesStartTls_data();
    void recognisesStartTls();
    void handsOverToTls_data();
    void handsOverToTls();
    void refusesPlaintextBehindStartTls_data();
    void refusesPlaintextBehindStartTls();
    void waits_data();
    void waits();
    void givesUpOnGreetings_data();
    void givesUpOnGreetings() { givesUp(); }
    void givesUpOnEhlo_data();
    void givesUpOnEhlo() { givesUp(); }
    void givesUpOnStartTls_data();
    void givesUpOnStartTls() { givesUp(); }
    void givesUpOnFloods_data();
    void givesUpOnFloods() { givesUp(); }
    void namesWhatWasOfferedInsteadOfStartTls_data();
    void namesWhatWasOfferedInsteadOfStartTls();
    void tellsItsStage();
    void saysFarewell();

private:
    void givesUp();
};

namespace {

const QByteArray ehloName = "[127.0.0.1]";

const QByteArrayList greeted = {"S: 220 mail.example.org ESMTP", "C: EHLO [127.0.0.1]"};
const QByteArrayList upgrading
    = greeted + QByteArrayList{"S: 250-mail.example.org", "S: 250 STARTTLS", "C: STARTTLS"};
const QByteArrayList upgraded
    = upgrading + QByteArrayList{"S: 220 go", "TLS", "C: EHLO [127.0.0.1]"};

ServerProfile directProfile(const QStringList &capabilities, const QStringList &mechanisms)
{
    ServerProfile profile;
    profile.greeting = "220 mail.example.org ESMTP";
    profile.capabilities = capabilities;
    profile.mechanisms = mechanisms;
    profile.isLoginDisabled = mechanisms.isEmpty();
    return profile;
}

ServerProfile upgradedProfile(const QStringList &capabilities, const QStringList &mechanisms)
{
    ServerProfile profile = directProfile(capabilities, mechanisms);
    profile.capabilitiesBeforeTls = {u"STARTTLS"_s};
    profile.isLoginDisabledBeforeTls = true;
    profile.offersStartTls = true;
    return profile;
}

} // namespace

void TestSmtpDialogue::learns_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("transcript");
    QTest::addColumn<ServerProfile>("profile");

    QTest::newRow("over implicit TLS")
        << Security::ImplicitTls
        << greeted
            + QByteArrayList{"S: 250-mail.example.org", "S: 250-SIZE 100", "S: 250 AUTH PLAIN"}
        << directProfile({u"SIZE 100"_s, u"AUTH PLAIN"_s}, {u"PLAIN"_s});
    QTest::newRow("over implicit TLS, where STARTTLS is offered once more and not asked for")
        << Security::ImplicitTls
        << greeted
            + QByteArrayList{"S: 250-mail.example.org", "S: 250-STARTTLS", "S: 250 AUTH PLAIN"}
        << directProfile({u"STARTTLS"_s, u"AUTH PLAIN"_s}, {u"PLAIN"_s});
    QTest::newRow("over implicit TLS, from a server that lists nothing")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: 250 mail.example.org"}
        << directProfile({}, {});
    QTest::newRow("over STARTTLS, and believes only what is said under TLS")
        << Security::StartTls
        << greeted
            + QByteArrayList{"S: 250-mail.example.org", "S: 250-STARTTLS",
                "S: 250 AUTH SCRAM-SHA-256", "C: STARTTLS", "S: 220 go", "TLS",
                "C: EHLO [127.0.0.1]", "S: 250-mail.example.org", "S: 250 AUTH CRAM-MD5"}
        << [] {
               auto profile = upgradedProfile({u"AUTH CRAM-MD5"_s}, {u"CRAM-MD5"_s});
               profile.capabilitiesBeforeTls = {u"STARTTLS"_s, u"AUTH SCRAM-SHA-256"_s};
               profile.isLoginDisabledBeforeTls = false;
               return profile;
           }();
    QTest::newRow("over STARTTLS, and no way in under TLS although there was one before")
        << Security::StartTls
        << greeted
            + QByteArrayList{"S: 250-mail.example.org", "S: 250-STARTTLS", "S: 250 AUTH PLAIN",
                "C: STARTTLS", "S: 220 go", "TLS", "C: EHLO [127.0.0.1]", "S: 250 mail.example.org"}
        << [] {
               auto profile = upgradedProfile({}, {});
               profile.capabilitiesBeforeTls = {u"STARTTLS"_s, u"AUTH PLAIN"_s};
               profile.isLoginDisabledBeforeTls = false;
               return profile;
           }();
    QTest::newRow("an answer to STARTTLS of several lines is one answer") << Security::StartTls
                                                                          << upgrading
            + QByteArrayList{"S: 220-go", "S: 220-250-AUTH PLAIN", "S: 220 go", "TLS",
                "C: EHLO [127.0.0.1]", "S: 250-mail.example.org",
                "S: 250 AUTH LOGIN"} << upgradedProfile({u"AUTH LOGIN"_s}, {u"LOGIN"_s});
    QTest::newRow("a greeting of several lines lists nothing")
        << Security::ImplicitTls
        << QByteArrayList{"S: 220-line1", "S: 220-250-AUTH PLAIN", "S: 220 mail.example.org ESMTP",
               "C: EHLO [127.0.0.1]", "S: 250-mail.example.org", "S: 250 SIZE"}
        << directProfile({u"SIZE"_s}, {});
    QTest::newRow("the server's name is no capability")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: 250-AUTH PLAIN", "S: 250 SIZE"}
        << directProfile({u"SIZE"_s}, {});
    QTest::newRow("a server whose own name is that of another service")
        << Security::ImplicitTls
        << QByteArrayList{"S: 220 ftp.example.org ESMTP Postfix", "C: EHLO [127.0.0.1]",
               "S: 250-ftp.example.org", "S: 250 AUTH PLAIN"}
        << [] {
               auto profile = directProfile({u"AUTH PLAIN"_s}, {u"PLAIN"_s});
               profile.greeting = "220 ftp.example.org ESMTP Postfix";
               return profile;
           }();
    QTest::newRow("over plaintext, without upgrading by itself")
        << Security::Plaintext
        << greeted
            + QByteArrayList{"S: 250-mail.example.org", "S: 250-STARTTLS", "S: 250 AUTH PLAIN"}
        << [] {
               auto profile = directProfile({u"STARTTLS"_s, u"AUTH PLAIN"_s}, {u"PLAIN"_s});
               profile.offersStartTls = true;
               return profile;
           }();
    QTest::newRow("over plaintext, without a way in")
        << Security::Plaintext
        << greeted + QByteArrayList{"S: 250-mail.example.org", "S: 250 STARTTLS"} << [] {
               auto profile = directProfile({u"STARTTLS"_s}, {});
               profile.isLoginDisabledBeforeTls = true;
               profile.offersStartTls = true;
               return profile;
           }();
    QTest::newRow("lines that end in a bare LF")
        << Security::ImplicitTls
        << QByteArrayList{"S: 220 mail.example.org ESMTP\n", "C: EHLO [127.0.0.1]",
               "S: 250-mail.example.org\n", "S: 250 AUTH PLAIN\n"}
        << directProfile({u"AUTH PLAIN"_s}, {u"PLAIN"_s});
}

void TestSmtpDialogue::learns()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);
    QFETCH(ServerProfile, profile);

    SmtpDialogue dialogue(security, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    compareProfiles(dialogue.profile(), profile);
}

void TestSmtpDialogue::listsMechanisms_data()
{
    QTest::addColumn<QByteArrayList>("capabilities");
    QTest::addColumn<QStringList>("mechanisms");

    QTest::newRow("the strongest first") << QByteArrayList{"AUTH LOGIN PLAIN SCRAM-SHA-256"}
                                         << QStringList{u"SCRAM-SHA-256"_s, u"PLAIN"_s, u"LOGIN"_s};
    QTest::newRow("the form of old Microsoft servers")
        << QByteArrayList{"AUTH=PLAIN LOGIN"} << QStringList{u"PLAIN"_s, u"LOGIN"_s};
    QTest::newRow("both forms") << QByteArrayList{"AUTH PLAIN", "AUTH=LOGIN"}
                                << QStringList{u"PLAIN"_s, u"LOGIN"_s};
    QTest::newRow("none named") << QByteArrayList{"AUTH"} << QStringList();
    QTest::newRow("none named, with a blank") << QByteArrayList{"AUTH "} << QStringList();
    QTest::newRow("none named, in the old form") << QByteArrayList{"AUTH="} << QStringList();
    QTest::newRow("in lower case") << QByteArrayList{"auth plain"} << QStringList{u"PLAIN"_s};
    QTest::newRow("words that begin or end like it")
        << QByteArrayList{"AUTHX PLAIN", "XAUTH PLAIN"} << QStringList();
    QTest::newRow("names that are none")
        << QByteArrayList{"AUTH = PLAIN=X <b> PLAIN"} << QStringList{u"PLAIN"_s};
    QByteArray many = "AUTH";
    for (int i = 0; i < 62; ++i)
        many += " X-" + QByteArray::number(i);
    QStringList names = {u"PLAIN"_s};
    for (int i = 0; i < 62; ++i)
        names += u"X-%1"_s.arg(i);
    QTest::newRow("sixty-three on a line") << QByteArrayList{many + " PLAIN"} << names;
}

void TestSmtpDialogue::listsMechanisms()
{
    QFETCH(QByteArrayList, capabilities);
    QFETCH(QStringList, mechanisms);

    QByteArrayList reply = {"S: 250-mail.example.org"};
    for (const QByteArray &capability : capabilities)
        reply += "S: 250-" + capability;
    SmtpDialogue dialogue(Security::ImplicitTls, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted + reply + QByteArrayList{"S: 250 HELP"}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    QCOMPARE(dialogue.profile().mechanisms, mechanisms);
    QCOMPARE(dialogue.profile().isLoginDisabled, mechanisms.isEmpty());
}

void TestSmtpDialogue::recognisesStartTls_data()
{
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("in mixed case") << QByteArray("250-sTaRtTlS");
    QTest::newRow("with a blank behind it") << QByteArray("250-STARTTLS ");
    QTest::newRow("with a parameter") << QByteArray("250-STARTTLS REQUIRED");
}

void TestSmtpDialogue::recognisesStartTls()
{
    QFETCH(QByteArray, line);

    SmtpDialogue dialogue(Security::StartTls, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted
                 + QByteArrayList{"S: 250-mail.example.org", "S: " + line, "S: 250 HELP",
                     "C: STARTTLS"}),
        QByteArray());
    QVERIFY(dialogue.profile().offersStartTls);
}

void TestSmtpDialogue::handsOverToTls_data()
{
    QTest::addColumn<QByteArrayList>("answer");

    QTest::newRow("plain consent") << QByteArrayList{"S: 220 2.0.0 Ready to start TLS"};
    QTest::newRow("without a text") << QByteArrayList{"S: 220"};
    QTest::newRow("of several lines")
        << QByteArrayList{"S: 220-go", "S: 220-250-AUTH PLAIN", "S: 220 go"};
    QTest::newRow("with words of another reply") << QByteArrayList{"S: 220 EHLO client!"};
    QTest::newRow("with a CR in the middle") << QByteArrayList{"S: 220 go\r250 AUTH PLAIN"};
    QTest::newRow("with a bare LF") << QByteArrayList{"S: 220 go\n"};
}

void TestSmtpDialogue::handsOverToTls()
{
    QFETCH(QByteArrayList, answer);

    SmtpDialogue dialogue(Security::StartTls, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + answer), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "StartHandshake");
    QCOMPARE(dialogue.profile().capabilities, QStringList());
    QCOMPARE(player.play({"TLS", "C: EHLO [127.0.0.1]", "S: 250 mail.example.org"}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    QCOMPARE(dialogue.profile().mechanisms, QStringList());
}

void TestSmtpDialogue::refusesPlaintextBehindStartTls_data()
{
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("an answer to EHLO") << QByteArray("250 AUTH PLAIN\r\n");
    QTest::newRow("a second consent") << QByteArray("220 go\r\n");
}

void TestSmtpDialogue::refusesPlaintextBehindStartTls()
{
    QFETCH(QByteArray, line);

    SmtpDialogue dialogue(Security::StartTls, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + QByteArrayList{"S: 220 go\n"}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "StartHandshake");
    QVERIFY(dialogue.onLine(line) == (Step{GaveUp{Fault::Unsolicited, line}}));
}

void TestSmtpDialogue::waits_data()
{
    QTest::addColumn<QByteArrayList>("transcript");

    QTest::newRow("for the second part of a greeting, without a word")
        << QByteArrayList{"S: 220-wait"};
    QTest::newRow("for the rest of a greeting that promises STARTTLS")
        << QByteArrayList{"S: 220-line1", "S: 220-250-STARTTLS"};
    QTest::newRow("for the rest of the capabilities")
        << greeted + QByteArrayList{"S: 250-mail.example.org", "S: 250-STARTTLS"};
    QTest::newRow("for the rest of the answer to STARTTLS")
        << upgrading + QByteArrayList{"S: 220-go"};
}

void TestSmtpDialogue::waits()
{
    QFETCH(QByteArrayList, transcript);

    SmtpDialogue dialogue(Security::StartTls, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "AwaitLine");
}

void TestSmtpDialogue::givesUpOnGreetings_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArrayList &greeting, Fault fault) {
        QTest::newRow(name) << Security::StartTls << greeting << fault << Stage::Greeting;
    };
    row("busy", {"S: 421 4.3.2 try later"}, Fault::GreetingRejected);
    row("refused", {"S: 554 5.7.1 no service"}, Fault::GreetingRejected);
    row("refused in several lines", {"S: 554-you are", "S: 554 not welcome"},
        Fault::GreetingRejected);
    row("250 is no greeting", {"S: 250 hello"}, Fault::Malformed);
    row("221 is no greeting", {"S: 221 bye"}, Fault::Malformed);
    row("354 is no greeting", {"S: 354 go ahead"}, Fault::Malformed);
    row("garbage", {"S: 1Gdo00V4 wFaIW2WP"}, Fault::Malformed);
    row("an empty line", {"S: "}, Fault::Malformed);
    row("the codes differ", {"S: 220-a", "S: 250 b"}, Fault::Malformed);
    row("IMAP", {"S: * OK IMAP4rev1 ready"}, Fault::WrongService);
    row("POP3", {"S: +OK POP3 ready"}, Fault::WrongService);
    row("HTTP", {"S: HTTP/1.1 400 Bad Request"}, Fault::WrongService);
    row("SSH", {"S: SSH-2.0-OpenSSH_9.2"}, Fault::WrongService);
    row("NNTP", {"S: 200 news.example.org ready"}, Fault::WrongService);
    row("FTP", {"S: 220 ftp.example.org FTP server ready"}, Fault::WrongService);
    row("FTP in several lines", {"S: 220-Welcome", "S: 220 to Pure-FTPd"}, Fault::WrongService);
    row("a TLS alert", {"S: " + QByteArray("\x15\x03\x01\x00\x02\x02\x46\n", 8)},
        Fault::TlsOnPlaintextPort);
}

void TestSmtpDialogue::givesUpOnEhlo_data()
{
    addFaultColumns();

    // HELO has no STARTTLS: to try it would only hide that there is none. A server that does not
    // want to talk says nothing of what it could do.
    for (const char *code : {"500", "501", "502", "504", "530", "550", "554", "421", "451"}) {
        const bool isUnknown = QByteArray(code).startsWith("50");
        QTest::addRow("%s where STARTTLS is wanted, and HELO is not tried", code)
            << Security::StartTls << greeted + QByteArrayList{"S: " + QByteArray(code) + " no"}
            << (isUnknown ? Fault::StartTlsNotOffered : Fault::CapabilitiesRefused)
            << Stage::Capabilities;
        QTest::addRow("%s over TLS", code)
            << Security::ImplicitTls << greeted + QByteArrayList{"S: " + QByteArray(code) + " no"}
            << Fault::CapabilitiesRefused << Stage::Capabilities;
    }
    for (const char *code : {"220", "221", "251", "299", "354"}) {
        QTest::addRow("%s is no consent", code)
            << Security::Plaintext << greeted + QByteArrayList{"S: " + QByteArray(code) + " hm"}
            << Fault::CapabilitiesRefused << Stage::Capabilities;
    }
    QTest::newRow("refused under TLS, and what was said before does not count")
        << Security::StartTls << upgraded + QByteArrayList{"S: 502 no"}
        << Fault::CapabilitiesRefused << Stage::Capabilities;
    QTest::newRow("the codes differ")
        << Security::StartTls
        << greeted + QByteArrayList{"S: 250-a", "S: 250-STARTTLS", "S: 550 no"} << Fault::Malformed
        << Stage::Capabilities;
    QTest::newRow("no reply at all") << Security::StartTls << greeted + QByteArrayList{"S: hello"}
                                     << Fault::Malformed << Stage::Capabilities;
    QTest::newRow("a separator that is none")
        << Security::StartTls << greeted + QByteArrayList{"S: 250_a"} << Fault::Malformed
        << Stage::Capabilities;
}

void TestSmtpDialogue::givesUpOnStartTls_data()
{
    addFaultColumns();

    for (const char *code : {"221", "250", "251", "354", "421", "454", "500", "501", "502", "504",
             "530", "550", "554"}) {
        QTest::addRow("%s is no consent", code)
            << Security::StartTls << upgrading + QByteArrayList{"S: " + QByteArray(code) + " hm"}
            << Fault::StartTlsRefused << Stage::StartTls;
    }
    QTest::newRow("refused in several lines")
        << Security::StartTls << upgrading + QByteArrayList{"S: 454-not", "S: 454 now"}
        << Fault::StartTlsRefused << Stage::StartTls;
    QTest::newRow("the codes differ")
        << Security::StartTls << upgrading + QByteArrayList{"S: 220-go", "S: 454 no"}
        << Fault::Malformed << Stage::StartTls;
    QTest::newRow("no reply at all") << Security::StartTls << upgrading + QByteArrayList{"S: OK"}
                                     << Fault::Malformed << Stage::StartTls;
}

void TestSmtpDialogue::givesUpOnFloods_data()
{
    addFaultColumns();

    QTest::newRow("a greeting without an end")
        << Security::StartTls << repeated("S: 220-x", maxReplyLines + 1) << Fault::TooMuchData
        << Stage::Greeting;
    QTest::newRow("capabilities without an end")
        << Security::StartTls
        << greeted + repeated("S: 250-" + QByteArray(1000, 'x'), maxReplyLines)
        << Fault::TooMuchData << Stage::Capabilities;
    QTest::newRow("capabilities without an end under TLS, counted for themselves")
        << Security::StartTls << upgraded + repeated("S: 250-x", maxReplyLines + 1)
        << Fault::TooMuchData << Stage::Capabilities;
}

void TestSmtpDialogue::givesUp()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);
    QFETCH(Fault, fault);
    QFETCH(Stage, stage);

    SmtpDialogue dialogue(security, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    const auto *end = std::get_if<GaveUp>(&player.step());
    QVERIFY2(end, TranscriptPlayer::describe(player.step()).constData());
    QCOMPARE(end->fault, fault);
    QCOMPARE(toString(dialogue.stage()), toString(stage));
    // All of a reply may be the reason, not only its last line.
    const QByteArray last = player.lastServerLine();
    QVERIFY2(
        end->evidence.trimmed().endsWith(last.mid(4)) && end->evidence.startsWith(last.left(3)),
        end->evidence.constData());
}

void TestSmtpDialogue::namesWhatWasOfferedInsteadOfStartTls_data()
{
    QTest::addColumn<QByteArrayList>("reply");
    QTest::addColumn<QByteArray>("evidence");

    QTest::newRow("stripped") << QByteArrayList{"250-mail.example.org", "250 AUTH PLAIN LOGIN"}
                              << QByteArray("EHLO: AUTH PLAIN LOGIN");
    QTest::newRow("a word that ends like it") << QByteArrayList{"250-mail.example.org",
        "250-XSTARTTLS", "250 SIZE"} << QByteArray("EHLO: XSTARTTLS, SIZE");
    QTest::newRow("a word that begins like it")
        << QByteArrayList{"250-mail.example.org", "250 STARTTLSX"} << QByteArray("EHLO: STARTTLSX");
    QTest::newRow("behind a hyphen")
        << QByteArrayList{"250-mail.example.org", "250 -STARTTLS"} << QByteArray("EHLO: -STARTTLS");
    QTest::newRow("as a parameter") << QByteArrayList{"250-mail.example.org", "250 HELP STARTTLS"}
                                    << QByteArray("EHLO: HELP STARTTLS");
    QTest::newRow("where the server's name stands")
        << QByteArrayList{"250-STARTTLS", "250 SIZE"} << QByteArray("EHLO: SIZE");
    QTest::newRow("in a reply that came before the question")
        << QByteArrayList{"250 AUTH PLAIN"} << QByteArray("EHLO:");
}

void TestSmtpDialogue::namesWhatWasOfferedInsteadOfStartTls()
{
    QFETCH(QByteArrayList, reply);
    QFETCH(QByteArray, evidence);

    SmtpDialogue dialogue(Security::StartTls, ehloName);
    TranscriptPlayer player(dialogue);
    for (QByteArray &line : reply)
        line.prepend("S: ");
    QCOMPARE(player.play(greeted + reply), QByteArray());
    const auto *end = std::get_if<GaveUp>(&player.step());
    QVERIFY2(end, TranscriptPlayer::describe(player.step()).constData());
    QCOMPARE(end->fault, Fault::StartTlsNotOffered);
    QCOMPARE(end->evidence.trimmed(), evidence);
    QVERIFY(!dialogue.profile().offersStartTls);
}

void TestSmtpDialogue::tellsItsStage()
{
    SmtpDialogue dialogue(Security::StartTls, ehloName);
    TranscriptPlayer player(dialogue);
    QCOMPARE(toString(dialogue.stage()), u"greeting"_s);
    QCOMPARE(player.play(greeted), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"capabilities"_s);
    QCOMPARE(player.play(upgrading.sliced(greeted.size())), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"starttls"_s);
    QCOMPARE(player.play({"S: 220 go"}), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"handshake"_s);
    QCOMPARE(player.play({"TLS", "C: EHLO [127.0.0.1]"}), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"capabilities"_s);
}

void TestSmtpDialogue::saysFarewell()
{
    SmtpDialogue dialogue(Security::ImplicitTls, "[IPv6:2001:db8::1]");
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play({"S: 220 hi", "C: EHLO [IPv6:2001:db8::1]", "S: 250 mail.example.org"}),
        QByteArray());
    QVERIFY(dialogue.onLine("250 more\r\n") == (Step{GaveUp{Fault::Unsolicited, "250 more\r\n"}}));
    QCOMPARE(dialogue.farewell(), QByteArray("QUIT"));
    QVERIFY(!dialogue.mayServerSpeakFirst());
    QCOMPARE(dialogue.lineLimit(), 8 * 1024);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestSmtpDialogue)

#include "tst_smtpdialogue.moc"
