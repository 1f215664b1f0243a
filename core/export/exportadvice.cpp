// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportadvice.h"

namespace postern {

using namespace Qt::StringLiterals;

QString ExportAdvice::refusalText(ExportRefusal refusal)
{
    switch (refusal) {
    case ExportRefusal::NoIncomingServer:
        return tr("There is no secure server for incoming mail to write down.");
    case ExportRefusal::NoOutgoingServer:
        return tr("There is no secure server for outgoing mail to write down.");
    case ExportRefusal::NotEncrypted:
        return tr("A server without encryption is not written down for other programs: your "
                  "password would be readable on the way.");
    case ExportRefusal::DecisionNeeded:
        return tr("A certificate needs your decision first; until then the settings are not "
                  "written for other programs.");
    case ExportRefusal::InvalidValue:
        break;
    }
    return tr("The user name has characters that this format cannot carry.");
}

QString ExportAdvice::targetName(const QString &target)
{
    if (target == "thunderbird"_L1)
        return tr("Thunderbird (config-v1.1.xml)");
    return tr("Everything that was found (JSON)");
}

QString ExportAdvice::usageText(const QString &target)
{
    if (target == "thunderbird"_L1) {
        return tr("Publish it as https://autoconfig.DOMAIN/mail/config-v1.1.xml, or put it into "
                  "the folder “isp” of Thunderbird under the name DOMAIN.xml; then add the "
                  "account there. The format cannot carry an accepted certificate: Thunderbird "
                  "checks the certificate itself and asks you.");
    }
    return tr("Hand it to an administrator, or keep it for “postern-cli export”. It has "
              "everything that was seen, and no password.");
}

} // namespace postern
