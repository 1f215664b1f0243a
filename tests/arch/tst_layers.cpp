// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What tree and style guide ask of the sources, checked by reading them.

#include "coderules.h"
#include "includerules.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

const QStringList productFolders = {u"core"_s, u"ui"_s, u"app"_s};
const QStringList sourcePatterns = {u"*.h"_s, u"*.cpp"_s};

const QByteArray licence = "// SPDX-FileCopyrightText: 2026 The Postern authors\n"
                           "// SPDX-License-Identifier: GPL-3.0-or-later\n";

/// Headers that the made-up sources below include.
const QStringList madeUpPaths = {u"core/base/clock.h"_s, u"core/account/endpoint.h"_s,
    u"core/protocol/step.h"_s, u"core/tls/handshake.h"_s, u"core/net/transport.h"_s,
    u"core/discovery/srvsource.h"_s, u"core/discovery/sourcereport.h"_s, u"core/probe/probejob.h"_s,
    u"core/probe/probereport.h"_s, u"core/diagnosis/advice.h"_s, u"core/export/exporttarget.h"_s,
    u"core/setup/setupsession.h"_s, u"core/certificate/finding.h"_s, u"core/trust/truststore.h"_s,
    u"core/document/documenterror.h"_s, u"ui/setupwizard.h"_s, u"ui/pages/startpage.h"_s,
    u"ui/widgets/certificateview.h"_s, u"ui/inspector/endpointdetails.h"_s,
    u"ui/pages/finish/finishpage.h"_s, u"app/commandline.h"_s, u"app/demo/demoservers.h"_s};

QStringList faultsOf(const SourceFile &file, const QStringList &paths)
{
    return includeFaults(file, paths) + wordFaults(file) + switchFaults(file) + identityFaults(file)
        + lengthFaults(file) + licenceFaults(file);
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void pointsDownTheTable();
    void obeys_data();
    void obeys();
    void isLicensed_data();
    void isLicensed();
    void isExplained_data();
    void isExplained();
    void hasNoCycle();

    // That each rule can fail.
    void rejectsInclude_data();
    void rejectsInclude();
    void acceptsInclude_data();
    void acceptsInclude();
    void rejectsWord_data();
    void rejectsWord();
    void acceptsWord_data();
    void acceptsWord();
    void rejectsShape();
    void rejectsDefault_data();
    void rejectsDefault();
    void rejectsLooseIdentity();
    void findsCycle();
};

