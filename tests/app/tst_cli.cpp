// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// postern-cli as a script meets it: what it prints where, and how it ends.

#include "account/endpoint.h"
#include "demo/demonameserver.h"
#include "demo/demoservers.h"

#include "support/patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace postern {

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void endsWith_data();
    void endsWith();
    void printsTheCommandThatAccepts();
    void readsSlowPipes();
    void exportsWhatItIsPiped();
    void saysWhatIsWrongWithADocument();
    void asksAgainWhatWasOffline();
    void asksAgainWhatRanOutOfTime();
    void tellsPlaintextApart();
    void saysWhyNothingWasAccepted();
    void keepsTheLogPrivate();
    void saysThatOutputWasLost();
    void saysThatTheLogWasLost();
    void saysThatTheTimeRanOut();
    void printsWhatItHasWhenInterrupted();
    void saysThatNothingWasRemoved();
    void searchesInBatches();
    void readsItsLinesFromAPipe();
    void losesNoLineWhenInterrupted_data();
    void losesNoLineWhenInterrupted();

private:
    std::unique_ptr<QProcess> start(
        const QStringList &arguments, const QString &output = {}, const QString &input = {});
    QJsonObject document(QProcess &process) const;
    QString writeList(const QStringList &lines) const;
    using Objects = QHash<QString, QJsonObject>;
    std::pair<Objects, Objects> runTwice(const QStringList &batch);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QUdpSocket> m_silence; ///< A name server that never answers.
};

namespace {

int exitCodeOf(QProcess &process)
{
    return process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
}

/// While this waits, a name server of the test can answer.
bool waitFor(QProcess &process)
{
    QSignalSpy finished(&process, &QProcess::finished);
    return process.state() == QProcess::NotRunning || finished.wait(patienceMs);
}

QString placeOf(const DemoNameServer &server)
{
    return u"127.0.0.1:%1"_s.arg(server.port());
}

/// The objects of an output, by the address that they name; a line that is no object is missing.
QHash<QString, QJsonObject> objectsOf(const QByteArray &output)
{
    QHash<QString, QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            objects.insert(object.value("address"_L1).toString(), object);
    }
    return objects;
}

} // namespace

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_silence = std::make_unique<QUdpSocket>();
    QVERIFY(m_silence->bind(QHostAddress::LocalHost, 0));
}

void TestCli::endsWith_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QString demo = u"--demo"_s;
    QTest::newRow("a decision is needed") << QStringList{u"detect"_s, demo} << 2;
    QTest::newRow("nothing was asked for") << QStringList() << 64;
    QTest::newRow("no such command") << QStringList{u"frobnicate"_s} << 64;
    QTest::newRow("no such option") << QStringList{u"detect"_s, demo, u"--password=x"_s} << 64;
    QTest::newRow("no address") << QStringList{u"detect"_s, u"a@b@c"_s} << 64;
    QTest::newRow("no time-out") << QStringList{u"detect"_s, demo, u"--timeout"_s, u"nan"_s} << 64;
    QTest::newRow("no such source")
        << QStringList{u"detect"_s, demo, u"--sources"_s, u"magic"_s} << 64;
    QTest::newRow("half an address") << QStringList{u"detect"_s, u"alice"_s} << 64;
    QTest::newRow("sources that are none")
        << QStringList{u"detect"_s, demo, u"--sources"_s, u","_s} << 64;
    QTest::newRow("jobs without a batch")
        << QStringList{u"detect"_s, demo, u"--jobs"_s, u"2"_s} << 64;
    QTest::newRow("skipping without a batch")
        << QStringList{u"detect"_s, demo, u"--skip-done"_s, u"/dev/null"_s} << 64;
    QTest::newRow("a batch as text")
        << QStringList{u"detect"_s, u"--batch"_s, u"/dev/null"_s, u"--format"_s, u"text"_s} << 64;
    QTest::newRow("a batch of the demonstration")
        << QStringList{u"detect"_s, demo, u"--batch"_s, u"/dev/null"_s} << 64;
    QTest::newRow("a demonstration elsewhere")
        << QStringList{u"detect"_s, demo, u"--nameserver"_s, u"127.0.0.1"_s} << 64;
    QTest::newRow("a demonstration of something") << QStringList{u"demo"_s, u"extra"_s} << 64;
    QTest::newRow("targets as a document")
        << QStringList{u"export"_s, u"--list"_s, u"--format"_s, u"json"_s} << 64;
    QTest::newRow("no server to accept a certificate of")
        << QStringList{u"trust"_s, u"add"_s, u"127.0.0.1:1"_s, u"--sha256"_s, QString(64, u'a')}
        << 4;
    QTest::newRow("no name server named")
        << QStringList{u"detect"_s, u"example.test"_s, u"--nameserver"_s, QString()} << 64;
    QTest::newRow("an empty batch") << QStringList{u"detect"_s, u"--batch"_s, u"/dev/null"_s} << 0;
    QTest::newRow("no roots in the file")
        << QStringList{u"detect"_s, demo, u"--ca"_s, u"/dev/null"_s} << 65;
    QTest::newRow("no detection in the file")
        << QStringList{u"export"_s, u"/dev/null"_s, u"--to"_s, u"json"_s} << 65;
    QTest::newRow("an error text")
        << QStringList{u"explain"_s, u"wrong"_s, u"version"_s, u"number"_s} << 0;
    QTest::newRow("an answer of POP3")
        << QStringList{u"explain"_s, u"-ERR [SYS/TEMP] Connection refused"_s} << 0;
    QTest::newRow("old and not new TLS") << QStringList{u"inspect"_s, u"127.0.0.1:1"_s,
        u"--allow-legacy-tls"_s, u"--newest-tls"_s, u"1.2"_s}
                                         << 64;
    QTest::newRow("a text that nobody knows") << QStringList{u"explain"_s, u"hello"_s} << 4;
    QTest::newRow("nothing to explain") << QStringList{u"explain"_s} << 64;
    QTest::newRow("targets") << QStringList{u"export"_s, u"--list"_s} << 0;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
}

