// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"

namespace postern {

// Each is defined beside the function that writes it.

/// Thunderbird's `config-v1.1.xml` (draft-ietf-mailmaint-autoconfig), which many others read.
extern const ExportTarget thunderbirdTarget;
/// The text of a QR code for Thunderbird for Android ("Export for mobile", version 1).
extern const ExportTarget thunderbirdQrTarget;
/// K-9 Mail's settings file, which Thunderbird for Android imports too.
extern const ExportTarget k9Target;
/// A configuration profile for iPhone, iPad and Mac (`com.apple.mail.managed`).
extern const ExportTarget appleTarget;
/// Evolution's three `.source` files.
extern const ExportTarget evolutionTarget;
/// msmtp's configuration, for submission.
extern const ExportTarget msmtpTarget;
/// mpop's configuration, for POP3.
extern const ExportTarget mpopTarget;
/// isync's `mbsyncrc`.
extern const ExportTarget mbsyncTarget;
/// The same for neomutt.
extern const ExportTarget neomuttTarget;
/// A file to source from mutt's configuration.
extern const ExportTarget muttTarget;
/// fetchmail's `fetchmailrc`.
extern const ExportTarget fetchmailTarget;
/// getmail6's `getmailrc`; implicit TLS only.
extern const ExportTarget getmailTarget;
/// offlineimap3's configuration; implicit TLS only.
extern const ExportTarget offlineimapTarget;
/// aerc's `accounts.conf`.
extern const ExportTarget aercTarget;
/// Commands for openssl, curl and swaks that make the same connections, for a POSIX shell.
extern const ExportTarget commandsTarget;
/// Python's standard library.
extern const ExportTarget pythonTarget;
/// nodemailer, and imapflow for reading.
extern const ExportTarget nodemailerTarget;
/// PHP's streams, and PHPMailer for sending.
extern const ExportTarget phpTarget;
/// Go's crypto/tls and net/smtp, and emersion's go-imap.
extern const ExportTarget goTarget;
/// Jakarta Mail 2.
extern const ExportTarget jakartaTarget;
/// Mail.dll by Limilabs, in C#.
extern const ExportTarget mailDllCSharpTarget;
/// Mail.dll by Limilabs, in VB.NET.
extern const ExportTarget mailDllVisualBasicTarget;
/// MailKit, in C#.
extern const ExportTarget mailKitTarget;
/// System.Net.Mail, which knows STARTTLS alone, and only sends.
extern const ExportTarget systemNetMailTarget;
/// Lines for the domain's zone: SRV (RFC 6186, RFC 8314), TLSA (RFC 6698), autoconfig.
extern const ExportTarget dnsTarget;
/// Outlook's Autodiscover answer (MS-OXDSCLI, POX), for administrators.
extern const ExportTarget outlookTarget;
/// The report as plain text.
extern const ExportTarget textReportTarget;
/// CommonMark with tables, for tickets.
extern const ExportTarget markdownReportTarget;
/// One page that needs nothing else.
extern const ExportTarget htmlReportTarget;
/// A4. Needs a QGuiApplication, for the fonts; its platform may be `offscreen`.
extern const ExportTarget pdfReportTarget;
/// The whole document: nothing is left out, but for the person where that is wanted.
extern const ExportTarget jsonTarget;

} // namespace postern
