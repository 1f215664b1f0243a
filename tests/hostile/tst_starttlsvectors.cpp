// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Replays what the fake mail server of the Email-Analysis-Toolkit was recorded to say. The
// recordings are no part of this project: without them there is nothing to do here.

#include "net/probebench.h"
#include "support/names.h"
#include "support/patience.h"
#include "support/scriptserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace postern {

/// One recorded dialogue; IMAP's tags are a1, a2, a3.
struct Recording
{
    Protocol protocol = Protocol::Imap;
    QByteArray greeting;
    QByteArray capabilities;
    QByteArray startTls;
    QString tls; ///< How its handshake ended; empty: there was none.
    QByteArray unasked; ///< Under TLS.
    QByteArray tlsCapabilities;
    bool isUntrusted = false; ///< A recording about certificates.
};

/// What a careful client makes of a recording.
struct Expectation
{
    QList<Fault> faults; ///< Any of these; empty: it comes to its end.
    bool isTlsBegun = false; ///< Bytes of a handshake may be sent.
};

class TestStartTlsVectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void staysCareful_data();
    void staysCareful();

private:
    QJsonArray m_recordings;
    TestIdentity m_identity{u"mail.example.test"_s};
};

namespace {

constexpr const char *endOfConnection = "<EOF>";

Recording recordingFrom(const QJsonObject &object)
{
    // The bytes were written down as Latin-1.
    const auto bytes
        = [&object](QLatin1StringView name) { return object[name].toString().toLatin1(); };
    return {*protocolFromString(object["proto"_L1].toString()), bytes("greeting"_L1),
        bytes("caps"_L1), bytes("starttls"_L1), object["tls"_L1].toString(),
        bytes("after_tls_unsolicited"_L1), bytes("tls_caps"_L1),
        object["case"_L1].toString().contains("Certificate Validation"_L1)};
}

/// IMAP's untagged responses taken away, with their literals (RFC 9051, 4.3).
QByteArray withoutUntagged(QByteArray said)
{
    while (said.startsWith("* ")) {
        qsizetype end = said.indexOf("\r\n") + 2;
        static const QRegularExpression literal(u"\\{(\\d+)\\}\r\n\\z"_s);
        for (;;) {
            const auto match = literal.match(QString::fromLatin1(said.first(end)));
            if (!match.hasMatch())
                break;
            end = said.indexOf("\r\n", end + match.captured(1).toInt()) + 2;
        }
        said.remove(0, end);
    }
    return said;
}

QByteArray firstLine(const QByteArray &said)
{
    return said.left(said.indexOf("\r\n"));
}

bool isPositive(Protocol protocol, const QByteArray &line, const QByteArray &tag, int code)
{
    switch (protocol) {
    case Protocol::Imap:
        return line == tag + " OK" || line.startsWith(tag + " OK ");
    case Protocol::Pop3:
        return line == "+OK" || line.startsWith("+OK ");
    case Protocol::Smtp:
        break;
    }
    return line.left(3).toInt() == code;
}

bool offersStartTls(const Recording &recording)
{
    const bool isPop3 = recording.protocol == Protocol::Pop3;
    const QByteArray keyword = isPop3 ? "STLS" : "STARTTLS";
    for (QByteArray line : recording.capabilities.split('\n')) {
        line = line.trimmed();
        if (recording.protocol == Protocol::Smtp)
            line.remove(0, 4);
        const bool isList = recording.protocol == Protocol::Imap;
        if (isList && !line.startsWith("* CAPABILITY "))
            continue;
        const QByteArrayList words = line.split(' ');
        if (isList ? words.contains(keyword) : words.constFirst() == keyword)
            return true;
    }
    return false;
}

/// Nothing that came before TLS may be taken for more than it is (security.md, A to C).
std::optional<Expectation> expectedAtTheGreeting(const Recording &recording)
{
    const QByteArray line = firstLine(recording.greeting);
    if (line.startsWith("* PREAUTH"))
        return Expectation{{Fault::PreauthBeforeTls}};
    if (line.startsWith("* BYE") || line.startsWith("-ERR") || line.startsWith('4')
        || line.startsWith('5'))
        return Expectation{{Fault::GreetingRejected}};
    if (!isPositive(recording.protocol, line, "*", 220))
        return Expectation{{Fault::Malformed, Fault::WrongService}};
    const bool isMore = recording.greeting.size() > line.size() + 2;
    if (isMore && recording.protocol != Protocol::Imap)
        return Expectation{{Fault::Unsolicited}};
    return std::nullopt;
}

std::optional<Expectation> expectedAtTheCapabilities(const Recording &recording)
{
    if (recording.capabilities == endOfConnection)
        return Expectation{{Fault::Closed}};
    const bool isImap = recording.protocol == Protocol::Imap;
    const QByteArray answer
        = firstLine(isImap ? withoutUntagged(recording.capabilities) : recording.capabilities);
    if (isImap && !answer.startsWith("a1 "))
        return Expectation{{Fault::Unsolicited}};
    if (!isPositive(recording.protocol, answer, "a1", 250) || !offersStartTls(recording))
        return Expectation{{Fault::StartTlsNotOffered, Fault::CapabilitiesRefused}};
    return std::nullopt;
}

std::optional<Expectation> expectedAtStartTls(const Recording &recording)
{
    const bool isImap = recording.protocol == Protocol::Imap;
    QByteArray rest = isImap ? withoutUntagged(recording.startTls) : recording.startTls;
    const QByteArray answer = firstLine(rest);
    if (!isPositive(recording.protocol, answer, "a2", 220))
        return Expectation{{Fault::StartTlsRefused, Fault::Malformed, Fault::Unsolicited}};
    rest.remove(0, answer.size() + 2);
    if (!rest.isEmpty() && rest != endOfConnection)
        return Expectation{{Fault::InjectedData}};
    if (recording.tls.contains("Timeout"_L1))
        return Expectation{{Fault::HandshakeTimeout}, true};
    if (recording.tls != "TLSv1.2"_L1)
        return Expectation{{Fault::Closed, Fault::HandshakeFailed}, true};
    return std::nullopt;
}

Expectation expectedOf(const Recording &recording)
{
    for (const auto rule : {expectedAtTheGreeting, expectedAtTheCapabilities, expectedAtStartTls}) {
        if (const auto expectation = rule(recording))
            return *expectation;
    }
    const QByteArray &said = recording.tlsCapabilities;
    if (said.isEmpty())
        return {{Fault::ReplyTimeout}, true};
    if (said == endOfConnection)
        return {{Fault::Closed}, true};
    const bool isImap = recording.protocol == Protocol::Imap;
    const QByteArray answer = firstLine(isImap ? withoutUntagged(said) : said);
    const bool isRefused = !isPositive(recording.protocol, answer, "a3", 250);
    return {isRefused ? QList{Fault::CapabilitiesRefused} : QList<Fault>(), true};
}

ServerStep sayOrHangUp(QByteArray bytes)
{
    if (bytes == endOfConnection)
        return HangUp{};
    // The recording's tags are those of the commands they answer.
    static const QRegularExpression tag(u"^a[123] "_s, QRegularExpression::MultilineOption);
    return Say{QString::fromLatin1(bytes).replace(tag, u"<tag> "_s).toLatin1()};
}

ServerScript scriptOf(const Recording &recording)
{
    const Await question{recording.protocol == Protocol::Imap ? "<tag> *" : "*"};
    QByteArray startTls = recording.startTls;
    const bool isHangingUp = startTls.endsWith(endOfConnection);
    if (isHangingUp)
        startTls.chop(qstrlen(endOfConnection));
    ServerScript script = {sayOrHangUp(recording.greeting), question,
        sayOrHangUp(recording.capabilities), question, sayOrHangUp(startTls)};
    if (recording.tls.contains("Timeout"_L1))
        script += AwaitBytes{};
    if (isHangingUp)
        script += HangUp{};
    if (recording.tls != "TLSv1.2"_L1)
        return script;
    return script
        + ServerScript{
            SpeakTls{}, Say{recording.unasked}, question, sayOrHangUp(recording.tlsCapabilities)};
}

/// Of all commands only those that ask, agree on TLS or say goodbye.
bool isHarmless(const QByteArray &line)
{
    static const QRegularExpression harmless(
        u"\\A(([a-z]+\\d+ )(CAPABILITY|STARTTLS|LOGOUT)|CAPA|STLS|QUIT|STARTTLS|EHLO \\S+)\\z"_s);
    return harmless.match(QString::fromLatin1(line)).hasMatch();
}

} // namespace

