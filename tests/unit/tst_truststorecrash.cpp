// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Programs that are killed while they write, and programs that write at the same time: other processes,
// which are this program again.

#include "support/names.h"
#include "trust/truststore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace postern {

class TestTrustStoreCrash : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheOldOrTheNewState();
    void losesNothingOfTwoWriters();
};

namespace {

constexpr int kills = 200;
constexpr int enough = 60;
constexpr int additions = 500;
constexpr int patienceMs = 400'000; // a thousand writes of up to a thousand decisions

TrustException exceptionFor(const QString &writer, int number)
{
    TrustException exception;
    exception.host = hostName(u"%1-%2.example.org"_s.arg(writer).arg(number));
    exception.port = 993;
    exception.sha256 = QByteArray(64, 'a');
    exception.spkiSha256 = QByteArray(64, 'b');
    exception.findings = {Finding::Kind::SelfSigned};
    exception.acceptedAt = QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);
    exception.duration = TrustException::Duration::UntilWithdrawn;
    exception.certificatePem = QByteArray(200, 'p');
    return exception;
}

/// Adds the exceptions from @p first on, and says each number once it is stored.
int write(const QString &path, const QString &writer, int first, int count)
{
    TrustStore store(path);
    for (int i = first; i < first + count; ++i) {
        if (!store.add({exceptionFor(writer, i)}))
            return 1;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 0;
}

std::unique_ptr<QProcess> startWriter(
    const QString &path, const QString &writer, int first, int count)
{
    auto process = std::make_unique<QProcess>();
    process->start(QCoreApplication::applicationFilePath(),
        {u"--write"_s, path, writer, QString::number(first), QString::number(count)});
    return process;
}

/// The numbers of the exceptions of one writer, or -1 where the store cannot be read.
int countIn(const QString &path, const QString &writer)
{
    const auto stored = TrustStore(path).load();
    if (!stored)
        return -1;
    int next = 0;
    for (const TrustException &exception : *stored) {
        if (exception == exceptionFor(writer, next))
            ++next;
        else if (exception.host.text().startsWith(writer + u'-'))
            return -1; // one is missing, or is not as it was written
    }
    return next;
}

} // namespace

void TestTrustStoreCrash::holdsTheOldOrTheNewState()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trust.json"_s);
    QRandomGenerator random(20261126);
    int stored = 0;
    for (int i = 0; i < kills; ++i) {
        const auto writer = startWriter(path, u"a"_s, stored, 100'000);
        QVERIFY(writer->waitForStarted(patienceMs));
        QVERIFY(writer->waitForReadyRead(patienceMs)); // it is in the middle of it
        const qint64 microseconds = random.bounded(6000);
        QElapsedTimer timer;
        for (timer.start(); timer.nsecsElapsed() < microseconds * 1000;) { }
        ::kill(static_cast<pid_t>(writer->processId()), SIGKILL);
        QVERIFY(writer->waitForFinished(patienceMs));
        const int said = writer->readAllStandardOutput().trimmed().split('\n').constLast().toInt();
        const int found = countIn(path, u"a"_s);
        // What was said is there, and at most the one that was being written besides.
        QVERIFY2(
            found == said + 1 || found == said + 2, qPrintable(u"%1, %2"_s.arg(found).arg(said)));
        stored = found;
        if (stored > enough) { // a long list takes long to write
            QVERIFY(QFile::remove(path));
            stored = 0;
        }
    }
}

void TestTrustStoreCrash::losesNothingOfTwoWriters()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"trust.json"_s);
    const auto one = startWriter(path, u"a"_s, 0, additions);
    const auto other = startWriter(path, u"b"_s, 0, additions);
    for (QProcess *writer : {one.get(), other.get()}) {
        QVERIFY(writer->waitForFinished(patienceMs));
        QCOMPARE(writer->exitCode(), 0);
    }
    QCOMPARE(countIn(path, u"a"_s), additions);
    QCOMPARE(countIn(path, u"b"_s), additions);
}

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write"_L1)
        return write(arguments.value(2), arguments.value(3), arguments.value(4).toInt(),
            arguments.value(5).toInt());
    TestTrustStoreCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_truststorecrash.moc"
