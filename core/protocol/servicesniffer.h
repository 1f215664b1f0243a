// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace postern {

/// What speaks on a port, judged by its first bytes.
enum class Service { Imap, Pop3, Smtp, Ftp, Http, Ssh, Nntp, ManageSieve, Tls };

/// Which protocol begins like this; nothing where the bytes fit none.
[[nodiscard]] std::optional<Service> sniffService(const QByteArray &firstBytes);

/// The protocol's name as people write it: `IMAP`, `HTTP`, `SSH` …
[[nodiscard]] QString serviceName(Service service);

} // namespace postern
