// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real programs, with the files that postern-cli exports, against Debian's Dovecot and Postfix.
// The judge is the servers' log.

#include "support/mailsystem.h"
#include "support/nameserver.h"
#include "support/programrun.h"
#include "support/serversuite.h"
#include "support/testcertificates.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace postern {

/// What vouches for a server, or does not.
enum class Identity { Trusted, SelfSigned, WrongName, Expired, OwnRoot };

/// Where the password comes from.
enum class Password { Prompt, Keyring };

/// One set of servers, and what postern-cli found of it.
struct Site
{
    QString domain;
    DovecotSetup dovecot;
    PostfixSetup postfix;
    std::unique_ptr<MailSystem> servers;
    QByteArray documents[2]; ///< Found with implicit TLS, and with STARTTLS.

    QString host() const { return u"mail."_s + domain; }
};

/// One exported file, in a home of its own.
struct Trial
{
    QTemporaryDir home;
    QString file;
    QProcessEnvironment environment;
    QString user;
    QString recipient;
    QByteArray log; ///< Of the servers, before.
};

class TestClients : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void signsIn_data();
    void signsIn();
    void refuses_data();
    void refuses();
    void compiles_data();
    void compiles();
    void noticesAnotherCertificate_data();
    void noticesAnotherCertificate();
    void keepsThePasswordWhereTlsIsGone_data();
    void keepsThePasswordWhereTlsIsGone();

private:
    enum class Users { Alice, AliceAndOdd };
    void addRows(Users users) const;
    void addSite(Identity identity);
    void start(Site &site, const IssuedCertificate &certificate);
    IssuedCertificate certificateFor(Identity identity, const Site &site) const;
    IssuedCertificate replacementFor(Identity identity, const Site &site) const;
    QByteArray detect(const Site &site, const QString &security) const;
    ProgramRun exportTo(const QString &target, const Site &site, const QByteArray &document,
        Password password, Trial &trial) const;
    ProgramRun use(const QString &target, Trial &trial, const Site &site) const;
    QStringList missingSignIns(const QString &target, const Trial &trial, const Site &site) const;

    QTemporaryDir m_folder;
    IssuedCertificate m_systemRoot;
    IssuedCertificate m_ownRoot;
    IssuedCertificate m_unknownRoot;
    std::map<Identity, Site> m_sites;
    std::unique_ptr<NameServer> m_names;
    std::set<Identity> m_replaced;
};

namespace {

constexpr const char *thePassword = "correct-horse";
/// What each format treats as special.
const QString hostileUser = u"a$HOME`id`'z;&|<>(){}*?~!=[]\\@odd.test"_s;
const QString oddUser = u"al \"q\" b\\s #1 %x ü@odd.test"_s;

/// Checks what it is asked for against a file that the test wrote.
constexpr const char *secretTool = R"(#!/bin/sh
[ "$1 $2" = "lookup server" ] && [ "$4" = user ] && [ "$6" = protocol ] || exit 1
printf '%s' "$5" | cmp -s - "$POSTERN_TEST_USER" || exit 1
printf '%s' 'correct-horse'
)";

QString nameOf(Identity identity)
{
    switch (identity) {
    case Identity::Trusted:
        return u"trusted"_s;
    case Identity::SelfSigned:
        return u"selfsigned"_s;
    case Identity::WrongName:
        return u"wrongname"_s;
    case Identity::Expired:
        return u"expired"_s;
    case Identity::OwnRoot:
        return u"ownroot"_s;
    }
    Q_UNREACHABLE();
}

void writeFile(const QString &path, const QByteArray &content, bool isProgram = false)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qUtf8Printable(path));
    auto permissions = QFile::ReadOwner | QFile::WriteOwner;
    file.setPermissions(isProgram ? permissions | QFile::ExeOwner : permissions);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The same document for somebody with another user name.
