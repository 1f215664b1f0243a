// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian's Thunderbird, headless, sets an account up from what is exported; driven through its own
// remote protocol (Marionette). The judge of the sign-in is Dovecot's log.

#include "support/mailsystem.h"
#include "support/nameserver.h"
#include "support/programrun.h"
#include "support/serversuite.h"
#include "support/testcertificates.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestThunderbirdSetup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void setsAnAccountUp_data();
    void setsAnAccountUp();

private:
    QTemporaryDir m_folder;
    IssuedCertificate m_root;
    DovecotSetup m_dovecot;
    std::unique_ptr<MailSystem> m_servers;
    std::unique_ptr<NameServer> m_names;
};

namespace {

const QString domain = u"bird.test"_s;
const QString address = u"alice@bird.test"_s;

/// Gets a folder for the profile, the address, the password and the root's file; prints the account.
constexpr const char *driver = R"PY(
import base64, json, os, pathlib, signal, socket, ssl, subprocess, sys, time
profile, address, password, root = sys.argv[1:]
os.makedirs(profile)
pathlib.Path(profile, "user.js").write_text("""
user_pref("marionette.port", 2929);
user_pref("mailnews.auto_config.fetchFromISP.enabled", false);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
""")
script = """
const [address, password, root, resolve] = arguments;
const load = name => ChromeUtils.importESModule(
  "resource:///modules/accountcreation/" + name + ".sys.mjs")[name];
(async () => {
  Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)
    .addCertFromBase64(root, "CT,,");
  const signal = new AbortController().signal;
  const config = await load("FetchConfig").fromDisk(address.split("@")[1], signal);
  load("AccountConfig").replaceVariables(config, "Alice Liddell", address, password);
  const window = Cc["@mozilla.org/messenger/msgwindow;1"].createInstance(Ci.nsIMsgWindow);
  await new (load("ConfigVerifier"))(window, signal).verifyConfig(config);
  const account = await load("CreateInBackend").createAccountInBackend(config);
  const server = account.incomingServer;
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const sender = MailServices.outgoingServer.getServerByKey(account.defaultIdentity.smtpServerKey);
  sender.QueryInterface(Ci.nsISmtpServer);
  return { type: server.type, host: server.hostname, port: server.port, tls: server.socketType,
    user: server.username, smtpHost: sender.hostname, smtpPort: sender.port,
    smtpTls: sender.socketType, smtpUser: sender.username,
    email: account.defaultIdentity.email };
})().then(resolve, error => resolve({ error: String(error) + (error.stack || "") }));
"""
home = profile + ".home"
os.makedirs(home)
bird = subprocess.Popen(["thunderbird", "--headless", "--marionette", "--remote-allow-system-access",
                         "--no-remote", "--profile", profile],
                        env=dict(os.environ, HOME=home, MOZ_HEADLESS="1", MOZ_CRASHREPORTER_DISABLE="1"),
                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
try:
    end = time.monotonic() + 60
    while True:
        try:
            talk = socket.create_connection(("127.0.0.1", 2929))
            break
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
    talk.settimeout(90)
    stream = talk.makefile("rb")

    def receive():
        length = b""
        while (digit := stream.read(1)) != b":":
            length += digit
        return json.loads(stream.read(int(length)))

    def command(number, name, arguments):
        message = json.dumps([0, number, name, arguments]).encode()
        talk.sendall(str(len(message)).encode() + b":" + message)
        return receive()

    receive()
    command(1, "WebDriver:NewSession", {})
    command(2, "Marionette:SetContext", {"value": "chrome"})
    command(3, "WebDriver:SetTimeouts", {"script": 80000})
    der = ssl.PEM_cert_to_DER_cert(pathlib.Path(root).read_text())
    answer = command(4, "WebDriver:ExecuteAsyncScript", {
        "script": script, "args": [address, password, base64.b64encode(der).decode()]})
    print(json.dumps(answer[3]["value"] if answer[3] else {"error": str(answer[2])}))
finally:
    os.killpg(bird.pid, signal.SIGKILL)
)PY";

} // namespace

