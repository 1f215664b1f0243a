// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/accountsettings.h"
#include "diagnosis/attempt.h"
#include "discovery/knownproviders.h"
#include "discovery/sourcereport.h"

#include <QDateTime>

namespace postern {

enum class Verdict { Ready, DecisionNeeded, Partial, InsecureOnly, NothingFound, Offline };

/// What a detection found, whole: what the documents, the command line and the wizard show.
struct Detection
{
    AccountSettings settings; ///< What is recommended; absent where nothing can be.
    QList<ServerSetting> incomingAlternatives;
    QList<ServerSetting> outgoingAlternatives;
    QList<Attempt> attempts;
    QList<SourceReport> sources;
    Verdict verdict = Verdict::NothingFound;
    QList<Diagnosis> diagnoses; ///< That explain the verdict, most important first.
    QString writtenBy; ///< The program that searched, with its version; empty: not known.
    bool isRedacted = false; ///< Names and IP addresses are placeholders.
    QDateTime startedAt; ///< UTC; invalid: not known.
    double elapsedMs = 0;
    /// When usable endpoints were known for every direction that has any.
    std::optional<double> firstUsableMs;
    /// Where nothing was found: a large provider's domain of which the one asked for may be a slip.
    HostName meantDomain;
    std::optional<KnownProvider> provider; ///< What is known of whoever runs the servers.

    friend bool operator==(const Detection &, const Detection &) = default;
};

/// Whether anything is diagnosed: it takes most of the work, and nobody asks while a search runs.
enum class Explanation { Full, None };

/// Ranks, recommends and explains. Pure. @p identity says who. What of
/// @p chosen works with TLS is recommended before all else.
[[nodiscard]] Detection concludeDetection(const Identity &identity,
    const QList<ProbeReport> &reports, const QList<SourceReport> &sources,
    Explanation explanation = Explanation::Full, const QList<Endpoint> &chosen = {});

/// The settings that a usable report stands for.
[[nodiscard]] ServerSetting settingFrom(const ProbeReport &report, const EmailAddress &address);

/// All attempts: those that work by their rank, incoming before outgoing, then the others as they
/// were planned.
[[nodiscard]] QList<Attempt> bestFirst(const Detection &detection);

/// What the recommendations and the attempts of @p detection come to.
[[nodiscard]] Verdict verdictOf(const Detection &detection);

/// The attempt behind a setting; null where there is none.
[[nodiscard]] const Attempt *attemptFor(const Detection &detection, const Endpoint &endpoint);
/// What it showed; null where there is none.
[[nodiscard]] const ProbeReport *reportFor(const Detection &detection, const Endpoint &endpoint);

/// The contract's names: `ready`, `decision-needed` …
[[nodiscard]] QString toString(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdictFromString(const QString &name);

} // namespace postern