QByteArray withUser(const QByteArray &json, const QString &user)
{
    QJsonObject document = QJsonDocument::fromJson(json).object();
    for (const QString &part : {u"recommended"_s, u"alternatives"_s}) {
        QJsonObject directions = document.value(part).toObject();
        for (const QString &direction : {u"incoming"_s, u"outgoing"_s}) {
            QJsonValue value = directions.value(direction);
            if (value.isObject()) {
                QJsonObject setting = value.toObject();
                setting.insert(u"username"_s, user);
                directions.insert(direction, setting);
            }
            QJsonArray settings;
            for (const auto &element : value.toArray()) {
                QJsonObject setting = element.toObject();
                setting.insert(u"username"_s, user);
                settings.append(setting);
            }
            if (value.isArray())
                directions.insert(direction, settings);
        }
        document.insert(part, directions);
    }
    return QJsonDocument(document).toJson();
}

bool isSnippet(const QString &target)
{
    return target == "python"_L1 || target == "nodemailer"_L1 || target == "php"_L1
        || target == "go"_L1;
}

/// Which sign-ins of a target are proven.
QStringList protocolsOf(const QString &target)
{
    if (target == "msmtp"_L1 || target == "swaks"_L1)
        return {u"smtp"_s};
    if (target == "mpop"_L1)
        return {u"pop3"_s};
    if (target == "neomutt"_L1 || target == "mutt"_L1 || isSnippet(target))
        return {u"imap"_s, u"smtp"_s};
    if (target == "curl"_L1)
        return {u"imap"_s, u"pop3"_s, u"smtp"_s};
    if (target == "openssl"_L1)
        return {};
    return {u"imap"_s};
}

QStringList allClients()
{
    return {u"msmtp"_s, u"mpop"_s, u"mbsync"_s, u"neomutt"_s, u"mutt"_s, u"fetchmail"_s,
        u"getmail"_s, u"offlineimap"_s, u"aerc"_s, u"curl"_s, u"swaks"_s, u"openssl"_s, u"python"_s,
        u"nodemailer"_s, u"php"_s, u"go"_s};
}

/// The target that a program's file or lines come from.
QString targetOf(const QString &client)
{
    return client == "curl"_L1 || client == "swaks"_L1 || client == "openssl"_L1 ? u"commands"_s
                                                                                 : client;
}

bool hasSignedIn(const QString &protocol, const QString &user, const QByteArray &log)
{
    const QByteArray name = user.toUtf8();
    bool isKnown = false;
    bool hasAuthenticated = false;
    for (const QByteArray &line : log.split('\n')) {
        if (protocol != "smtp"_L1) {
            if (line.contains(protocol.toLatin1() + "-login: Info: Login: user=<" + name + ">")
                && line.contains(", TLS"))
                return true;
            continue;
        }
        isKnown |= line.contains("client passdb out: OK") && line.contains("\tuser=" + name);
        // AUTH is offered under TLS alone there.
        hasAuthenticated |= line.contains("disconnect from") && line.contains(" auth=1 ");
        hasAuthenticated |= line.contains("client=") && line.contains("sasl_username=");
    }
    return isKnown && hasAuthenticated;
}

/// The lines of the exported commands that begin with one program.
QStringList commandsOf(const QString &client, const QString &script)
{
    QStringList commands;
    for (const QString &line : script.split(u'\n')) {
        if (line.startsWith(client + u' '))
            commands.append(line);
    }
    return commands;
}

/// As the program wants it; else one with a blank in it.
QString fileNameFor(const QString &target)
{
    static const QHash<QString, QString> names{{u"getmail"_s, u"getmailrc"_s},
        {u"aerc"_s, u"aerc/accounts.conf"_s}, {u"nodemailer"_s, u"the mail.mjs"_s},
        {u"go"_s, u"mail.go"_s}, {u"jakarta"_s, u"MailSettings.java"_s}};
    return names.value(target, u"the file"_s);
}

void makeMaildir(const QString &path)
{
    for (const QString &part : {u"cur"_s, u"new"_s, u"tmp"_s})
        QDir().mkpath(path + u'/' + part);
}

} // namespace

