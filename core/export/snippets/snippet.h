// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"
#include "export/snippets/literal.h"

namespace postern {

/// A program with places for what was found.
struct SnippetTemplate
{
    QLatin1StringView resource; ///< In `resources/snippets`, without its last ending.
    QLatin1StringView fileName;
    Literal literal = jsonLiteral;
};

/// The servers of a snippet; one of them may be absent.
struct SnippetServers
{
    std::optional<ExportServer> incoming;
    std::optional<ExportServer> outgoing;
};

/// Fills a template in. The accepted certificates come beside it.
[[nodiscard]] QList<ExportedFile> fillIn(
    const SnippetTemplate &snippet, const ExportInput &input, const SnippetServers &servers);

} // namespace postern
