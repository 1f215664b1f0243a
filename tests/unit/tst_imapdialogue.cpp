// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/imapdialogue.h"
#include "transcriptplayer.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestImapDialogue : public QObject
{
    Q_OBJECT

private slots:
    void learns_data();
    void learns();
    void listsMechanisms_data();
    void listsMechanisms();
    void keepsInStepWithLiterals_data();
    void keepsInStepWithLiterals();
    void boundsWhatItKeeps();
    void handsOverToTls_data();
    void handsOverToTls();
    void refusesPlaintextBehindStartTls_data();
    void refusesPlaintextBehindStartTls();
    void waits_data();
    void waits();
    void givesUpOnGreetings_data();
    void givesUpOnGreetings() { givesUp(); }
    void givesUpOnReplies_data();
    void givesUpOnReplies() { givesUp(); }
    void givesUpOnStartTls_data();
    void givesUpOnStartTls() { givesUp(); }
    void givesUpUnderTls_data();
    void givesUpUnderTls() { givesUp(); }
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

const QByteArray tagPrefix = "t";

const QByteArrayList greeted = {"S: * OK ready", "C: t1 CAPABILITY"};
const QByteArrayList upgrading = greeted
    + QByteArrayList{
        "S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED", "S: t1 OK done", "C: t2 STARTTLS"};
const QByteArrayList upgraded
    = upgrading + QByteArrayList{"S: t2 OK begin", "TLS", "C: t3 CAPABILITY"};

ServerProfile upgradedProfile(const QStringList &capabilities, const QStringList &mechanisms)
{
    ServerProfile profile;
    profile.greeting = "* OK ready";
    profile.capabilitiesBeforeTls = {u"IMAP4rev1"_s, u"STARTTLS"_s, u"LOGINDISABLED"_s};
    profile.capabilities = capabilities;
    profile.mechanisms = mechanisms;
    profile.isLoginDisabled = mechanisms.isEmpty();
    profile.isLoginDisabledBeforeTls = true;
    profile.offersStartTls = true;
    return profile;
}

ServerProfile directProfile(
    const QByteArray &greeting, const QStringList &capabilities, const QStringList &mechanisms)
{
    ServerProfile profile;
    profile.greeting = greeting;
    profile.capabilities = capabilities;
    profile.mechanisms = mechanisms;
    profile.isLoginDisabled = mechanisms.isEmpty();
    return profile;
}

} // namespace

