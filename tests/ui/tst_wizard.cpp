// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demonameserver.h"
#include "demo/demoservers.h"
#include "pages/identity/sourcechooser.h"
#include "pages/settings/betteroffer.h"
#include "setup/realservices.h"
#include "setup/setupsession.h"
#include "setupwizard.h"
#include "support/names.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"
#include "theme.h"
#include "trust/trustdocument.h"
#include "widgets/certificateview.h"
#include "widgets/diagnosisview.h"
#include "wizardrun.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTranslator>
#include <QTreeView>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace postern;
using namespace Qt::StringLiterals;

/// The whole wizard, by keys and mouse, on the demonstration servers.
class TestWizard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void goesFromAddressToSavedFile();
    void remembersWhatWasAccepted();
    void asksAgainWhenTheCertificateChanged();
    void takesBackWhatWasAccepted();
    void carriesDecisionsInAFile();
    void exportsNothingThatWasNotDecided();
    void takesTheSettingsAlong();
    void showsWhatSavingWouldChange();
    void showsACodeForThePhone();
    void opensSettingsAndTriesThem();
    void asksBeforeItUsesForeignServers();
    void keepsWhatWasTyped();
    void usesWhatTheUserKnows();
    void looksOnlyWhereItMay();
    void saysWhatAnErrorMeans();
    void saysWhyNothingWasFound();
    void saysWhyOneDirectionIsMissing();
    void restsWhenNothingHappens();
    void repairsTheMode();
    void helpsWithWhatIsShown();
    void findsEachPageInTheHandbooks();
    void offersEverySource();
    void leadsFromADiagnosisToTheHandbook();
    void showsWhatTheExtensionsSay();
    void offersTheBetterOne();
    void picksAnAlternative();
    void givesNoKeyTwice_data();
    void givesNoKeyTwice();
    void stopsAtOnce();
    void copiesARow();
    void comparesFingerprints_data();
    void comparesFingerprints();
    void explainsWhatIsMissingInAnAddress();
    void namesEveryControl();

private:
    QString address() const { return m_servers->address(); }
    void acceptBoth();
    QString store() const { return m_directory->filePath(u"trust.json"_s); }

    std::unique_ptr<DemoServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestWizard::init()
{
    m_servers = std::make_unique<DemoServers>();
    QVERIFY2(m_servers->start(), qPrintable(m_servers->errorString()));
    m_directory = std::make_unique<QTemporaryDir>();
    QSettings().clear();
}

void TestWizard::cleanup()
{
    m_servers.reset();
    m_directory.reset();
}

void TestWizard::goesFromAddressToSavedFile()
{
    Run run(*m_servers, store());
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    QVERIFY(run.textOf(u"question"_s).contains("imap.demo.example"_L1));
    QVERIFY2(run.find<QRadioButton>(u"reject"_s)->isChecked(), "the safe choice is the default");

    run.press(Qt::Key_O, Qt::AltModifier); // Accept it for n&ow
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QRadioButton>(u"acceptOnce"_s)->isChecked(), patienceMs);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        run.textOf(u"incomingCardState"_s).startsWith("accepted by you"_L1), patienceMs);
    QVERIFY2(!QFile::exists(store()), "what is accepted for now must not be stored");

    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(FinishPageId), patienceMs);
    const QString path = m_directory->filePath(u"config-v1.1.xml"_s);
    run.press(Qt::Key_S, Qt::AltModifier); // &Save
    QTRY_VERIFY_WITH_TIMEOUT(run.wizard.findChild<QFileDialog *>(u"saveDialog"_s), patienceMs);
    auto *dialog = run.wizard.findChild<QFileDialog *>(u"saveDialog"_s);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), patienceMs);
    dialog->setDirectory(m_directory->path()); // typing a whole path would list every folder of it
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->selectAll();
    QTest::keyClicks(name, u"config-v1.1.xml"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patienceMs);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("<hostname>imap.demo.example</hostname>"));
    QVERIFY(content.contains("<hostname>smtp.demo.example</hostname>"));
    QVERIFY(content.contains("<socketType>SSL</socketType>"));
    QVERIFY(!content.contains("plain<"));
    QXmlStreamReader xml(content);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
}