void TestClients::initTestCase()
{
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"The system's root"_s;
    m_systemRoot = selfSigned(authority);
    authority.commonName = u"A company's own root"_s;
    m_ownRoot = selfSigned(authority);
    authority.commonName = u"Nobody's root"_s;
    m_unknownRoot = selfSigned(authority);
    QVERIFY(TestNetwork::trustInSystem(m_systemRoot.certificatePem));
    writeFile(m_folder.filePath(u"ownroot.pem"_s), m_ownRoot.certificatePem);

    NameServerSetup names;
    for (const Identity identity : {Identity::Trusted, Identity::SelfSigned, Identity::WrongName,
             Identity::Expired, Identity::OwnRoot}) {
        addSite(identity);
        const Site &site = m_sites[identity];
        names.addresses << AddressRecord{site.host(), site.dovecot.address};
    }
    m_names = std::make_unique<NameServer>(names);
    QVERIFY2(m_names->waitUntilReady(), qPrintable(m_names->log()));
    for (auto &[identity, site] : m_sites) {
        QVERIFY2(site.servers->waitUntilReady(), qPrintable(site.servers->log()));
        site.documents[0] = detect(site, u"tls"_s);
        site.documents[1] = detect(site, u"starttls"_s);
        for (const QByteArray &document : site.documents) {
            QCOMPARE(QJsonDocument::fromJson(document)["verdict"_L1].toString(), u"ready"_s);
        }
    }
}

void TestClients::addSite(Identity identity)
{
    Site &site = m_sites[identity];
    site.domain = nameOf(identity) + u".test"_s;
    site.dovecot.address = u"127.0.0.%1"_s.arg(60 + int(identity));
    site.dovecot.isAnyUserWelcome = true;
    site.dovecot.password = QString::fromLatin1(thePassword);
    site.postfix.address = site.dovecot.address;
    site.postfix.hostName = site.host();
    if (identity == Identity::SelfSigned) { // and on unusual ports
        site.dovecot.imapPort = 10143;
        site.dovecot.imapsPort = 10993;
        site.dovecot.pop3Port = 10110;
        site.dovecot.pop3sPort = 10995;
        site.postfix.submissionsPort = 10465;
        site.postfix.submissionPort = 10587;
    }
    start(site, certificateFor(identity, site));
}

void TestClients::start(Site &site, const IssuedCertificate &certificate)
{
    site.dovecot.certificatePem = site.postfix.certificatePem = certificate.certificatePem;
    site.dovecot.keyPem = site.postfix.keyPem = certificate.keyPem;
    site.servers.reset(); // frees the ports
    site.servers = std::make_unique<MailSystem>(site.dovecot, site.postfix);
}

IssuedCertificate TestClients::certificateFor(Identity identity, const Site &site) const
{
    CertificateSpec spec;
    spec.commonName = site.host();
    spec.dnsNames = {site.host()};
    switch (identity) {
    case Identity::Trusted:
        return issue(spec, m_systemRoot);
    case Identity::SelfSigned:
        return selfSigned(spec);
    case Identity::WrongName:
        spec.commonName = u"www.elsewhere.test"_s;
        spec.dnsNames = {spec.commonName};
        return issue(spec, m_systemRoot);
    case Identity::Expired:
        spec.notBefore = spec.notBefore.addDays(-90);
        spec.notAfter = spec.notBefore.addDays(80);
        return selfSigned(spec);
    case Identity::OwnRoot:
        return issue(spec, m_ownRoot);
    }
    Q_UNREACHABLE();
}

/// What an attacker would show: as much like the other as can be had.
IssuedCertificate TestClients::replacementFor(Identity identity, const Site &site) const
{
    if (identity != Identity::Trusted && identity != Identity::OwnRoot)
        return certificateFor(identity, site);
    CertificateSpec spec;
    spec.commonName = identity == Identity::Trusted ? u"www.elsewhere.test"_s : site.host();
    spec.dnsNames = {spec.commonName};
    return issue(spec, identity == Identity::Trusted ? m_systemRoot : m_unknownRoot);
}

QByteArray TestClients::detect(const Site &site, const QString &security) const
{
    const bool isTls = security == "tls"_L1;
    const auto port
        = [isTls](quint16 tls, quint16 clear) { return QString::number(isTls ? tls : clear); };
    const QString sha256 = QString::fromLatin1(
        QSslCertificate(site.dovecot.certificatePem).digest(QCryptographicHash::Sha256).toHex());
    QStringList arguments{u"detect"_s, u"--format"_s, u"json"_s, u"--security"_s, security,
        u"--trust-store"_s, m_folder.filePath(u"trust.json"_s), u"--ca"_s,
        m_folder.filePath(u"ownroot.pem"_s), u"--sources"_s, u"guess"_s, u"--imap-host"_s,
        site.host(), u"--pop3-host"_s, site.host(), u"--smtp-host"_s, site.host(), u"--imap-port"_s,
        port(site.dovecot.imapsPort, site.dovecot.imapPort), u"--pop3-port"_s,
        port(site.dovecot.pop3sPort, site.dovecot.pop3Port), u"--smtp-port"_s,
        port(site.postfix.submissionsPort, site.postfix.submissionPort)};
    if (site.domain != "ownroot.test"_L1)
        arguments += {u"--accept"_s, sha256};
    arguments += u"alice@"_s + site.domain;
    const ProgramRun run
        = runProgram(QStringLiteral(POSTERN_CLI), arguments, cleanEnvironment(m_folder.path()));
    if (run.exitCode != 0)
        qWarning("%s\n%s", run.errors.constData(), run.output.constData());
    return run.output;
}

