// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "support/names.h"
#include "support/ocspresponse.h"
#include "support/tlsserver.h"
#include "trust/trustdocument.h"
#include "wizardrun.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSslKey>
#include <QTreeView>

using namespace postern;
using namespace Qt::StringLiterals;

namespace {

CertificateSpec demoNames(const QStringList &names)
{
    CertificateSpec spec;
    spec.commonName = names.constFirst();
    spec.dnsNames = names;
    return spec;
}

QSslConfiguration serverTls(const IssuedCertificate &own)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(own.certificatePem));
    tls.setPrivateKey(QSslKey(own.keyPem, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients: none shows a certificate
    return tls;
}

const QStringList allNames{u"imap.demo.example"_s, u"pop.demo.example"_s, u"smtp.demo.example"_s};

} // namespace

/// The one question about a certificate, answered in every way by keys, and what the file of
/// accepted certificates holds afterwards, byte for byte.
class TestDecisions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void storesJustWhatWasAccepted();
    void storesHowItWasCompared_data();
    void storesHowItWasCompared();
    void acceptsNothingThatDoesNotMatch();
    void asksAgainAboutANewFinding();
    void usesANameOfTheCertificate();
    void offersNoNameThatNobodyVouchesFor();
    void letsAnAuthorityVouch();
    void saysWhyAnAuthorityDoesNotHelp();
    void offersNoWayWhereNobodyMay_data();
    void offersNoWayWhereNobodyMay();
    void saysWhatItUsuallyMeans();

private:
    QString address() const { return m_servers->address(); }
    QString store() const { return m_directory->filePath(u"trust.json"_s); }
    void goToQuestion(Run &run);
    void choose(Run &run, Qt::Key mnemonic, const QString &way);
    void chooseAuthority(Run &run, const QByteArray &pem);

    std::unique_ptr<DemoServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestDecisions::init()
{
    m_servers = std::make_unique<DemoServers>();
    QVERIFY2(m_servers->start(), qPrintable(m_servers->errorString()));
    m_directory = std::make_unique<QTemporaryDir>();
    QSettings().clear();
}

void TestDecisions::cleanup()
{
    m_servers.reset();
    m_directory.reset();
}