void TestWizard::remembersWhatWasAccepted()
{
    acceptBoth();
    QVERIFY(QFile::exists(store()));
    Run again(*m_servers, store());
    again.search(address());
    again.press(Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(again.isOn(SettingsPageId), "a second run does not ask", patienceMs);
    // The other ports were not accepted: the exception is as narrow as it was meant.
    for (const ServerSetting &other : again.session.state().detection.incomingAlternatives)
        QVERIFY(!other.needsConsent.isEmpty());
}

/// Leaves one decision behind for each of the two servers.
void TestWizard::acceptBoth()
{
    Run run(*m_servers, store());
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    run.press(Qt::Key_R, Qt::AltModifier); // Accept it and &remember
    QTRY_VERIFY_WITH_TIMEOUT(
        run.find<QRadioButton>(u"acceptAndRemember"_s)->isChecked(), patienceMs);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
}

/// By keys: opened, searched, withdrawn, brought back; the file is what it was, byte for byte.
void TestWizard::takesBackWhatWasAccepted()
{
    acceptBoth();
    const QByteArray before = contentOf(store());
    QCOMPARE(before.count("\"sha256\""), 2);
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_F, Qt::AltModifier); // Accepted certi&ficates (2)
    QTRY_VERIFY_WITH_TIMEOUT(run.wizard.findChild<QTreeWidget *>(u"trustList"_s), patienceMs);
    auto *list = run.wizard.findChild<QTreeWidget *>(u"trustList"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), patienceMs);
    QCOMPARE(list->topLevelItemCount(), 2);
    auto *search = run.wizard.findChild<QLineEdit *>(u"trustSearch"_s);
    search->setFocus();
    QTest::keyClicks(search, u"smtp"_s);
    QVERIFY(list->topLevelItem(0)->isHidden() != list->topLevelItem(1)->isHidden());
    search->clear();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 0, patienceMs);
    QCOMPARE(contentOf(store()).count("\"sha256\""), 0);
    const auto *message = run.wizard.findChild<QLabel *>(u"trustMessage"_s);
    QVERIFY2(message->text().contains(u"no longer accepted"_s), qPrintable(message->text()));
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, patienceMs);
    QCOMPARE(contentOf(store()), before);
    // One at a time: what is left is chosen while the list grows again.
    QTest::keyClick(list, Qt::Key_End);
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 1, patienceMs);
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, patienceMs);
    QCOMPARE(contentOf(store()), before);
}

void TestWizard::carriesDecisionsInAFile()
{
    acceptBoth();
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_F, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(run.wizard.findChild<QTreeWidget *>(u"trustList"_s), patienceMs);
    auto *list = run.wizard.findChild<QTreeWidget *>(u"trustList"_s);
    const QString path = m_directory->filePath(u"taken along.json"_s);
    const auto choose
        = [&run](const QString &button, const QString &dialogName, const QString &file) {
              run.wizard.findChild<QPushButton *>(button)->click();
              auto *dialog = run.wizard.findChild<QFileDialog *>(dialogName);
              emit dialog->fileSelected(file);
              dialog->close();
          };
    choose(u"exportTrust"_s, u"trustSaveDialog"_s, path);
    QCOMPARE(contentOf(path), contentOf(store()));
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 0, patienceMs);
    const QString other = m_directory->filePath(u"other.json"_s);
    QFile foreign(other);
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("{}") == 2);
    foreign.close();
    choose(u"importTrust"_s, u"trustOpenDialog"_s, other);
    QCOMPARE(list->topLevelItemCount(), 0);
    choose(u"importTrust"_s, u"trustOpenDialog"_s, path);
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, patienceMs);
    QCOMPARE(contentOf(store()), contentOf(path));
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier); // not accepted any more, as before
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 0, patienceMs);
}

void TestWizard::asksAgainWhenTheCertificateChanged()
{
    QByteArray before;
    {
        Run run(*m_servers, store());
        run.search(address());
        run.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
        run.press(Qt::Key_R, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            run.find<QRadioButton>(u"acceptAndRemember"_s)->isChecked(), patienceMs);
        run.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
        before = run.session.state().exceptions.constFirst().sha256;
    }
    const QByteArray stored = contentOf(store());
    m_servers->replaceCertificate();
    Run again(*m_servers, store());
    again.search(address());
    again.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(again.isOn(CertificatePageId), patienceMs);
    QVERIFY(again.textOf(u"question"_s).contains("another certificate"_L1));
    QVERIFY(again.textOf(u"changed"_s).contains("you accepted another certificate"_L1));
    QVERIFY(again.find<QRadioButton>(u"reject"_s)->isChecked());
    const auto facts = again.wizard.currentPage()->findChildren<QLabel *>();
    QVERIFY2(std::any_of(facts.begin(), facts.end(),
                 [](const QLabel *label) {
                     return label->text().startsWith("IMAP imap.demo.example"_L1)
                         && label->text().contains("SMTP smtp.demo.example"_L1);
                 }),
        "one certificate that replaces one other is one question");
    const auto isShown = [&again](const QByteArray &sha256) {
        const auto labels = again.wizard.currentPage()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&sha256](const QLabel *label) {
            const QString digits = label->text().remove(u':').remove(u'\n').toLower();
            return label->isVisible() && digits == QString::fromLatin1(sha256);
        });
    };
    const auto &setting = again.session.state().detection.settings.incoming;
    const ProbeReport *report = reportFor(again.session.state().detection, setting->endpoint);
    QTRY_VERIFY2_WITH_TIMEOUT(isShown(before), "the old fingerprint is shown", patienceMs);
    QVERIFY2(
        isShown(report->tls->chain.constFirst().toQt().digest(QCryptographicHash::Sha256).toHex()),
        "and the new one");
    // Until it is decided the file stays as it was; then the new one stands in place of the old.
    QCOMPARE(contentOf(store()), stored);
    again.press(Qt::Key_R, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(
        again.find<QRadioButton>(u"acceptAndRemember"_s)->isChecked(), patienceMs);
    again.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(again.isOn(SettingsPageId), patienceMs);
    QCOMPARE(contentOf(store()), writeTrustDocument(again.session.state().exceptions));
    QCOMPARE(contentOf(store()).count(before), 0);
    QCOMPARE(contentOf(store()).count("\"sha256\": \""), 2);
}

