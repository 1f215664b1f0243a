// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export/exportplan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestExportPlan : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesAllOrNone();
    void writesForTheOwnerAlone();
    void seesNamesThatMeet();
    void showsWhatWouldChange_data();
    void showsWhatWouldChange();

private:
    QString pathOf(const QString &name) const { return m_folder->filePath(name); }
    QByteArray read(const QString &name) const;
    bool write(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestExportPlan::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TestExportPlan::read(const QString &name) const
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestExportPlan::write(const QString &name, const QByteArray &content) const
{
    QFile file(pathOf(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// A configuration that names a certificate is of no use without it.
void TestExportPlan::writesAllOrNone()
{
    QVERIFY(write(u"msmtprc"_s, "mine"));
    const QString missing = pathOf(u"no such folder/server.pem"_s);
    const auto written = writePrivateFiles({{pathOf(u"msmtprc"_s), "new"}, {missing, "PEM"}});
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().path, missing);
    QVERIFY(!written.error().reason.isEmpty());
    QCOMPARE(read(u"msmtprc"_s), QByteArray("mine"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), {u"msmtprc"_s});
}

void TestExportPlan::writesForTheOwnerAlone()
{
    QVERIFY(write(u"msmtprc"_s, "mine"));
    const ExportPlan plan = planExport({{u"suggested"_s, "new"}, {u"server.pem"_s, "PEM"}},
        {m_folder->path(), u"msmtprc"_s, PasswordSource::Prompt, false});
    QVERIFY(plan.writtenTwice.isEmpty());
    QVERIFY(writePrivateFiles(plan.files).has_value());
    QCOMPARE(read(u"msmtprc"_s), QByteArray("new"));
    QCOMPARE(read(u"server.pem"_s), QByteArray("PEM"));
    for (const FileToWrite &file : plan.files)
        QVERIFY(!(QFile::permissions(file.path)
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void TestExportPlan::seesNamesThatMeet()
{
    const QList<ExportedFile> files{{u"msmtprc"_s, "a"}, {u"mail.example.org_587.pem"_s, "b"}};
    const auto meets = [&](const QString &name) {
        return !planExport(files, {m_folder->path(), name, PasswordSource::Prompt, false})
                    .writtenTwice.isEmpty();
    };
    QVERIFY(!meets(QString()));
    QVERIFY(!meets(u"mine"_s));
    QVERIFY(meets(u"mail.example.org_587.pem"_s));
    QVERIFY(meets(u"Mail.Example.Org_587.PEM"_s)); // the same on some file systems
}

void TestExportPlan::showsWhatWouldChange_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");

    const QByteArray lines = "host a\nport 1\ntls on\n";
    QTest::newRow("nothing") << lines << lines << QString();
    QTest::newRow("a line") << lines << QByteArray("host a\nport 2\ntls on\n")
                            << u"@@ -1,3 +1,3 @@\n host a\n-port 1\n+port 2\n tls on\n"_s;
    QTest::newRow("from nothing") << QByteArray() << QByteArray("a\n")
                                  << u"@@ -1,0 +1,1 @@\n+a\n"_s;
    QTest::newRow("what a terminal would obey")
        << QByteArray("\x1b[2Jx\n") << QByteArray("a\n") << u"@@ -1,1 +1,1 @@\n-\\x1b[2Jx\n+a\n"_s;
    QTest::newRow("no text") << QByteArray("\0x", 2) << QByteArray("a\n") << u""_s;
    QTest::newRow("too many lines")
        << QByteArray("a\n").repeated(5000) << QByteArray("a\n") << u""_s;
}

void TestExportPlan::showsWhatWouldChange()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);

    QVERIFY(write(u"there"_s, before));
    const ExportOptions options{m_folder->path(), {}, PasswordSource::Prompt, false};
    const QString path = pathOf(u"there"_s);
    const QString head = u"--- %1\n+++ %1\n"_s.arg(path);
    const QString shown = planExport({{u"there"_s, after}}, options).difference;
    QCOMPARE(shown, before == after ? QString() : head + expected);
    QVERIFY(planExport({{u"not there"_s, after}}, options).difference.isEmpty());
    QCOMPARE(read(u"there"_s), before); // looking writes nothing
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestExportPlan)

#include "tst_exportplan.moc"