ProgramRun TestClients::exportTo(const QString &target, const Site &site,
    const QByteArray &document, Password password, Trial &trial) const
{
    const QString home = trial.home.path();
    QDir(home).mkpath(u"aerc"_s);
    QDir(home).mkpath(u"bin"_s);
    writeFile(home + u"/found.json"_s, document);
    writeFile(home + u"/user"_s, trial.user.toUtf8());
    writeFile(home + u"/bin/secret-tool"_s, secretTool, true);
    writeFile(home + u"/message.eml"_s, "Subject: a test\r\n\r\nIt arrived.\r\n");
    trial.environment = cleanEnvironment(home);
    trial.environment.insert(u"PATH"_s, home + u"/bin:"_s + trial.environment.value(u"PATH"_s));
    trial.environment.insert(u"POSTERN_TEST_USER"_s, home + u"/user"_s);
    trial.environment.insert(u"XDG_CONFIG_HOME"_s, home);
    trial.environment.insert(u"MAIL_PASSWORD"_s, QString::fromLatin1(thePassword));
    trial.environment.insert(u"GO111MODULE"_s, u"off"_s);
    trial.environment.insert(u"GOPATH"_s, u"/usr/share/gocode"_s);
    trial.environment.insert(u"GOCACHE"_s, m_folder.filePath(u"go"_s));
    trial.environment.insert(u"GODEBUG"_s, u"netdns=cgo"_s);
    QFile::link(QStringLiteral(POSTERN_NODE_MODULES), home + u"/node_modules"_s);
    trial.recipient = u"bob@"_s + site.domain;
    trial.file = home + u'/' + fileNameFor(target);
    QStringList arguments{
        u"export"_s, home + u"/found.json"_s, u"--to"_s, target, u"--output"_s, trial.file};
    if (password == Password::Keyring)
        arguments.append(u"--keyring"_s);
    return runProgram(QStringLiteral(POSTERN_CLI), arguments, trial.environment);
}

ProgramRun TestClients::use(const QString &client, Trial &trial, const Site &site) const
{
    const QString home = trial.home.path();
    const QString file = u'\'' + trial.file + u'\'';
    const QString label = u"alice-"_s + site.domain;
    makeMaildir(home + u"/Mail/"_s + label);
    makeMaildir(home + u"/.mail/inbox"_s);
    trial.log = site.servers->log().toUtf8();
    // Programs that stay are ended when they have signed in, or have given up the connection.
    const auto isDone = [&](const QByteArray &output) {
        const QByteArray log = site.servers->log().toUtf8();
        return output.contains("x509: ")
            || (!site.dovecot.startTls
                && log.count("no auth attempts") > trial.log.count("no auth attempts"))
            || missingSignIns(client, trial, site).isEmpty();
    };
    const auto run
        = [&](const QString &command, const std::function<bool(const QByteArray &)> &mayEnd = {}) {
              return runOnTerminal(
                  u"cd '%1' && "_s.arg(home) + command, trial.environment, thePassword, mayEnd);
          };
    if (client == "msmtp"_L1)
        return run(u"msmtp -C %1 %2 < message.eml"_s.arg(file, trial.recipient));
    if (client == "mpop"_L1)
        return run(u"mpop -C %1"_s.arg(file));
    if (client == "mbsync"_L1)
        return run(u"mbsync -c %1 -l %2"_s.arg(file, label));
    if (client == "fetchmail"_L1)
        return run(u"fetchmail -c -v -f %1"_s.arg(file));
    if (client == "getmail"_L1)
        return run(u"getmail --getmaildir='%1'"_s.arg(home));
    if (client == "offlineimap"_L1)
        return run(u"timeout -k 5 30 offlineimap -o -1 -u basic -c %1"_s.arg(file));
    if (client == "aerc"_L1)
        return run(u"aerc"_s, isDone);
    if (client == "python"_L1)
        return run(u"python3 "_s + file);
    if (client == "nodemailer"_L1)
        return run(u"node "_s + file);
    if (client == "php"_L1)
        return run(u"php "_s + file);
    if (client == "go"_L1)
        return run(u"go run "_s + file);
    if (client == "neomutt"_L1 || client == "mutt"_L1) {
        const ProgramRun sent
            = run(u"%1 -n -F %2 -e 'set copy=no' -s subject %3 < message.eml"_s.arg(
                client, file, trial.recipient));
        ProgramRun read = run(u"%1 -n -F %2 -e 'push q'"_s.arg(client, file));
        read.output = sent.output + read.output;
        return read;
    }
    ProgramRun last;
    const QStringList commands = commandsOf(client, QString::fromUtf8(readFile(trial.file)));
    for (const QString &command : commands) {
        const ProgramRun done = run(command);
        last.output += done.output;
        last.exitCode = done.exitCode != 0 ? done.exitCode : qMax(last.exitCode, 0);
    }
    return last;
}