void TestWizard::exportsNothingThatWasNotDecided()
{
    Run run(*m_servers, store());
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    run.press(Qt::Key_Return); // do not accept
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    QCOMPARE(run.textOf(u"incomingCardState"_s), u"needs your decision"_s);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(FinishPageId), patienceMs);
    QVERIFY(!run.find<QAbstractButton>(u"save"_s)->isEnabled());
    QVERIFY(!run.find<QPlainTextEdit>(u"preview"_s)->toPlainText().contains("hostname"_L1));
    // The document of what was seen is always there.
    run.find<QListWidget>(u"targets"_s)->setFocus();
    run.press(Qt::Key_End);
    QVERIFY(run.find<QAbstractButton>(u"save"_s)->isEnabled());
}

void TestWizard::takesTheSettingsAlong()
{
    Run run(*m_servers, store());
    run.search(address());
    run.acceptAndFinish();
    auto *targets = run.find<QListWidget>(u"targets"_s);
    auto *preview = run.find<QPlainTextEdit>(u"preview"_s);
    targets->setFocus();
    QVERIFY(preview->toPlainText().contains("<clientConfig"_L1));

    // Down the list by key: past the headings, and each target shows something else.
    QStringList seen;
    for (int row = 0; row < targets->count(); ++row) {
        if (!seen.contains(preview->toPlainText()))
            seen.append(preview->toPlainText());
        run.press(Qt::Key_Down);
    }
    QVERIFY2(seen.size() > 25, qPrintable(QString::number(seen.size())));

    run.chooseTarget(u"msmtp"_s);
    auto *keyring = run.find<QAbstractButton>(u"keyring"_s);
    QVERIFY(keyring->isVisible() && !preview->toPlainText().contains("secret-tool"_L1));
    QVERIFY(preview->toPlainText().contains("tls_fingerprint "_L1));
    QTest::mouseClick(keyring, Qt::LeftButton, {}, {12, keyring->height() / 2});
    QVERIFY(preview->toPlainText().contains("passwordeval secret-tool lookup"_L1));
}

