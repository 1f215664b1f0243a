// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslServer>

namespace postern {

/// A QSslServer whose connections have their certificate but begin in plaintext, so that the
/// protocol says when the handshake starts.
class DemoStartTlsServer : public QSslServer
{
    Q_OBJECT
public:
    using QSslServer::QSslServer;

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace postern
