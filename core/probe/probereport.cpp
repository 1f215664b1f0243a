// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probereport.h"

namespace postern {

using namespace Qt::StringLiterals;

QString toString(ProbeReport::Outcome outcome)
{
    switch (outcome) {
    case ProbeReport::Outcome::Ok:
        return u"ok"_s;
    case ProbeReport::Outcome::Certificate:
        return u"certificate"_s;
    case ProbeReport::Outcome::Failed:
        return u"failed"_s;
    case ProbeReport::Outcome::Cancelled:
        return u"cancelled"_s;
    case ProbeReport::Outcome::Skipped:
        break;
    }
    return u"skipped"_s;
}

std::optional<ProbeReport::Outcome> outcomeFromString(const QString &name)
{
    using Outcome = ProbeReport::Outcome;
    for (const Outcome outcome : {Outcome::Ok, Outcome::Certificate, Outcome::Failed,
             Outcome::Cancelled, Outcome::Skipped}) {
        if (toString(outcome) == name)
            return outcome;
    }
    return std::nullopt;
}

} // namespace postern
