// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/detection.h"
#include "export/opensslcommand.h"
#include "inspector/inspectorwindow.h"
#include "models/timelinemodel.h"
#include "widgets/certificateview.h"
#include "widgets/certificatewords.h"
#include "widgets/timelineview.h"
#include "wizardrun.h"

#include "support/names.h"
#include "support/testcertificates.h"

#include <QClipboard>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTreeView>
#include <QTreeWidget>

using namespace postern;
using namespace Qt::StringLiterals;

/// One server under the loupe, on the demonstration servers.
class TestInspector : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void looksWhereItIsTold();
    void comparesTwoLooks();
    void givesACommandThatSeesTheSame_data();
    void givesACommandThatSeesTheSame();
    void savesWhatItSaw();
    void stopsAtOnce();
    void isOpenedFromTheWizard();
    void drawsTheTimeAsATable();
    void zoomsByKeys();
    void showsACertificateThatWasSentWrong();
    void showsNamesForPeople_data();
    void showsNamesForPeople();
    void savesCertificates();

private:
    quint16 port(DemoProtocol protocol, DemoSecurity security) const;
    void look(InspectorWindow &window, const QString &typed);

    std::unique_ptr<DemoServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<RealServices> m_services;
    std::unique_ptr<SetupSession> m_session;
};

void TestInspector::init()
{
    m_session.reset();
    m_services.reset();
    m_servers = std::make_unique<DemoServers>();
    QVERIFY2(m_servers->start(), qPrintable(m_servers->errorString()));
    m_directory = std::make_unique<QTemporaryDir>();
    QSettings().clear();
    m_services = std::make_unique<RealServices>(
        ServiceOptions{hostAndPort(m_servers->nameServerHost(), m_servers->nameServerPort()), {},
            m_directory->filePath(u"trust.json"_s)});
    m_session
        = std::make_unique<SetupSession>(m_services->setupServices(), m_services->trustStore());
}

quint16 TestInspector::port(DemoProtocol protocol, DemoSecurity security) const
{
    for (const DemoListener &listener : m_servers->listeners()) {
        if (listener.protocol == protocol && listener.security == security)
            return listener.port;
    }
    return 0;
}

/// By keys alone.
void TestInspector::look(InspectorWindow &window, const QString &typed)
{
    window.show();
    window.activateWindow();
    auto *server = window.findChild<QLineEdit *>(u"inspectedServer"_s);
    server->setFocus();
    server->selectAll();
    QTest::keyClicks(server, typed);
    QTest::keyClick(server, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), patienceMs);
}

void TestInspector::looksWhereItIsTold()
{
    InspectorWindow window(*m_session);
    const quint16 starttls = port(DemoProtocol::Imap, DemoSecurity::StartTls);
    look(window, u"imap.demo.example:%1"_s.arg(starttls));
    auto *table = window.findChild<QTreeView *>(u"inspections"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        table->currentIndex().siblingAtColumn(3).data().toString(), u"STARTTLS"_s, patienceMs);
    auto *tabs = window.findChild<QTabWidget *>(u"detailTabs"_s);
    tabs->setCurrentIndex(2);
    QTest::mouseClick(window.findChild<QPushButton *>(u"copyDetails"_s), Qt::LeftButton);
    const QString handshake = QGuiApplication::clipboard()->text();
    for (const QString &line : {u"TLS version: TLSv1.3 [good: "_s, u"Only before TLS: "_s,
             u"Only after TLS: "_s, u"STARTTLS"_s, u"Versions accepted: TLSv1.2, TLSv1.3"_s})
        QVERIFY2(handshake.contains(line), qPrintable(line + u'\n' + handshake));
    QVERIFY2(!QFile::exists(m_directory->filePath(u"trust.json"_s)), "looking decides nothing");
}

