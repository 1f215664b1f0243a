// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportadvice.h"

#include "export/targetwords.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// There was no server of the kind to begin with.
bool isAbsence(ExportRefusal refusal)
{
    return refusal == ExportRefusal::NoIncomingServer || refusal == ExportRefusal::NoOutgoingServer
        || refusal == ExportRefusal::NoImapServer || refusal == ExportRefusal::NoPop3Server;
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
    case ExportRefusal::NoImplicitTls:
        return tr("The server was found with implicit TLS only, which this library does not have.");
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
    case ExportRefusal::NoImplicitTls:
    case ExportRefusal::InvalidValue:
        break;
    }
    return {};
}

QString ExportAdvice::documentText(DocumentError error, const QString &path)
{
    switch (error) {
    case DocumentError::TooLarge:
        return tr("%1 is too large to be a saved detection.").arg(path);
    case DocumentError::NotJson:
        return tr("%1 is not JSON, or ends too early, so it is no saved detection.").arg(path);
    case DocumentError::WrongSchema:
        return tr("%1 is no saved detection: its “schema” is another one.").arg(path);
    case DocumentError::InvalidAccount:
        return tr("%1 cannot be used: its “domain”, “address” or “displayName” is not valid.")
            .arg(path);
    case DocumentError::InvalidIncoming:
        return tr("%1 cannot be used: its recommended “incoming” server is not valid.").arg(path);
    case DocumentError::InvalidOutgoing:
        break;
    }
    return tr("%1 cannot be used: its recommended “outgoing” server is not valid.").arg(path);
}

QString ExportAdvice::alternativeText(const ExportTarget &target, const ExportInput &input)
{
    ExportInput recommended = input;
    recommended.servers.resize(input.recommendedCount);
    const ExportResult without = target.write(recommended);
    if (without || isAbsence(without.error()) || !target.write(input))
        return {};
    return tr("This program cannot use a recommended server as it was tested, so another one that "
              "was tested is written.");
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
    return tr(wordsOfTarget(target).name);
}

QString ExportAdvice::usageText(const QString &target)
{
    return tr(wordsOfTarget(target).usage);
}

QString ExportAdvice::limitText(const QString &target)
{
    return tr(wordsOfTarget(target).limit);
}

} // namespace postern