void TestImapDialogue::learns_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("transcript");
    QTest::addColumn<ServerProfile>("profile");

    const QStringList plain = {u"IMAP4rev1"_s, u"AUTH=PLAIN"_s};
    QTest::newRow("over implicit TLS")
        << Security::ImplicitTls
        << greeted + QByteArrayList{"S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: t1 OK done"}
        << directProfile("* OK ready", plain, {u"PLAIN"_s});
    QTest::newRow("over implicit TLS, where STARTTLS is offered once more and not asked for")
        << Security::ImplicitTls
        << greeted
            + QByteArrayList{"S: * CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN", "S: t1 OK done"}
        << directProfile(
               "* OK ready", {u"IMAP4rev1"_s, u"STARTTLS"_s, u"AUTH=PLAIN"_s}, {u"PLAIN"_s});
    QTest::newRow("over implicit TLS, signed in already")
        << Security::ImplicitTls
        << QByteArrayList{"S: * PREAUTH hi", "C: t1 CAPABILITY",
               "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: t1 OK done"}
        << directProfile("* PREAUTH hi", plain, {u"PLAIN"_s});
    QTest::newRow("over STARTTLS, and believes only what is said under TLS")
        << Security::StartTls
        << greeted
            + QByteArrayList{"S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED", "S: t1 OK done",
                "C: t2 STARTTLS", "S: t2 OK begin", "TLS", "C: t3 CAPABILITY",
                "S: * CAPABILITY IMAP4rev1 AUTH=CRAM-MD5", "S: t3 OK done"}
        << upgradedProfile({u"IMAP4rev1"_s, u"AUTH=CRAM-MD5"_s}, {u"CRAM-MD5"_s});
    QTest::newRow("capabilities in the greeting and in tagged replies are not taken for an answer")
        << Security::StartTls
        << QByteArrayList{"S: * OK [CAPABILITY IMAP4rev1 AUTH=EXTERNAL] ready", "C: t1 CAPABILITY",
               "S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED",
               "S: t1 OK [CAPABILITY AUTH=SCRAM-SHA-256] done", "C: t2 STARTTLS",
               "S: t2 OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] begin", "TLS", "C: t3 CAPABILITY",
               "S: * CAPABILITY IMAP4rev1 AUTH=LOGIN", "S: t3 OK done"}
        << [] {
               auto profile = upgradedProfile({u"IMAP4rev1"_s, u"AUTH=LOGIN"_s}, {u"LOGIN"_s});
               profile.greeting = "* OK [CAPABILITY IMAP4rev1 AUTH=EXTERNAL] ready";
               return profile;
           }();
    QTest::newRow("untagged data before the answer to STARTTLS does not survive the handshake")
        << Security::StartTls
        << upgrading
            + QByteArrayList{"S: * OK [ALERT] Your account is blocked, call 555",
                "S: * CAPABILITY IDLE AUTH=PLAIN", "S: t2 OK begin", "TLS", "C: t3 CAPABILITY",
                "S: * CAPABILITY IMAP4rev1 AUTH=XOAUTH2", "S: t3 OK done"}
        << upgradedProfile({u"IMAP4rev1"_s, u"AUTH=XOAUTH2"_s}, {u"XOAUTH2"_s});
    QTest::newRow("referrals are not followed")
        << Security::ImplicitTls
        << QByteArrayList{"S: * OK [REFERRAL imap://;AUTH=*@attacker.example.org:243/] hi",
               "C: t1 CAPABILITY", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN",
               "S: t1 OK [REFERRAL imaps://attacker.example.org:993] done"}
        << directProfile(
               "* OK [REFERRAL imap://;AUTH=*@attacker.example.org:243/] hi", plain, {u"PLAIN"_s});
    QTest::newRow("a malformed response code in the greeting is mere text")
        << Security::ImplicitTls
        << QByteArrayList{"S: * OK [CAPABILITY IMAP4rev1", "C: t1 CAPABILITY",
               "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: t1 OK done"}
        << directProfile("* OK [CAPABILITY IMAP4rev1", plain, {u"PLAIN"_s});
    QTest::newRow("a server that only speaks UTF-8")
        << Security::ImplicitTls
        << greeted
            + QByteArrayList{"S: * CAPABILITY IMAP4rev1 UTF8=ONLY AUTH=PLAIN", "S: t1 OK done"}
        << directProfile(
               "* OK ready", {u"IMAP4rev1"_s, u"UTF8=ONLY"_s, u"AUTH=PLAIN"_s}, {u"PLAIN"_s});
    QTest::newRow("addresses in capabilities and other untagged data are no more than words")
        << Security::ImplicitTls
        << greeted
            + QByteArrayList{"S: * ID (\"support-url\" \"http://evil.example/\")",
                "S: * CAPABILITY IMAP4rev1 IMAPSIEVE=sieve://evil.example AUTH=PLAIN",
                "S: * 23 EXISTS", "S: t1 OK done"}
        << directProfile("* OK ready",
               {u"IMAP4rev1"_s, u"IMAPSIEVE=sieve://evil.example"_s, u"AUTH=PLAIN"_s},
               {u"PLAIN"_s});
    QTest::newRow("whatever the case and the blanks")
        << Security::StartTls
        << QByteArrayList{"S: *  ok   ready", "C: t1 CAPABILITY",
               "S: * capability  imap4rev1  starttls  LoginDisabled ", "S: t1  ok",
               "C: t2 STARTTLS", "S: t2 ok", "TLS", "C: t3 CAPABILITY",
               "S: * Capability imap4rev1 auth=plain\n", "S: t3 Ok done\n"}
        << [] {
               auto profile = upgradedProfile({u"imap4rev1"_s, u"auth=plain"_s}, {u"PLAIN"_s});
               profile.greeting = "*  ok   ready";
               profile.capabilitiesBeforeTls = {u"imap4rev1"_s, u"starttls"_s, u"LoginDisabled"_s};
               return profile;
           }();
    QTest::newRow("over plaintext, with LOGINDISABLED and nothing that would lift it")
        << Security::Plaintext
        << greeted + QByteArrayList{"S: * CAPABILITY IMAP4rev1 LOGINDISABLED", "S: t1 OK done"}
        << [] {
               auto profile = directProfile("* OK ready", {u"IMAP4rev1"_s, u"LOGINDISABLED"_s}, {});
               profile.isLoginDisabledBeforeTls = true;
               return profile;
           }();
    QTest::newRow("over plaintext, without upgrading by itself")
        << Security::Plaintext
        << greeted
            + QByteArrayList{"S: * CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN", "S: t1 OK done"}
        << [] {
               auto profile = directProfile(
                   "* OK ready", {u"IMAP4rev1"_s, u"STARTTLS"_s, u"AUTH=PLAIN"_s}, {u"PLAIN"_s});
               profile.offersStartTls = true;
               return profile;
           }();
}

