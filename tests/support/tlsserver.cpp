// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tlsserver.h"

#include <QTcpServer>

namespace postern {

using namespace Qt::StringLiterals;

TlsServer::TlsServer(
    const QString &program, const QList<IssuedCertificate> &chain, const QStringList &arguments)
{
    m_server.writeFile(u"cert.pem"_s, chain.constFirst().certificatePem);
    m_server.writeFile(u"chain.pem"_s, chainPem(chain.sliced(1)));
    m_server.writeFile(u"key.pem"_s, chain.constFirst().keyPem);
    QTcpServer free; // the port is given back at once, and nobody else looks for one here
    free.listen(QHostAddress::LocalHost);
    m_port = free.serverPort();
    free.close();
    const QString port = QString::number(m_port);
    QStringList more = arguments;
    if (chain.size() > 1)
        more += {u"-cert_chain"_s, m_server.path(u"chain.pem"_s)};
    const QString certificate = m_server.path(u"cert.pem"_s);
    const QString key = m_server.path(u"key.pem"_s);
    // Without Debian's own settings, which would keep a server from what it shall do wrong.
    if (program == "openssl"_L1)
        m_server.start(ServerProcess::findProgram(u"env"_s),
            QStringList{u"OPENSSL_CONF=/dev/null"_s, u"openssl"_s, u"s_server"_s, u"-quiet"_s,
                u"-accept"_s, u"127.0.0.1:"_s + port, u"-cert"_s, certificate, u"-key"_s, key}
                + more);
    else
        m_server.start(ServerProcess::findProgram(u"gnutls-serv"_s),
            QStringList{u"--quiet"_s, u"--port"_s, port, u"--x509certfile"_s, certificate,
                u"--x509keyfile"_s, key, u"--disable-client-cert"_s}
                + arguments);
}

bool TlsServer::isReady()
{
    return m_server.waitUntilListening(QHostAddress(QHostAddress::LocalHost), {m_port});
}

} // namespace postern
