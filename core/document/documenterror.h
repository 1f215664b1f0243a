// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace postern {

/// Why a document of ours is of no use.
struct DocumentError
{
    enum class Kind {
        TooLarge,
        NotJson,
        WrongSchema, ///< Of another kind, or of a newer program.
        WrongValue, ///< Something in it is not what belongs there; see place.
    };

    Kind kind = Kind::NotJson;
    QString place = {}; ///< A JSON pointer (RFC 6901), inert: `/attempts/3/port`.

    friend bool operator==(const DocumentError &, const DocumentError &) = default;
};

/// More than any document of ours has.
constexpr qsizetype maxDocumentBytes = 16 * 1024 * 1024;

} // namespace postern