void TestImapDialogue::learns()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);
    QFETCH(ServerProfile, profile);

    ImapDialogue dialogue(security, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    compareProfiles(dialogue.profile(), profile);
}

void TestImapDialogue::listsMechanisms_data()
{
    QTest::addColumn<QByteArray>("capabilities");
    QTest::addColumn<QStringList>("mechanisms");

    QTest::newRow("the strongest first") << QByteArray("IMAP4rev1 AUTH=PLAIN AUTH=SCRAM-SHA-256")
                                         << QStringList{u"SCRAM-SHA-256"_s, u"PLAIN"_s};
    QTest::newRow("LOGIN is always there unless it is disabled")
        << QByteArray("IMAP4rev1") << QStringList{u"LOGIN"_s};
    QTest::newRow("disabled, and nothing in its place")
        << QByteArray("IMAP4rev1 LOGINDISABLED") << QStringList();
    QTest::newRow("disabled, with another way in")
        << QByteArray("IMAP4rev1 LOGINDISABLED AUTH=PLAIN") << QStringList{u"PLAIN"_s};
    QTest::newRow("illegal names are ignored, and LOGIN stays")
        << QByteArray("IMAP4rev1 AUTH= AUTH== AUTH=PLAIN=X") << QStringList{u"LOGIN"_s};
    QTest::newRow("a name that only begins like one")
        << QByteArray("IMAP4rev1 LOGINDISABLED AUTHX=PLAIN XAUTH=PLAIN") << QStringList();
    QTest::newRow("unknown ones stand behind, those that are no names are dropped")
        << QByteArray("IMAP4rev1 AUTH=X-MINE AUTH=PLAIN AUTH=AVERYLONGMECHANISMNAME AUTH=<b>")
        << QStringList{u"PLAIN"_s, u"X-MINE"_s};
}