void TestLayers::pointsDownTheTable()
{
    QStringList below;
    for (const Layer &layer : layers()) {
        const bool isWindow = layer.folder.startsWith("ui"_L1); // may look up theme and icons
        for (const QString &target : layer.folders.split(u' ', Qt::SkipEmptyParts)) {
            QVERIFY2(below.contains(target) || (isWindow && target == "ui"_L1),
                qPrintable(layer.folder + " -> "_L1 + target));
        }
        for (const QString &header : layer.headers.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(below.contains(header.section(u'/', 0, 0)), qPrintable(header));
        below << layer.folder;
    }
}

void TestLayers::obeys_data()
{
    QTest::addColumn<QString>("text");
    const QList<SourceFile> sources = readSources(productFolders, sourcePatterns);
    QVERIFY(sources.size() > 100);
    for (const SourceFile &source : sources)
        QTest::newRow(qPrintable(source.path)) << source.text;
}

void TestLayers::obeys()
{
    QFETCH(QString, text);
    static const QStringList paths = [] {
        QStringList all;
        for (const SourceFile &source : readSources(productFolders, sourcePatterns))
            all << source.path;
        return all;
    }();
    const QString path = QString::fromUtf8(QTest::currentDataTag());
    const QStringList faults = faultsOf({path, text}, paths);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLayers::isLicensed_data()
{
    QTest::addColumn<QString>("text");
    QList<SourceFile> sources = readSources(
        {u"tests"_s}, {u"*.h"_s, u"*.cpp"_s, u"*.sh"_s, u"CMakeLists.txt"_s, u"*.cmake"_s});
    sources += readSources(
        productFolders + QStringList{u"translations"_s}, {u"CMakeLists.txt"_s, u"*.cmake"_s});
    for (const QString &path : {u"CMakeLists.txt"_s, u"dev"_s, u".ci/run"_s})
        sources << readSource(path);
    for (const SourceFile &source : sources)
        QTest::newRow(qPrintable(source.path)) << source.text;
}

void TestLayers::isLicensed()
{
    QFETCH(QString, text);
    const QStringList faults = licenceFaults({QString::fromUtf8(QTest::currentDataTag()), text});
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLayers::isExplained_data()
{
    QTest::addColumn<QString>("folder");
    const QStringList folders
        = foldersBelow(productFolders) + QStringList{u"tests"_s, u"translations"_s, u"resources"_s};
    for (const QString &folder : folders)
        QTest::newRow(qPrintable(folder)) << folder;
}

void TestLayers::isExplained()
{
    QFETCH(QString, folder);
    const QStringList faults = readmeFaults(readSource(folder + "/README.md"_L1));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLayers::hasNoCycle()
{
    const QStringList cycles = includeCycles(readSources(productFolders, sourcePatterns));
    QVERIFY2(cycles.isEmpty(), qPrintable(cycles.join(u'\n')));
}

void TestLayers::rejectsInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");

    QTest::newRow("base -> account") << u"core/base/a.h"_s << u"\"account/endpoint.h\""_s;
    QTest::newRow("account -> protocol") << u"core/account/a.h"_s << u"\"protocol/step.h\""_s;
    QTest::newRow("protocol -> tls") << u"core/protocol/a.h"_s << u"\"tls/handshake.h\""_s;
    QTest::newRow("protocol -> net") << u"core/protocol/a.h"_s << u"\"net/transport.h\""_s;
    QTest::newRow("protocol -> QtNetwork") << u"core/protocol/a.h"_s << u"<QHostAddress>"_s;
    QTest::newRow("certificate -> tls") << u"core/certificate/a.h"_s << u"\"tls/handshake.h\""_s;
    QTest::newRow("tls -> trust") << u"core/tls/a.h"_s << u"\"trust/truststore.h\""_s;
    QTest::newRow("trust -> probe") << u"core/trust/a.h"_s << u"\"probe/probereport.h\""_s;
    QTest::newRow("net -> trust") << u"core/net/a.h"_s << u"\"trust/truststore.h\""_s;
    QTest::newRow("document -> setup") << u"core/document/a.h"_s << u"\"setup/setupsession.h\""_s;
    QTest::newRow("document -> export") << u"core/document/a.h"_s << u"\"export/exporttarget.h\""_s;
    QTest::newRow("setup -> export") << u"core/setup/a.h"_s << u"\"export/exporttarget.h\""_s;
    QTest::newRow("one page -> another")
        << u"ui/pages/identity/a.h"_s << u"\"pages/finish/finishpage.h\""_s;
    QTest::newRow("tls -> net") << u"core/tls/a.cpp"_s << u"\"net/transport.h\""_s;
    QTest::newRow("net -> probe") << u"core/net/a.cpp"_s << u"\"probe/probejob.h\""_s;
    QTest::newRow("discovery -> probe") << u"core/discovery/a.h"_s << u"\"probe/probereport.h\""_s;
    QTest::newRow("probe -> discovery") << u"core/probe/a.h"_s << u"\"discovery/srvsource.h\""_s;
    QTest::newRow("diagnosis -> a source")
        << u"core/diagnosis/a.h"_s << u"\"discovery/srvsource.h\""_s;
    QTest::newRow("diagnosis -> net") << u"core/diagnosis/a.h"_s << u"\"net/transport.h\""_s;
    QTest::newRow("export -> net") << u"core/export/a.h"_s << u"\"net/transport.h\""_s;
    QTest::newRow("export -> setup") << u"core/export/a.h"_s << u"\"setup/setupsession.h\""_s;
    QTest::newRow("core -> ui") << u"core/setup/a.h"_s << u"\"setupwizard.h\""_s;
    QTest::newRow("core -> app") << u"core/setup/a.h"_s << u"\"commandline.h\""_s;
    QTest::newRow("ui -> net") << u"ui/a.h"_s << u"\"net/transport.h\""_s;
    QTest::newRow("ui -> protocol") << u"ui/pages/a.h"_s << u"\"protocol/step.h\""_s;
    QTest::newRow("ui -> a source") << u"ui/pages/a.h"_s << u"\"discovery/srvsource.h\""_s;
    QTest::newRow("ui -> a job") << u"ui/models/a.h"_s << u"\"probe/probejob.h\""_s;
    QTest::newRow("ui -> app") << u"ui/a.h"_s << u"\"commandline.h\""_s;
    QTest::newRow("widgets -> pages") << u"ui/widgets/a.h"_s << u"\"pages/startpage.h\""_s;
    QTest::newRow("widgets -> inspector")
        << u"ui/widgets/a.h"_s << u"\"inspector/endpointdetails.h\""_s;
    QTest::newRow("models -> widgets") << u"ui/models/a.h"_s << u"\"widgets/certificateview.h\""_s;
    QTest::newRow("demo -> core") << u"app/demo/a.h"_s << u"\"account/endpoint.h\""_s;
    QTest::newRow("core -> QtGui") << u"core/probe/a.cpp"_s << u"<QColor>"_s;
    QTest::newRow("core -> QtWidgets") << u"core/setup/a.cpp"_s << u"<QtWidgets/QLabel>"_s;
    QTest::newRow("libcrypto in tls") << u"core/tls/a.cpp"_s << u"<openssl/x509.h>"_s;
    QTest::newRow("libcrypto in net") << u"core/net/a.cpp"_s << u"<openssl/x509.h>"_s;
    QTest::newRow("c-ares outside net") << u"core/discovery/a.cpp"_s << u"<ares.h>"_s;
    QTest::newRow("libpsl outside account") << u"core/tls/a.cpp"_s << u"<libpsl.h>"_s;
    QTest::newRow("POSIX in protocol") << u"core/protocol/a.cpp"_s << u"<sys/socket.h>"_s;
    QTest::newRow("no such file") << u"core/base/a.cpp"_s << u"\"base/utils.h\""_s;
    QTest::newRow("no such class") << u"core/base/a.cpp"_s << u"<QSomething>"_s;
    QTest::newRow("no such layer") << u"core/common/a.cpp"_s << u"<QString>"_s;
    QTest::newRow("by a way around") << u"core/protocol/a.cpp"_s << u"\"../net/transport.h\""_s;
}

void TestLayers::rejectsInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    const QStringList faults = includeFaults({path, "#include "_L1 + include}, madeUpPaths);
    QCOMPARE(faults.size(), 1);
}

void TestLayers::acceptsInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");

    QTest::newRow("own folder") << u"core/probe/a.cpp"_s << u"\"probe/probejob.h\""_s;
    QTest::newRow("further down") << u"core/probe/a.cpp"_s << u"\"base/clock.h\""_s;
    QTest::newRow("diagnosis -> a value of discovery")
        << u"core/diagnosis/a.h"_s << u"\"discovery/sourcereport.h\""_s;
    QTest::newRow("document -> diagnosis") << u"core/document/a.h"_s << u"\"diagnosis/advice.h\""_s;
    QTest::newRow("setup -> document") << u"core/setup/a.h"_s << u"\"document/documenterror.h\""_s;
    QTest::newRow("export -> probe") << u"core/export/a.h"_s << u"\"probe/probereport.h\""_s;
    QTest::newRow("ui -> a value of discovery")
        << u"ui/models/a.h"_s << u"\"discovery/sourcereport.h\""_s;
    QTest::newRow("pages -> widgets") << u"ui/pages/a.h"_s << u"\"widgets/certificateview.h\""_s;
    QTest::newRow("beside each other") << u"ui/pages/a.cpp"_s << u"\"startpage.h\""_s;
    QTest::newRow("app -> everything") << u"app/a.cpp"_s << u"\"setup/setupsession.h\""_s;
    QTest::newRow("certificate -> libcrypto")
        << u"core/certificate/a.cpp"_s << u"<openssl/x509.h>"_s;
    QTest::newRow("net -> c-ares") << u"core/net/a.cpp"_s << u"<ares.h>"_s;
    QTest::newRow("standard library") << u"core/base/a.cpp"_s << u"<optional>"_s;
    QTest::newRow("generated") << u"app/a.cpp"_s << u"\"a.moc\""_s;
}

void TestLayers::acceptsInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QCOMPARE(includeFaults({path, "#include "_L1 + include}, madeUpPaths), QStringList());
}