/// Nothing that is there is written over before its difference was seen.
void TestWizard::showsWhatSavingWouldChange()
{
    Run run(*m_servers, store());
    run.search(address());
    run.acceptAndFinish();
    run.chooseTarget(u"msmtp"_s);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"msmtprc"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("account mine\n") > 0);
    file.close();
    const auto saveThere = [&] {
        run.find<QAbstractButton>(u"save"_s)->click();
        auto *dialog = run.find<QFileDialog>(u"saveDialog"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    };
    saveThere();
    QTRY_VERIFY(run.find<QDialog>(u"replaceDialog"_s));
    const QString shown = run.find<QPlainTextEdit>(u"difference"_s)->toPlainText();
    QVERIFY2(shown.contains("-account mine"_L1) && shown.contains("+tls on"_L1), qPrintable(shown));
    QTest::keyClick(run.find<QDialog>(u"replaceDialog"_s), Qt::Key_Return); // the default: keep
    QCOMPARE(contentOf(path), QByteArray("account mine\n"));
    QTRY_VERIFY(!run.find<QDialog>(u"replaceDialog"_s));

    saveThere();
    QTRY_VERIFY(run.find<QDialog>(u"replaceDialog"_s));
    run.find<QAbstractButton>(u"replace"_s)->click();
    QTRY_VERIFY(contentOf(path).contains("tls_fingerprint"));
    QCOMPARE(
        QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // The certificate lies beside it.
    QCOMPARE(QDir(folder.path()).entryList({u"*.pem"_s}).size(), 1);
}

/// A help desk's everyday task: what does this file say, and is it true?
void TestWizard::opensSettingsAndTriesThem()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    QTemporaryDir folder;
    const QString broken = folder.filePath(u"broken.xml"_s);
    const QString good = folder.filePath(u"good.xml"_s);
    const auto write = [](const QString &path, const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write(broken, "<clientConfig>"));
    QVERIFY(write(good, R"(<clientConfig version="1.1"><emailProvider id="x">
        <domain>demo.example</domain><incomingServer type="imap"><hostname>imap.demo.example</hostname>
        <port>9</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
        </emailProvider></clientConfig>)"));
    const auto open = [&](const QString &path) {
        run.find<QAbstractButton>(u"openSettings"_s)->click();
        auto *dialog = run.find<QFileDialog>(u"openSettingsDialog"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    open(broken);
    QTRY_VERIFY(run.textOf(u"openedNote"_s).contains("broken.xml is neither"_L1));
    QVERIFY(!run.wizard.button(QWizard::NextButton)->isEnabled());
    open(good);
    QTRY_VERIFY(run.textOf(u"openedNote"_s).contains("IMAP imap.demo.example:9 tls"_L1));
    QVERIFY(run.wizard.button(QWizard::NextButton)->isEnabled());
    run.wizard.next();
    QTRY_COMPARE_WITH_TIMEOUT(run.session.state().phase, SetupState::Phase::Finished, patienceMs);
    const QList<Attempt> &attempts = run.session.state().detection.attempts;
    QCOMPARE(attempts.size(), 1); // just what the file says
    QCOMPARE(attempts.constFirst().report.candidate.endpoint,
        (Endpoint{Protocol::Imap, hostName(u"imap.demo.example"_s), 9, Security::ImplicitTls}));
    QVERIFY(attempts.constFirst().report.outcome == ProbeReport::Outcome::Failed);
}

/// The picture in the window says byte for byte what would be saved.
void TestWizard::showsACodeForThePhone()
{
    const QString reader = QStandardPaths::findExecutable(u"zbarimg"_s);
    QVERIFY2(!reader.isEmpty() || !TestNetwork::mustNotSkip(), "zbarimg is not installed");
    if (reader.isEmpty())
        QSKIP("zbarimg is not installed");
    Run run(*m_servers, store());
    run.search(address());
    run.acceptAndFinish();
    run.chooseTarget(u"thunderbird-qr"_s);
    QTRY_VERIFY(run.find<QWidget>(u"qrCode"_s)->isVisible());
    QTemporaryDir folder;
    const QString picture = folder.filePath(u"window.png"_s);
    QVERIFY(run.wizard.grab().save(picture));
    QProcess process;
    process.start(reader, {u"--raw"_s, u"-q"_s, u"--oneshot"_s, u"-Sbinary"_s, picture});
    QVERIFY(process.waitForFinished());
    const QByteArray payload = run.find<QPlainTextEdit>(u"preview"_s)->toPlainText().toUtf8();
    QVERIFY(payload.startsWith("[1,[1,1],[0,"));
    QCOMPARE(process.readAllStandardOutput(), payload);
}

/// A domain whose records lead to the demonstration's servers, which belong to somebody else.
void TestWizard::asksBeforeItUsesForeignServers()
{
    DemoNameServer nameServer;
    QVERIFY(nameServer.listen());
    QList<DemoRecord> records;
    for (const DemoListener &listener : m_servers->listeners()) {
        if (listener.security != DemoSecurity::ImplicitTls)
            continue;
        const QString label = listener.protocol == DemoProtocol::Imap ? u"_imaps"_s
            : listener.protocol == DemoProtocol::Pop3                 ? u"_pop3s"_s
                                                                      : u"_submissions"_s;
        records << DemoRecord{
            label + u"._tcp.customer.test"_s, DemoService{listener.host, listener.port, 0}};
        records << DemoRecord{listener.host, QHostAddress(QHostAddress::LocalHost)};
    }
    nameServer.setRecords(records);
    Run run(u"127.0.0.1:%1"_s.arg(nameServer.port()), store());
    run.search(u"alice@customer.test"_s);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    run.press(Qt::Key_O, Qt::AltModifier); // Accept it for n&ow
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QRadioButton>(u"acceptOnce"_s)->isChecked(), patienceMs);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);

    const QString question = run.textOf(u"consentQuestion"_s);
    QVERIFY2(question.contains("demo.example"_L1) && question.contains("customer.test"_L1),
        qPrintable(question));
    QVERIFY(run.textOf(u"incomingCardOrigin"_s).contains("_imaps._tcp.customer.test"_L1));
    run.press(Qt::Key_Return);
    QVERIFY2(run.isOn(SettingsPageId), "nothing is used unasked");
    QTRY_VERIFY_WITH_TIMEOUT(!run.wizard.button(QWizard::NextButton)->isEnabled(), patienceMs);
    const auto consents
        = [&run] { return codesOf(run.session.state().detection.settings.incoming->needsConsent); };
    QVERIFY(consents().contains(u"discovery.foreign-host"_s));

    run.press(Qt::Key_K, Qt::AltModifier); // I &know these servers
    QTRY_VERIFY_WITH_TIMEOUT(run.wizard.button(QWizard::NextButton)->isEnabled(), patienceMs);
    QCOMPARE(consents().join(u' '), QString());
    run.press(Qt::Key_K, Qt::AltModifier); // and no more
    QTRY_VERIFY_WITH_TIMEOUT(!run.wizard.button(QWizard::NextButton)->isEnabled(), patienceMs);
    QVERIFY(consents().contains(u"discovery.foreign-host"_s));
}

void TestWizard::keepsWhatWasTyped()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_M, Qt::AltModifier);
    run.type(u"Alice Doe"_s);
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    run.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(DetectionPageId), patienceMs);
    run.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(IdentityPageId), patienceMs);
    run.press(Qt::Key_Escape);
    QVERIFY(run.isOn(IdentityPageId) && run.wizard.isVisible());
    QCOMPARE(run.find<QLineEdit>(u"name"_s)->text(), u"Alice Doe"_s);
    QCOMPARE(run.find<QLineEdit>(u"address"_s)->text(), address());
}