void TestCli::endsWith()
{
    QFETCH(QStringList, arguments);
    const auto process = start(arguments);
    QTEST(exitCodeOf(*process), "exitCode");
    if (process->exitCode() >= 64) {
        QVERIFY(process->readAllStandardOutput().isEmpty());
        QVERIFY(!process->readAllStandardError().isEmpty());
    }
}

/// What is printed is run: it must reach the same server, and keep the decision in the same file.
void TestCli::printsTheCommandThatAccepts()
{
    DemoServers demo;
    QVERIFY(demo.start());
    const QStringList detect{u"detect"_s, demo.address(), u"--format"_s, u"text"_s,
        u"--nameserver"_s, hostAndPort(demo.nameServerHost(), demo.nameServerPort()),
        u"--trust-store"_s, m_folder->filePath(u"it's mine.json"_s)};
    const auto before = start(detect);
    QVERIFY(waitFor(*before));
    QCOMPARE(before->exitCode(), 2);
    int accepted = 0;
    for (const QByteArray &line : before->readAllStandardOutput().split('\n')) {
        if (!line.trimmed().startsWith("postern-cli trust add "))
            continue;
        QProcess shell;
        const QByteArray command = line.trimmed().replace(0, qstrlen("postern-cli"), POSTERN_CLI);
        shell.start(u"/bin/sh"_s, {u"-c"_s, QString::fromUtf8(command)});
        QVERIFY(waitFor(shell));
        QCOMPARE(shell.exitCode(), 0);
        ++accepted;
    }
    QCOMPARE(accepted, 2);
    const auto after = start(detect);
    QVERIFY(waitFor(*after));
    QCOMPARE(after->exitCode(), 0);
}

/// A pipe gives what it has: the rest comes later.
void TestCli::readsSlowPipes()
{
    const QString found = m_folder->filePath(u"found.json"_s);
    const auto detect = start({u"detect"_s, u"--demo"_s, u"--format"_s, u"json"_s}, found);
    QVERIFY(waitFor(*detect));
    QFile file(found);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray document = file.readAll();
    QProcess process;
    process.start(QStringLiteral(POSTERN_CLI), {u"export"_s, u"-"_s, u"--to"_s, u"json"_s});
    QVERIFY(process.waitForStarted(patienceMs));
    process.write(document.first(1000));
    QVERIFY(process.waitForBytesWritten(patienceMs));
    QVERIFY(!process.waitForFinished(300)); // it waits for the rest
    process.write(document.sliced(1000));
    process.closeWriteChannel();
    QVERIFY(waitFor(process));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), document);
}

