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
    case Source::Srv:
        return u"srv"_s;
    case Source::Guess:
        break;
    }
    return u"guess"_s;
}

} // namespace postern