void TestWizard::usesWhatTheUserKnows()
{
    Run run(*m_servers, store());
    quint16 port = 0;
    for (const DemoListener &listener : m_servers->listeners()) {
        if (listener.protocol == DemoProtocol::Imap && listener.security == DemoSecurity::StartTls)
            port = listener.port;
    }
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_K, Qt::AltModifier); // I &know my server
    auto *host = run.find<QLineEdit>(u"incomingHost"_s);
    QTRY_VERIFY_WITH_TIMEOUT(host->isVisible(), patienceMs);
    run.press(Qt::Key_C, Qt::AltModifier); // In&coming
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), host, patienceMs);
    run.type(u"imap.demo.example"_s);
    run.press(Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    run.type(QString::number(port));
    run.search(address());
    const auto &settings = run.session.state().detection.settings;
    QVERIFY(settings.incoming);
    QCOMPARE(settings.incoming->endpoint.port, port);
    QVERIFY(settings.incoming->endpoint.security == Security::StartTls);
    for (const AttemptState &attempt : run.session.state().attempts) {
        const bool wasTried
            = attempt.report && attempt.report->outcome != ProbeReport::Outcome::Skipped;
        if (attempt.candidate.endpoint.protocol == Protocol::Imap && wasTried)
            QCOMPARE(attempt.candidate.endpoint.port, port);
    }
}

void TestWizard::saysWhatAnErrorMeans()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    auto *text = run.find<QPlainTextEdit>(u"errorText"_s);
    QVERIFY(!text->isVisible());
    run.press(Qt::Key_H, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), patienceMs);
    text->setFocus();
    QTest::keyClicks(text, u"SSL: WRONG_VERSION_NUMBER"_s);
    const auto *meanings = run.find<DiagnosisView>(u"errorMeanings"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        meanings->toText().contains("answered in plaintext where TLS was expected"_L1), patienceMs);
    text->selectAll();
    QTest::keyClicks(text, u"hello"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!meanings->toText().contains("plaintext"_L1), patienceMs);
}

void TestWizard::looksOnlyWhereItMay()
{
    const auto open = [this](Run &run) {
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
        run.press(Qt::Key_A, Qt::AltModifier);
        run.type(address());
        run.press(Qt::Key_E, Qt::AltModifier); // Wh&ere to look
        QTRY_VERIFY_WITH_TIMEOUT(run.find<QCheckBox>(u"lookInDatabase"_s)->isVisible(), patienceMs);
    };
    {
        Run run(*m_servers, store());
        open(run);
        const auto isOn = [&run](const char *name) {
            return run.find<QCheckBox>(QString::fromLatin1(name))->isChecked();
        };
        run.press(Qt::Key_R, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isOn("lookInDns"), patienceMs);
        run.press(Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isOn("lookAtPublished"), patienceMs);
        run.press(Qt::Key_L, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isOn("lookInDatabase"), patienceMs);
        run.press(Qt::Key_S, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isOn("lookAtNames"), patienceMs);
        QVERIFY(!run.wizard.button(QWizard::NextButton)->isEnabled()); // there is nothing to do
        run.press(Qt::Key_S, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isOn("lookAtNames"), patienceMs);
        run.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(run.isOn(DetectionPageId), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(
            run.session.state().phase, SetupState::Phase::Finished, patienceMs);
        QVERIFY(!run.session.state().attempts.isEmpty());
        for (const SourceReport &source : run.session.state().detection.sources)
            QVERIFY(source.source == Source::Guess
                || source.source == Source::Database); // what we know
        QVERIFY(run.session.state().request.databaseUrl.isEmpty());
        for (const AttemptState &attempt : run.session.state().attempts)
            QCOMPARE(toString(attempt.candidate.provenance.source), u"guess"_s);
    }
    Run run(*m_servers, store());
    open(run);
    QVERIFY(!run.find<QCheckBox>(u"lookInDatabase"_s)->isChecked()); // remembered
    QVERIFY(run.find<QCheckBox>(u"lookAtNames"_s)->isChecked());
}

void TestWizard::saysWhyNothingWasFound()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_A, Qt::AltModifier);
    run.type(u"alice@nowhere.example"_s);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(DetectionPageId), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(run.session.state().phase, SetupState::Phase::Finished, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        run.textOf(u"subline"_s).contains(u"imap.nowhere.example"_s), patienceMs);
    run.press(Qt::Key_D, Qt::ControlModifier);
    const auto *details = run.find<QTabWidget>(u"detailTabs"_s);
    const auto labels = details->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text().contains(u"dns.no-such-name"_s); }));
}

