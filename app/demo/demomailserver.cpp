// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demomailserver.h"

#include "demo/democonnection.h"
#include "demo/demoimapconversation.h"
#include "demo/demopop3conversation.h"
#include "demo/demosmtpconversation.h"
#include "demo/demostarttlsserver.h"

#include <QNetworkProxy>

namespace postern {

namespace {

constexpr int mostDemoConnections = 64;

std::unique_ptr<QSslServer> makeDemoServer(DemoSecurity security)
{
    switch (security) {
    case DemoSecurity::ImplicitTls:
        return std::make_unique<QSslServer>();
    case DemoSecurity::StartTls:
        return std::make_unique<DemoStartTlsServer>();
    }
    Q_UNREACHABLE();
}

} // namespace

DemoMailServer::DemoMailServer(
    DemoProtocol protocol, DemoSecurity security, const QSslConfiguration &tls, QObject *parent)
    : QObject(parent),
      m_protocol(protocol),
      m_security(security),
      m_server(makeDemoServer(security))
{
    m_server->setProxy(QNetworkProxy::NoProxy);
    m_server->setSslConfiguration(tls);
    // With implicit TLS this bounds the handshakes; isFull() bounds what comes after them.
    m_server->setMaxPendingConnections(mostDemoConnections);
    // Not newConnection(): with implicit TLS that one comes before the handshake.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
        &DemoMailServer::onPendingConnection);
}

bool DemoMailServer::listen()
{
    return m_server->listen(QHostAddress::LocalHost, 0);
}

quint16 DemoMailServer::port() const
{
    return m_server->serverPort();
}

QString DemoMailServer::errorString() const
{
    return m_server->errorString();
}

void DemoMailServer::setTlsConfiguration(const QSslConfiguration &tls)
{
    m_server->setSslConfiguration(tls);
}

void DemoMailServer::onPendingConnection()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server->nextPendingConnection())) {
        if (isFull()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new DemoConnection(socket, makeConversation(), this);
        connection->start();
    }
}

bool DemoMailServer::isFull() const
{
    return findChildren<DemoConnection *>(Qt::FindDirectChildrenOnly).size() >= mostDemoConnections;
}

std::unique_ptr<DemoConversation> DemoMailServer::makeConversation() const
{
    const auto channel
        = m_security == DemoSecurity::ImplicitTls ? DemoChannel::Encrypted : DemoChannel::Plaintext;
    switch (m_protocol) {
    case DemoProtocol::Imap:
        return std::make_unique<DemoImapConversation>(channel);
    case DemoProtocol::Pop3:
        return std::make_unique<DemoPop3Conversation>(channel);
    case DemoProtocol::Smtp:
        return std::make_unique<DemoSmtpConversation>(channel);
    }
    Q_UNREACHABLE();
}

} // namespace postern
