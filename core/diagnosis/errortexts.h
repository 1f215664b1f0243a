// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

namespace postern {

/// What an error text of another program may mean.
struct ErrorMeaning
{
    Problem problem = Problem::ProtocolClosed;
    QString words; ///< The words that were recognised, as they are compared; empty for a code.
    QString program; ///< Whose words they usually are: `OpenSSL`, `.NET` …; empty: anybody's.

    friend bool operator==(const ErrorMeaning &, const ErrorMeaning &) = default;
};

/// Pure. What @p whole means: an error message of a mail program or library, as it was copied, whole
/// or in part and wherever the words stand in it; or a diagnosis code. The likeliest first, each
/// problem once; empty where nothing is recognised. Upper and lower case, line breaks, underscores
/// and hyphens make no difference. Of a text longer than 16384 characters the rest is not read.
[[nodiscard]] QList<ErrorMeaning> meaningsOf(const QString &whole);

/// The words by which other programs tell of @p problem, as they are compared.
[[nodiscard]] QStringList wordsFor(Problem problem);

/// The problem as it would be at a server of the name mail.example.org: for words about it alone. Of
/// @p whole, the error text, come the service that it is about and what else it says; IMAP where it
/// says nothing.
[[nodiscard]] Diagnosis exampleOf(Problem problem, const QString &whole = {});

} // namespace postern