void TestWizard::saysWhyOneDirectionIsMissing()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_K, Qt::AltModifier); // I &know my server
    auto *host = run.find<QLineEdit>(u"outgoingHost"_s);
    QTRY_VERIFY_WITH_TIMEOUT(host->isVisible(), patienceMs);
    run.press(Qt::Key_O, Qt::AltModifier); // &Outgoing
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), host, patienceMs);
    run.type(u"nowhere.example"_s);
    run.search(address());
    const QString headline = run.textOf(u"headline"_s);
    QVERIFY2(headline.contains(u"outgoing"_s), qPrintable(headline));
    const QString reason = run.textOf(u"subline"_s);
    QVERIFY2(reason.contains(u"nowhere.example"_s), qPrintable(reason));
    auto *table = run.find<QTreeView>(u"attempts"_s);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"SMTP"_s);
    table->setFocus(); // and a line that the user chose stays
    run.press(Qt::Key_Down);
    const QModelIndex chosen = table->currentIndex();
    run.session.agreeTo({});
    QVERIFY(table->currentIndex() == chosen);
}

/// A window that nobody touches costs nothing.
void TestWizard::restsWhenNothingHappens()
{
    struct ShowCounter : QObject
    {
        bool eventFilter(QObject *, QEvent *event) override
        {
            shown += event->type() == QEvent::Show ? 1 : 0;
            return false;
        }
        int shown = 0;
    };
    constexpr int turns = 200;
    Run run(*m_servers, store());
    run.search(address());
    ShowCounter counter;
    run.wizard.currentPage()->installEventFilter(&counter);
    for (int turn = 0; turn < turns; ++turn)
        QCoreApplication::processEvents();
    QVERIFY2(counter.shown <= 2, qPrintable(QString::number(counter.shown)));
}

/// A button does what the diagnosis advises, and searches again at once.
void TestWizard::repairsTheMode()
{
    Run run(*m_servers, store());
    run.search(address());
    quint16 port = 0;
    for (const DemoListener &listener : m_servers->listeners()) {
        if (listener.protocol == DemoProtocol::Smtp && listener.security == DemoSecurity::StartTls)
            port = listener.port;
    }
    DetectionRequest request = run.session.state().request;
    request.wishes.smtp = {hostName(u"smtp.demo.example"_s), port, Security::ImplicitTls};
    run.session.detect(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.session.state().phase, SetupState::Phase::Finished, patienceMs);
    QVERIFY(!run.session.state().detection.settings.outgoing);
    run.press(Qt::Key_D, Qt::ControlModifier); // the details
    const auto shown = [&run] {
        auto *button = run.find<QPushButton>(u"remedy"_s);
        return button && button->isVisible() ? button : nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(shown(), patienceMs);
    auto *remedy = shown();
    QVERIFY2(remedy->text().contains(QString::number(port)), qPrintable(remedy->text()));
    remedy->setFocus();
    run.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(run.session.state().detection.settings.outgoing, patienceMs);
    const Endpoint found = run.session.state().detection.settings.outgoing->endpoint;
    QCOMPARE(found.port, port);
    QVERIFY(found.security == Security::StartTls);
}

/// F1 opens the handbook, which knows every code in the language of the program.
void TestWizard::helpsWithWhatIsShown()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_F1);
    QTRY_VERIFY_WITH_TIMEOUT(run.wizard.findChild<QTextBrowser *>(u"helpText"_s), patienceMs);
    const auto *text = run.wizard.findChild<QTextBrowser *>(u"helpText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), patienceMs);
    QVERIFY(text->toPlainText().contains(u"TLS, if available"_s));
    for (const Problem problem : allProblems())
        QVERIFY2(text->toPlainText().contains(toString(problem)), qPrintable(toString(problem)));
}

/// Each page has its place in each handbook.
void TestWizard::findsEachPageInTheHandbooks()
{
    Run run(*m_servers, store());
    const QStringList handbooks = QDir(u":/help"_s).entryList({u"help_*.html"_s});
    QVERIFY(handbooks.size() > 1);
    for (const QString &handbook : handbooks) {
        QFile file(u":/help/"_s + handbook);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const int id : run.wizard.pageIds()) {
            const QString anchor = static_cast<SetupPage *>(run.wizard.page(id))->helpAnchor();
            QVERIFY2(text.contains(u"name=\"%1\""_s.arg(anchor)), qPrintable(handbook + anchor));
        }
    }
}

