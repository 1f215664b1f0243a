// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "export/exportinput.h"
#include "support/names.h"

#include <functional>

namespace postern {

/// Alice's IMAP server with implicit TLS and her SMTP server with STARTTLS, both verified.
inline ExportInput aliceInput()
{
    ExportServer imap;
    imap.setting.endpoint = {
        Protocol::Imap, hostName(QStringLiteral("imap.example.org")), 993, Security::ImplicitTls};
    imap.setting.username = QStringLiteral("alice@example.org");
    imap.setting.authentication = {QStringLiteral("PLAIN")};
    imap.setting.isTrusted = true;
    imap.setting.tlsVersion = TlsVersion::Tls1_3;
    ExportServer smtp = imap;
    smtp.setting.endpoint
        = {Protocol::Smtp, hostName(QStringLiteral("smtp.example.org")), 587, Security::StartTls};
    ExportInput input;
    input.detection.settings.identity
        = identity(imap.setting.username, QStringLiteral("Alice Liddell"));
    input.servers = {imap, smtp};
    input.options.folder = QStringLiteral("/home/alice/mail");
    return input;
}

inline ExportInput aliceWith(const std::function<void(ExportInput &)> &change)
{
    ExportInput input = aliceInput();
    change(input);
    return input;
}

inline ExportInput aliceNamed(const QString &username)
{
    return aliceWith([&](ExportInput &input) {
        for (ExportServer &server : input.servers)
            server.setting.username = username;
    });
}

} // namespace postern
