// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "serverprocess.h"

namespace postern {

/// Python's web server with one document: over TLS on port 443, or on port 80 where there is no key.
class WebServer
{
public:
    WebServer(const QString &address, const QByteArray &chainPem, const QByteArray &keyPem,
        const QString &path, const QByteArray &document);

    bool waitUntilReady();

private:
    QString m_address;
    quint16 m_port;
    ServerProcess m_process;
};

} // namespace postern