void TestThunderbirdSetup::initTestCase()
{
    CertificateSpec spec;
    spec.isCa = true;
    spec.commonName = u"Thunderbird's test root"_s;
    m_root = selfSigned(spec);
    QVERIFY(TestNetwork::trustInSystem(m_root.certificatePem));
    QVERIFY(TestNetwork::coverFolder("/usr/lib/thunderbird/isp"));
    QFile file(m_folder.filePath(u"root.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_root.certificatePem) > 0);

    CertificateSpec leaf;
    leaf.commonName = u"mail."_s + domain;
    leaf.dnsNames = {leaf.commonName};
    const IssuedCertificate certificate = issue(leaf, m_root);
    m_dovecot.address = u"127.0.0.90"_s;
    m_dovecot.userName = address;
    m_dovecot.certificatePem = certificate.certificatePem;
    m_dovecot.keyPem = certificate.keyPem;
    PostfixSetup postfix;
    postfix.address = m_dovecot.address;
    postfix.certificatePem = certificate.certificatePem;
    postfix.keyPem = certificate.keyPem;
    m_servers = std::make_unique<MailSystem>(m_dovecot, postfix);
    NameServerSetup names;
    names.addresses << AddressRecord{leaf.commonName, m_dovecot.address};
    m_names = std::make_unique<NameServer>(names);
    QVERIFY2(m_names->waitUntilReady(), qPrintable(m_names->log()));
    QVERIFY2(m_servers->waitUntilReady(), qPrintable(m_servers->log()));
}

void TestThunderbirdSetup::setsAnAccountUp_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("smtpPort");
    QTest::addColumn<int>("socketType"); // nsMsgSocketType: 3 TLS, 2 STARTTLS

    QTest::newRow("implicit TLS") << QStringList{u"--security"_s, u"tls"_s} << u"imap"_s << 993
                                  << 465 << 3;
    QTest::newRow("STARTTLS") << QStringList{u"--security"_s, u"starttls"_s} << u"imap"_s << 143
                              << 587 << 2;
    QTest::newRow("POP3") << QStringList{u"--security"_s, u"tls"_s, u"--protocol"_s, u"pop3"_s}
                          << u"pop3"_s << 995 << 465 << 3;
}

void TestThunderbirdSetup::setsAnAccountUp()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, type);
    QFETCH(int, port);
    QFETCH(int, smtpPort);
    QFETCH(int, socketType);

    const QProcessEnvironment environment = cleanEnvironment(m_folder.path());
    const ProgramRun found = runProgram(QStringLiteral(POSTERN_CLI),
        QStringList{u"detect"_s, u"--format"_s, u"json"_s, u"--sources"_s, u"guess"_s,
            u"--imap-host"_s, u"mail.bird.test"_s, u"--pop3-host"_s, u"mail.bird.test"_s,
            u"--smtp-host"_s, u"mail.bird.test"_s, address}
            + arguments,
        environment);
    QVERIFY2(found.exitCode == 0, found.output + found.errors);
    QFile document(m_folder.filePath(u"found.json"_s));
    QVERIFY(document.open(QIODevice::WriteOnly) && document.write(found.output) > 0);
    document.close();
    const ProgramRun exported = runProgram(QStringLiteral(POSTERN_CLI),
        {u"export"_s, document.fileName(), u"--to"_s, u"thunderbird"_s, u"--replace"_s,
            u"--output"_s, u"/usr/lib/thunderbird/isp/bird.test.xml"_s},
        environment);
    QVERIFY2(exported.exitCode == 0, exported.errors);

    const QString before = m_servers->log();
    const ProgramRun run = runProgram(ServerProcess::findProgram(u"python3"_s),
        {u"-c"_s, QString::fromLatin1(driver),
            m_folder.filePath(u"profile"_s + QString::number(port)), address, m_dovecot.password,
            m_folder.filePath(u"root.pem"_s)},
        environment);
    QVERIFY2(run.exitCode == 0, run.errors);
    const QJsonObject account = QJsonDocument::fromJson(run.output).object();
    const QJsonObject expected{{"type"_L1, type}, {"host"_L1, u"mail.bird.test"_s},
        {"port"_L1, port}, {"tls"_L1, socketType}, {"user"_L1, address},
        {"smtpHost"_L1, u"mail.bird.test"_s}, {"smtpPort"_L1, smtpPort}, {"smtpTls"_L1, socketType},
        {"smtpUser"_L1, address}, {"email"_L1, address}};
    QVERIFY2(account == expected, run.output);
    const QString login = type + u"-login: Info: Login: user=<"_s + address + u'>';
    QCOMPARE(m_servers->log().count(login), before.count(login) + 1);
}

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    return runServerSuite<TestThunderbirdSetup>(
        argc, argv, {u"dovecot"_s, u"master"_s, u"dnsmasq"_s, u"python3"_s, u"thunderbird"_s});
}

#include "tst_thunderbirdsetup.moc"
