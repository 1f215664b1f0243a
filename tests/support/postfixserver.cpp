// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postfixserver.h"

#include "account/endpoint.h"

#include <QDateTime>
#include <QFile>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

bool hasTls(const PostfixSetup &setup)
{
    return setup.port465 || setup.startTls;
}

QList<quint16> openPorts(const PostfixSetup &setup)
{
    QList<quint16> ports;
    if (setup.port465)
        ports << setup.submissionsPort;
    if (setup.port587)
        ports << setup.submissionPort;
    if (setup.port25)
        ports << 25;
    return ports;
}

/// The address stands with each port, and not in inet_interfaces: Postfix looks that up among the
/// interfaces, where of 127.0.0.0/8 there is 127.0.0.1 only.
QByteArray masterConfig(const PostfixSetup &setup)
{
    QString text;
    for (const quint16 port : openPorts(setup)) {
        text += u"%1 inet n - n - - smtpd"_s.arg(hostAndPort(setup.address, port));
        if (setup.port465 && port == setup.submissionsPort)
            text += u" -o smtpd_tls_wrappermode=yes"_s;
        else if (!setup.startTls)
            text += u" -o smtpd_tls_security_level=none"_s;
        text += u'\n';
    }
    return text.toUtf8() + R"(tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
discard unix - - n - - discard
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
)";
}

/// %1 folder, %2 host name, %3 address.
constexpr const char *baseConfig = R"(compatibility_level = 3.6
queue_directory = %1/queue
data_directory = %1/data
maillog_file = %1/log
maillog_file_prefixes = %1
syslog_name = postfix-%3
myhostname = %2
inet_interfaces = %4
inet_protocols = %5
mydestination =
mynetworks =
alias_maps =
alias_database =
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
tls_random_source = dev:/dev/urandom
)";

/// Only these two transports exist, so nothing can leave.
QString delivery(const PostfixSetup &setup)
{
    const QString transport = setup.mailFolder.isEmpty() ? u"discard"_s : u"virtual"_s;
    QString text = u"default_transport = %1:\nrelay_transport = %1:\nlocal_transport = %1:\n"_s.arg(
        transport);
    if (!setup.mailFolder.isEmpty()) {
        text += u"virtual_mailbox_base = %1\nvirtual_mailbox_maps = static:/\n"
                "virtual_uid_maps = static:65534\nvirtual_gid_maps = static:65534\n"_s.arg(
                    setup.mailFolder);
    }
    return text;
}

QString greeting(const PostfixSetup &setup)
{
    if (setup.rejectsClients)
        return u"smtpd_delay_reject = no\nsmtpd_client_restrictions = reject\n"_s;
    return setup.greetingDelaySeconds == 0
        ? QString()
        : u"smtpd_delay_reject = no\nsmtpd_client_restrictions = sleep %1\n"_s.arg(
            setup.greetingDelaySeconds);
}

QString authentication(const PostfixSetup &setup)
{
    if (setup.authSocket.isEmpty())
        return {};
    return u"smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = %1\n"
           "smtpd_tls_auth_only = %2\n"_s.arg(
               setup.authSocket, setup.authOnlyUnderTls ? u"yes"_s : u"no"_s);
}

QString tls(const PostfixSetup &setup, const ServerProcess &process)
{
    if (!hasTls(setup))
        return {};
    process.writeFile(u"chain.pem"_s, setup.keyPem + setup.certificatePem);
    QString versions = u">="_s + setup.minTls;
    if (!setup.maxTls.isEmpty())
        versions += u", <="_s + setup.maxTls;
    return u"smtpd_tls_security_level = may\nsmtpd_tls_chain_files = %1\n"
           "smtpd_tls_protocols = %2\nsmtpd_tls_mandatory_protocols = %2\n"
           "import_environment = MAIL_CONFIG TZ OPENSSL_CONF=%3\n"_s.arg(
               process.path(u"chain.pem"_s), versions,
               process.writeOpenSslConfig(setup.minTls, setup.maxTls));
}

/// Each of Postfix's programs waits until main.cf has not been touched for two seconds.
void makeOld(const QString &path)
{
    QFile file(path);
    const bool isOld = file.open(QIODevice::ReadWrite)
        && file.setFileTime(
            QDateTime::currentDateTimeUtc().addSecs(-60), QFileDevice::FileModificationTime);
    if (!isOld)
        qFatal("%s: %s", qUtf8Printable(path), qUtf8Printable(file.errorString()));
}

void makeFolders(const ServerProcess &process)
{
    process.makeFolder(u"queue"_s, u"root"_s);
    for (const QString &name : {u"incoming"_s, u"active"_s, u"deferred"_s, u"defer"_s, u"bounce"_s,
             u"hold"_s, u"corrupt"_s, u"flush"_s, u"trace"_s, u"saved"_s, u"maildrop"_s,
             u"public"_s, u"private"_s}) {
        process.makeFolder(u"queue/"_s + name, u"postfix"_s);
    }
    process.makeFolder(u"queue/pid"_s, u"root"_s);
    process.makeFolder(u"data"_s, u"postfix"_s);
}

} // namespace

PostfixServer::PostfixServer(const PostfixSetup &setup) : m_setup(setup)
{
    makeFolders(m_process);
    const bool isIpv6 = setup.address.contains(u':');
    const QString config
        = QString::fromLatin1(baseConfig)
              .arg(m_process.folder(), setup.hostName, QString(setup.address).replace(u':', u'.'),
                  isIpv6 ? setup.address : u"127.0.0.1"_s, isIpv6 ? u"ipv6"_s : u"ipv4"_s)
        + delivery(setup) + greeting(setup) + authentication(setup) + tls(setup, m_process);
    const QString folder = m_process.makeFolder(u"etc"_s, u"root"_s);
    m_process.writeFile(u"etc/main.cf"_s, config.toUtf8());
    makeOld(m_process.path(u"etc/main.cf"_s));
    m_process.writeFile(u"etc/master.cf"_s, masterConfig(setup));
    // Not through the program `postfix`, whose shell scripts look the whole installation over.
    m_process.start(u"master"_s, {u"-c"_s, folder, u"-d"_s});
}

bool PostfixServer::waitUntilReady()
{
    return m_process.waitUntilListening(QHostAddress(m_setup.address), openPorts(m_setup));
}

QString PostfixServer::log() const
{
    return m_process.log();
}

} // namespace postern
