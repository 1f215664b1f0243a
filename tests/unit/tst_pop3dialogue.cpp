// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protocol/pop3dialogue.h"
#include "transcriptplayer.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestPop3Dialogue : public QObject
{
    Q_OBJECT

private slots:
    void learns_data();
    void learns();
    void listsMechanisms_data();
    void listsMechanisms();
    void readsTheList_data();
    void readsTheList();
    void handsOverToTls_data();
    void handsOverToTls();
    void refusesPlaintextBehindStls_data();
    void refusesPlaintextBehindStls();
    void waits_data();
    void waits();
    void givesUpOnGreetings_data();
    void givesUpOnGreetings() { givesUp(); }
    void givesUpOnReplies_data();
    void givesUpOnReplies() { givesUp(); }
    void givesUpOnStls_data();
    void givesUpOnStls() { givesUp(); }
    void givesUpUnderTls_data();
    void givesUpUnderTls() { givesUp(); }
    void givesUpOnFloods_data();
    void givesUpOnFloods() { givesUp(); }
    void namesWhatWasOfferedInsteadOfStls_data();
    void namesWhatWasOfferedInsteadOfStls();
    void tellsItsStage();
    void saysFarewell();

private:
    void givesUp();
};

namespace {

const QByteArrayList greeted = {"S: +OK ready", "C: CAPA"};
const QByteArrayList upgrading
    = greeted + QByteArrayList{"S: +OK list", "S: STLS", "S: SASL", "S: .", "C: STLS"};
const QByteArrayList upgraded = upgrading + QByteArrayList{"S: +OK begin", "TLS", "C: CAPA"};

/// The answer to CAPA with these lines.
QByteArrayList listed(const QByteArrayList &capabilities)
{
    QByteArrayList lines = {"S: +OK list"};
    for (const QByteArray &capability : capabilities)
        lines += "S: " + capability;
    return lines + QByteArrayList{"S: ."};
}

ServerProfile directProfile(const QStringList &capabilities, const QStringList &mechanisms)
{
    ServerProfile profile;
    profile.greeting = "+OK ready";
    profile.capabilities = capabilities;
    profile.mechanisms = mechanisms;
    profile.isLoginDisabled = mechanisms.isEmpty();
    return profile;
}

ServerProfile upgradedProfile(const QStringList &capabilities, const QStringList &mechanisms)
{
    ServerProfile profile = directProfile(capabilities, mechanisms);
    profile.capabilitiesBeforeTls = {u"STLS"_s, u"SASL"_s};
    profile.isLoginDisabledBeforeTls = true;
    profile.offersStartTls = true;
    return profile;
}

} // namespace

void TestPop3Dialogue::learns_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("transcript");
    QTest::addColumn<ServerProfile>("profile");

    QTest::newRow("over implicit TLS")
        << Security::ImplicitTls << greeted + listed({"TOP", "SASL PLAIN"})
        << directProfile({u"TOP"_s, u"SASL PLAIN"_s}, {u"PLAIN"_s});
    QTest::newRow("over implicit TLS, where STLS is offered once more and not asked for")
        << Security::ImplicitTls << greeted + listed({"STLS", "USER"})
        << directProfile({u"STLS"_s, u"USER"_s}, {u"USER"_s});
    QTest::newRow("over implicit TLS, from a server that is older than CAPA")
        << Security::ImplicitTls << greeted + QByteArrayList{"S: -ERR unknown command"}
        << directProfile({}, {u"USER"_s});
    QTest::newRow("over STARTTLS, and believes only what is said under TLS")
        << Security::StartTls << upgraded + listed({"SASL CRAM-MD5"})
        << upgradedProfile({u"SASL CRAM-MD5"_s}, {u"CRAM-MD5"_s});
    QTest::newRow("over STARTTLS, from a server that lists nothing under TLS")
        << Security::StartTls << upgraded + listed({}) << upgradedProfile({}, {});
    QTest::newRow("over STARTTLS that is offered in lower case")
        << Security::StartTls
        << greeted + listed({"stls", "SASL"}) + QByteArrayList{"C: STLS"}
            + upgraded.sliced(upgrading.size()) + listed({"user"})
        << [] {
               auto profile = upgradedProfile({u"user"_s}, {u"USER"_s});
               profile.capabilitiesBeforeTls = {u"stls"_s, u"SASL"_s};
               return profile;
           }();
    QTest::newRow("a way in before TLS")
        << Security::StartTls
        << greeted + listed({"STLS", "SASL PLAIN"}) + QByteArrayList{"C: STLS"}
            + upgraded.sliced(upgrading.size()) + listed({"SASL LOGIN"})
        << [] {
               auto profile = upgradedProfile({u"SASL LOGIN"_s}, {u"LOGIN"_s});
               profile.capabilitiesBeforeTls = {u"STLS"_s, u"SASL PLAIN"_s};
               profile.isLoginDisabledBeforeTls = false;
               return profile;
           }();
    QTest::newRow("a banner for APOP is not used in plaintext")
        << Security::StartTls
        << QByteArrayList{"S: +OK <1234.5@example.org>"} + upgraded.sliced(1) + listed({"USER"})
        << [] {
               auto profile = upgradedProfile({u"USER"_s}, {u"USER"_s});
               profile.greeting = "+OK <1234.5@example.org>";
               return profile;
           }();
    QTest::newRow("over plaintext, without upgrading by itself")
        << Security::Plaintext << greeted + listed({"STLS", "USER"}) << [] {
               auto profile = directProfile({u"STLS"_s, u"USER"_s}, {u"USER"_s});
               profile.offersStartTls = true;
               return profile;
           }();
    QTest::newRow("over plaintext, without a way in")
        << Security::Plaintext << greeted + listed({"STLS"}) << [] {
               auto profile = directProfile({u"STLS"_s}, {});
               profile.isLoginDisabledBeforeTls = true;
               profile.offersStartTls = true;
               return profile;
           }();
    QTest::newRow("lines that end in a bare LF")
        << Security::ImplicitTls
        << QByteArrayList{"S: +OK ready\n", "C: CAPA", "S: +OK\n", "S: USER\n", "S: .\n"}
        << directProfile({u"USER"_s}, {u"USER"_s});
}