/// `detect … | export -`, and nothing that is there is lost.
void TestCli::exportsWhatItIsPiped()
{
    const QString found = m_folder->filePath(u"found.json"_s);
    const auto detect = start({u"detect"_s, u"--demo"_s, u"--format"_s, u"json"_s}, found);
    QVERIFY(waitFor(*detect));
    const QString report = m_folder->filePath(u"report.md"_s);
    const QStringList words{
        u"export"_s, u"-"_s, u"--to"_s, u"report-markdown"_s, u"--output"_s, report};
    const auto outcome = [&](const QStringList &more) {
        const auto process = start(words + more, {}, found);
        return waitFor(*process) ? process->exitCode() : -1;
    };
    QCOMPARE(outcome({}), 0);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.readAll().contains("demo.example"));
    file.resize(0);
    file.write("mine\n");
    file.close();
    QCOMPARE(outcome({}), 73);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine\n"));
    file.close();
    QCOMPARE(outcome({u"--replace"_s}), 0);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("demo.example"));
}

void TestCli::saysWhatIsWrongWithADocument()
{
    const QString path = m_folder->filePath(u"found.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema": "postern.detection/1", "domain": "example.org",
        "recommended": {"outgoing": {"service": "smtp", "host": "a b", "port": 1}}})");
    file.close();
    const auto process = start({u"export"_s, path, u"--to"_s, u"msmtp"_s});
    QVERIFY(waitFor(*process));
    QCOMPARE(process->exitCode(), 65);
    QVERIFY(process->readAllStandardError().contains("outgoing"));
}

std::pair<TestCli::Objects, TestCli::Objects> TestCli::runTwice(const QStringList &batch)
{
    const auto first = start(batch);
    if (exitCodeOf(*first) != 0)
        return {};
    const QByteArray output = first->readAllStandardOutput();
    QFile done(m_folder->filePath(u"done.ndjson"_s));
    if (!done.open(QIODevice::WriteOnly) || done.write(output) != output.size())
        return {};
    done.close();
    const auto second = start(batch + QStringList{u"--skip-done"_s, done.fileName()});
    if (exitCodeOf(*second) != 0)
        return {};
    return {objectsOf(output), objectsOf(second->readAllStandardOutput())};
}

/// Where the network was down nothing was learnt: an earlier output does not count for it.
/// What a batch prints, and what the same batch prints when it is told of the first output.
void TestCli::asksAgainWhatWasOffline()
{
    const QString list = writeList({u"a.example.test"_s});
    const QStringList batch{u"detect"_s, u"--batch"_s, list, u"--nameserver"_s, u"127.0.0.1:1"_s};
    const auto [first, second] = runTwice(batch);
    QCOMPARE(first[u"a.example.test"_s].value("verdict"_L1).toString(), u"offline"_s);
    QCOMPARE(second.size(), 1);
}

/// A line whose time was over says so, and is asked again.
void TestCli::asksAgainWhatRanOutOfTime()
{
    QTcpServer silent; // the system accepts, and nobody speaks
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString port = QString::number(silent.serverPort());
    const QString list = writeList({u"a.example.test"_s});
    const QStringList batch{u"detect"_s, u"--batch"_s, list, u"--imap-host"_s, u"127.0.0.1"_s,
        u"--imap-port"_s, port, u"--smtp-host"_s, u"127.0.0.1"_s, u"--smtp-port"_s, port,
        u"--timeout"_s, u"0.3"_s};
    const auto [first, second] = runTwice(batch);
    QCOMPARE(first[u"a.example.test"_s].value("end"_L1).toString(), u"out-of-time"_s);
    QCOMPARE(second.size(), 1);
}

/// What works without encryption is something, but nothing to rely on.
void TestCli::tellsPlaintextApart()
{
    DemoServers demo;
    QVERIFY(demo.start());
    const QList<DemoListener> listeners = demo.listeners();
    const auto imap
        = std::find_if(listeners.begin(), listeners.end(), [](const DemoListener &listener) {
              return listener.protocol == DemoProtocol::Imap
                  && listener.security == DemoSecurity::StartTls;
          });
    const auto process = start({u"inspect"_s, u"127.0.0.1:%1"_s.arg(imap->port), u"--service"_s,
        u"imap"_s, u"--security"_s, u"none"_s});
    QVERIFY(waitFor(*process));
    QCOMPARE(process->exitCode(), 3);
}