void TestLayers::rejectsWord_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");

    QTest::newRow("waits") << u"core/net/a.cpp"_s << u"socket.waitForEncrypted(3000);"_s;
    QTest::newRow("nests by hand") << u"ui/a.cpp"_s << u"QCoreApplication::processEvents();"_s;
    QTest::newRow("nests a loop") << u"app/a.cpp"_s << u"QEventLoop loop;"_s;
    QTest::newRow("sleeps") << u"app/demo/a.cpp"_s << u"QThread::msleep(10);"_s;
    QTest::newRow("sleeps the standard way")
        << u"core/net/a.cpp"_s << u"std::this_thread::sleep_for(1s);"_s;
    QTest::newRow("ignores errors") << u"core/net/a.cpp"_s << u"socket->ignoreSslErrors();"_s;
    QTest::newRow("asks for no certificate")
        << u"core/tls/a.cpp"_s << u"c.setPeerVerifyMode(QSslSocket::VerifyNone);"_s;
    QTest::newRow("rich text") << u"ui/a.cpp"_s << u"label->setTextFormat(Qt::RichText);"_s;
    QTest::newRow("HTML") << u"ui/widgets/a.cpp"_s << u"view->setHtml(text);"_s;
    QTest::newRow("exception") << u"core/export/a.cpp"_s << u"throw 1;"_s;
    QTest::newRow("string connection") << u"ui/a.cpp"_s << u"connect(a, SIGNAL(b()), c, d);"_s;
    QTest::newRow("socket in probe") << u"core/probe/a.h"_s << u"QTcpSocket m_socket;"_s;
    QTest::newRow("socket in tls") << u"core/tls/a.h"_s << u"QSslSocket *m_socket;"_s;
    QTest::newRow("socket in app") << u"app/a.h"_s << u"QUdpSocket m_socket;"_s;
    QTest::newRow("socket header in tls") << u"core/tls/a.h"_s << u"#include <QSslSocket>"_s;
    QTest::newRow("HTTP in discovery") << u"core/discovery/a.h"_s << u"QNetworkAccessManager m;"_s;
    QTest::newRow("HTTP in ui") << u"ui/a.h"_s << u"QNetworkAccessManager m;"_s;
    QTest::newRow("DNS in discovery") << u"core/discovery/a.cpp"_s << u"ares_query(a, b);"_s;
    QTest::newRow("notifier in setup") << u"core/setup/a.h"_s << u"QSocketNotifier n;"_s;
    QTest::newRow("libcrypto's certificate in net") << u"core/net/a.cpp"_s << u"X509 *leaf;"_s;
    QTest::newRow("file in setup") << u"core/setup/a.cpp"_s << u"QFile file(path);"_s;
    QTest::newRow("file in export") << u"core/export/report/a.cpp"_s << u"QSaveFile file;"_s;
    QTest::newRow("object in protocol") << u"core/protocol/a.h"_s << u"class A : QObject"_s;
    QTest::newRow("timer in protocol") << u"core/protocol/a.h"_s << u"QTimer m_timer;"_s;
    QTest::newRow("file in account") << u"core/account/a.cpp"_s << u"QFile file(path);"_s;
    QTest::newRow("time of its own") << u"core/tls/a.cpp"_s << u"QDateTime::currentDateTimeUtc()"_s;
    QTest::newRow("timer of its own") << u"core/probe/a.h"_s << u"QTimer m_deadline;"_s;
    QTest::newRow("parses in the middle") << u"core/probe/a.cpp"_s << u"HostName::parse(text)"_s;
    QTest::newRow("reads an enumerator back")
        << u"core/export/a.cpp"_s << u"securityFromString(text)"_s;
    QTest::newRow("words in core") << u"core/probe/a.cpp"_s << u"return tr(\"No answer\");"_s;
}

