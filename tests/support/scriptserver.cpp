// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptserver.h"

#include "testcertificates.h"

#include <QNetworkProxy>
#include <QSslKey>
#include <QSslSocket>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

constexpr qint64 mostUnsentBytes = 64 * 1024;

} // namespace

bool matchesPattern(const QByteArray &line, const QByteArray &pattern, QByteArray &tag)
{
    QByteArray wanted = pattern;
    if (wanted.startsWith("<tag>")) {
        tag = line.left(line.indexOf(' '));
        wanted.replace("<tag>", tag);
    }
    if (wanted.endsWith('*'))
        return line.startsWith(wanted.chopped(1));
    return line == wanted;
}

TestIdentity::TestIdentity(const QString &host)
{
    CertificateSpec rootSpec;
    rootSpec.commonName = u"Script root for "_s + host;
    rootSpec.isCa = true;
    const IssuedCertificate root = selfSigned(rootSpec);
    CertificateSpec leafSpec;
    leafSpec.commonName = host;
    leafSpec.dnsNames = {host};
    const IssuedCertificate leaf = issue(leafSpec, root);
    chain = Certificate::listFromPem(chainPem({leaf, root}));
    roots = Certificate::listFromPem(root.certificatePem);
    keyPem = leaf.keyPem;
}

QSslConfiguration TestIdentity::serverTls(TlsVersions versions) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> sent;
    for (const Certificate &certificate : chain)
        sent.append(certificate.toQt());
    tls.setLocalCertificateChain(sent);
    tls.setPrivateKey(QSslKey(keyPem, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // The default asks clients for a certificate.
    switch (versions) {
    case TlsVersions::Usual:
        break;
    case TlsVersions::Tls10:
        tls.setProtocol(static_cast<QSsl::SslProtocol>(0)); // QSsl::TlsV1_0, deprecated by name
        tls.setBackendConfigurationOption("CipherString", QByteArrayLiteral("DEFAULT@SECLEVEL=0"));
        break;
    case TlsVersions::Tls12:
        tls.setProtocol(QSsl::TlsV1_2);
        break;
    case TlsVersions::Tls13:
        tls.setProtocol(QSsl::TlsV1_3);
        break;
    }
    return tls;
}

/// Plays one script to one client.
class ScriptServer::Connection final : public QObject
{
public:
    Connection(ScriptServer *server, const ServerScript &script);
    ~Connection() override;

    void start(qintptr descriptor);
    void release();
    const ScriptRecord &record() const { return m_record; }

private:
    enum class Outcome { Done, Waits };

    void goOn();
    Outcome perform(const Say &step);
    Outcome perform(const SayBytewise &step);
    Outcome perform(const SayEndlessly &step);
    Outcome perform(const Await &step);
    Outcome perform(const AwaitBytes &step);
    Outcome perform(const AwaitRelease &step);
    Outcome perform(const SpeakTls &step);
    Outcome perform(const NotifyClose &step);
    Outcome perform(const HangUp &step);
    Outcome perform(const Reset &step);
    QByteArray withTag(QByteArray bytes) const;
    qint64 unsentBytes() const;
    void onReadyRead();

    ScriptServer *m_server;
    ServerScript m_script;
    QSslSocket m_socket;
    ScriptRecord m_record;
    QByteArray m_unread; ///< What no Await has taken.
    QByteArray m_tag;
    qsizetype m_step = 0;
    qsizetype m_byte = 0; ///< Of the current SayBytewise.
    qint64 m_flood = 0; ///< Bytes of the current SayEndlessly.
    int m_releases = 0;
    int m_keptDescriptor = -1;
    bool m_isPerforming = false;
};

ScriptServer::Connection::Connection(ScriptServer *server, const ServerScript &script)
    : QObject(server),
      m_server(server),
      m_script(script)
{
    connect(&m_socket, &QIODevice::readyRead, this, &Connection::onReadyRead);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        ++m_step;
        goOn();
    });
    connect(&m_socket, &QAbstractSocket::errorOccurred, this,
        [this] { m_record.error = m_socket.errorString(); });
    connect(&m_socket, &QAbstractSocket::disconnected, this, [this] {
        m_record.isOver = true;
        emit m_server->over();
    });
    // Under TLS that only means encrypted, and the other one means sent.
    connect(&m_socket, &QIODevice::bytesWritten, this, [this](qint64 bytes) {
        m_record.bytesSaid += m_socket.isEncrypted() ? 0 : bytes;
        goOn();
    });
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, [this](qint64 bytes) {
        m_record.bytesSaid += bytes;
        goOn();
    });
}

ScriptServer::Connection::~Connection()
{
    m_socket.disconnect(this);
    if (m_keptDescriptor >= 0)
        ::close(m_keptDescriptor);
}

void ScriptServer::Connection::start(qintptr descriptor)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    goOn();
}

void ScriptServer::Connection::release()
{
    ++m_releases;
    goOn();
}

