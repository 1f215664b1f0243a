// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointstate.h"

#include "diagnosis/diagnose.h"

#include <QHash>

namespace postern {

using namespace Qt::StringLiterals;

EndpointState EndpointState::of(const AttemptState &attempt)
{
    if (attempt.report)
        return ofReport(*attempt.report);
    if (attempt.stage)
        return {Kind::Trying, stageText(*attempt.stage)};
    return {Kind::Waiting, tr("waiting")};
}

EndpointState EndpointState::of(const ServerSetting &setting)
{
    if (setting.endpoint.security == Security::Plaintext)
        return {Kind::NotEncrypted, tr("not encrypted")};
    if (!setting.needsConsent.isEmpty())
        return {Kind::NeedsDecision, tr("needs your decision")};
    if (setting.isTrusted)
        return {Kind::Verified, tr("verified, %1").arg(toString(setting.tlsVersion))};
    return {Kind::AcceptedByUser, tr("accepted by you, %1").arg(toString(setting.tlsVersion))};
}

ColorRole EndpointState::colorRole() const
{
    switch (m_kind) {
    case Kind::Verified:
        return ColorRole::Good;
    case Kind::AcceptedByUser:
    case Kind::NeedsDecision:
        return ColorRole::Caution;
    case Kind::NotEncrypted:
    case Kind::Failed:
        return ColorRole::Danger;
    case Kind::Waiting:
    case Kind::NotNeeded:
        return ColorRole::Muted;
    case Kind::Trying:
        break;
    }
    return ColorRole::Accent;
}

QString EndpointState::iconName() const
{
    switch (m_kind) {
    case Kind::Waiting:
        return u"waiting"_s;
    case Kind::Trying:
        return u"running"_s;
    case Kind::Verified:
        return u"verified"_s;
    case Kind::AcceptedByUser:
        return u"accepted"_s;
    case Kind::NeedsDecision:
        return u"question"_s;
    case Kind::NotEncrypted:
        return u"plaintext"_s;
    case Kind::Failed:
        return u"failed"_s;
    case Kind::NotNeeded:
        break;
    }
    return u"skipped"_s;
}

QIcon EndpointState::icon() const
{
    return Theme::icon(iconName(), colorRole());
}

QString EndpointState::protocolName(Protocol protocol)
{
    return toString(protocol).toUpper();
}

QString EndpointState::securityName(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return u"TLS"_s;
    case Security::StartTls:
        return u"STARTTLS"_s;
    case Security::Plaintext:
        break;
    }
    return tr("none");
}

EndpointState EndpointState::ofReport(const ProbeReport &report)
{
    switch (report.outcome) {
    case ProbeReport::Outcome::Ok:
    case ProbeReport::Outcome::Certificate:
        return of(settingFrom(report, {}));
    case ProbeReport::Outcome::Failed:
        break;
    case ProbeReport::Outcome::Cancelled:
        return {Kind::NotNeeded, tr("stopped")};
    case ProbeReport::Outcome::Skipped:
        return {Kind::NotNeeded, tr("not needed")};
    }
    const QList<Diagnosis> diagnoses = diagnose(report);
    const Problem problem
        = diagnoses.isEmpty() ? Problem::ProtocolClosed : diagnoses.constFirst().problem;
    // That a guess leads nowhere is no failure.
    const bool isGuess = report.candidate.provenance.source == Source::Guess;
    if (problem == Problem::DnsNoSuchName && isGuess)
        return {Kind::NotNeeded, failureText(problem)};
    return {Kind::Failed, failureText(problem)};
}

QString EndpointState::failureText(Problem problem)
{
    static const QHash<Problem, const char *> words{
        {Problem::DnsNoSuchName, QT_TR_NOOP("no such name")},
        {Problem::DnsNoAddress, QT_TR_NOOP("no address")},
        {Problem::DnsTimeout, QT_TR_NOOP("DNS does not answer")},
        {Problem::DnsFailure, QT_TR_NOOP("DNS does not answer")},
        {Problem::ConnectRefused, QT_TR_NOOP("refused")},
        {Problem::ConnectTimeout, QT_TR_NOOP("no answer")},
        {Problem::NetworkUnreachable, QT_TR_NOOP("unreachable")},
        {Problem::StartTlsNotOffered, QT_TR_NOOP("offers no STARTTLS")},
        {Problem::ProtocolWrongService, QT_TR_NOOP("another service")},
    };
    return tr(words.value(problem, QT_TR_NOOP("failed")));
}

QString EndpointState::stageText(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return tr("looking up the name …");
    case Stage::Connect:
        return tr("connecting …");
    case Stage::Greeting:
        return tr("waiting for the greeting …");
    case Stage::StartTls:
        return tr("asking for STARTTLS …");
    case Stage::Handshake:
        return tr("TLS handshake …");
    case Stage::Capabilities:
        break;
    }
    return tr("asking what it can do …");
}

} // namespace postern