void TestPop3Dialogue::learns()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);
    QFETCH(ServerProfile, profile);

    Pop3Dialogue dialogue(security);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    compareProfiles(dialogue.profile(), profile);
}

void TestPop3Dialogue::listsMechanisms_data()
{
    QTest::addColumn<QByteArrayList>("capabilities");
    QTest::addColumn<QStringList>("mechanisms");

    QTest::newRow("the strongest first")
        << QByteArrayList{"USER", "SASL LOGIN PLAIN SCRAM-SHA-1"}
        << QStringList{u"SCRAM-SHA-1"_s, u"PLAIN"_s, u"LOGIN"_s, u"USER"_s};
    QTest::newRow("SASL without a name")
        << QByteArrayList{"SASL", "USER"} << QStringList{u"USER"_s};
    QTest::newRow("neither USER nor SASL") << QByteArrayList{"TOP", "UIDL"} << QStringList();
    QTest::newRow("words that begin like them")
        << QByteArrayList{"SASLX PLAIN", "USERS", "XUSER"} << QStringList();
    QTest::newRow("names that are none")
        << QByteArrayList{"SASL = PLAIN=X <b> PLAIN"} << QStringList{u"PLAIN"_s};
    QTest::newRow("twice the same")
        << QByteArrayList{"SASL PLAIN plain", "sasl PLAIN"} << QStringList{u"PLAIN"_s};
}

void TestPop3Dialogue::listsMechanisms()
{
    QFETCH(QByteArrayList, capabilities);
    QFETCH(QStringList, mechanisms);

    Pop3Dialogue dialogue(Security::ImplicitTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted + listed(capabilities)), QByteArray());
    QCOMPARE(dialogue.profile().mechanisms, mechanisms);
    QCOMPARE(dialogue.profile().isLoginDisabled, mechanisms.isEmpty());
}

void TestPop3Dialogue::readsTheList_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QStringList>("capabilities");

    QTest::newRow("a line with a dot in front of it")
        << QByteArrayList{"..X", "USER"} << QStringList{u".X"_s, u"USER"_s};
    QTest::newRow("two dots do not end it")
        << QByteArrayList{"..", "USER"} << QStringList{u"."_s, u"USER"_s};
    QTest::newRow("a dot and more do not end it")
        << QByteArrayList{". ", "USER"} << QStringList{u"USER"_s};
    QTest::newRow("empty lines are nothing")
        << QByteArrayList{"", " ", "USER"} << QStringList{u"USER"_s};
    QTest::newRow("what looks like a status is a line of it")
        << QByteArrayList{"+OK", "-ERR", "USER"} << QStringList{u"+OK"_s, u"-ERR"_s, u"USER"_s};
}

void TestPop3Dialogue::readsTheList()
{
    QFETCH(QByteArrayList, lines);

    Pop3Dialogue dialogue(Security::ImplicitTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted + listed(lines)), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
    QTEST(dialogue.profile().capabilities, "capabilities");
}

void TestPop3Dialogue::handsOverToTls_data()
{
    QTest::addColumn<QByteArray>("answer");

    QTest::newRow("plain consent") << QByteArray("+OK Begin TLS");
    QTest::newRow("without a text") << QByteArray("+OK");
    QTest::newRow("with a response code that says otherwise")
        << QByteArray("+OK [SYS/PERM] perm alert");
}

