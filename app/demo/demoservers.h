// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demolistener.h"
#include "demo/demomailserver.h"
#include "demo/demonameserver.h"

#include <QList>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <vector>

namespace postern {

/// The whole demonstration: anybody can try the program with it, without an account. It consists
/// of a name server that knows `demo.example`, and of six mail servers that its SRV records lead
/// to. All of them listen on 127.0.0.1 only, on ports that the kernel chooses, and end with the
/// object. The certificates are self-signed: nobody trusts them.
class DemoServers : public QObject
{
    Q_OBJECT
public:
    explicit DemoServers(QObject *parent = nullptr);

    bool start(); ///< To be called once. Where it is false, nothing listens; see errorString().
    QString errorString() const;

    QString address() const; ///< The address to enter.
    QString nameServerHost() const;
    quint16 nameServerPort() const; ///< 0 before start().
    QList<DemoListener> listeners() const; ///< The mail servers; empty before start().

    /// From now on every mail server shows a second certificate with another key.
    void replaceCertificate();

    /// From now on every mail server shows what this configuration holds.
    void showCertificate(const QSslConfiguration &tls);

private:
    bool loadCertificates();
    bool listen();
    void publish();

    DemoNameServer m_nameServer;
    std::vector<std::unique_ptr<DemoMailServer>> m_mailServers; ///< In the order of the table.
    QSslConfiguration m_tls;
    QSslConfiguration m_secondTls;
    QString m_errorString;
};

} // namespace postern
