// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/searchwishes.h"

#include <utility>

namespace postern {

const ServerWish &SearchWishes::of(Protocol protocol) const
{
    switch (protocol) {
    case Protocol::Imap:
        return imap;
    case Protocol::Pop3:
        return pop3;
    case Protocol::Smtp:
        break;
    }
    return smtp;
}

ServerWish &SearchWishes::of(Protocol protocol)
{
    return const_cast<ServerWish &>(std::as_const(*this).of(protocol));
}

} // namespace postern
