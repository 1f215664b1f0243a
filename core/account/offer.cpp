// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/offer.h"

namespace postern {

using namespace Qt::StringLiterals;

QString toString(Source source)
{
    switch (source) {
    case Source::User:
        return u"user"_s;
    case Source::Autoconfig:
        return u"autoconfig"_s;
    case Source::Srv:
        return u"srv"_s;
    case Source::Database:
        return u"database"_s;
    case Source::Mx:
        return u"mx"_s;
    case Source::Autodiscover:
        return u"autodiscover"_s;
    case Source::Certificate:
        return u"certificate"_s;
    case Source::Guess:
        break;
    }
    return u"guess"_s;
}

std::optional<Source> sourceFromString(const QString &name)
{
    for (int i = 0; i <= static_cast<int>(Source::Guess); ++i) {
        if (toString(static_cast<Source>(i)) == name)
            return static_cast<Source>(i);
    }
    return std::nullopt;
}

} // namespace postern
