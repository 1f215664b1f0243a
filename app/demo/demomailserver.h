// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demolistener.h"

#include <QObject>
#include <QSslServer>

#include <memory>

namespace postern {

class DemoConversation;

/// A mail server without accounts on 127.0.0.1 and a port that the kernel chooses. It serves at
/// most 64 clients at a time, and ends with the object.
class DemoMailServer : public QObject
{
    Q_OBJECT
public:
    /// The configuration holds the certificate and its key.
    DemoMailServer(DemoProtocol protocol, DemoSecurity security, const QSslConfiguration &tls,
        QObject *parent = nullptr);

    bool listen(); ///< Where it is false, errorString() says why.
    quint16 port() const; ///< 0 before listen().
    QString errorString() const;

    /// The certificate for connections that begin after this; open ones keep theirs.
    void setTlsConfiguration(const QSslConfiguration &tls);

private:
    void onPendingConnection();
    bool isFull() const;
    std::unique_ptr<DemoConversation> makeConversation() const;

    DemoProtocol m_protocol;
    DemoSecurity m_security;
    std::unique_ptr<QSslServer> m_server;
};

} // namespace postern
