// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demonameserver.h"

#include "demo/demodnsanswer.h"

#include <QNetworkDatagram>
#include <QNetworkProxy>

namespace postern {

DemoNameServer::DemoNameServer(QObject *parent) : QObject(parent), m_socket(this)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QUdpSocket::readyRead, this, &DemoNameServer::onReadyRead);
}

bool DemoNameServer::listen()
{
    return m_socket.bind(QHostAddress::LocalHost, 0);
}

quint16 DemoNameServer::port() const
{
    return m_socket.localPort();
}

QString DemoNameServer::errorString() const
{
    return m_socket.errorString();
}

void DemoNameServer::setRecords(QList<DemoRecord> records)
{
    m_records = std::move(records);
}

void DemoNameServer::onReadyRead()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram query = m_socket.receiveDatagram();
        if (const auto answer = answerDnsQuery(query.data(), m_records))
            m_socket.writeDatagram(query.makeReply(*answer));
    }
}

} // namespace postern
