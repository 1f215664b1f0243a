// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/sourcereport.h"

namespace postern {

using namespace Qt::StringLiterals;

QString toString(SourceReport::State state)
{
    switch (state) {
    case SourceReport::State::Running:
        return u"running"_s;
    case SourceReport::State::Found:
        return u"found"_s;
    case SourceReport::State::None:
        return u"none"_s;
    case SourceReport::State::Failed:
        return u"failed"_s;
    case SourceReport::State::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

std::optional<SourceReport::State> sourceStateFromString(const QString &name)
{
    using State = SourceReport::State;
    for (const State state :
        {State::Running, State::Found, State::None, State::Failed, State::Cancelled}) {
        if (toString(state) == name)
            return state;
    }
    return std::nullopt;
}

} // namespace postern