void TestDecisions::goToQuestion(Run &run)
{
    run.search(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    QVERIFY2(run.find<QRadioButton>(u"reject"_s)->isChecked(), "nothing is chosen that weakens");
}

void TestDecisions::choose(Run &run, Qt::Key mnemonic, const QString &way)
{
    run.press(mnemonic, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QRadioButton>(way)->isChecked(), patienceMs);
}

void TestDecisions::storesJustWhatWasAccepted()
{
    Run run(*m_servers, store());
    goToQuestion(run);
    choose(run, Qt::Key_R, u"acceptAndRemember"_s); // Accept it and &remember
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);

    const SetupState &state = run.session.state();
    QList<TrustException> expected;
    for (const auto &setting :
        {state.detection.settings.incoming, state.detection.settings.outgoing}) {
        const ProbeReport *report = reportFor(state.detection, setting->endpoint);
        const CertificateFacts leaf = report->tls->chain.constFirst().facts();
        TrustException exception;
        exception.account = address();
        exception.host = setting->endpoint.host;
        exception.port = setting->endpoint.port;
        exception.sha256 = leaf.sha256;
        exception.spkiSha256 = leaf.spkiSha256;
        exception.findings = {Finding::Kind::SelfSigned};
        exception.acceptedAt = state.exceptions.constFirst().acceptedAt;
        exception.certificatePem = leaf.pem.toLatin1();
        expected.append(exception);
    }
    QCOMPARE(contentOf(store()), writeTrustDocument(expected));
    QVERIFY(QFile::permissions(store())
        == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

void TestDecisions::storesHowItWasCompared_data()
{
    QTest::addColumn<QCryptographicHash::Algorithm>("algorithm");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("SHA-256") << QCryptographicHash::Sha256 << u"%1"_s
                             << QByteArray("\"compared\": \"sha256\"");
    QTest::newRow("SHA-1, as openssl prints it")
        << QCryptographicHash::Sha1 << u"sha1 Fingerprint=%1"_s
        << QByteArray("\"compared\": \"sha1\"");
}

void TestDecisions::storesHowItWasCompared()
{
    QFETCH(QCryptographicHash::Algorithm, algorithm);
    QFETCH(QString, form);
    QFETCH(QByteArray, stored);

    Run run(*m_servers, store());
    goToQuestion(run);
    const auto &setting = run.session.state().detection.settings.incoming;
    const ProbeReport *report = reportFor(run.session.state().detection, setting->endpoint);
    const QByteArray digits = report->tls->chain.constFirst().toQt().digest(algorithm).toHex();
    run.press(Qt::Key_M, Qt::AltModifier); // Co&mpare with
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QLineEdit>(u"compare"_s)->hasFocus(), patienceMs);
    run.type(form.arg(fingerprintForPeople(digits)));
    choose(run, Qt::Key_R, u"acceptAndRemember"_s);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    QCOMPARE(contentOf(store()).count(stored), 2);
}

void TestDecisions::acceptsNothingThatDoesNotMatch()
{
    Run run(*m_servers, store());
    goToQuestion(run);
    choose(run, Qt::Key_R, u"acceptAndRemember"_s);
    run.press(Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QLineEdit>(u"compare"_s)->hasFocus(), patienceMs);
    run.type(QString(64, u'0'));
    QVERIFY2(run.textOf(u"comparison"_s).startsWith(u'✗'), "shown");
    for (const QString &way : {u"useAuthority"_s, u"acceptOnce"_s, u"acceptAndRemember"_s})
        QVERIFY2(!run.find<QRadioButton>(way)->isEnabled(), qPrintable(way));
    QVERIFY(run.find<QRadioButton>(u"reject"_s)->isChecked());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    QVERIFY(!QFile::exists(store()));
    QCOMPARE(run.session.state().exceptions.size(), 0);
}

/// The same certificate, but something else is wrong with it: what was accepted stands beside it.
void TestDecisions::asksAgainAboutANewFinding()
{
    CertificateSpec expired = demoNames(allNames);
    expired.notAfter = QDateTime::currentDateTimeUtc().addDays(-1);
    expired.notBefore = expired.notAfter.addDays(-90);
    const IssuedCertificate own = selfSigned(expired);
    m_servers->showCertificate(serverTls(own));
    const Certificate certificate(QSslCertificate(own.certificatePem));
    QList<TrustException> earlier;
    for (const DemoListener &listener : m_servers->listeners()) {
        TrustException exception;
        exception.account = address();
        exception.host = hostName(listener.host);
        exception.port = listener.port;
        exception.sha256 = certificate.sha256();
        exception.spkiSha256 = certificate.facts().spkiSha256;
        exception.findings = {Finding::Kind::SelfSigned}; // it had not expired then
        exception.acceptedAt = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
        exception.certificatePem = certificate.toPem();
        earlier.append(exception);
    }
    QVERIFY(TrustStore(store()).add(earlier));
    const QByteArray before = contentOf(store());
    Run run(*m_servers, store());
    goToQuestion(run);
    const QString changed = run.textOf(u"changed"_s);
    QVERIFY2(changed.contains("accepted this very certificate"_L1), qPrintable(changed));
    QCOMPARE(contentOf(store()), before);
    choose(run, Qt::Key_R, u"acceptAndRemember"_s);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    QCOMPARE(contentOf(store()).count("\"expired\""), 2); // on the two servers in question
    QCOMPARE(contentOf(store()).count("\"sha256\": \""), earlier.size());
}

void TestDecisions::usesANameOfTheCertificate()
{
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Known Authority"_s;
    const IssuedCertificate issuer = selfSigned(authority);
    m_servers->showCertificate(serverTls(issue(demoNames({u"mail.hoster.example"_s}), issuer)));
    Run run(*m_servers, store(), {QSslCertificate(issuer.certificatePem)});
    goToQuestion(run);
    QVERIFY2(run.textOf(u"question"_s).contains("imap.demo.example"_L1),
        qPrintable(run.textOf(u"question"_s)));
    auto *name = run.find<QRadioButton>(u"useName"_s);
    QVERIFY2(name && name->text().contains("mail.hoster.example"_L1), "the name is offered");
    QTRY_VERIFY_WITH_TIMEOUT(name->isVisible(), patienceMs);
    name->setFocus();
    run.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(name->isChecked(), patienceMs);
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(DetectionPageId), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(run.session.state().phase, SetupState::Phase::Finished, patienceMs);
    const SearchWishes &wishes = run.session.state().request.wishes;
    QCOMPARE(wishes.imap.host, u"mail.hoster.example"_s);
    QCOMPARE(wishes.smtp.host, u"mail.hoster.example"_s);
    QVERIFY(!QFile::exists(store()));
}

/// Names in a certificate that nobody vouches for prove nothing.
void TestDecisions::offersNoNameThatNobodyVouchesFor()
{
    m_servers->showCertificate(serverTls(selfSigned(demoNames({u"pop.demo.example"_s}))));
    Run run(*m_servers, store());
    goToQuestion(run);
    QVERIFY(!run.find<QRadioButton>(u"useName"_s));
}

/// The dialogue itself is the system's: the file is handed over as it does.
void TestDecisions::chooseAuthority(Run &run, const QByteArray &pem)
{
    QFile file(m_directory->filePath(u"authority.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size());
    file.close();
    choose(run, Qt::Key_U, u"useAuthority"_s); // … a&uthority vouch
    run.press(Qt::Key_Return); // no file yet, so it is asked for
    QTRY_VERIFY_WITH_TIMEOUT(run.wizard.findChild<QFileDialog *>(u"authorityDialog"_s), patienceMs);
    auto *dialog = run.wizard.findChild<QFileDialog *>(u"authorityDialog"_s);
    emit dialog->fileSelected(file.fileName());
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(run.find<QLabel>(u"authorityFile"_s)->isVisible(), patienceMs);
    QTest::keyClick(run.find<QRadioButton>(u"useAuthority"_s), Qt::Key_Return);
}

void TestDecisions::letsAnAuthorityVouch()
{
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Example Works Authority"_s;
    authority.extendedKeyUsage = {};
    const IssuedCertificate issuer = selfSigned(authority);
    m_servers->showCertificate(serverTls(issue(demoNames(allNames), issuer)));
    Run run(*m_servers, store());
    goToQuestion(run);
    chooseAuthority(run, issuer.certificatePem);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        run.textOf(u"incomingCardState"_s).startsWith("accepted by you"_L1), patienceMs);
    const QByteArray stored = contentOf(store());
    QCOMPARE(stored.count("\"subject\": \"authority\""), 2);
    QCOMPARE(stored.count(Certificate(QSslCertificate(issuer.certificatePem)).facts().sha256), 2);
    QCOMPARE(stored, writeTrustDocument(run.session.state().exceptions));
}

void TestDecisions::saysWhyAnAuthorityDoesNotHelp()
{
    Run run(*m_servers, store());
    goToQuestion(run);
    CertificateSpec other;
    other.isCa = true;
    other.commonName = u"Somebody Else"_s;
    chooseAuthority(run, selfSigned(other).certificatePem);
    QTRY_VERIFY_WITH_TIMEOUT(
        run.textOf(u"decisionMessage"_s).contains("does not vouch"_L1), patienceMs);
    QVERIFY(run.isOn(CertificatePageId));
    QVERIFY(!QFile::exists(store()));
}

void TestDecisions::offersNoWayWhereNobodyMay_data()
{
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<bool>("isRevoked");
    QTest::addColumn<bool>("isBroken");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("hasLegacyWay");

    const auto here = [](auto change) {
        CertificateSpec spec;
        spec.commonName = u"127.0.0.1"_s;
        spec.ipNames = {QHostAddress(QHostAddress::LocalHost)};
        spec.key = TestKey::Rsa;
        change(spec);
        return spec;
    };
    const auto row = [&](const char *name, const CertificateSpec &spec, const QString &code,
                         bool hasLegacyWay) {
        QTest::newRow(name) << spec << false << false << code << hasLegacyWay;
    };
    row("MD5", here([](auto &spec) { spec.digest = "MD5"; }), u"tls.weak-signature"_s, true);
    row("SHA-1", here([](auto &spec) { spec.digest = "SHA1"; }), u"tls.weak-signature"_s, true);
    row("RSA 768", here([](auto &spec) { spec.rsaBits = 768; }), u"tls.weak-key"_s, true);
    row("RSA 1024", here([](auto &spec) { spec.rsaBits = 1024; }), u"tls.weak-key"_s, true);
    row("for e-mail, not for servers",
        here([](auto &spec) { spec.extendedKeyUsage = {u"emailProtection"_s}; }),
        u"certificate.not-for-servers"_s, false);
    QTest::newRow("revoked") << here([](auto &) {}) << true << false << u"certificate.revoked"_s
                             << false;
    QTest::newRow("signed by another key of its issuer's name")
        << here([](auto &spec) { spec.withoutKeyIds = true; }) << false << true
        << u"certificate.invalid"_s << false;
}

/// Not even who insists comes to the question: the search says what is wrong, and the file stays.
void TestDecisions::offersNoWayWhereNobodyMay()
{
    QFETCH(CertificateSpec, spec);
    QFETCH(bool, isRevoked);
    QFETCH(bool, isBroken);
    QFETCH(QString, code);
    QFETCH(bool, hasLegacyWay);

    CertificateSpec rootSpec;
    rootSpec.isCa = true;
    rootSpec.commonName = u"Test Root"_s;
    rootSpec.withoutKeyIds = spec.withoutKeyIds;
    rootSpec.key = TestKey::Rsa;
    const IssuedCertificate root = selfSigned(rootSpec);
    const IssuedCertificate leaf = issue(spec, root);
    QStringList arguments{u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s};
    QFile staple(m_directory->filePath(u"staple.der"_s));
    if (isRevoked) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(staple.open(QIODevice::WriteOnly));
        staple.write(ocspResponse(leaf, root, root,
            {OcspAnswer::Status::Revoked, now.addSecs(-3600), now.addDays(2), "SHA1"}));
        staple.close();
        arguments += {u"-status_file"_s, staple.fileName()};
    }
    TlsServer server(u"openssl"_s, {leaf, isBroken ? selfSigned(rootSpec) : root}, arguments);
    QVERIFY2(server.isReady(), qPrintable(server.log()));
    TrustException earlier;
    earlier.account = address();
    earlier.host = hostName(u"127.0.0.1"_s);
    earlier.port = server.port();
    earlier.sha256 = Certificate(QSslCertificate(leaf.certificatePem)).sha256();
    earlier.spkiSha256 = QByteArray(64, '0');
    earlier.findings = {Finding::Kind::UnknownIssuer};
    earlier.acceptedAt = QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    earlier.duration = TrustException::Duration::UntilWithdrawn;
    QVERIFY(TrustStore(store()).add({earlier}));
    const QByteArray before = contentOf(store());

    Run run(*m_servers, store());
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    run.press(Qt::Key_K, Qt::AltModifier); // I &know my server
    for (const QString &name : {u"incomingHost"_s, u"outgoingHost"_s}) {
        auto *host = run.find<QLineEdit>(name);
        QTRY_VERIFY_WITH_TIMEOUT(host->isVisible(), patienceMs);
        host->setFocus();
        run.type(u"127.0.0.1"_s);
        run.press(Qt::Key_Tab);
        run.press(Qt::Key_A, Qt::ControlModifier);
        run.type(QString::number(server.port()));
    }
    run.press(Qt::Key_I, Qt::AltModifier); // on the server (&IMAP)
    run.press(Qt::Key_A, Qt::AltModifier);
    run.type(address());
    run.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(DetectionPageId), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(run.session.state().phase, SetupState::Phase::Finished, patienceMs);
    const Detection &detection = run.session.state().detection;
    QVERIFY(!detection.settings.incoming && !detection.settings.outgoing);
    QVERIFY2(std::any_of(detection.diagnoses.begin(), detection.diagnoses.end(),
                 [&code](const Diagnosis &problem) { return toString(problem.problem) == code; }),
        qPrintable(code));
    run.press(Qt::Key_Return);
    run.press(Qt::Key_N, Qt::AltModifier);
    QVERIFY2(run.isOn(DetectionPageId), "there is nothing to go on with");
    run.press(Qt::Key_D, Qt::ControlModifier);
    const auto isLegacyOffered = [&run] {
        const auto buttons = run.wizard.currentPage()->findChildren<QPushButton *>(u"remedy"_s);
        return std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->text().contains("weak certificates"_L1);
        });
    };
    const auto isShown = [&run, &code] {
        const auto buttons = run.wizard.currentPage()->findChildren<QPushButton *>(u"aboutCode"_s);
        return std::any_of(buttons.begin(), buttons.end(),
            [&code](const QPushButton *button) { return button->text().contains(code); });
    };
    auto *table = run.find<QTreeView>(u"attempts"_s);
    table->setFocus(); // one of the lines says it
    QTest::keyClick(table, Qt::Key_Home);
    for (int line = 0; line < 20 && !isShown(); ++line)
        QTest::keyClick(table, Qt::Key_Down);
    QVERIFY2(isShown(), qPrintable(code));
    QCOMPARE(isLegacyOffered(), hasLegacyWay);
    QCOMPARE(contentOf(store()), before);
}

void TestDecisions::saysWhatItUsuallyMeans()
{
    Run run(*m_servers, store());
    goToQuestion(run);
    const QString meaning = run.textOf(u"usualMeaning"_s);
    QVERIFY2(meaning.contains("a program on this computer"_L1), qPrintable(meaning));
    QVERIFY2(meaning.contains("read your password"_L1), qPrintable(meaning));
}

POSTERN_WIZARD_MAIN(TestDecisions)

#include "tst_decisions.moc"