void TestLayers::rejectsWord()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    const QStringList faults = wordFaults({path, "\n"_L1 + code});
    QVERIFY(!faults.isEmpty());
    QVERIFY2(faults.constFirst().startsWith(path + ":2: "_L1), qPrintable(faults.constFirst()));
}

void TestLayers::acceptsWord_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");

    QTest::newRow("in a comment") << u"core/tls/a.h"_s << u"int a; ///< QSslSocket says so"_s;
    QTest::newRow("in a long comment") << u"ui/a.h"_s << u"/* never\nthrow */ int a;"_s;
    QTest::newRow("behind a string") << u"ui/a.h"_s << u"u\"http://a\"_s; // throw"_s;
    QTest::newRow("libcrypto's certificate") << u"core/certificate/a.cpp"_s << u"X509 *leaf;"_s;
    QTest::newRow("file in trust") << u"core/trust/a.cpp"_s << u"QFile file(path);"_s;
    QTest::newRow("an enumerator") << u"core/tls/a.cpp"_s << u"f(QSslSocket::QueryPeer);"_s;
    QTest::newRow("socket in net") << u"core/net/a.h"_s << u"QSslSocket m_socket;"_s;
    QTest::newRow("socket in the demonstration") << u"app/demo/a.h"_s << u"QUdpSocket m_socket;"_s;
    QTest::newRow("server side asks for nothing")
        << u"app/demo/a.cpp"_s << u"c.setPeerVerifyMode(QSslSocket::VerifyNone);"_s;
    QTest::newRow("the clock itself")
        << u"core/base/systemclock.cpp"_s << u"QDateTime::currentDateTimeUtc()"_s;
    QTest::newRow("words of the advice") << u"core/diagnosis/advice.cpp"_s << u"tr(\"Try\")"_s;
    QTest::newRow("words of a page") << u"ui/pages/a.cpp"_s << u"tr(\"Next\")"_s;
    QTest::newRow("a longer word") << u"core/probe/a.cpp"_s << u"str(1); m_throwaway;"_s;
}