void TestCli::saysWhyNothingWasAccepted()
{
    DemoServers demo;
    QVERIFY(demo.start());
    const auto add = [&](quint16 port) {
        const auto process = start({u"trust"_s, u"add"_s, u"127.0.0.1:%1"_s.arg(port),
            u"--service"_s, u"imap"_s, u"--trust-store"_s, m_folder->filePath(u"trust.json"_s),
            u"--sha256"_s, QString(64, u'a')});
        return waitFor(*process) && process->exitCode() == 4
            ? QString::fromUtf8(process->readAllStandardError())
            : QString();
    };
    const QList<DemoListener> listeners = demo.listeners();
    const auto imap = std::find_if(listeners.begin(), listeners.end(),
        [](const DemoListener &listener) { return listener.protocol == DemoProtocol::Imap; });
    const QString other = add(imap->port);
    QVERIFY2(other.contains(u"another certificate"_s), qPrintable(other));
    QVERIFY2(other.contains(QRegularExpression(u"([0-9A-F]{2}:){31}"_s)), qPrintable(other));
    const QString none = add(1);
    QVERIFY2(none.contains(u"refused"_s), qPrintable(none));
}

/// Who talks to whom is nobody else's business.
void TestCli::keepsTheLogPrivate()
{
    const QString log = m_folder->filePath(u"log"_s);
    QFile before(log);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.setPermissions(QFile::Permissions(0x6644)));
    before.close();
    QCOMPARE(exitCodeOf(*start({u"detect"_s, u"--demo"_s, u"--log"_s, log})), 2);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(log) & others));
    QFile after(log);
    QVERIFY(after.open(QIODevice::ReadOnly) && after.readAll().contains("CAPABILITY"));
    const auto device = QFile::permissions(u"/dev/null"_s);
    QCOMPARE(exitCodeOf(*start({u"detect"_s, u"--demo"_s, u"--log"_s, u"/dev/null"_s})), 2);
    QCOMPARE(QFile::permissions(u"/dev/null"_s), device);
}

/// A script must not take half a document for the whole.
void TestCli::saysThatOutputWasLost()
{
    const auto process = start({u"detect"_s, u"--demo"_s}, u"/dev/full"_s);
    QCOMPARE(exitCodeOf(*process), 73);
    QVERIFY(!process->readAllStandardError().isEmpty());
}

void TestCli::saysThatTheLogWasLost()
{
    const QString log = m_folder->filePath(u"no/such/folder/log"_s);
    const auto process = start({u"detect"_s, u"--demo"_s, u"--log"_s, log});
    QCOMPARE(exitCodeOf(*process), 73);
    QVERIFY(process->readAllStandardError().contains(log.toUtf8()));
}

void TestCli::saysThatTheTimeRanOut()
{
    const QString server = u"127.0.0.1:%1"_s.arg(m_silence->localPort());
    const auto process = start(
        {u"detect"_s, u"example.test"_s, u"--nameserver"_s, server, u"--timeout"_s, u"0.2"_s});
    QCOMPARE(exitCodeOf(*process), 4);
    QCOMPARE(document(*process).value("verdict"_L1).toString(), u"nothing-found"_s);
    QVERIFY(process->readAllStandardError().contains("--timeout"));
}

void TestCli::printsWhatItHasWhenInterrupted()
{
    const QString server = u"127.0.0.1:%1"_s.arg(m_silence->localPort());
    const auto process = start({u"detect"_s, u"example.test"_s, u"--nameserver"_s, server});
    QVERIFY(m_silence->waitForReadyRead(patienceMs)); // it has asked its first question
    kill(static_cast<pid_t>(process->processId()), SIGINT);
    QCOMPARE(exitCodeOf(*process), 130);
    const QJsonObject found = document(*process);
    QCOMPARE(found.value("schema"_L1).toString(), u"postern.detection/1"_s);
    QVERIFY(!found.value("attempts"_L1).toArray().isEmpty());
}

void TestCli::saysThatNothingWasRemoved()
{
    const auto process = start({u"trust"_s, u"remove"_s, u"mail.example.test:993"_s});
    QCOMPARE(exitCodeOf(*process), 0);
    QVERIFY(process->readAllStandardError().contains("mail.example.test:993"));
}