void TestImapDialogue::listsMechanisms()
{
    QFETCH(QByteArray, capabilities);
    QFETCH(QStringList, mechanisms);

    ImapDialogue dialogue(Security::ImplicitTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(
        player.play(greeted + QByteArrayList{"S: * CAPABILITY " + capabilities, "S: t1 OK done"}),
        QByteArray());
    QCOMPARE(dialogue.profile().mechanisms, mechanisms);
    QCOMPARE(dialogue.profile().isLoginDisabled, mechanisms.isEmpty());
}

void TestImapDialogue::keepsInStepWithLiterals_data()
{
    QTest::addColumn<QByteArrayList>("injected");

    QTest::newRow("a message whose literal ends with a line") << QByteArrayList{
        "S: * 1 FETCH (BODY[] {28}", "S: From: Injected", "S: ", "S: Injected", "S: )"};
    QTest::newRow("a literal that ends within a line")
        << QByteArrayList{"S: * 1 FETCH (BODY[] {5}", "S: hello FLAGS ())"};
    QTest::newRow("an empty literal") << QByteArrayList{"S: * LIST () \"/\" {0}", "S: "};
    QTest::newRow("two literals in one response")
        << QByteArrayList{"S: * 1 FETCH (BODY[1] {5}", "S: hello BODY[2] {7}", "S: world", "S: )"};
    QTest::newRow("a literal that looks like the answer")
        << QByteArrayList{"S: * 1 FETCH (BODY[] {11}", "S: t2 OK begin)"};
    QTest::newRow("a status text that only looks like a literal")
        << QByteArrayList{"S: * OK read this {4}"};
}

void TestImapDialogue::keepsInStepWithLiterals()
{
    QFETCH(QByteArrayList, injected);

    ImapDialogue dialogue(Security::StartTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + injected
                 + QByteArrayList{"S: t2 OK begin", "TLS", "C: t3 CAPABILITY",
                     "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: t3 OK done"}),
        QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    QCOMPARE(dialogue.profile().mechanisms, QStringList{u"PLAIN"_s});
}

void TestImapDialogue::boundsWhatItKeeps()
{
    ImapDialogue dialogue(Security::ImplicitTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QByteArray flood = "S: * CAPABILITY IMAP4rev1";
    for (int i = 0; i < 20000; ++i)
        flood += " X" + QByteArray::number(i);
    QCOMPARE(player.play(greeted + QByteArrayList{flood, "S: t1 OK done"}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    QVERIFY(dialogue.profile().capabilities.size() <= 256);
    QCOMPARE(dialogue.profile().capabilities.constFirst(), u"IMAP4rev1"_s);
}

void TestImapDialogue::handsOverToTls_data()
{
    QTest::addColumn<QByteArray>("answer");

    // Nothing that came before the handshake may change how the first line after it is read.
    QTest::newRow("with a capability inside the answer")
        << QByteArray("OK [CAPABILITY IMAP4rev1 AUTH=LOGIN] begin");
    QTest::newRow("with a literal announced at the end of the answer")
        << QByteArray("OK begin {4096}");
    QTest::newRow("without a text in the answer") << QByteArray("OK");
}

void TestImapDialogue::handsOverToTls()
{
    QFETCH(QByteArray, answer);

    ImapDialogue dialogue(Security::StartTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + QByteArrayList{"S: t2 " + answer}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "StartHandshake");
    QCOMPARE(dialogue.profile().capabilities, QStringList());

    QCOMPARE(player.play({"TLS", "C: t3 CAPABILITY", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN",
                 "S: t3 OK done"}),
        QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    QCOMPARE(dialogue.profile().capabilities, (QStringList{u"IMAP4rev1"_s, u"AUTH=PLAIN"_s}));
}

void TestImapDialogue::refusesPlaintextBehindStartTls_data()
{
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("capabilities") << QByteArray("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n");
    QTest::newRow("an alert") << QByteArray("* OK [ALERT] suffix.\r\n");
    QTest::newRow("a farewell") << QByteArray("* BYE close the connection please.\r\n");
    QTest::newRow("plain talk instead of a handshake") << QByteArray("* 1 EXISTS\r\n");
    QTest::newRow("the answer to the command that comes next") << QByteArray("t3 OK done\r\n");
    QTest::newRow("a fragment") << QByteArray("* CAPABILITY X");
}

void TestImapDialogue::refusesPlaintextBehindStartTls()
{
    QFETCH(QByteArray, line);

    ImapDialogue dialogue(Security::StartTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + QByteArrayList{"S: t2 OK begin"}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "StartHandshake");
    QVERIFY(dialogue.onLine(line) == (Step{GaveUp{Fault::Unsolicited, line}}));
}

void TestImapDialogue::waits_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("transcript");

    QTest::newRow("for the end of the capabilities")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: * CAPABILITY IMAP4rev1"};
    QTest::newRow("while the server tells something else")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: * 1 EXISTS", "S: * FLAGS ()"};
    QTest::newRow("for the answer to STARTTLS")
        << Security::StartTls << upgrading + QByteArrayList{"S: * OK [ALERT] prefix."};
    QTest::newRow("behind brackets without an end")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: * LIST " + QByteArray(60000, '(')};
    QTest::newRow("for the rest of a literal")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: * 1 FETCH {100}", "S: t1 OK no"};
}

void TestImapDialogue::waits()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);

    ImapDialogue dialogue(security, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "AwaitLine");
}

void TestImapDialogue::givesUpOnGreetings_data()
{
    addFaultColumns();

    const auto row
        = [](const char *name, Security security, const QByteArray &greeting, Fault fault) {
              QTest::newRow(name) << security << QByteArrayList{"S: " + greeting} << fault
                                  << Stage::Greeting;
          };
    row("NO is no greeting", Security::StartTls, "* NO nope", Fault::GreetingRejected);
    row("BAD is no greeting", Security::StartTls, "* BAD nope", Fault::GreetingRejected);
    row("BYE", Security::ImplicitTls, "* BYE come back later", Fault::GreetingRejected);
    row("PREAUTH hides STARTTLS", Security::StartTls, "* PREAUTH [CAPABILITY IMAP4REV1] ready",
        Fault::PreauthBeforeTls);
    row("PREAUTH with mechanisms", Security::StartTls,
        "* PREAUTH [CAPABILITY IMAP4REV1 AUTH=PLAIN AUTH=LOGIN] ready", Fault::PreauthBeforeTls);
    row("PREAUTH in lower case behind two blanks", Security::StartTls, "*  preauth",
        Fault::PreauthBeforeTls);
    row("PREAUTH without a text", Security::StartTls, "* PREAUTH", Fault::PreauthBeforeTls);
    row("PREAUTH on a plaintext channel", Security::Plaintext, "* PREAUTH hi",
        Fault::PreauthBeforeTls);
    row("a word that begins like PREAUTH", Security::StartTls, "* PREAUTHX ok", Fault::Malformed);
    row("a word that begins like OK", Security::StartTls, "* OKAY ready", Fault::Malformed);
    row("garbage", Security::StartTls, "1Gdo00V4 wFaIW2WP", Fault::Malformed);
    row("an empty line", Security::StartTls, "", Fault::Malformed);
    row("a blank before the star", Security::StartTls, " * OK hi", Fault::Malformed);
    row("a tagged reply", Security::StartTls, "t1 OK hi", Fault::Malformed);
    row("untagged data", Security::StartTls, "* CAPABILITY IMAP4rev1", Fault::Malformed);
    row("a continuation", Security::StartTls, "+ go ahead", Fault::Malformed);
    row("POP3", Security::StartTls, "+OK POP3 ready", Fault::WrongService);
    row("POP3 that refuses", Security::StartTls, "-ERR busy", Fault::WrongService);
    row("SMTP", Security::ImplicitTls, "220 mail.example.org ESMTP", Fault::WrongService);
    row("SMTP that refuses", Security::StartTls, "554 5.7.1 no", Fault::WrongService);
    row("FTP", Security::StartTls, "220 ftp.example.org FTP server ready", Fault::WrongService);
    row("HTTP", Security::StartTls, "HTTP/1.1 400 Bad Request", Fault::WrongService);
    row("SSH", Security::StartTls, "SSH-2.0-OpenSSH_9.2", Fault::WrongService);
    row("ManageSieve", Security::StartTls, "\"IMPLEMENTATION\" \"Dovecot\"", Fault::WrongService);
    row("a TLS alert", Security::StartTls, QByteArray("\x15\x03\x01\x00\x02\x02\x46\n", 8),
        Fault::TlsOnPlaintextPort);
}

void TestImapDialogue::givesUpOnReplies_data()
{
    addFaultColumns();

    const auto row
        = [](const char *name, Security security, const QByteArrayList &replies, Fault fault) {
              QTest::newRow(name) << security << greeted + replies << fault << Stage::Capabilities;
          };
    row("CAPABILITY refused where STARTTLS is wanted", Security::StartTls,
        {"S: t1 BAD unknown command."}, Fault::StartTlsNotOffered);
    row("NO is no word about STARTTLS", Security::StartTls, {"S: t1 NO not now"},
        Fault::CapabilitiesRefused);
    row("CAPABILITY refused over TLS", Security::ImplicitTls, {"S: t1 BAD unknown command."},
        Fault::CapabilitiesRefused);
    row("CAPABILITY refused in plaintext", Security::Plaintext, {"S: t1 NO not now"},
        Fault::CapabilitiesRefused);
    row("done, and nothing was listed", Security::ImplicitTls, {"S: t1 OK done"},
        Fault::CapabilitiesRefused);
    row("an empty list", Security::ImplicitTls, {"S: * CAPABILITY", "S: t1 OK done"},
        Fault::CapabilitiesRefused);
    row("a list of blanks", Security::ImplicitTls, {"S: * CAPABILITY     ", "S: t1 OK done"},
        Fault::CapabilitiesRefused);
    row("an empty list where STARTTLS is wanted", Security::StartTls,
        {"S: * CAPABILITY", "S: t1 OK done"}, Fault::StartTlsNotOffered);
    row("a tag nobody used", Security::StartTls, {"S: 1 OK fake"}, Fault::Unsolicited);
    row("the tag of the next command", Security::StartTls, {"S: t2 OK fake"}, Fault::Unsolicited);
    row("the right tag in another case", Security::StartTls, {"S: T1 OK fake"}, Fault::Unsolicited);
    row("a tag that goes on", Security::StartTls, {"S: t11 OK fake"}, Fault::Unsolicited);
    row("a continuation that nobody waits for", Security::StartTls, {"S: + go ahead"},
        Fault::Unsolicited);
    row("an empty line", Security::ImplicitTls, {"S: "}, Fault::Unsolicited);
    row("BYE", Security::ImplicitTls, {"S: * BYE enough"}, Fault::GreetingRejected);
    row("a second greeting with PREAUTH", Security::StartTls, {"S: * PREAUTH x"},
        Fault::PreauthBeforeTls);
    row("a second greeting with PREAUTH over TLS", Security::ImplicitTls, {"S: * PREAUTH x"},
        Fault::Unsolicited);
}

void TestImapDialogue::givesUpOnStartTls_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArrayList &replies, Fault fault) {
        QTest::newRow(name) << Security::StartTls << upgrading + replies << fault
                            << Stage::StartTls;
    };
    row("NO", {"S: t2 NO do not begin TLS now."}, Fault::StartTlsRefused);
    row("BAD", {"S: t2 BAD unknown command."}, Fault::StartTlsRefused);
    row("NO with a capability inside",
        {"S: t2 NO [CAPABILITY IMAP4REV1 AUTH=LOGIN] not allowed due to RFC."},
        Fault::StartTlsRefused);
    row("NO with a referral",
        {"S: t2 NO [REFERRAL imap://;AUTH=*@attacker.example.org:243/] go there"},
        Fault::StartTlsRefused);
    row("a tagged reply without a status", {"S: t2 CAPABILITY"}, Fault::StartTlsRefused);
    row("BYE", {"S: * BYE no"}, Fault::StartTlsRefused);
    row("PREAUTH", {"S: * PREAUTH you are in"}, Fault::PreauthBeforeTls);
    row("another tag", {"S: t3 OK begin TLS"}, Fault::Unsolicited);
    row("the tag of the command before", {"S: t1 OK begin TLS"}, Fault::Unsolicited);
    row("no tag at all", {"S: OK begin TLS"}, Fault::Unsolicited);
    row("a continuation", {"S: + OK"}, Fault::Unsolicited);
}