/// No source that a search can ask is out of reach.
void TestWizard::offersEverySource()
{
    const QList<Source> offered = SourceChooser().sources();
    for (const Source source : searchableSources())
        QVERIFY2(offered.contains(source), qPrintable(toString(source)));
    QCOMPARE(offered.size(), searchableSources().size());
}

/// From a diagnosis the handbook opens where it tells about that very code, by key as by button.
void TestWizard::leadsFromADiagnosisToTheHandbook()
{
    Run run(*m_servers, store());
    auto *explainer = run.find<QAbstractButton>(u"whatDoesItMean"_s);
    explainer->click();
    run.find<QPlainTextEdit>(u"errorText"_s)->setPlainText(u"certificate.expired"_s);
    QPushButton *about = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        (about = run.wizard.findChild<QPushButton *>(u"aboutCode"_s)), patienceMs);
    QVERIFY2(about->text().contains(u"certificate.expired"_s), qPrintable(about->text()));
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_F1}) {
        run.wizard.activateWindow();
        about->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(about->hasFocus(), patienceMs);
        run.press(key);
        const auto opened = [&run] { return run.wizard.findChild<QTextBrowser *>(u"helpText"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(opened() && opened()->isVisible(), patienceMs);
        const auto firstLines = [&opened] {
            QTextCursor cursor = opened()->cursorForPosition({2, 2});
            cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor, 2);
            return cursor.selectedText();
        };
        QTRY_VERIFY_WITH_TIMEOUT(firstLines().contains(u"certificate.expired"_s), patienceMs);
        opened()->window()->close();
    }
}

void TestWizard::showsWhatTheExtensionsSay()
{
    CertificateSpec spec;
    spec.isCa = true;
    spec.pathLength = 1;
    Handshake session;
    session.chain = {QSslCertificate(selfSigned(spec).certificatePem)};
    CertificateView view;
    view.setHandshake(session, u"imap.example"_s);
    for (const QString &line :
        {u"Key usage: keyCertSign, cRLSign\n"_s, u"Authority: yes, with at most 1"_s,
            u"Critical: basicConstraints, keyUsage\n"_s, u"Key identifier: "_s, u"SHA-1: "_s})
        QVERIFY2(view.toText().contains(line), qPrintable(view.toText()));
}

void TestWizard::offersTheBetterOne()
{
    BetterOffer offer;
    offer.setOffers({});
    QVERIFY(offer.isHidden());
    ServerSetting setting;
    setting.endpoint = {Protocol::Imap, hostName(u"imap.example"_s), 993, Security::ImplicitTls};
    offer.setOffers({setting});
    QVERIFY(!offer.isHidden());
    const auto *text = offer.findChild<QLabel *>(u"betterOffer"_s);
    QVERIFY(text->text().contains(setting.endpoint.host) && text->textFormat() == Qt::PlainText);
    QList<Endpoint> accepted;
    QObject::connect(&offer, &BetterOffer::accepted, &offer,
        [&accepted](const QList<Endpoint> &endpoints) { accepted = endpoints; });
    QTest::keyClick(offer.findChild<QAbstractButton *>(u"useBetter"_s), Qt::Key_Space);
    QVERIFY(accepted == QList<Endpoint>{setting.endpoint});
}

/// What else works can be used instead, and its certificate is asked about like any other.
void TestWizard::picksAnAlternative()
{
    Run run(*m_servers, store());
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    run.find<QRadioButton>(u"acceptOnce"_s)->setFocus();
    run.press(Qt::Key_Space);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    auto *list = run.find<QTreeWidget>(u"alternatives"_s);
    list->setFocus();
    const auto pop3 = list->findItems(u"POP3"_s, Qt::MatchExactly, 0);
    QVERIFY(!pop3.isEmpty());
    list->setCurrentItem(pop3.constFirst());
    run.press(Qt::Key_L, Qt::AltModifier); // Use the chosen &line instead
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    run.find<QRadioButton>(u"acceptOnce"_s)->setFocus();
    run.press(Qt::Key_Space);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    const auto &settings = run.session.state().detection.settings;
    QVERIFY(settings.incoming->endpoint.protocol == Protocol::Pop3);
    QVERIFY(settings.incoming->needsConsent.isEmpty());
}

void TestWizard::givesNoKeyTwice_data()
{
    QTest::addColumn<QString>("language");
    const QStringList languages = QDir(u":/i18n"_s).entryList({u"postern_*.qm"_s});
    QVERIFY(languages.size() > 1);
    for (const QString &language : languages)
        QTest::newRow(qPrintable(language)) << language;
}

