// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/source.h"

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Source source;
    QLatin1StringView name;
    bool isSearchable; ///< A search may ask it; the others say what else an endpoint came from.
};

constexpr Row table[] = {
    {Source::User, "user"_L1, false},
    {Source::Srv, "srv"_L1, true},
    {Source::Autoconfig, "autoconfig"_L1, true},
    {Source::Database, "database"_L1, true},
    {Source::Mx, "mx"_L1, true},
    {Source::Autodiscover, "autodiscover"_L1, true},
    {Source::Certificate, "certificate"_L1, false},
    {Source::Guess, "guess"_L1, true},
};
static_assert(
    std::size(table) == static_cast<size_t>(Source::Guess) + 1, "every source has its row");

} // namespace

QString toString(Source source)
{
    return std::find_if(std::begin(table), std::end(table), [source](const Row &row) {
        return row.source == source;
    })->name;
}

std::optional<Source> sourceFromString(const QString &name)
{
    const auto *row = std::find_if(
        std::begin(table), std::end(table), [&name](const Row &each) { return each.name == name; });
    return row == std::end(table) ? std::nullopt : std::optional(row->source);
}

QList<Source> searchableSources()
{
    QList<Source> sources;
    for (const Row &row : table) {
        if (row.isSearchable)
            sources.append(row.source);
    }
    return sources;
}

} // namespace postern
