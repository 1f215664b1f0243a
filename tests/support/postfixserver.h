// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverprocess.h"

namespace postern {

struct PostfixSetup
{
    QString address;
    QString hostName = QStringLiteral("mail.example.test"); ///< Said in the greeting.
    bool port465 = true; ///< Always implicit TLS.
    bool port587 = true;
    bool port25 = false;
    bool startTls = true; ///< On all but the port for implicit TLS.
    quint16 submissionsPort = 465; ///< Where port465 listens.
    quint16 submissionPort = 587; ///< Where port587 listens.
    int greetingDelaySeconds = 0; ///< As servers delay it that watch for impatient clients.
    bool authOnlyUnderTls = true;
    bool rejectsClients = false; ///< In the greeting, as for an address on a block list.

    QByteArray certificatePem; ///< The chain as it is sent, the server's own certificate first.
    QByteArray keyPem;
    QString minTls = QStringLiteral("TLSv1.2"); ///< OpenSSL's names: TLSv1, TLSv1.1 …
    QString maxTls; ///< Empty: no bound.

    QString authSocket; ///< DovecotServer::authSocket(); empty: no AUTH.
    QString mailFolder; ///< A Maildir for whatever was accepted; empty: it is thrown away.
};

/// Debian's Postfix as a submission server. Takes mail from those who signed in, and has no
/// means to send any.
class PostfixServer
{
public:
    explicit PostfixServer(const PostfixSetup &setup);

    bool waitUntilReady();
    QString log() const;

private:
    PostfixSetup m_setup;
    ServerProcess m_process;
};

} // namespace postern