void TestInspector::comparesTwoLooks()
{
    InspectorWindow window(*m_session);
    const quint16 tls = port(DemoProtocol::Imap, DemoSecurity::ImplicitTls);
    look(window, u"imap.demo.example:%1"_s.arg(tls));
    auto *start = window.findChild<QPushButton *>(u"inspect"_s);
    QTRY_VERIFY_WITH_TIMEOUT(start->text().contains("again"_L1), patienceMs);
    const auto again = [&] {
        QSignalSpy settled(&window, &InspectorWindow::settled);
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, patienceMs);
    };
    const auto summary
        = [&window] { return window.findChild<QLabel *>(u"comparisonSummary"_s)->text(); };
    again();
    QTRY_VERIFY_WITH_TIMEOUT(summary().contains("showed the same"_L1), patienceMs);
    m_servers->replaceCertificate();
    again();
    QTRY_VERIFY_WITH_TIMEOUT(summary().contains("differ"_L1), patienceMs);
    const auto *table = window.findChild<QTreeWidget *>(u"runComparison"_s);
    QStringList different;
    for (int row = 0; row < table->topLevelItemCount(); ++row) {
        if (table->topLevelItem(row)->text(0).startsWith(u'≠'))
            different.append(table->topLevelItem(row)->text(0).sliced(2));
    }
    QVERIFY2(different.contains(u"SHA-256"_s) && different.contains(u"Key SHA-256"_s),
        qPrintable(different.join(u", "_s)));
    QVERIFY2(!different.contains(u"TLS version"_s), qPrintable(different.join(u", "_s)));
}

void TestInspector::givesACommandThatSeesTheSame_data()
{
    QTest::addColumn<DemoProtocol>("protocol");
    QTest::addColumn<DemoSecurity>("security");
    QTest::newRow("IMAP, TLS") << DemoProtocol::Imap << DemoSecurity::ImplicitTls;
    QTest::newRow("IMAP, STARTTLS") << DemoProtocol::Imap << DemoSecurity::StartTls;
    QTest::newRow("POP3, STLS") << DemoProtocol::Pop3 << DemoSecurity::StartTls;
    QTest::newRow("SMTP, STARTTLS") << DemoProtocol::Smtp << DemoSecurity::StartTls;
}

/// The real openssl is run, with just what was copied.
void TestInspector::givesACommandThatSeesTheSame()
{
    QFETCH(DemoProtocol, protocol);
    QFETCH(DemoSecurity, security);

    const InspectionTarget target{
        {hostName(u"127.0.0.1"_s), port(protocol, security)}, static_cast<Protocol>(protocol), {}};
    InspectorWindow window(*m_session);
    window.show();
    window.inspect(target);
    QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), patienceMs);
    auto *copy = window.findChild<QPushButton *>(u"copyCommand"_s);
    QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), patienceMs);
    QTest::mouseClick(copy, Qt::LeftButton);
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith("openssl s_client -connect 127.0.0.1:"_L1), qPrintable(command));

    QProcess shell;
    QSignalSpy finished(&shell, &QProcess::finished);
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(u"/bin/sh"_s, {u"-c"_s, command + u" </dev/null"_s});
    QVERIFY(finished.wait(patienceMs));
    const QByteArray seen = shell.readAll();
    const QList<Attempt> best = bestFirst(m_session->state().detection);
    QVERIFY(best.constFirst().report.tls);
    const Handshake &session = *best.constFirst().report.tls;
    QVERIFY2(seen.contains(toString(session.version).toLatin1()), seen.constData());
    QVERIFY2(seen.contains(session.cipher.toLatin1()), seen.constData());
    QVERIFY2(seen.contains(session.chain.constFirst().toPem().trimmed()), seen.constData());
}

void TestInspector::savesWhatItSaw()
{
    InspectorWindow window(*m_session);
    look(
        window, u"imap.demo.example:%1"_s.arg(port(DemoProtocol::Imap, DemoSecurity::ImplicitTls)));
    QTest::mouseClick(window.findChild<QPushButton *>(u"saveInspection"_s), Qt::LeftButton);
    auto *dialog = window.findChild<QFileDialog *>(u"inspectionSaveDialog"_s);
    QVERIFY(dialog);
    const QString path = m_directory->filePath(u"seen.json"_s);
    emit dialog->fileSelected(path);
    dialog->close();
    const QJsonObject saved = QJsonDocument::fromJson(contentOf(path)).object();
    QCOMPARE(saved["schema"_L1].toString(), u"postern.inspection/1"_s);
    QCOMPARE(saved["host"_L1].toString(), u"imap.demo.example"_s);
}