void TestImapDialogue::givesUpUnderTls_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArrayList &replies, Fault fault) {
        QTest::newRow(name) << Security::StartTls << upgraded + replies << fault
                            << Stage::Capabilities;
    };
    row("CAPABILITY refused, and what was said before does not count", {"S: t3 BAD no"},
        Fault::CapabilitiesRefused);
    row("done, and nothing was listed", {"S: t3 OK done"}, Fault::CapabilitiesRefused);
    row("the tag of the command before", {"S: t2 OK done"}, Fault::Unsolicited);
    row("PREAUTH, which is no greeting any more", {"S: * PREAUTH hi"}, Fault::Unsolicited);
}

void TestImapDialogue::givesUpOnFloods_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArrayList &replies) {
        QTest::newRow(name) << Security::ImplicitTls << greeted + replies << Fault::TooMuchData
                            << Stage::Capabilities;
    };
    row("untagged replies without an end", repeated("S: * 1 EXISTS", maxReplyLines));
    row("second greetings without an end", repeated("S: * OK x", maxReplyLines));
    row("a literal of a megabyte", {"S: * 1 FETCH (BODY[] {1000000}"});
    row("a literal just over the limit", {"S: * 1 FETCH (BODY[] {65537}"});
    row("a literal of more than 32 bits", {"S: * 1 FETCH (BODY[] {4294967299}"});
    row("a literal of more than any number", {"S: * 1 FETCH (BODY[] {99999999999999999999}"});
    row("lines of a literal without an end",
        QByteArrayList{"S: * 1 FETCH (BODY[] {65536}"} + repeated("S: x", maxReplyLines - 1));
    QTest::newRow("before TLS and after it, each counted for itself")
        << Security::StartTls
        << upgrading + repeated("S: * 1 EXISTS", 400)
            + QByteArrayList{"S: t2 OK begin", "TLS", "C: t3 CAPABILITY"}
            + repeated("S: * 1 EXISTS", maxReplyLines + 1)
        << Fault::TooMuchData << Stage::Capabilities;
}