/// A bad line gets an object of its own, and the run goes on.
void TestCli::searchesInBatches()
{
    DemoNameServer nobody;
    QVERIFY(nobody.listen());
    const QString list
        = writeList({u"alice@a.example.test"_s, u"what is this"_s, u"b.example.test"_s});
    const auto process = start(
        {u"detect"_s, u"--batch"_s, list, u"--jobs"_s, u"2"_s, u"--nameserver"_s, placeOf(nobody)});
    QVERIFY(waitFor(*process));
    QCOMPARE(process->exitCode(), 0);
    const QHash<QString, QJsonObject> found = objectsOf(process->readAllStandardOutput());
    QCOMPARE(found.size(), 3);
    QCOMPARE(
        found.value(u"alice@a.example.test"_s).value("verdict"_L1).toString(), u"nothing-found"_s);
    QCOMPARE(found.value(u"b.example.test"_s).value("domain"_L1).toString(), u"b.example.test"_s);
    QVERIFY(found.value(u"what is this"_s).contains("error"_L1));
}

void TestCli::readsItsLinesFromAPipe()
{
    DemoNameServer nobody;
    QVERIFY(nobody.listen());
    QProcess process;
    QSignalSpy read(&process, &QProcess::readyReadStandardOutput);
    process.start(QStringLiteral(POSTERN_CLI),
        {u"detect"_s, u"--batch"_s, u"-"_s, u"--nameserver"_s, placeOf(nobody)});
    process.write("a.example.test\n");
    QVERIFY(!read.isEmpty() || read.wait(patienceMs)); // answered while the pipe is still open
    process.write("b.example.test"); // and no line end
    process.closeWriteChannel();
    QVERIFY(waitFor(process));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(objectsOf(process.readAllStandardOutput()).size(), 2);
}

void TestCli::losesNoLineWhenInterrupted_data()
{
    QTest::addColumn<int>("linesBefore");
    for (const int lines : {1, 7, 23})
        QTest::addRow("after %d lines", lines) << lines;
}

void TestCli::losesNoLineWhenInterrupted()
{
    QFETCH(int, linesBefore);
    DemoNameServer nobody;
    QVERIFY(nobody.listen());
    QStringList all;
    for (int i = 0; i < 60; ++i)
        all.append(u"d%1.example.test"_s.arg(i));
    const QString list = writeList(all);
    const QStringList arguments{
        u"detect"_s, u"--batch"_s, list, u"--jobs"_s, u"5"_s, u"--nameserver"_s, placeOf(nobody)};
    const auto first = start(arguments);
    QSignalSpy read(first.get(), &QProcess::readyReadStandardOutput);
    QByteArray output;
    while (output.count('\n') < linesBefore && (!read.isEmpty() || read.wait(patienceMs))) {
        read.clear();
        output += first->readAllStandardOutput();
    }
    kill(static_cast<pid_t>(first->processId()), SIGINT);
    QVERIFY(waitFor(*first));
    QCOMPARE(first->exitCode(), 130);
    output += first->readAllStandardOutput();
    QVERIFY(output.endsWith('\n'));

    QFile done(m_folder->filePath(u"done.ndjson"_s));
    QVERIFY(done.open(QIODevice::WriteOnly) && done.write(output) == output.size());
    done.close();
    const auto second = start(arguments + QStringList{u"--skip-done"_s, done.fileName()});
    QVERIFY(waitFor(*second));
    QCOMPARE(second->exitCode(), 0);
    const QByteArray rest = second->readAllStandardOutput();
    QCOMPARE(output.count('\n') + rest.count('\n'), all.size()); // each line once
    QCOMPARE(objectsOf(output + rest).size(), all.size());
}

QString TestCli::writeList(const QStringList &lines) const
{
    QFile file(m_folder->filePath(u"list"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(lines.join(u'\n').toUtf8() + '\n');
    return file.fileName();
}

std::unique_ptr<QProcess> TestCli::start(
    const QStringList &arguments, const QString &output, const QString &input)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
    process->setProcessEnvironment(environment);
    if (!output.isEmpty())
        process->setStandardOutputFile(output);
    if (!input.isEmpty())
        process->setStandardInputFile(input);
    process->start(QStringLiteral(POSTERN_CLI), arguments);
    process->closeWriteChannel();
    return process;
}

QJsonObject TestCli::document(QProcess &process) const
{
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestCli)
#include "tst_cli.moc"
