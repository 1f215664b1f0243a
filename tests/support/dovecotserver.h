// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverprocess.h"

#include <memory>
#include <vector>

namespace postern {

struct DovecotSetup
{
    QString address; ///< Not 127.0.0.1: Dovecot takes a client from its own address for secured.
    bool imap = true;
    bool pop3 = true;
    bool implicitTls = true;
    bool clearPorts = true; ///< 143 and 110.
    bool startTls = true; ///< On the clear ports.
    bool disablePlaintextAuth = true; ///< LOGINDISABLED until TLS is on.

    quint16 imapPort = 143;
    quint16 imapsPort = 993;
    quint16 pop3Port = 110;
    quint16 pop3sPort = 995;

    QByteArray certificatePem; ///< The chain as it is sent, the server's own certificate first.
    QByteArray keyPem;
    QString minTls = QStringLiteral("TLSv1.2"); ///< OpenSSL's names: TLSv1, TLSv1.1 …
    QString maxTls; ///< Empty: no bound.

    QString userName = QStringLiteral("alice@example.test");
    QString password = QStringLiteral("correct horse");
    bool isAnyUserWelcome = false; ///< With that password, whatever the name's characters.
    QString mechanisms = QStringLiteral("plain login");
};

/// Debian's Dovecot with one user, whose mail is empty at first.
class DovecotServer
{
public:
    explicit DovecotServer(const DovecotSetup &setup);

    bool waitUntilReady();
    QString authSocket() const; ///< For Postfix's smtpd_sasl_path.
    QString mailFolder() const; ///< The user's Maildir.
    QString log() const; ///< Names every login, with its mechanism.

private:
    void start(const DovecotSetup &setup);

    DovecotSetup m_setup;
    std::vector<std::unique_ptr<ServerProcess>> m_processes; ///< The first has socket and mail.
};

} // namespace postern