void TestImapDialogue::givesUp()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);
    QFETCH(Fault, fault);
    QFETCH(Stage, stage);

    ImapDialogue dialogue(security, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    const auto *end = std::get_if<GaveUp>(&player.step());
    QVERIFY2(end, TranscriptPlayer::describe(player.step()).constData());
    QCOMPARE(end->fault, fault);
    QCOMPARE(toString(dialogue.stage()), toString(stage));
    if (fault != Fault::StartTlsNotOffered)
        QCOMPARE(end->evidence.trimmed(), player.lastServerLine());
}

void TestImapDialogue::namesWhatWasOfferedInsteadOfStartTls_data()
{
    QTest::addColumn<QByteArray>("offered");

    QTest::newRow("stripped") << QByteArray("IMAP4REV1 AUTH=PLAIN AUTH=LOGIN");
    QTest::newRow("a server of before IMAP4rev1") << QByteArray("IMAP4");
    QTest::newRow("LOGINDISABLED, so that there is no way in")
        << QByteArray("IMAP4rev1 LOGINDISABLED");
    QTest::newRow("a word that ends like it") << QByteArray("IMAP4rev1 XSTARTTLS");
    QTest::newRow("a word that begins like it") << QByteArray("IMAP4rev1 STARTTLSX STARTTLS=NO");
}

