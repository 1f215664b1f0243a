// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/stage.h"
#include "diagnosis/advicetext.h"
#include "diagnosis/diagnosis.h"

#include <optional>
#include <span>

namespace postern {

/// What a program can offer to do about a problem when the user says so. Nothing here switches
/// encryption off or accepts a certificate.
enum class NextStep {
    None, ///< Only a person can help.
    StartTls, ///< STARTTLS on the same port.
    ImplicitTls, ///< Implicit TLS on the same port.
    TlsPort, ///< Implicit TLS on its own port.
    OtherName, ///< A name that the certificate has.
    LegacyTls, ///< TLS 1.0 and 1.1, weak keys and signatures too, for this search.
};

/// All there is to say of one problem: a row of the catalogue. Its entry in CODES.md, in the handbook
/// and in every list are made from it or checked against it.
struct ProblemRow
{
    Problem problem;
    QLatin1StringView code; ///< The contract's, such as `certificate.self-signed`.
    Topic topic;
    Severity severity; ///< Where nothing makes it milder.
    std::optional<Stage> stage; ///< Absent: wherever the attempt ended.
    AdviceText (*words)(const Diagnosis &);
    /// What whoever runs the server can change, to be translated in the context
    /// `postern::ChangeAdvice`; %1 is the host. Null: nothing.
    const char *change = nullptr;
    NextStep nextStep = NextStep::None;
};

/// The rows of one part; they stand beside the words.
[[nodiscard]] std::span<const ProblemRow> networkProblems();
[[nodiscard]] std::span<const ProblemRow> protocolProblems();
[[nodiscard]] std::span<const ProblemRow> startTlsProblems();
[[nodiscard]] std::span<const ProblemRow> tlsProblems();
[[nodiscard]] std::span<const ProblemRow> certificateProblems();
[[nodiscard]] std::span<const ProblemRow> signInProblems();
[[nodiscard]] std::span<const ProblemRow> discoveryProblems();

/// Every row, in the order of the parts.
[[nodiscard]] const QList<const ProblemRow *> &problemRows();
/// Never fails: a problem without a row does not pass the tests.
[[nodiscard]] const ProblemRow &rowOf(Problem problem);

} // namespace postern
