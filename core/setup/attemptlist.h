// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupstate.h"

#include <QSet>

namespace postern {

/// The entry of an endpoint; null where there is none.
[[nodiscard]] AttemptState *findAttempt(QList<AttemptState> &attempts, const Endpoint &endpoint);

/// A candidate is about to be tried, or tried again.
void beginAttempt(QList<AttemptState> &attempts, const Candidate &candidate);

/// What came of it; a second try that was stopped takes nothing away. Null: nobody asked for it.
[[nodiscard]] AttemptState *endAttempt(QList<AttemptState> &attempts, const ProbeReport &report);

/// Gives what is in the list already its place and source in a newer plan.
void placeAnew(QList<AttemptState> &attempts, const QList<Candidate> &plan);

void sortByOrder(QList<AttemptState> &attempts);

/// What was tried, in the order of the list: modes that nothing pointed to are left out.
[[nodiscard]] QList<ProbeReport> reportsOf(const QList<AttemptState> &attempts);

/// Guessing is a source like the others, only that its answers are the attempts themselves.
/// Adds its report, once.
void reportGuesses(
    QList<SourceReport> &sources, const QList<AttemptState> &attempts, double elapsedMs);

/// Says of each attempt whether its host is one of those that the user agreed to.
void markAgreed(QList<AttemptState> &attempts, const QSet<QString> &hosts);

} // namespace postern
