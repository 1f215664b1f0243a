// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/names.h"
#include "trust/trustdocument.h"
#include "trust/truststore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace postern {

using Problem = TrustStoreProblem::Kind;

/// Another umask for as long as this lives.
class UmaskScope
{
public:
    explicit UmaskScope(mode_t mask) : m_before(::umask(mask)) { }
    ~UmaskScope() { ::umask(m_before); }
    Q_DISABLE_COPY_MOVE(UmaskScope)

private:
    mode_t m_before;
};

class TestTrustStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isEmptyWithoutAFile();
    void keepsWhatIsAdded();
    void replacesTheExceptionOfAPlace();
    void removes_data();
    void removes();
    void isPrivateWhateverTheUmask_data();
    void isPrivateWhateverTheUmask();
    void replacesTheFileAtomically();
    void mergesWithAnotherProgram();
    void reportsWhatItCannotWrite();
    void keepsTheUnreadableAside_data();
    void keepsTheUnreadableAside();
    void keepsEveryUnreadableFile();
    void neverTrustsATruncatedFileInPart();
    void leavesANewerVersionAlone();
    void refusesWhatIsNoPrivateFile_data();
    void refusesWhatIsNoPrivateFile();
    void refusesAFileOfSomebodyElse();
    void refusesAFileThatIsTooLarge();

private:
    QString path() const { return m_folder->filePath(u"trust.json"_s); }
    QByteArray bytes() const;
    void put(const QByteArray &content, mode_t mode = 0600) const;
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

auto isAt(const QString &host, quint16 port, const QByteArray &sha256 = {})
{
    return [=](const TrustException &known) {
        return known.host == host && known.port == port
            && (sha256.isEmpty() || known.sha256 == sha256);
    };
}

TrustException exceptionFor(const QString &host, quint16 port = 993, char fingerprint = 'a')
{
    TrustException exception;
    exception.host = hostName(host);
    exception.port = port;
    exception.sha256 = QByteArray(64, fingerprint);
    exception.spkiSha256 = QByteArray(64, '0');
    exception.findings = {Finding::Kind::SelfSigned};
    exception.acceptedAt = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    exception.duration = TrustException::Duration::UntilWithdrawn;
    return exception;
}

const QString hostA = u"a.example.org"_s;
const QString hostB = u"b.example.org"_s;

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

void TestTrustStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestTrustStore::cleanup()
{
    m_folder.reset();
}

QByteArray TestTrustStore::bytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTrustStore::put(const QByteArray &content, mode_t mode) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), mode), 0);
}

QStringList TestTrustStore::files() const
{
    QStringList names
        = QDir(m_folder->path())
              .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System | QDir::Hidden,
                  QDir::Name);
    names.removeIf([](const QString &name) { return name.endsWith(".lock"_L1); }); // it stays
    return names;
}

void TestTrustStore::isEmptyWithoutAFile()
{
    const TrustStore store(path());
    const auto loaded = store.load();
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->isEmpty());
    QCOMPARE(files(), QStringList());
    QVERIFY(TrustStore(m_folder->filePath(u"no/such/folder/trust.json"_s)).load().has_value());
    QCOMPARE(files(), QStringList());
}

void TestTrustStore::keepsWhatIsAdded()
{
    TrustStore store(path());
    const auto added = store.add({exceptionFor(hostA)});
    QVERIFY(added.has_value());
    QVERIFY(*added == QList{exceptionFor(hostA)});
    QVERIFY(store.add({exceptionFor(hostA, 143)}).has_value());
    QVERIFY(store.add({exceptionFor(hostB)}).has_value());

    const auto loaded = TrustStore(path()).load();
    QVERIFY(loaded.has_value());
    QVERIFY(*loaded == (QList{exceptionFor(hostA), exceptionFor(hostA, 143), exceptionFor(hostB)}));
}

void TestTrustStore::replacesTheExceptionOfAPlace()
{
    TrustStore store(path());
    QVERIFY(store.add({exceptionFor(hostA, 993, 'a')}).has_value());
    QVERIFY(store.add({exceptionFor(hostA, 143, 'a')}).has_value());
    const auto added = store.add({exceptionFor(hostA, 993, 'b')});
    QVERIFY(added.has_value());
    QVERIFY(*added == (QList{exceptionFor(hostA, 143, 'a'), exceptionFor(hostA, 993, 'b')}));
}

void TestTrustStore::removes_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QByteArray>("sha256");
    QTest::addColumn<qsizetype>("left");

    const auto row = [](const char *name, const QString &host, int port, const QByteArray &sha256,
                         qsizetype left) {
        QTest::newRow(name) << host << static_cast<quint16>(port) << sha256 << left;
    };
    row("the exception of a place", hostA, 993, {}, 2);
    row("just this certificate", hostA, 993, QByteArray(64, 'a'), 2);
    row("another certificate", hostA, 993, QByteArray(64, 'b'), 3);
    row("another port", hostA, 995, {}, 3);
    row("another host", u"c.example.org"_s, 993, {}, 3);
    row("the domain above", u"example.org"_s, 993, {}, 3);
    row("nothing", QString(), 0, {}, 3);
}

