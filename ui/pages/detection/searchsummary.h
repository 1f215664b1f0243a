// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupstate.h"

#include <QCoreApplication>

namespace postern {

/// How a search stands, in words.
class SearchSummary
{
    Q_DECLARE_TR_FUNCTIONS(postern::SearchSummary)
public:
    /// What was found so far, or that nothing was and why the search is over.
    [[nodiscard]] static QString headline(const SetupState &state);
    /// What is still under way; at the end the most important problem.
    [[nodiscard]] static QString detail(const SetupState &state);
    /// The line to show first: what was found, or else why something was not.
    [[nodiscard]] static std::optional<Endpoint> mostTelling(const Detection &detection);

private:
    static QString nothingFoundText(const SetupState &state);
    static QString foundText(const ServerSetting &setting);
};

} // namespace postern