void TestPop3Dialogue::handsOverToTls()
{
    QFETCH(QByteArray, answer);

    Pop3Dialogue dialogue(Security::StartTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + QByteArrayList{"S: " + answer}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "StartHandshake");
    QCOMPARE(dialogue.profile().capabilities, QStringList());
    QCOMPARE(player.play(QByteArrayList{"TLS", "C: CAPA"} + listed({"USER"})), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "Learnt");
}

void TestPop3Dialogue::refusesPlaintextBehindStls_data()
{
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("a list of mechanisms") << QByteArray("+OK\r\n");
    QTest::newRow("bytes that are no text") << QByteArray("\xc2\xb9\xc2\xb3\xc2\xb2");
}

void TestPop3Dialogue::refusesPlaintextBehindStls()
{
    QFETCH(QByteArray, line);

    Pop3Dialogue dialogue(Security::StartTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(upgrading + QByteArrayList{"S: +OK begin"}), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "StartHandshake");
    QVERIFY(dialogue.onLine(line) == (Step{GaveUp{Fault::Unsolicited, line}}));
}

void TestPop3Dialogue::waits_data()
{
    QTest::addColumn<QByteArrayList>("transcript");

    QTest::newRow("for the list") << greeted + QByteArrayList{"S: +OK list"};
    QTest::newRow("for the dot that ends it")
        << greeted + QByteArrayList{"S: +OK list", "S: STLS", "S: USER"};
    QTest::newRow("where two dots stand instead of one")
        << greeted + QByteArrayList{"S: +OK list", "S: STLS", "S: .."};
}

void TestPop3Dialogue::waits()
{
    QFETCH(QByteArrayList, transcript);

    Pop3Dialogue dialogue(Security::StartTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    QCOMPARE(TranscriptPlayer::describe(player.step()), "AwaitLine");
}

void TestPop3Dialogue::givesUpOnGreetings_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArray &greeting, Fault fault) {
        QTest::newRow(name) << Security::StartTls << QByteArrayList{"S: " + greeting} << fault
                            << Stage::Greeting;
    };
    row("refused, whatever would work behind it", "-ERR POP3 server ready.",
        Fault::GreetingRejected);
    row("refused without a text", "-ERR", Fault::GreetingRejected);
    row("busy", "-ERR [SYS/TEMP] try later", Fault::GreetingRejected);
    row("a status that begins like one", "+OKAY ready", Fault::Malformed);
    row("a status in lower case", "+ok ready", Fault::Malformed);
    row("a status in mixed case", "+Okay, do your thing.", Fault::Malformed);
    row("a refusal that begins like one", "-ERROR no", Fault::Malformed);
    row("a status without its sign", "OK ready", Fault::Malformed);
    row("a blank before the status", " +OK ready", Fault::Malformed);
    row("a tab behind the status", "+OK\tready", Fault::Malformed);
    row("an empty line", "", Fault::Malformed);
    row("IMAP", "* OK IMAP4rev1 ready", Fault::WrongService);
    row("IMAP that refuses", "* BYE no", Fault::WrongService);
    row("SMTP", "220 mail.example.org ESMTP", Fault::WrongService);
    row("HTTP", "HTTP/1.1 400 Bad Request", Fault::WrongService);
    row("SSH", "SSH-2.0-OpenSSH_9.2", Fault::WrongService);
    row("FTP", "220 ProFTPD Server", Fault::WrongService);
    row("a TLS alert", QByteArray("\x15\x03\x01\x00\x02\x02\x46\n", 8), Fault::TlsOnPlaintextPort);
}

void TestPop3Dialogue::givesUpOnReplies_data()
{
    addFaultColumns();

    const auto row
        = [](const char *name, Security security, const QByteArrayList &replies, Fault fault) {
              QTest::newRow(name) << security << greeted + replies << fault << Stage::Capabilities;
          };
    row("CAPA refused where STLS is wanted", Security::StartTls, {"S: -ERR unknown"},
        Fault::StartTlsNotOffered);
    row("an empty list", Security::StartTls, listed({}), Fault::StartTlsNotOffered);
    row("a greeting that goes on", Security::StartTls, {"S: 1 120"}, Fault::Malformed);
    row("a status that begins like one", Security::ImplicitTls, {"S: +OKAY"}, Fault::Malformed);
    row("a status in lower case", Security::ImplicitTls, {"S: -err no"}, Fault::Malformed);
    row("an empty line", Security::Plaintext, {"S: "}, Fault::Malformed);
}