/// A key that two controls of a page share reaches neither.
void TestWizard::givesNoKeyTwice()
{
    QFETCH(QString, language);
    QTranslator words;
    QVERIFY(words.load(u":/i18n/"_s + language));
    QCoreApplication::installTranslator(&words);
    const auto cleanUp = qScopeGuard([&words] { QCoreApplication::removeTranslator(&words); });
    Run run(*m_servers, store());
    QStringList shared;
    for (const int id : run.wizard.pageIds()) {
        QHash<QString, QString> owners;
        const auto claim = [&](const QString &text) {
            const QString key = QKeySequence::mnemonic(text).toString();
            if (!key.isEmpty() && owners.contains(key))
                shared.append(u"%1: “%2” and “%3”"_s.arg(key, owners.value(key), text));
            owners.insert(key, text);
        };
        const QWizardPage *page = run.wizard.page(id);
        for (const auto *button : page->findChildren<QAbstractButton *>()) {
            // Those two never show at the same time.
            if (button->objectName() != "again"_L1)
                claim(button->text());
        }
        for (const auto *label : page->findChildren<QLabel *>()) {
            if (label->buddy())
                claim(label->text());
        }
        claim(run.wizard.buttonText(QWizard::BackButton));
        claim(page->buttonText(QWizard::NextButton));
    }
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
}

void TestWizard::stopsAtOnce()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_A, Qt::AltModifier);
    run.type(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(DetectionPageId), patienceMs);
    if (run.session.state().phase == SetupState::Phase::Searching)
        run.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(run.session.state().phase, SetupState::Phase::Finished, patienceMs);
    QVERIFY(run.isOn(DetectionPageId));
    for (const AttemptState &attempt : run.session.state().attempts)
        QVERIFY(attempt.report);
}

void TestWizard::copiesARow()
{
    Run run(*m_servers, store());
    run.search(address());
    auto *table = run.find<QTreeView>(u"attempts"_s);
    table->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(table->currentIndex().isValid(), patienceMs);
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains("imap.demo.example"_L1));
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QWidget>(u"detailTabs"_s)->isVisible(), patienceMs);
}

void TestWizard::comparesFingerprints_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("answer");
    QTest::newRow("with colons") << u"colons"_s << u"✓"_s;
    QTest::newRow("lower case without colons") << u"plain"_s << u"✓"_s;
    QTest::newRow("another one") << u"other"_s << u"✗"_s;
    QTest::newRow("only the beginning is no match") << u"beginning"_s << u"So far"_s;
}

void TestWizard::comparesFingerprints()
{
    QFETCH(QString, form);
    QFETCH(QString, answer);
    Run run(*m_servers, store());
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    QTest::mouseClick(run.find<QAbstractButton>(u"copyFingerprint"_s), Qt::LeftButton);
    const QString colons = QGuiApplication::clipboard()->text();
    QString typed = colons;
    if (form == "plain"_L1)
        typed = colons.toLower().remove(u':');
    else if (form == "other"_L1)
        typed.replace(0, 2, colons.startsWith("00"_L1) ? u"11"_s : u"00"_s);
    else if (form == "beginning"_L1)
        typed = colons.first(20);
    run.press(Qt::Key_M, Qt::AltModifier); // Co&mpare with
    run.type(typed);
    QVERIFY2(
        run.textOf(u"comparison"_s).startsWith(answer), qPrintable(run.textOf(u"comparison"_s)));
}

void TestWizard::explainsWhatIsMissingInAnAddress()
{
    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_A, Qt::AltModifier);
    run.type(u"alice"_s);
    QVERIFY(!run.wizard.button(QWizard::NextButton)->isEnabled());
    run.press(Qt::Key_Tab);
    const auto labels = run.wizard.currentPage()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text().contains(u'@'); }));
}

/// Screen readers and tests find controls by name.
void TestWizard::namesEveryControl()
{
    Run run(*m_servers, store());
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    QStringList nameless;
    for (const int id : run.wizard.pageIds()) {
        for (QWidget *widget : run.wizard.page(id)->findChildren<QWidget *>()) {
            const bool isInput = qobject_cast<QLineEdit *>(widget)
                || qobject_cast<QAbstractButton *>(widget)
                || qobject_cast<QAbstractItemView *>(widget);
            const bool isPart = widget->objectName().startsWith("qt_"_L1)
                || qobject_cast<QComboBox *>(widget->parentWidget())
                || widget->window() != &run.wizard || !(widget->focusPolicy() & Qt::TabFocus);
            if (isInput && !isPart && widget->objectName().isEmpty())
                nameless.append(u"%1 on page %2"_s.arg(
                    QString::fromLatin1(widget->metaObject()->className()), QString::number(id)));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
}

POSTERN_WIZARD_MAIN(TestWizard)

#include "tst_wizard.moc"
