// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consoleoutput.h"

#include "base/shellword.h"
#include "console.h"
#include "diagnosis/trustadvice.h"
#include "document/detectiondocument.h"
#include "outputfile.h"
#include "setup/openedadvice.h"
#include "trust/trustdocument.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QByteArray pemOf(const QList<Attempt> &attempts)
{
    for (const Attempt &attempt : attempts) {
        if (!attempt.report.tls)
            continue;
        QByteArray pem;
        for (const Certificate &certificate : attempt.report.tls->chain)
            pem += certificate.toPem();
        return pem;
    }
    return {};
}

/// What decides which server a name means, what is trusted there, and where that is kept.
QString optionsToRepeat(const CommonOptions &common, const TlsPolicy &tls, const QString &account)
{
    QString options;
    const auto add = [&options](const QString &name, const QString &value) {
        if (!value.isEmpty())
            options += u" --%1 %2"_s.arg(name, shellWord(value));
    };
    add(u"account"_s, account);
    add(u"nameserver"_s, common.nameServer);
    add(u"ca"_s, common.caFile);
    add(u"trust-store"_s, common.trustStorePath);
    if (tls.consent() == LegacyConsent::Given)
        options += u" --allow-legacy-tls"_s;
    return options;
}

} // namespace

ConsoleOutput::ConsoleOutput(const ParsedCommand &parsed) : m_common(parsed.common)
{
    const auto *detect = std::get_if<DetectCommand>(&parsed.command);
    m_isDemonstration = detect && detect->isDemonstration;
    if (detect)
        m_tls = detect->request.tls;
    else if (const auto *inspect = std::get_if<InspectCommand>(&parsed.command))
        m_tls = inspect->request.tls;
}

ExitCode ConsoleOutput::detection(const Detection &detection) const
{
    if (isJson())
        Console::print(writeDetectionDocument(detection));
    else
        Console::print(text(detection.settings.identity.address().toString()).detection(detection));
    return exitCodeOf(detection.verdict);
}

ExitCode ConsoleOutput::inspection(const Detection &detection, const InspectCommand &command) const
{
    if (isJson())
        Console::print(writeInspectionDocument(detection, command.host, command.port));
    else
        Console::print(text(command.request.identity.address().toString()).inspection(detection));
    const QByteArray pem = pemOf(detection.attempts);
    if (!command.pemFile.isEmpty() && pem.isEmpty())
        Console::complain(tr("No certificate was shown; %1 was not written.").arg(command.pemFile));
    if (!command.pemFile.isEmpty() && !pem.isEmpty()) {
        const ExitCode written = writeOutput(command.pemFile, pem);
        if (written != ExitCode::Success)
            return written;
    }
    return exitCodeOfInspection(detection);
}

ExitCode ConsoleOutput::exceptions(
    const Result<QList<TrustException>, TrustStoreProblem> &stored) const
{
    if (!stored) {
        Console::complain(TrustAdvice::textFor(stored.error()));
        return stored.error().kind == TrustStoreProblem::Kind::NotWritten
            ? ExitCode::NotWritten
            : ExitCode::MalformedInput;
    }
    if (isJson())
        Console::print(writeTrustDocument(*stored));
    else
        Console::print(text().exceptions(*stored));
    return ExitCode::Success;
}

void ConsoleOutput::whyItEnded(const SetupState &state) const
{
    if (const QString note
        = OpenedAdvice::otherSignInText(state.request.fixedPlan, state.detection);
        !note.isEmpty())
        Console::complain(note);
    const auto left = std::count_if(
        state.attempts.begin(), state.attempts.end(), [](const AttemptState &attempt) {
            return attempt.report && attempt.report->outcome == ProbeReport::Outcome::Cancelled;
        });
    if (left == 0 && state.end == SetupState::End::OutOfTime)
        Console::complain(tr("The time ran out; --timeout gives more."));
    else if (left == 0 && state.end == SetupState::End::Stopped)
        Console::complain(tr("Interrupted: what was found so far is printed."));
    else if (state.end == SetupState::End::OutOfTime)
        Console::complain(
            tr("The time ran out with %n attempt(s) unfinished; --timeout gives more.", nullptr,
                static_cast<int>(left)));
    else if (state.end == SetupState::End::Stopped)
        Console::complain(
            tr("Interrupted with %n attempt(s) unfinished.", nullptr, static_cast<int>(left)));
}

void ConsoleOutput::whyNot(const Detection &detection) const
{
    const ConsoleText plain(ConsoleText::Colors::None, std::nullopt);
    const QString problems = plain.problems(detection.diagnoses).trimmed();
    if (!problems.isEmpty())
        Console::complain(problems);
}

ConsoleText ConsoleOutput::text(const QString &account) const
{
    return ConsoleText(m_common.isColored ? ConsoleText::Colors::Ansi : ConsoleText::Colors::None,
        m_isDemonstration ? std::nullopt
                          : std::optional(optionsToRepeat(m_common, m_tls, account)));
}

} // namespace postern
