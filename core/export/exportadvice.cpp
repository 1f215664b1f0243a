// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportadvice.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct RefusalWords
{
    ExportRefusal refusal;
    const char *text;
    const char *wayOut; ///< What to do instead; may be empty.
};

constexpr RefusalWords refusalWords[] = {
    {ExportRefusal::Redacted,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "This document is one for a public ticket: the names in it are placeholders."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Take the document that was not redacted.")},
    {ExportRefusal::NoAddress,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Only a domain was searched for, and this is for one person’s account."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Search with the whole address.")},
    {ExportRefusal::NoIncomingServer,
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "There is no secure server for incoming mail to write down."),
        ""},
    {ExportRefusal::NoImapServer,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "No IMAP server was found, and this program reads mail with IMAP only."),
        ""},
    {ExportRefusal::NoPop3Server,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "No POP3 server was found, and this program reads mail with POP3 only."),
        ""},
    {ExportRefusal::NoOutgoingServer,
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "There is no secure server for outgoing mail to write down."),
        ""},
    {ExportRefusal::NotEncrypted,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "A server without encryption is not written down for other programs: your password "
            "would be readable on the way."),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Ask whoever runs the server to switch TLS 1.2 or newer on.")},
    {ExportRefusal::DecisionNeeded,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "A server needs your decision first; until then the settings are not written for other "
            "programs."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Compare the certificate and decide, or say that the host is right; then export "
            "again.")},
    {ExportRefusal::InvalidValue,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The name, the user name or the folder has signs that this format cannot carry, or is "
            "too long for it."),
        ""},
    {ExportRefusal::OldTls,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The server speaks only TLS 1.0 or 1.1, which can be broken. This program would have "
            "to be weakened for all servers to use it."),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Ask whoever runs the server to switch TLS 1.2 or newer on.")},
    {ExportRefusal::NoPassword,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The server takes no password in a form that this program has."),
        ""},
    {ExportRefusal::StartTlsUnsafe,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The server was found with STARTTLS only, and this program cannot be trusted with "
            "that: your password could leave without encryption."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "Ask whoever runs the server for implicit TLS, or take another program.")},
    {ExportRefusal::NoImplicitTls,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The server was found with implicit TLS only, which this library does not have."),
        ""},
    {ExportRefusal::CannotPin,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The certificate counts because you accepted it or named its authority. The system "
            "knows neither, and that cannot be written here."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "The lasting way out is a certificate of an authority that the system knows.")},
    {ExportRefusal::OtherName,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "You accepted a certificate that is issued for another name, and this program always "
            "compares the name."),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Search with the name that is in the certificate.")},
    {ExportRefusal::OutsideDates,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "You accepted a certificate outside its dates, and this program always compares the "
            "dates."),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "The lasting way out is a new certificate on the server.")},
    {ExportRefusal::FileName,
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "Evolution reads three files whose names end in “.source”."),
        QT_TRANSLATE_NOOP("postern::ExportAdvice", "Choose a folder, or a name that ends so.")},
    {ExportRefusal::MixedTrust,
        QT_TRANSLATE_NOOP("postern::ExportAdvice",
            "You accepted a certificate for one of the servers in spite of its name or dates. This "
            "program has one switch for both servers, which would weaken the other one."),
        QT_TRANSLATE_NOOP(
            "postern::ExportAdvice", "The lasting way out is a new certificate on the server.")},
};

constexpr bool areInOrder()
{
    size_t place = 0;
    for (const RefusalWords &words : refusalWords) {
        if (static_cast<size_t>(words.refusal) != place++)
            return false;
    }
    return place == static_cast<size_t>(ExportRefusal::MixedTrust) + 1;
}
static_assert(areInOrder(), "every refusal has its words");

const RefusalWords &wordsOfRefusal(ExportRefusal refusal)
{
    return refusalWords[static_cast<size_t>(refusal)];
}

/// There was no server of the kind to begin with.
bool isAbsence(ExportRefusal refusal)
{
    return refusal == ExportRefusal::NoIncomingServer || refusal == ExportRefusal::NoOutgoingServer
        || refusal == ExportRefusal::NoImapServer || refusal == ExportRefusal::NoPop3Server;
}

} // namespace

QString ExportAdvice::refusalText(ExportRefusal refusal)
{
    return tr(wordsOfRefusal(refusal).text);
}

QString ExportAdvice::wayOut(ExportRefusal refusal)
{
    const char *words = wordsOfRefusal(refusal).wayOut;
    return *words ? tr(words) : QString();
}

QString ExportAdvice::alternativeText(const ExportTarget &target, const ExportInput &input)
{
    if (target.isReport)
        return {};
    ExportInput recommended = input;
    recommended.servers.resize(input.recommendedCount);
    const ExportResult without = target.write(recommended);
    if (without || isAbsence(without.error()) || !target.write(input))
        return {};
    if (without.error() == ExportRefusal::DecisionNeeded)
        return tr("A recommended server needs your decision first, so another one that was tested "
                  "is written.");
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

QString ExportAdvice::targetName(const ExportTarget &target)
{
    return tr(target.title);
}

QString ExportAdvice::usageText(const ExportTarget &target)
{
    return tr(target.usage);
}

QString ExportAdvice::limitText(const ExportTarget &target)
{
    return tr(target.limit);
}

} // namespace postern
