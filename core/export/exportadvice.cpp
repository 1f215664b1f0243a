// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportadvice.h"

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct TargetWords
{
    QLatin1StringView target;
    const char *name;
    const char *usage;
    const char *limit;
};

constexpr TargetWords targetWords[] = {
    {"thunderbird"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Thunderbird (config-v1.1.xml)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Publish it as https://autoconfig.DOMAIN/mail/config-v1.1.xml, or put it into "
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
    {"json"_L1, QT_TRANSLATE_NOOP("postern::ExportAdvice", "Everything that was found (JSON)"),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Hand it to an administrator, or keep it for “postern-cli export”. It has "
            "everything that was seen, and no password."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Nothing is left out.")},
};

const TargetWords &wordsFor(const QString &target)
{
    const auto *found = std::find_if(std::begin(targetWords), std::end(targetWords),
        [&target](const TargetWords &words) { return words.target == target; });
    return found == std::end(targetWords) ? *std::rbegin(targetWords) : *found;
}

} // namespace

QString ExportAdvice::refusalText(ExportRefusal refusal)
{
    switch (refusal) {
    case ExportRefusal::NoAddress:
        return tr("Only a domain was searched for, and this is for one person’s account.");
    case ExportRefusal::NoIncomingServer:
        return tr("There is no secure server for incoming mail to write down.");
    case ExportRefusal::NoImapServer:
        return tr("No IMAP server was found, and this program reads mail with IMAP only.");
    case ExportRefusal::NoPop3Server:
        return tr("No POP3 server was found, and this program reads mail with POP3 only.");
    case ExportRefusal::NoOutgoingServer:
        return tr("There is no secure server for outgoing mail to write down.");
    case ExportRefusal::NotEncrypted:
        return tr("A server without encryption is not written down for other programs: your "
                  "password would be readable on the way.");
    case ExportRefusal::DecisionNeeded:
        return tr("A certificate needs your decision first; until then the settings are not "
                  "written for other programs.");
    case ExportRefusal::OldTls:
        return tr("The server speaks only TLS 1.0 or 1.1, which can be broken. This program would "
                  "have to be weakened for all servers to use it.");
    case ExportRefusal::NoPassword:
        return tr("The server takes no password in a form that this program has.");
    case ExportRefusal::StartTlsUnsafe:
        return tr("The server was found with STARTTLS only, and this program cannot be trusted "
                  "with that: your password could leave without encryption.");
    case ExportRefusal::CannotPin:
        return tr("You accepted a certificate that nobody known to the system vouches for, and "
                  "that cannot be written here.");
    case ExportRefusal::OtherName:
        return tr("You accepted a certificate that is issued for another name, and this program "
                  "always compares the name.");
    case ExportRefusal::OutsideDates:
        return tr("You accepted a certificate outside its dates, and this program always compares "
                  "the dates.");
    case ExportRefusal::MixedTrust:
        return tr("You accepted a certificate for one of the servers in spite of its name or "
                  "dates. This program has one switch for both servers, which would weaken the "
                  "other one.");
    case ExportRefusal::InvalidValue:
        break;
    }
    return tr("The name or the user name has characters that this format cannot carry.");
}

QString ExportAdvice::wayOut(ExportRefusal refusal)
{
    switch (refusal) {
    case ExportRefusal::NoAddress:
        return tr("Search with the whole address.");
    case ExportRefusal::DecisionNeeded:
        return tr("Compare the certificate and decide, then export again.");
    case ExportRefusal::OtherName:
        return tr("Search with the name that is in the certificate.");
    case ExportRefusal::CannotPin:
    case ExportRefusal::OutsideDates:
    case ExportRefusal::MixedTrust:
        return tr("The lasting way out is a new certificate on the server.");
    case ExportRefusal::OldTls:
    case ExportRefusal::NotEncrypted:
        return tr("Ask whoever runs the server to switch TLS 1.2 or newer on.");
    case ExportRefusal::StartTlsUnsafe:
        return tr("Ask whoever runs the server for implicit TLS, or take another program.");
    case ExportRefusal::NoIncomingServer:
    case ExportRefusal::NoImapServer:
    case ExportRefusal::NoPop3Server:
    case ExportRefusal::NoOutgoingServer:
    case ExportRefusal::NoPassword:
    case ExportRefusal::InvalidValue:
        break;
    }
    return {};
}

QString ExportAdvice::groupName(ExportTarget::Group group)
{
    switch (group) {
    case ExportTarget::Group::Programs:
        return tr("Mail programs and phones");
    case ExportTarget::Group::Terminal:
        return tr("Programs of the terminal");
    case ExportTarget::Group::Developers:
        return tr("Developers");
    case ExportTarget::Group::Administrators:
        break;
    }
    return tr("Administrators");
}

QString ExportAdvice::targetName(const QString &target)
{
    return tr(wordsFor(target).name);
}

QString ExportAdvice::usageText(const QString &target)
{
    return tr(wordsFor(target).usage);
}

QString ExportAdvice::limitText(const QString &target)
{
    return tr(wordsFor(target).limit);
}

} // namespace postern