void TestInspector::stopsAtOnce()
{
    InspectorWindow window(*m_session);
    window.show();
    window.inspect({{hostName(u"imap.demo.example"_s), 0}, {}, {}});
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), patienceMs);
    QVERIFY2(m_session->state().end == SetupState::End::Stopped, "it does not end by itself");
    QVERIFY2(window.isVisible(), "the first Escape stops, it does not close");
}

void TestInspector::isOpenedFromTheWizard()
{
    Run run(*m_servers, m_directory->filePath(u"trust.json"_s));
    QSignalSpy wanted(&run.wizard, &SetupWizard::inspectionRequested);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_V, Qt::AltModifier); // Inspect a ser&ver …
    QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, patienceMs);
    run.search(m_servers->address());
    run.press(Qt::Key_D, Qt::ControlModifier);
    auto *again = run.find<QPushButton>(u"inspectAgain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(again->isVisible() && again->isEnabled(), patienceMs);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 2, patienceMs);
    const auto before = wanted.constLast().constFirst().value<std::optional<ProbeReport>>();
    QVERIFY(before && before->tls);
}

void TestInspector::drawsTheTimeAsATable()
{
    ProbeReport first;
    first.candidate.endpoint
        = {Protocol::Imap, hostName(u"a.example"_s), 993, Security::ImplicitTls};
    first.stages = {{Stage::Resolve, 10, 12}, {Stage::Connect, 12, 20}, {Stage::Handshake, 20, 50}};
    ProbeReport second = first;
    second.candidate.endpoint.port = 143;
    second.stages = {{Stage::Resolve, 5, 6}, {Stage::Connect, 6, 30}};
    TimelineModel model;
    const auto read = [&model](int row, int column) {
        return model.index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    model.setReport(first);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(read(2, TimelineModel::Name), u"handshake"_s);
    QCOMPARE(read(2, TimelineModel::Start), u"10.0 ms"_s);
    QCOMPARE(read(2, TimelineModel::Duration), u"30.0 ms"_s);
    model.setReports({first, second});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(read(0, TimelineModel::Name), u"IMAP a.example:143 TLS"_s); // it began first
    QCOMPARE(read(1, TimelineModel::Start), u"5.0 ms"_s);
    QVERIFY2(read(1, TimelineModel::Bars).contains("handshake from 20.0 ms to 50.0 ms"_L1),
        qPrintable(read(1, TimelineModel::Bars)));
    QCOMPARE(model.startMs(), 5.0);
    QCOMPARE(model.endMs(), 50.0);
}

void TestInspector::zoomsByKeys()
{
    ProbeReport report;
    report.stages = {{Stage::Connect, 0, 20}, {Stage::Handshake, 20, 50}};
    TimelineView view;
    view.model().setReport(report);
    view.resize(600, 300);
    view.show();
    auto *table = view.findChild<QTableView *>(u"timeline"_s);
    const int whole = table->columnWidth(TimelineModel::Bars);
    QTest::keyClick(table, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(table->columnWidth(TimelineModel::Bars) > whole);
    QTest::keyClick(table, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view.zoom(), 1.0);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(table, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY2(view.zoom() <= 64, "there is an end to it");
}

/// The tree shows the way upwards whatever the order was; what is missing or too much is said.
void TestInspector::showsACertificateThatWasSentWrong()
{
    const auto named = [](const QString &name, bool isCa) {
        CertificateSpec spec;
        spec.commonName = name;
        spec.dnsNames = QStringList{name};
        spec.isCa = isCa;
        return spec;
    };
    const IssuedCertificate root = selfSigned(named(u"Root"_s, true));
    const IssuedCertificate upper = issue(named(u"Upper"_s, true), root);
    const IssuedCertificate lower = issue(named(u"Lower"_s, true), upper);
    const IssuedCertificate leaf = issue(named(u"imap.example"_s, false), lower);
    const IssuedCertificate stranger = selfSigned(named(u"Stranger"_s, true));
    Handshake session;
    for (const IssuedCertificate &each : {leaf, upper, stranger, lower})
        session.chain.append(QSslCertificate(each.certificatePem));
    session.findings = {{Finding::Kind::IncompleteChain, 2, {}}};
    CertificateView view;
    view.setHandshake(session, u"imap.example"_s);
    const auto *tree = view.findChild<QTreeView *>(u"certificateChain"_s);
    QStringList lines;
    for (QModelIndex at = tree->model()->index(0, 0); at.isValid();
         at = tree->model()->index(0, 0, at))
        lines.append(at.data().toString());
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0), u"imap.example"_s);
    QVERIFY2(lines.at(1).startsWith("Lower"_L1), qPrintable(lines.at(1)));
    QVERIFY2(lines.at(2).contains("something is wrong"_L1), qPrintable(lines.at(2)));
    QVERIFY2(lines.at(2).startsWith("Upper"_L1) && lines.at(2).contains("wrong place"_L1),
        qPrintable(lines.at(2)));
    QVERIFY2(lines.at(3).startsWith("Root"_L1) && lines.at(3).contains("missing"_L1),
        qPrintable(lines.at(3)));
    QVERIFY(tree->model()->index(1, 0).data().toString().contains("not needed"_L1));
}

void TestInspector::showsNamesForPeople_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("usual") << u"imap.example.org"_s << u"imap.example.org"_s;
    QTest::newRow("of another script")
        << u"xn--bcher-kva.example"_s << u"xn--bcher-kva.example (bücher.example)"_s;
    const QString label(60, u'a');
    QTest::newRow("long: the registered domain stays whole") << label + u'.' + label
            + u".paypal.com"_s << QString(30, u'a') + u"…"_s + QString(29, u'a') + u".paypal.com"_s;
}