void TestImapDialogue::namesWhatWasOfferedInsteadOfStartTls()
{
    QFETCH(QByteArray, offered);

    ImapDialogue dialogue(Security::StartTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted + QByteArrayList{"S: * CAPABILITY " + offered, "S: t1 OK done"}),
        QByteArray());
    QVERIFY(player.step() == (Step{GaveUp{Fault::StartTlsNotOffered, "* CAPABILITY " + offered}}));
    QVERIFY(!dialogue.profile().offersStartTls);
}

void TestImapDialogue::tellsItsStage()
{
    ImapDialogue dialogue(Security::StartTls, tagPrefix);
    TranscriptPlayer player(dialogue);
    QCOMPARE(toString(dialogue.stage()), toString(Stage::Greeting));
    QCOMPARE(player.play(greeted), QByteArray());
    QCOMPARE(toString(dialogue.stage()), toString(Stage::Capabilities));
    QCOMPARE(player.play({"S: * CAPABILITY IMAP4rev1 STARTTLS", "S: t1 OK", "C: t2 STARTTLS"}),
        QByteArray());
    QCOMPARE(toString(dialogue.stage()), toString(Stage::StartTls));
    QCOMPARE(player.play({"S: t2 OK begin"}), QByteArray());
    QCOMPARE(toString(dialogue.stage()), toString(Stage::Handshake));
    QCOMPARE(player.play({"TLS", "C: t3 CAPABILITY"}), QByteArray());
    QCOMPARE(toString(dialogue.stage()), toString(Stage::Capabilities));
}

void TestImapDialogue::saysFarewell()
{
    ImapDialogue dialogue(Security::ImplicitTls, "secret");
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play({"S: * OK ready", "C: secret1 CAPABILITY", "S: * CAPABILITY IMAP4rev1",
                 "S: secret1 OK done"}),
        QByteArray());
    QCOMPARE(dialogue.farewell(), QByteArray("secret2 LOGOUT"));
    QVERIFY(
        dialogue.onLine("* BYE bye\r\n") == (Step{GaveUp{Fault::Unsolicited, "* BYE bye\r\n"}}));
    QVERIFY(dialogue.mayServerSpeakFirst());
    QCOMPARE(dialogue.lineLimit(), 64 * 1024);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestImapDialogue)

#include "tst_imapdialogue.moc"