QStringList TestClients::missingSignIns(
    const QString &client, const Trial &trial, const Site &site) const
{
    const QByteArray log = site.servers->log().toUtf8();
    // The logs of both servers stand behind each other, and each has grown; a line may come twice.
    QHash<QByteArray, int> known;
    for (const QByteArray &line : trial.log.split('\n'))
        ++known[line];
    QByteArray news;
    for (const QByteArray &line : log.split('\n')) {
        if (--known[line] < 0)
            news += line + '\n';
    }
    QStringList missing;
    for (const QString &protocol : protocolsOf(client)) {
        if (!hasSignedIn(protocol, trial.user, news))
            missing.append(protocol);
    }
    return missing;
}

void TestClients::signsIn_data()
{
    addRows(Users::AliceAndOdd);
}

void TestClients::addRows(Users users) const
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<int>("document");
    QTest::addColumn<QString>("user");
    QTest::addColumn<Password>("password");

    const QStringList implicitOnly{u"getmail"_s, u"offlineimap"_s};
    const auto cannot = [&](const QString &client, Identity identity, int document) {
        const bool isPinned = identity != Identity::Trusted;
        return (implicitOnly.contains(client) && document == 1) || (client == "aerc"_L1 && isPinned)
            || (client == "mbsync"_L1 && identity == Identity::WrongName)
            || (client == "nodemailer"_L1 && identity == Identity::Expired)
            || (client == "swaks"_L1 && identity != Identity::SelfSigned);
    };
    const QStringList asking{
        u"fetchmail"_s, u"curl"_s, u"swaks"_s}; // they have no command for a password
    // Without a terminal of its own, mutt sends nothing that it would have to ask for; aerc's question
    // is one on a drawn screen.
    const QStringList neverAsked{u"mutt"_s, u"neomutt"_s, u"aerc"_s};
    for (const QString &client : allClients()) {
        for (const Identity identity : {Identity::Trusted, Identity::SelfSigned,
                 Identity::WrongName, Identity::Expired, Identity::OwnRoot}) {
            for (const int document : {0, 1}) {
                if (cannot(client, identity, document))
                    continue;
                const bool isAsked
                    = asking.contains(client) || (document == 1 && !neverAsked.contains(client));
                const Password password = isAsked ? Password::Prompt : Password::Keyring;
                QTest::addRow("%s, %s, %s", qUtf8Printable(client),
                    qUtf8Printable(nameOf(identity)), document == 0 ? "implicit TLS" : "STARTTLS")
                    << client << identity << document << u"alice@"_s + nameOf(identity) + u".test"_s
                    << password;
            }
        }
        if (client == "getmail"_L1 || client == "openssl"_L1 || client == "swaks"_L1
            || users == Users::Alice)
            continue;
        const Password password = asking.contains(client) ? Password::Prompt : Password::Keyring;
        QTest::addRow("%s, odd user", qUtf8Printable(client))
            << client << Identity::Trusted << 0 << oddUser << password;
        if (client != "mutt"_L1) // which has no backquote in a command
            QTest::addRow("%s, hostile user", qUtf8Printable(client))
                << client << Identity::Trusted << 0 << hostileUser << password;
    }
}