void ScriptServer::Connection::goOn()
{
    // A flush tells of what it has written before it returns.
    if (m_isPerforming || m_record.isPlayed || m_record.isOver || !m_record.deviation.isEmpty())
        return;
    while (m_step < m_script.size()) {
        m_isPerforming = true;
        const Outcome outcome
            = std::visit([this](const auto &step) { return perform(step); }, m_script.at(m_step));
        m_isPerforming = false;
        if (outcome == Outcome::Waits)
            return;
        ++m_step;
    }
    m_record.isPlayed = true;
    emit m_server->played();
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const Say &step)
{
    m_socket.write(withTag(step.bytes));
    m_socket.flush();
    return Outcome::Done;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const SayBytewise &step)
{
    const QByteArray bytes = withTag(step.bytes);
    if (m_byte == bytes.size()) {
        m_byte = 0;
        return Outcome::Done;
    }
    // The event loop writes it, and bytesWritten() leads here again.
    if (m_socket.bytesToWrite() == 0)
        m_socket.write(bytes.sliced(m_byte++, 1));
    return Outcome::Waits;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const SayEndlessly &step)
{
    const QByteArray bytes = withTag(step.bytes);
    while (m_flood < step.most && unsentBytes() < mostUnsentBytes) {
        m_socket.write(bytes);
        m_flood += bytes.size();
    }
    return m_flood < step.most ? Outcome::Waits : Outcome::Done;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const Await &step)
{
    const qsizetype end = m_unread.indexOf("\r\n");
    if (end < 0)
        return Outcome::Waits;
    const QByteArray line = m_unread.first(end);
    m_unread.remove(0, end + 2);
    if (matchesPattern(line, step.pattern, m_tag))
        return Outcome::Done;
    m_record.deviation = line;
    return Outcome::Waits;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const AwaitBytes & /*step*/)
{
    if (m_unread.isEmpty())
        return Outcome::Waits;
    m_unread.clear();
    return Outcome::Done;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const AwaitRelease & /*step*/)
{
    if (m_releases == 0) {
        emit m_server->waiting();
        return Outcome::Waits;
    }
    --m_releases;
    return Outcome::Done;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const SpeakTls & /*step*/)
{
    if (m_socket.mode() == QSslSocket::UnencryptedMode) {
        m_socket.setSslConfiguration(m_server->m_tls);
        m_socket.startServerEncryption();
    }
    return Outcome::Waits;
}

/// Qt closes the TCP connection behind the alert; a second descriptor keeps it open.
ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const NotifyClose & /*step*/)
{
    m_keptDescriptor = ::dup(static_cast<int>(m_socket.socketDescriptor()));
    m_socket.disconnectFromHost();
    return Outcome::Done;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const HangUp & /*step*/)
{
    m_socket.disconnectFromHost();
    return Outcome::Done;
}

ScriptServer::Connection::Outcome ScriptServer::Connection::perform(const Reset & /*step*/)
{
    const linger now = {1, 0};
    setsockopt(
        static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket.abort();
    return Outcome::Done;
}

QByteArray ScriptServer::Connection::withTag(QByteArray bytes) const
{
    return bytes.replace("<tag>", m_tag);
}

qint64 ScriptServer::Connection::unsentBytes() const
{
    return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
}

void ScriptServer::Connection::onReadyRead()
{
    const QByteArray bytes = m_socket.readAll();
    (m_socket.isEncrypted() ? m_record.encrypted : m_record.plaintext) += bytes;
    m_unread += bytes;
    emit m_server->received();
    goOn();
}

ScriptServer::ScriptServer(const ServerScript &script, const QSslConfiguration &tls)
    : m_scripts({script}),
      m_tls(tls)
{
    setProxy(QNetworkProxy::NoProxy);
    if (!listen(QHostAddress::LocalHost, 0))
        qFatal("ScriptServer: %s", qUtf8Printable(errorString()));
}

ScriptServer::~ScriptServer()
{
    // Before this object is no more than a QTcpServer, since they still report to it.
    qDeleteAll(std::exchange(m_connections, {}));
}

void ScriptServer::setScripts(const QList<ServerScript> &scripts)
{
    m_scripts = scripts;
}

void ScriptServer::release()
{
    for (Connection *connection : std::as_const(m_connections))
        connection->release();
}

QList<ScriptRecord> ScriptServer::records() const
{
    QList<ScriptRecord> all;
    for (const Connection *connection : m_connections)
        all.append(connection->record());
    return all;
}

ScriptRecord ScriptServer::lastRecord() const
{
    return m_connections.isEmpty() ? ScriptRecord() : m_connections.constLast()->record();
}

void ScriptServer::incomingConnection(qintptr descriptor)
{
    const qsizetype turn = qMin(m_connections.size(), m_scripts.size() - 1);
    auto *connection = new Connection(this, m_scripts.at(turn));
    m_connections.append(connection);
    connection->start(descriptor);
}

} // namespace postern