void TestStartTlsVectors::initTestCase()
{
    QFile file(QStringLiteral(POSTERN_SHARED_DIR "/data/starttls-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP(qPrintable(u"there are no recordings: "_s + file.fileName()));
    m_recordings = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!m_recordings.isEmpty());
}

void TestStartTlsVectors::staysCareful_data()
{
    QTest::addColumn<Recording>("recording");
    for (const QJsonValue &value : std::as_const(m_recordings)) {
        const QJsonObject object = value.toObject();
        QTest::newRow(qUtf8Printable(object["case"_L1].toString())) << recordingFrom(object);
    }
}

void TestStartTlsVectors::staysCareful()
{
    QFETCH(Recording, recording);
    const Expectation expected = expectedOf(recording);

    ProbeBench bench(recording.isUntrusted ? QList<Certificate>() : m_identity.roots);
    ScriptServer server(scriptOf(recording), m_identity.serverTls(TlsVersions::Tls12));
    QSignalSpy played(&server, &ScriptServer::played);
    QSignalSpy over(&server, &ScriptServer::over);
    BenchProbe probe(bench,
        {recording.protocol, hostName(u"mail.example.test"_s), server.serverPort(),
            Security::StartTls});
    const bool isStalling = expected.faults.contains(Fault::HandshakeTimeout)
        || expected.faults.contains(Fault::ReplyTimeout);
    if (isStalling) {
        QVERIFY(!played.isEmpty() || played.wait(patienceMs));
        bench.clock.advance(60s);
    }
    QVERIFY(probe.waitUntilFinished());
    bench.clock.advance(1s); // a polite farewell is not answered
    QVERIFY(!over.isEmpty() || over.wait(patienceMs));

    const ProbeReport report = probe.report();
    const QString evidence = report.fault ? report.fault->evidence : QString();
    QVERIFY2(report.isUsable() == expected.faults.isEmpty(), qUtf8Printable(evidence));
    QVERIFY2(
        !report.fault || expected.faults.contains(report.fault->fault), qUtf8Printable(evidence));
    if (report.isUsable()) {
        QCOMPARE(toString(report.outcome), recording.isUntrusted ? u"certificate"_s : u"ok"_s);
        const QString believed = report.profile.capabilities.join(u' ');
        for (const QString &word : believed.split(u' ', Qt::SkipEmptyParts))
            QVERIFY(recording.tlsCapabilities.contains(word.toLatin1()) || word == u"USER"_s);
    }

    const ScriptRecord record = server.lastRecord();
    const qsizetype hello = record.plaintext.indexOf("\x16\x03");
    const bool isTlsBegun = hello >= 0 || report.tls || report.lastStage == Stage::Handshake;
    QVERIFY(!isTlsBegun || expected.isTlsBegun);
    const QByteArray lines = record.plaintext.left(hello) + record.encrypted;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            QVERIFY2(isHarmless(line.trimmed()), line.constData());
    }
    for (const QChar c : evidence)
        QVERIFY(c.isPrint());
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestStartTlsVectors)
#include "tst_starttlsvectors.moc"