void TestLayers::acceptsWord()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QCOMPARE(wordFaults({path, code}), QStringList());
}

void TestLayers::rejectsShape()
{
    const QString path = u"core/base/a.cpp"_s;
    const QString lines = u"int a;\n"_s.repeated(maxFileLines);
    QCOMPARE(lengthFaults({path, lines}), QStringList());
    QCOMPARE(lengthFaults({path, lines + "int a;"_L1}).size(), 1);

    const QString top = QString::fromLatin1(licence);
    QCOMPARE(licenceFaults({path, top}), QStringList());
    QCOMPARE(licenceFaults({path, "#!/bin/sh\n"_L1 + top}), QStringList());
    QCOMPARE(licenceFaults({path, {}}).size(), 1);
    QCOMPARE(licenceFaults({path, "// Copyright\n"_L1}).size(), 1);
    QCOMPARE(licenceFaults({path, "\n\n\n"_L1 + top}).size(), 1);

    const QString readme = u"core/base/README.md"_s;
    QCOMPARE(readmeFaults({readme, u"# base\n"_s.repeated(maxReadmeLines)}), QStringList());
    QCOMPARE(readmeFaults({readme, u"# base\n"_s.repeated(maxReadmeLines + 1)}).size(), 1);
    QCOMPARE(readmeFaults({readme, u"\n"_s}).size(), 1);
}

void TestLayers::rejectsDefault_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isRejected");

    const auto row = [](const char *name, const QString &label, const QString &last, bool isBad) {
        QTest::newRow(name) << u"switch (f(a)) {\ncase %1:\n    break;\n%2\n    break;\n}\n"_s.arg(
            label, last) << isBad;
    };
    row("ours", u"Fault::Closed"_s, u"default:"_s, true);
    row("ours, nested", u"Finding::Kind::Expired"_s, u"default:"_s, true);
    row("ours, unscoped", u"Service"_s, u"default:"_s, true);
    row("ours, all listed", u"Fault::Closed"_s, u"case Fault::Refused:"_s, false);
    row("Qt's", u"Qt::DisplayRole"_s, u"default:"_s, false);
    row("a class of Qt's", u"QAbstractSocket::SocketTimeoutError"_s, u"default:"_s, false);
    row("a library's", u"ARES_ENODATA"_s, u"default:"_s, false);
    row("a constant", u"messageCertificate"_s, u"default:"_s, false);
    row("a character", u"'x'"_s, u"default:"_s, false);
}

void TestLayers::rejectsDefault()
{
    QFETCH(QString, code);
    QTEST(!switchFaults({u"core/base/a.cpp"_s, code}).isEmpty(), "isRejected");
}

void TestLayers::rejectsLooseIdentity()
{
    const QString who = u"struct Who\n{\n    QString displayName;\n    QString address;\n    "
                        "QString domain;\n};\n"_s;
    QCOMPARE(identityFaults({u"core/setup/a.h"_s, who}).size(), 1);
    QCOMPARE(
        identityFaults({u"core/setup/a.h"_s, QString(who).remove(u"    QString address;\n"_s)}),
        QStringList());
    QCOMPARE(identityFaults({u"core/setup/a.h"_s, QString(who).replace(u"Who"_s, u"Identity"_s)}),
        QStringList());
}

void TestLayers::findsCycle()
{
    const SourceFile a{u"core/net/a.h"_s, u"#include \"net/b.h\"\n"_s};
    const SourceFile b{u"core/net/b.h"_s, u"#include \"net/c.h\"\n"_s};
    const SourceFile c{u"core/net/c.h"_s, {}};
    const SourceFile circular{u"core/net/c.h"_s, u"#include \"net/a.h\"\n"_s};
    QCOMPARE(includeCycles({a, b, c}), QStringList());
    QCOMPARE(includeCycles({a, b, circular}),
        QStringList{u"core/net/a.h -> core/net/b.h -> core/net/c.h -> core/net/a.h"_s});
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestLayers)
#include "tst_layers.moc"
