// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/targetwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr TargetWords targetWords[] = {
    {"thunderbird"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Thunderbird (config-v1.1.xml)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Publish it, readable for the web server, as "
            "https://autoconfig.DOMAIN/mail/config-v1.1.xml, or put it into "
            "the folder “isp” of Thunderbird under the name DOMAIN.xml. Then add the "
            "account in Thunderbird, which asks for the password."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The format cannot carry an accepted certificate: Thunderbird checks the "
            "certificate itself and asks once.")},
    {"thunderbird-qr"_L1,
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Thunderbird for Android (QR code)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Choose “Import from Thunderbird for desktop” on the phone and hold it in front "
            "of the code. It asks for the password; K-9 Mail cannot read the code."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The code cannot carry an accepted certificate (the phone asks), nor Kerberos "
            "and NTLM.")},
    {"k9"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "K-9 Mail (settings file)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Copy the file to the phone, then choose “Import settings” in K-9 Mail or "
            "Thunderbird for Android. The password is asked for there."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The file cannot carry an accepted certificate: the phone asks when it connects "
            "first.")},
    {"apple"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "iPhone, iPad and Mac (profile)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Open the file on the device, then install the profile in its settings. The "
            "password is asked for there; the profile is not signed, so the device calls it "
            "“not verified”."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "A certificate for another name cannot be accepted there. There is no key for "
            "STARTTLS: the device negotiates it, and may not on an unusual port.")},
    {"evolution"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Evolution (.source files)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Close Evolution and put the three files into ~/.config/evolution/sources under "
            "just these names. Evolution asks for the password when it starts."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The files cannot carry an accepted certificate: Evolution asks.")},
    {"msmtp"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "msmtp (sending)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it as ~/.msmtprc, or add it to the file that is there. Try it with: msmtp "
            "--serverinfo -C FILE."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Outgoing mail only.")},
    {"mpop"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "mpop (POP3)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it as ~/.mpoprc, or add it to the file that is there, and make the mail "
            "folder that it names. Then run: mpop."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "POP3 only.")},
    {"mbsync"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "isync, mbsync (IMAP)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it as ~/.mbsyncrc, or add it to the file that is there, and make the mail "
            "folder that it names. Then run: mbsync -a."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "IMAP only. The name in the certificate is always compared, so a certificate "
            "for another name is refused.")},
    {"neomutt"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "neomutt"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it beside your configuration and add a line to it: source FILE. The "
            "password is asked for."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The checks of name and dates are switched for both servers at once; a mixture "
            "is refused.")},
    {"mutt"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "mutt"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it beside your configuration and add a line to it: source FILE. The "
            "password is asked for."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The checks of name and dates are switched for both servers at once; a mixture "
            "is refused.")},
    {"fetchmail"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "fetchmail"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it as ~/.fetchmailrc, readable for you alone. Then run: fetchmail -c, "
            "which only counts; mail stays on the server."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Incoming mail only. A certificate that did not sign itself is pinned by its "
            "MD5 fingerprint, the only one fetchmail has; there is no command for a "
            "password, so it asks.")},
    {"getmail"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "getmail6"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Save it as ~/.config/getmail/getmailrc and make the mail folder that it names. "
            "Then run: getmail."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Implicit TLS only: getmail6 has no STARTTLS, and would send the password in "
            "clear text. For IMAP the user name has to be ASCII.")},
    {"offlineimap"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "OfflineIMAP"),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Save it as ~/.offlineimaprc. Then run: offlineimap -o."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "IMAP with implicit TLS only: under STARTTLS OfflineIMAP checks no certificate "
            "at all.")},
    {"aerc"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "aerc"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Add it to ~/.config/aerc/accounts.conf, readable for you alone. aerc asks for "
            "the password."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "IMAP only. aerc knows the system’s roots alone: an accepted certificate cannot "
            "be pinned.")},
    {"commands"_L1,
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Commands for openssl, curl and swaks"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Run them in a terminal to see what the search saw. Passwords are asked for; "
            "take them out of curl’s output before you send it to anybody."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "What a program cannot check safely is left out, with the reason.")},
    {"python"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Python (standard library)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Run it with: python3 FILE. It signs in, reads how many messages there are, and sends "
            "one to yourself."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Passwords only; no OAuth.")},
    {"nodemailer"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Node.js (nodemailer, imapflow)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Run it with: node FILE, after npm install nodemailer imapflow. It signs in, reads how "
            "many messages there are, and sends one to yourself."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "IMAP only. An accepted certificate has to be within its dates, and either signed by "
            "itself or only issued for another name.")},
    {"php"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "PHP (streams, PHPMailer)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Run it with: php FILE. It signs in to read, and sends a message to yourself with "
            "PHPMailer."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Passwords only; IMAP needs PLAIN.")},
    {"go"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Go (go-imap, net/smtp)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Run it with: go run FILE. It signs in, reads how many messages there are, and sends "
            "one to yourself."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "IMAP only; sending needs PLAIN.")},
    {"jakarta"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Java (Jakarta Mail)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Compile it with Jakarta Mail 2 in the class path. It signs in to both servers."),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Compiled, but not run against a server by us.")},
    {"mail.dll-cs"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "C# with Mail.dll"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Add it to a project that refers to Mail.dll. It signs in to both servers with "
            "Connect, "
            "ConnectSSL and StartTLS as they were tested."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Untested: its syntax was checked, but Mail.dll itself is not at hand.")},
    {"mail.dll-vb"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "VB.NET with Mail.dll"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Add it to a project that refers to Mail.dll. It signs in to both servers with "
            "Connect, "
            "ConnectSSL and StartTLS as they were tested."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Untested: neither a compiler for VB.NET nor Mail.dll is at hand.")},
    {"mailkit"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "C# with MailKit"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Add it to a project that refers to MailKit. It signs in to both servers."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Untested: its syntax was checked, but MailKit itself is not at hand.")},
    {"system-net-mail"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "C# with System.Net.Mail"),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Add it to a project. It sends a message to yourself."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Sending with STARTTLS only: System.Net.Mail has no implicit TLS. Untested: its syntax "
            "was checked, but it was not run.")},
    {"dns"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "DNS records of the domain"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Add the lines to the domain’s zone, and raise its serial number. From then on "
            "programs find the servers by themselves."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Only servers whose certificate is trusted without a decision are published.")},
    {"outlook"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Outlook (Autodiscover file)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Publish it as the answer at "
            "https://autodiscover.DOMAIN/autodiscover/autodiscover.xml, or point classic "
            "Outlook to the file. The new Outlook does not read it."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Not tested with Outlook. The file is for one person’s user name, and cannot "
            "carry an accepted certificate.")},
    {"report-text"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report as text"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Send it to whoever runs the servers. It says what works, what fails and why, how to "
            "see it again and what to change."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "No picture of the times.")},
    {"report-markdown"_L1,
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report for a ticket (Markdown)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Send it to whoever runs the servers. It says what works, what fails and why, how to "
            "see it again and what to change."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "No picture of the times.")},
    {"report-html"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report as a page (HTML)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Send it to whoever runs the servers. It says what works, what fails and why, how to "
            "see it again and what to change."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The certificates’ PEM is left out, and the end of what is very long.")},
    {"report-pdf"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Report as PDF"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Send it to whoever runs the servers. It says what works, what fails and why, how to "
            "see it again and what to change."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The certificates’ PEM is left out, and the end of what is very long.")},
    {"json"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Everything that was found (JSON)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Hand it to an administrator, or keep it for “postern-cli export”. It has "
            "everything that was seen, and no password."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Nothing is left out.")},
};

} // namespace

const TargetWords &wordsOfTarget(const QString &target)
{
    const auto *found = std::find_if(std::begin(targetWords), std::end(targetWords),
        [&target](const TargetWords &words) { return words.target == target; });
    return found == std::end(targetWords) ? *std::rbegin(targetWords) : *found;
}

} // namespace postern
