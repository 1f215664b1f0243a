// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

#include <QStringList>

namespace postern {

/// Comment lines: who wrote the file, for which account, and which certificates were accepted.
[[nodiscard]] QStringList introduction(
    const ExportInput &input, const QList<ExportServer> &servers, const QString &mark);

/// Which certificate was accepted for a pinned server, for people.
[[nodiscard]] QString pinLine(const ExportServer &server);

/// Lines to a file that ends with a line end.
[[nodiscard]] ExportedFile textFile(const QString &name, const QStringList &lines);

/// The PEM of each certificate that was accepted.
[[nodiscard]] QList<ExportedFile> pinFiles(const QList<ExportServer> &servers);

/// @p file and, beside it, the PEM of each certificate that was accepted.
[[nodiscard]] QList<ExportedFile> withPins(
    const ExportedFile &file, const QList<ExportServer> &servers);

/// Where the PEM of a pinned server lies.
[[nodiscard]] QString pinPath(const ExportInput &input, const ExportServer &server);

/// The shell command that prints the password from the keyring; `secret-tool store` with the same
/// attributes puts it there.
[[nodiscard]] QStringList keyringWords(const ExportServer &server);
[[nodiscard]] QString keyringCommand(const ExportServer &server);

/// In double quotes, with a backslash before quotes and backslashes.
[[nodiscard]] QString doubleQuoted(const QString &text);

/// All but the unreserved characters of RFC 3986 percent-encoded.
[[nodiscard]] QString percentEncoded(const QString &text);

/// `SHA-256` of the pin's certificate as people compare it.
[[nodiscard]] QString pinFingerprint(const ExportServer &server);

/// The certificates that Debian and its kin trust, in one file.
constexpr auto systemRootsFile = "/etc/ssl/certs/ca-certificates.crt";

} // namespace postern
