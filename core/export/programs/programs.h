// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

namespace postern {

/// aerc's `accounts.conf`.
[[nodiscard]] ExportResult writeAerc(const ExportInput &input);
/// A configuration profile for iPhone, iPad and Mac (`com.apple.mail.managed`).
[[nodiscard]] ExportResult writeApple(const ExportInput &input);
/// Commands for openssl, curl and swaks that make the same connections, for a POSIX shell.
[[nodiscard]] ExportResult writeCommands(const ExportInput &input);
/// Lines for the domain's zone: SRV (RFC 6186, RFC 8314), TLSA (RFC 6698), autoconfig.
[[nodiscard]] ExportResult writeDns(const ExportInput &input);
/// Evolution's three `.source` files.
[[nodiscard]] ExportResult writeEvolution(const ExportInput &input);
/// fetchmail's `fetchmailrc`.
[[nodiscard]] ExportResult writeFetchmail(const ExportInput &input);
/// getmail6's `getmailrc`; implicit TLS only.
[[nodiscard]] ExportResult writeGetmail(const ExportInput &input);
/// K-9 Mail's settings file, which Thunderbird for Android imports too.
[[nodiscard]] ExportResult writeK9(const ExportInput &input);
/// isync's `mbsyncrc`.
[[nodiscard]] ExportResult writeMbsync(const ExportInput &input);
/// mpop's configuration, for POP3.
[[nodiscard]] ExportResult writeMpop(const ExportInput &input);
/// msmtp's configuration, for submission.
[[nodiscard]] ExportResult writeMsmtp(const ExportInput &input);
/// A file to source from mutt's configuration.
[[nodiscard]] ExportResult writeMutt(const ExportInput &input);
/// The same for neomutt.
[[nodiscard]] ExportResult writeNeomutt(const ExportInput &input);
/// offlineimap3's configuration; implicit TLS only.
[[nodiscard]] ExportResult writeOfflineimap(const ExportInput &input);
/// Outlook's Autodiscover answer (MS-OXDSCLI, POX), for administrators.
[[nodiscard]] ExportResult writeOutlook(const ExportInput &input);
/// Thunderbird's `config-v1.1.xml` (draft-ietf-mailmaint-autoconfig), which many others read.
[[nodiscard]] ExportResult writeThunderbird(const ExportInput &input);
/// The text of a QR code for Thunderbird for Android ("Export for mobile", version 1).
[[nodiscard]] ExportResult writeThunderbirdQr(const ExportInput &input);

} // namespace postern
