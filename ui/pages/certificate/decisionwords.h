// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"
#include "setup/acceptance.h"

#include <QCoreApplication>

namespace postern {

/// What a decision about a certificate means, in words for people.
class DecisionWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::DecisionWords)
public:
    struct Question
    {
        QString title; ///< What is wrong, in one sentence.
        QString cause; ///< Why, and what can be done.
        QString also; ///< What else is wrong; may be empty.
    };
    [[nodiscard]] static Question question(const ProbeReport &report);
    /// What such a certificate usually means for this kind of server.
    [[nodiscard]] static QString usualMeaning(const ProbeReport &report);
    /// What the user risks who accepts a wrong one.
    [[nodiscard]] static QString atStake(const ProbeReport &report);
    [[nodiscard]] static QString refusal(AuthorityRefusal refusal);
};

} // namespace postern