void TestTrustStore::removes()
{
    QFETCH(QString, host);
    QFETCH(quint16, port);
    QFETCH(QByteArray, sha256);
    QFETCH(qsizetype, left);

    TrustStore store(path());
    for (const TrustException &exception :
        {exceptionFor(hostA, 993), exceptionFor(hostA, 143), exceptionFor(hostB, 993)})
        QVERIFY(store.add({exception}).has_value());
    const auto removed = store.remove(isAt(host, port, sha256));
    QVERIFY(removed.has_value());
    QCOMPARE(removed->size(), left);
    QVERIFY(*store.load() == *removed);
    const bool isStillThere
        = std::any_of(removed->begin(), removed->end(), [&](const TrustException &exception) {
              return exception.host == host && exception.port == port
                  && (sha256.isEmpty() || exception.sha256 == sha256);
          });
    QVERIFY(!isStillThere);
}

void TestTrustStore::isPrivateWhateverTheUmask_data()
{
    QTest::addColumn<uint>("mask");

    QTest::newRow("none") << 0000u;
    QTest::newRow("usual") << 0022u;
    QTest::newRow("of a group") << 0002u;
    QTest::newRow("strict") << 0077u;
}

void TestTrustStore::isPrivateWhateverTheUmask()
{
    QFETCH(uint, mask);

    const UmaskScope scope(mask);
    const QString folder = m_folder->filePath(u"config"_s);
    const QString file = folder + u"/trust.json"_s;
    TrustStore store(file);
    QVERIFY(store.add({exceptionFor(hostA)}).has_value());
    QCOMPARE(modeOf(file), mode_t(0600));
    QCOMPARE(modeOf(folder), mode_t(0700));
    QVERIFY(store.add({exceptionFor(hostB)}).has_value());
    QCOMPARE(modeOf(file), mode_t(0600));
    // A file that others could read becomes private with the next change.
    QCOMPARE(::chmod(QFile::encodeName(file).constData(), 0644), 0);
    QVERIFY(store.remove(isAt(hostB, 993)).has_value());
    QCOMPARE(modeOf(file), mode_t(0600));
}

void TestTrustStore::replacesTheFileAtomically()
{
    TrustStore store(path());
    QVERIFY(store.add({exceptionFor(hostA)}).has_value());
    const QByteArray before = bytes();
    QFile reader(path());
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QVERIFY(store.add({exceptionFor(hostB)}).has_value());
    // Whoever was reading still sees the whole of the old file.
    QCOMPARE(reader.readAll(), before);
    QVERIFY(bytes() != before);
    QCOMPARE(files(), QStringList{u"trust.json"_s});
}

void TestTrustStore::mergesWithAnotherProgram()
{
    TrustStore first(path());
    TrustStore second(path());
    QVERIFY(first.load().has_value());
    QVERIFY(second.load().has_value());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(first.add({exceptionFor(u"first%1.example.org"_s.arg(i))}).has_value());
        QVERIFY(second.add({exceptionFor(u"second%1.example.org"_s.arg(i))}).has_value());
    }
    QVERIFY(first.remove(isAt(u"second0.example.org"_s, 993)).has_value());
    QVERIFY(second.add({exceptionFor(hostA)}).has_value());
    QCOMPARE(first.load()->size(), 10);
    QVERIFY(*first.load() == *second.load());
}

void TestTrustStore::reportsWhatItCannotWrite()
{
    put("in the way");
    TrustStore store(path() + u"/trust.json"_s);
    const auto added = store.add({exceptionFor(hostA)});
    QVERIFY(!added.has_value());
    QCOMPARE(added.error().kind, Problem::NotWritten);
    QCOMPARE(added.error().path, store.path());
    QCOMPARE(bytes(), QByteArray("in the way"));
}

void TestTrustStore::keepsTheUnreadableAside_data()
{
    QTest::addColumn<QByteArray>("content");

    const QByteArray good = writeTrustDocument({exceptionFor(hostA)});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("bytes") << QByteArray("\x00\xff\x13\x37", 4);
    QTest::newRow("another document") << QByteArray(R"({"schema": "postern.detection/1"})");
    QTest::newRow("an entry for every host") << QByteArray(good).replace("a.example.org", "*");
    QTest::newRow("an entry for a revoked one")
        << QByteArray(good).replace("self-signed", "revoked");
    QTest::newRow("one entry that is damaged")
        << writeTrustDocument({exceptionFor(hostA), exceptionFor(hostB)})
               .replace("b.example.org", "b.example.org ");
    QTest::newRow("nested without an end") << QByteArray(100000, '[');
}

