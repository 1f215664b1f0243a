// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

namespace postern {

/// Go's crypto/tls and net/smtp, and emersion's go-imap.
[[nodiscard]] ExportResult writeGo(const ExportInput &input);
/// Jakarta Mail 2.
[[nodiscard]] ExportResult writeJakarta(const ExportInput &input);
/// Mail.dll by Limilabs, in C#.
[[nodiscard]] ExportResult writeMailDllCSharp(const ExportInput &input);
/// Mail.dll by Limilabs, in VB.NET.
[[nodiscard]] ExportResult writeMailDllVisualBasic(const ExportInput &input);
/// MailKit, in C#.
[[nodiscard]] ExportResult writeMailKit(const ExportInput &input);
/// nodemailer, and imapflow for reading.
[[nodiscard]] ExportResult writeNodemailer(const ExportInput &input);
/// PHP's streams, and PHPMailer for sending.
[[nodiscard]] ExportResult writePhp(const ExportInput &input);
/// Python's standard library.
[[nodiscard]] ExportResult writePython(const ExportInput &input);
/// System.Net.Mail, which knows STARTTLS alone, and only sends.
[[nodiscard]] ExportResult writeSystemNetMail(const ExportInput &input);

} // namespace postern