void TestInspector::showsNamesForPeople()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QCOMPARE(CertificateWords::nameForPeople(name), shown);
}

void TestInspector::savesCertificates()
{
    CertificateSpec spec;
    spec.commonName = u"imap.example"_s;
    const IssuedCertificate root = selfSigned(spec);
    Handshake session;
    session.chain
        = {QSslCertificate(issue(spec, root).certificatePem), QSslCertificate(root.certificatePem)};
    CertificateView view;
    view.setHandshake(session, u"imap.example"_s);
    view.show();
    const auto save = [&](const QString &button, const QString &file) {
        QTest::mouseClick(view.findChild<QPushButton *>(button), Qt::LeftButton);
        auto *dialog = view.findChild<QFileDialog *>(u"pemSaveDialog"_s);
        emit dialog->fileSelected(m_directory->filePath(file));
        delete dialog;
        return contentOf(m_directory->filePath(file));
    };
    QCOMPARE(save(u"saveCertificate"_s, u"leaf.pem"_s), session.chain.at(0).toPem());
    QCOMPARE(save(u"saveChain"_s, u"chain.pem"_s),
        session.chain.at(0).toPem() + session.chain.at(1).toPem());
    QCOMPARE(view.findChild<QPlainTextEdit *>(u"certificatePem"_s)->toPlainText().trimmed(),
        QString::fromLatin1(session.chain.at(0).toPem().trimmed()));
    auto *menu = view.findChild<QPushButton *>(u"copyCertificateAs"_s)->menu();
    emit menu->aboutToShow();
    menu->actions().at(1)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(),
        session.chain.at(0).toQt().digest(QCryptographicHash::Sha256).toHex());
}

POSTERN_WIZARD_MAIN(TestInspector)

#include "tst_inspector.moc"
