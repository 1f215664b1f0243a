// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportadvice.h"

#include "export/refusalwords.h"
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
    return tr(wordsOfRefusal(refusal).text);
}

QString ExportAdvice::wayOut(ExportRefusal refusal)
{
    const char *words = wordsOfRefusal(refusal).wayOut;
    return *words ? tr(words) : QString();
}

QString ExportAdvice::documentText(DocumentError error, const QString &path)
{
    switch (error) {
    case DocumentError::TooLarge:
        return tr("%1 is too large to be a saved detection.").arg(path);
    case DocumentError::NotJson:
        return tr("%1 is no saved detection, or only a part of one.").arg(path);
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