void TestClients::signsIn()
{
    QFETCH(QString, client);
    QFETCH(Identity, identity);
    QFETCH(int, document);
    QFETCH(QString, user);
    QFETCH(Password, password);

    Site &site = m_sites[identity];
    Trial trial;
    trial.user = user;
    const ProgramRun exported = exportTo(
        targetOf(client), site, withUser(site.documents[document], user), password, trial);
    QVERIFY2(exported.exitCode == 0, exported.errors);
    const ProgramRun used = use(client, trial, site);
    QStringList missing;
    const bool hasArrived = QTest::qWaitFor( // the servers write after the program has gone
        [&] { return (missing = missingSignIns(client, trial, site)).isEmpty(); }, 3000);
    if (!hasArrived || (client == "openssl"_L1 && used.exitCode != 0))
        qInfo("%s\n%s\n%s\n%s", readFile(trial.file).constData(), used.output.constData(),
            used.errors.constData(), qPrintable(site.servers->log().right(6000)));
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    QVERIFY(client != "openssl"_L1 || used.exitCode == 0);
}

void TestClients::refuses_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<int>("document");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("reason");

    const QString alice = u"alice@trusted.test"_s;
    QTest::newRow("getmail has no STARTTLS")
        << u"getmail"_s << Identity::Trusted << 1 << alice << u"STARTTLS only"_s;
    QTest::newRow("getmail and a user name beyond ASCII")
        << u"getmail"_s << Identity::Trusted << 0 << oddUser << u"cannot carry"_s;
    QTest::newRow("offlineimap checks nothing under STARTTLS")
        << u"offlineimap"_s << Identity::Trusted << 1 << alice << u"STARTTLS only"_s;
    QTest::newRow("Node always compares the dates")
        << u"nodemailer"_s << Identity::Expired << 0 << alice << u"always compares the dates"_s;
    QTest::newRow("System.Net.Mail has no implicit TLS")
        << u"system-net-mail"_s << Identity::Trusted << 0 << alice << u"implicit TLS only"_s;
    QTest::newRow("mbsync always compares the name")
        << u"mbsync"_s << Identity::WrongName << 0 << alice << u"always compares the name"_s;
    for (const Identity identity :
        {Identity::SelfSigned, Identity::WrongName, Identity::Expired, Identity::OwnRoot})
        QTest::addRow("aerc has no pin, %s", qUtf8Printable(nameOf(identity)))
            << u"aerc"_s << identity << 0 << alice << u"cannot be written here"_s;
}

void TestClients::refuses()
{
    QFETCH(QString, target);
    QFETCH(Identity, identity);
    QFETCH(int, document);
    QFETCH(QString, user);
    QFETCH(QString, reason);

    const Site &site = m_sites[identity];
    Trial trial;
    trial.user = user;
    const ProgramRun run
        = exportTo(target, site, withUser(site.documents[document], user), Password::Prompt, trial);
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(QString::fromUtf8(run.errors).contains(reason), run.errors);
    QVERIFY(!QFile::exists(trial.file));
}

/// What is not run here for want of the library.
void TestClients::compiles_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<int>("document");
    QTest::addColumn<QString>("command");

    const QString java = u"javac -d . -cp /usr/share/java/jakarta-mail.jar MailSettings.java"_s;
    const QString cSharp = u"mcs --parse 'the file'"_s;
    for (const Identity identity : {Identity::Trusted, Identity::SelfSigned, Identity::OwnRoot}) {
        for (const int document : {0, 1}) {
            const auto row = [&](const QString &target, const QString &command) {
                QTest::addRow("%s, %s, %d", qUtf8Printable(target),
                    qUtf8Printable(nameOf(identity)), document)
                    << target << identity << document << command;
            };
            row(u"jakarta"_s, java);
            row(u"mail.dll-cs"_s, cSharp);
            row(u"mailkit"_s, cSharp);
            if (document == 1 && identity != Identity::OwnRoot)
                row(u"system-net-mail"_s, cSharp);
        }
    }
}

