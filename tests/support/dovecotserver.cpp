// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dovecotserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

/// TLS is one switch in Dovecot: `ssl = no` silently closes the TLS ports as well.
bool needsTwoProcesses(const DovecotSetup &setup)
{
    return setup.implicitTls && setup.clearPorts && !setup.startTls;
}

bool hasTls(const DovecotSetup &setup)
{
    return setup.implicitTls || (setup.clearPorts && setup.startTls);
}

QList<quint16> openPorts(const DovecotSetup &setup)
{
    QList<quint16> ports;
    if (setup.imap && setup.clearPorts)
        ports << setup.imapPort;
    if (setup.imap && setup.implicitTls)
        ports << setup.imapsPort;
    if (setup.pop3 && setup.clearPorts)
        ports << setup.pop3Port;
    if (setup.pop3 && setup.implicitTls)
        ports << setup.pop3sPort;
    return ports;
}

/// Port 0 closes a listener.
QByteArray listeners(const char *protocol, quint16 clearPort, quint16 tlsPort)
{
    return QByteArray("service NAME-login {\n"
                      " inet_listener NAME {\n  port = CLEAR\n }\n"
                      " inet_listener NAMEs {\n  port = TLS\n  ssl = yes\n }\n"
                      "}\n")
        .replace("NAME", protocol)
        .replace("CLEAR", QByteArray::number(clearPort))
        .replace("TLS", QByteArray::number(tlsPort));
}

QByteArray listeners(const DovecotSetup &setup)
{
    const auto clearPort = [&](quint16 port) { return setup.clearPorts ? port : quint16(0); };
    const auto tlsPort = [&](quint16 port) { return setup.implicitTls ? port : quint16(0); };
    QByteArray config = "protocols =";
    config += setup.imap ? " imap" : "";
    config += setup.pop3 ? " pop3\n" : "\n";
    if (setup.imap)
        config += listeners("imap", clearPort(setup.imapPort), tlsPort(setup.imapsPort));
    if (setup.pop3)
        config += listeners("pop3", clearPort(setup.pop3Port), tlsPort(setup.pop3sPort));
    return config;
}

QByteArray tls(const DovecotSetup &setup, const ServerProcess &process)
{
    if (!hasTls(setup))
        return "ssl = no\n";
    process.writeFile(u"chain.pem"_s, setup.certificatePem);
    process.writeFile(u"key.pem"_s, setup.keyPem);
    const QString openSslConfig = process.writeOpenSslConfig(setup.minTls, setup.maxTls);
    // Dovecot has no setting for the highest version, and hands on no variable it is not told to.
    return u"ssl = yes\nssl_cert = <%1\nssl_key = <%2\nssl_min_protocol = %3\n"
           "import_environment = TZ OPENSSL_CONF=%4\n"_s
               .arg(process.path(u"chain.pem"_s), process.path(u"key.pem"_s), setup.minTls,
                   openSslConfig)
               .toUtf8();
}

/// Nothing slows a client down here that gave a wrong password.
constexpr const char *authentication = R"(
login_trusted_networks =
auth_verbose = yes
auth_failure_delay = 0 secs
auth_cache_size = 0
userdb {
 driver = static
 args = uid=nobody gid=nogroup home=%2
}
mail_location = maildir:%2
service auth {
 unix_listener %1/auth {
  mode = 0666
 }
}
service anvil {
 unix_listener anvil-auth-penalty {
  mode = 0
 }
}
)";

/// %1 folder.
constexpr const char *oneUser = R"(
passdb {
 driver = passwd-file
 args = %1/users
}
)";

/// %1 password. What is logged names the user of every sign-in, Postfix's too.
constexpr const char *anyUser = R"(
passdb {
 driver = static
 args = password=%1
}
auth_username_chars =
auth_username_format =
auth_debug = yes
)";

QByteArray config(const DovecotSetup &setup, const ServerProcess &process, const QString &mail)
{
    const QString folder = process.folder();
    QString text
        = u"base_dir = %1/run\nstate_dir = %1/state\nlog_path = %1/log\nlisten = %2\n"_s.arg(
            folder, setup.address);
    text += u"disable_plaintext_auth = %1\nauth_mechanisms = %2\n"_s.arg(
        setup.disablePlaintextAuth ? u"yes"_s : u"no"_s, setup.mechanisms);
    text += QString::fromLatin1(authentication).arg(folder, mail);
    text += setup.isAnyUserWelcome ? QString::fromLatin1(anyUser).arg(setup.password)
                                   : QString::fromLatin1(oneUser).arg(folder);
    return text.toUtf8() + listeners(setup) + tls(setup, process);
}

} // namespace

DovecotServer::DovecotServer(const DovecotSetup &setup) : m_setup(setup)
{
    if (!needsTwoProcesses(setup)) {
        start(setup);
        return;
    }
    DovecotSetup part = setup;
    part.clearPorts = false;
    start(part);
    part.clearPorts = true;
    part.implicitTls = false;
    start(part);
}

void DovecotServer::start(const DovecotSetup &setup)
{
    ServerProcess &process = *m_processes.emplace_back(std::make_unique<ServerProcess>());
    if (m_processes.size() == 1)
        process.makeFolder(u"mail"_s, u"nobody"_s);
    process.writeFile(u"users"_s, u"%1:{PLAIN}%2\n"_s.arg(setup.userName, setup.password).toUtf8(),
        ServerProcess::Readers::Everyone); // The auth process is not root.
    process.writeFile(u"dovecot.conf"_s, config(setup, process, mailFolder()));
    process.start(u"dovecot"_s, {u"-F"_s, u"-c"_s, process.path(u"dovecot.conf"_s)});
}

bool DovecotServer::waitUntilReady()
{
    return std::all_of(m_processes.begin(), m_processes.end(), [this](const auto &process) {
        return process->waitUntilListening(QHostAddress(m_setup.address), openPorts(m_setup));
    });
}

QString DovecotServer::authSocket() const
{
    return m_processes.front()->path(u"auth"_s);
}

QString DovecotServer::mailFolder() const
{
    return m_processes.front()->path(u"mail"_s);
}

QString DovecotServer::log() const
{
    QString text;
    for (const auto &process : m_processes)
        text += process->log();
    return text;
}

} // namespace postern