void TestPop3Dialogue::givesUpOnStls_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArray &answer, Fault fault) {
        QTest::newRow(name) << Security::StartTls << upgrading + QByteArrayList{"S: " + answer}
                            << fault << Stage::StartTls;
    };
    row("refused", "-ERR nonono", Fault::StartTlsRefused);
    row("refused without a text", "-ERR", Fault::StartTlsRefused);
    row("consent in other words", "+Okay, do your thing.", Fault::Malformed);
    row("consent in lower case", "+ok", Fault::Malformed);
    row("consent that goes on", "+OKAY", Fault::Malformed);
    row("consent without its sign", "OK", Fault::Malformed);
    row("consent behind a dot", ".+OK", Fault::Malformed);
    row("an empty line", "", Fault::Malformed);
}

void TestPop3Dialogue::givesUpUnderTls_data()
{
    addFaultColumns();

    QTest::newRow("something else than a status")
        << Security::StartTls << upgraded + QByteArrayList{"S: STLS"} << Fault::Malformed
        << Stage::Capabilities;
    QTest::newRow("more lines than anybody has")
        << Security::StartTls
        << upgraded + QByteArrayList{"S: +OK list"} + repeated("S: X-MINE", 257)
        << Fault::TooMuchData << Stage::Capabilities;
}

void TestPop3Dialogue::givesUpOnFloods_data()
{
    addFaultColumns();

    const auto row = [](const char *name, const QByteArray &line, int times) {
        QTest::newRow(name) << Security::StartTls
                            << greeted + QByteArrayList{"S: +OK list"} + repeated(line, times)
                            << Fault::TooMuchData << Stage::Capabilities;
    };
    row("capabilities without an end", "S: X-MINE", 257);
    row("empty lines without an end", "S: ", maxReplyLines - 1);
}

void TestPop3Dialogue::givesUp()
{
    QFETCH(Security, security);
    QFETCH(QByteArrayList, transcript);
    QFETCH(Fault, fault);
    QFETCH(Stage, stage);

    Pop3Dialogue dialogue(security);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(transcript), QByteArray());
    const auto *end = std::get_if<GaveUp>(&player.step());
    QVERIFY2(end, TranscriptPlayer::describe(player.step()).constData());
    QCOMPARE(end->fault, fault);
    QCOMPARE(toString(dialogue.stage()), toString(stage));
    QCOMPARE(end->evidence.trimmed(), player.lastServerLine());
}

void TestPop3Dialogue::namesWhatWasOfferedInsteadOfStls_data()
{
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QByteArray>("evidence");

    QTest::newRow("stripped") << QByteArrayList{"TOP", "SASL PLAIN"}
                              << QByteArray("CAPA: TOP, SASL PLAIN");
    QTest::newRow("a word that begins like it")
        << QByteArrayList{"STLSX", "USER"} << QByteArray("CAPA: STLSX, USER");
    QTest::newRow("a word that ends like it")
        << QByteArrayList{"XSTLS"} << QByteArray("CAPA: XSTLS");
    QTest::newRow("the name of another protocol's command")
        << QByteArrayList{"STARTTLS"} << QByteArray("CAPA: STARTTLS");
    QTest::newRow("as a mechanism") << QByteArrayList{"SASL STLS"} << QByteArray("CAPA: SASL STLS");
}

void TestPop3Dialogue::namesWhatWasOfferedInsteadOfStls()
{
    QFETCH(QByteArrayList, offered);
    QFETCH(QByteArray, evidence);

    Pop3Dialogue dialogue(Security::StartTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted + listed(offered)), QByteArray());
    QVERIFY2(player.step() == (Step{GaveUp{Fault::StartTlsNotOffered, evidence}}),
        TranscriptPlayer::describe(player.step()).constData());
    QVERIFY(!dialogue.profile().offersStartTls);
}

void TestPop3Dialogue::tellsItsStage()
{
    Pop3Dialogue dialogue(Security::StartTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(toString(dialogue.stage()), u"greeting"_s);
    QCOMPARE(player.play(greeted), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"capabilities"_s);
    QCOMPARE(player.play(upgrading.sliced(greeted.size())), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"starttls"_s);
    QCOMPARE(player.play({"S: +OK begin"}), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"handshake"_s);
    QCOMPARE(player.play({"TLS", "C: CAPA"}), QByteArray());
    QCOMPARE(toString(dialogue.stage()), u"capabilities"_s);
}

void TestPop3Dialogue::saysFarewell()
{
    Pop3Dialogue dialogue(Security::ImplicitTls);
    TranscriptPlayer player(dialogue);
    QCOMPARE(player.play(greeted + listed({"USER"})), QByteArray());
    QVERIFY(dialogue.onLine("+OK more\r\n") == (Step{GaveUp{Fault::Unsolicited, "+OK more\r\n"}}));
    QCOMPARE(dialogue.farewell(), QByteArray("QUIT"));
    QVERIFY(!dialogue.mayServerSpeakFirst());
    QCOMPARE(dialogue.lineLimit(), 8 * 1024);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestPop3Dialogue)

#include "tst_pop3dialogue.moc"