void TestTrustStore::keepsTheUnreadableAside()
{
    QFETCH(QByteArray, content);

    put(content);
    TrustStore store(path());
    const auto loaded = store.load();
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, Problem::Malformed);
    QCOMPARE(loaded.error().path, path());
    QFile aside(loaded.error().keptAs);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    QVERIFY(!QFile::exists(path()));

    // From then on there is an empty store to work with.
    QVERIFY(store.load()->isEmpty());
    QVERIFY(*store.add({exceptionFor(hostB)}) == QList{exceptionFor(hostB)});
}

void TestTrustStore::keepsEveryUnreadableFile()
{
    TrustStore store(path());
    for (int i = 0; i < 3; ++i) {
        put("broken " + QByteArray::number(i));
        QVERIFY(*store.add({exceptionFor(hostA)}) == QList{exceptionFor(hostA)});
    }
    QCOMPARE(files().size(), 4);
}

void TestTrustStore::neverTrustsATruncatedFileInPart()
{
    const QList<TrustException> all = {exceptionFor(hostA), exceptionFor(hostB)};
    const QByteArray whole = writeTrustDocument(all);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        put(whole.first(size));
        const auto loaded = TrustStore(path()).load();
        // Without the last line end it is still the whole document.
        QVERIFY2(!loaded.has_value() || *loaded == all, qPrintable(QString::number(size)));
        if (!loaded) {
            QCOMPARE(loaded.error().kind, Problem::Malformed);
            QVERIFY(QFile::remove(loaded.error().keptAs));
        }
    }
}

void TestTrustStore::leavesANewerVersionAlone()
{
    const QByteArray newer = R"({ "schema": "postern.trust/99",   "exceptions": {"new": "form"} })";
    put(newer);
    TrustStore store(path());
    for (const auto &result : {store.load(), store.add({exceptionFor(hostA)}),
             store.remove(isAt(hostA, 993)), store.add({exceptionFor(hostB)})}) {
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, Problem::NewerVersion);
        QCOMPARE(result.error().keptAs, QString());
    }
    QCOMPARE(bytes(), newer);
    QCOMPARE(files(), QStringList{u"trust.json"_s});
}

void TestTrustStore::refusesWhatIsNoPrivateFile_data()
{
    QTest::addColumn<QString>("what");

    QTest::newRow("a link to a good file") << u"link"_s;
    QTest::newRow("a link to nothing") << u"dangling link"_s;
    QTest::newRow("a pipe, without waiting for it") << u"pipe"_s;
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("writable by the group") << u"0660"_s;
    QTest::newRow("writable by others") << u"0602"_s;
    QTest::newRow("writable by everybody") << u"0666"_s;
}

void TestTrustStore::refusesWhatIsNoPrivateFile()
{
    QFETCH(QString, what);

    const QByteArray good = writeTrustDocument({exceptionFor(hostA)});
    const QByteArray name = QFile::encodeName(path());
    const QString target = m_folder->filePath(u"target.json"_s);
    bool isMode = false;
    const mode_t mode = what.toUInt(&isMode, 8);
    if (what == "link"_L1) {
        put(good);
        QVERIFY(QFile::rename(path(), target));
    }
    if (what.endsWith("link"_L1))
        QVERIFY(QFile::link(target, path()));
    else if (what == "pipe"_L1)
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    else if (what == "folder"_L1)
        QVERIFY(QDir().mkdir(path()));
    else
        put(good, isMode ? mode : 0600);
    const QStringList before = files();

    TrustStore store(path());
    for (const auto &result :
        {store.load(), store.add({exceptionFor(hostB)}), store.remove(isAt(hostA, 993))}) {
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, Problem::Unreadable);
        QCOMPARE(result.error().path, path());
        QCOMPARE(result.error().keptAs, QString());
    }
    QCOMPARE(files(), before);
    if (isMode)
        QCOMPARE(bytes(), good);
}

void TestTrustStore::refusesAFileOfSomebodyElse()
{
    if (::geteuid() != 0)
        QSKIP("only root can give a file to somebody else");
    const QByteArray good = writeTrustDocument({exceptionFor(hostA)});
    put(good);
    QCOMPARE(::chown(QFile::encodeName(path()).constData(), 65534, 65534), 0);
    const auto loaded = TrustStore(path()).load();
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, Problem::Unreadable);
    QCOMPARE(bytes(), good);
}

void TestTrustStore::refusesAFileThatIsTooLarge()
{
    put({});
    QVERIFY(QFile::resize(path(), 64 * 1024 * 1024));
    TrustStore store(path());
    QVERIFY(!store.load().has_value());
    QCOMPARE(store.load().error().kind, Problem::Unreadable);
    QVERIFY(!store.add({exceptionFor(hostA)}).has_value());
    QCOMPARE(QFileInfo(path()).size(), 64 * 1024 * 1024);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestTrustStore)

#include "tst_truststore.moc"
