// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/serverprocess.h"
#include "support/testcertificates.h"

namespace postern {

/// `openssl s_server` or `gnutls-serv` with a certificate for 127.0.0.1, on a port of its own.
class TlsServer
{
public:
    /// @p program: `openssl` or `gnutls`; @p chain: the server's own certificate first.
    TlsServer(const QString &program, const QList<IssuedCertificate> &chain,
        const QStringList &arguments);

    bool isReady();
    quint16 port() const { return m_port; }
    QString log() const { return m_server.log(); }

private:
    ServerProcess m_server;
    quint16 m_port = 0;
};

} // namespace postern