void TestClients::compiles()
{
    QFETCH(QString, target);
    QFETCH(Identity, identity);
    QFETCH(int, document);
    QFETCH(QString, command);

    Trial trial;
    trial.user = oddUser;
    const Site &site = m_sites[identity];
    const ProgramRun exported = exportTo(
        target, site, withUser(site.documents[document], oddUser), Password::Prompt, trial);
    QVERIFY2(exported.exitCode == 0, exported.errors);
    const ProgramRun run = runProgram(u"/bin/sh"_s,
        {u"-c"_s, u"cd '%1' && "_s.arg(trial.home.path()) + command}, trial.environment);
    QVERIFY2(run.exitCode == 0, readFile(trial.file) + run.output + run.errors);
}

void TestClients::noticesAnotherCertificate_data()
{
    addRows(Users::Alice);
}

void TestClients::noticesAnotherCertificate()
{
    QFETCH(QString, client);
    QFETCH(Identity, identity);
    QFETCH(int, document);
    QFETCH(QString, user);
    QFETCH(Password, password);

    Site &site = m_sites[identity];
    if (m_replaced.insert(identity).second) {
        start(site, replacementFor(identity, site));
        QVERIFY2(site.servers->waitUntilReady(), qPrintable(site.servers->log()));
    }
    Trial trial;
    trial.user = user;
    const ProgramRun exported = exportTo(
        targetOf(client), site, withUser(site.documents[document], user), password, trial);
    QVERIFY2(exported.exitCode == 0, exported.errors);
    const ProgramRun used = use(client, trial, site);
    const QStringList missing = missingSignIns(client, trial, site);
    if (missing != protocolsOf(client))
        qInfo("%s\n%s", readFile(trial.file).constData(), used.output.constData());
    QCOMPARE(missing, protocolsOf(client));
    QVERIFY(used.exitCode != 0 || client == "neomutt"_L1 || client == "mutt"_L1);
}

void TestClients::keepsThePasswordWhereTlsIsGone_data()
{
    QTest::addColumn<QString>("client");
    for (const QString &client : allClients()) {
        if (client != "getmail"_L1 && client != "offlineimap"_L1) // which have no STARTTLS
            QTest::addRow("%s", qUtf8Printable(client)) << client;
    }
}

/// Somebody on the way takes STARTTLS out, and would take a password in clear text.
void TestClients::keepsThePasswordWhereTlsIsGone()
{
    QFETCH(QString, client);

    Site &site = m_sites[Identity::Trusted];
    if (site.dovecot.startTls) {
        site.dovecot.startTls = site.dovecot.implicitTls = false;
        site.dovecot.disablePlaintextAuth = false;
        site.postfix.startTls = site.postfix.port465 = site.postfix.authOnlyUnderTls = false;
        start(site, certificateFor(Identity::Trusted, site));
        QVERIFY2(site.servers->waitUntilReady(), qPrintable(site.servers->log()));
    }
    const bool isAsked = client == "fetchmail"_L1 || client == "curl"_L1 || client == "swaks"_L1;
    Trial trial;
    trial.user = u"alice@trusted.test"_s;
    const ProgramRun exported = exportTo(targetOf(client), site, site.documents[1],
        isAsked ? Password::Prompt : Password::Keyring, trial);
    QVERIFY2(exported.exitCode == 0, exported.errors);
    const ProgramRun used = use(client, trial, site);
    const QString log = site.servers->log();
    QVERIFY2(!log.contains("client in: AUTH"_L1), qPrintable(log.right(3000)));
    QVERIFY2(log.contains("rip=127.0.0.1"_L1) || log.contains("connect from"_L1),
        used.output.constData());
}

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    return runServerSuite<TestClients>(argc, argv,
        {u"dovecot"_s, u"master"_s, u"dnsmasq"_s, u"script"_s, u"msmtp"_s, u"mpop"_s, u"mbsync"_s,
            u"neomutt"_s, u"mutt"_s, u"fetchmail"_s, u"getmail"_s, u"offlineimap"_s, u"aerc"_s,
            u"curl"_s, u"swaks"_s, u"openssl"_s, u"python3"_s, u"node"_s, u"php"_s, u"go"_s,
            u"javac"_s, u"mcs"_s});
}

#include "tst_clients.moc"
