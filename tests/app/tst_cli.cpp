// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// postern-cli as a script meets it: what it prints where, and how it ends.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

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
    void saysThatOutputWasLost();
    void saysThatTheLogWasLost();
    void saysThatTheTimeRanOut();
    void printsWhatItHasWhenInterrupted();
    void saysThatNothingWasRemoved();

private:
    std::unique_ptr<QProcess> start(const QStringList &arguments, const QString &output = {});
    QJsonObject document(QProcess &process) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QUdpSocket> m_silence; ///< A name server that never answers.
};

namespace {

constexpr int patienceMs = 30'000;

int exitCodeOf(QProcess &process)
{
    return process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
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
    QTest::newRow("no roots in the file")
        << QStringList{u"detect"_s, demo, u"--ca"_s, u"/dev/null"_s} << 65;
    QTest::newRow("no detection in the file")
        << QStringList{u"export"_s, u"/dev/null"_s, u"--to"_s, u"json"_s} << 65;
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

std::unique_ptr<QProcess> TestCli::start(const QStringList &arguments, const QString &output)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
    process->setProcessEnvironment(environment);
    if (!output.isEmpty())
        process->setStandardOutputFile(output);
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
