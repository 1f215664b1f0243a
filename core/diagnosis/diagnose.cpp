// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnose.h"

#include "base/inerttext.h"
#include "diagnosis/catalogue.h"
#include "diagnosis/diagnosecertificate.h"
#include "diagnosis/refusal.h"

#include <algorithm>
#include <iterator>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct FaultRow
{
    Fault fault;
    Problem problem;
};

constexpr FaultRow faultTable[] = {
    {Fault::NoSuchName, Problem::DnsNoSuchName},
    {Fault::NoAddress, Problem::DnsNoAddress},
    {Fault::DnsTimeout, Problem::DnsTimeout},
    {Fault::DnsFailure, Problem::DnsFailure},
    {Fault::Unreachable, Problem::NetworkUnreachable},
    {Fault::Refused, Problem::ConnectRefused},
    {Fault::ConnectTimeout, Problem::ConnectTimeout},
    {Fault::ConnectReset, Problem::ConnectReset},
    {Fault::NoGreeting, Problem::ProtocolNoGreeting},
    {Fault::Closed, Problem::ProtocolClosed},
    {Fault::ReplyTimeout, Problem::ProtocolClosed},
    {Fault::PlaintextOnTlsPort, Problem::ProtocolPlaintextOnTlsPort},
    {Fault::TlsOnPlaintextPort, Problem::ProtocolTlsOnPlaintextPort},
    {Fault::WrongService, Problem::ProtocolWrongService},
    {Fault::GreetingRejected, Problem::ProtocolRejected},
    {Fault::CapabilitiesRefused, Problem::ProtocolRejected},
    {Fault::Malformed, Problem::ProtocolMalformed},
    {Fault::Unsolicited, Problem::ProtocolMalformed},
    {Fault::TooMuchData, Problem::ProtocolTooMuchData},
    {Fault::PreauthBeforeTls, Problem::ProtocolPreauthenticated},
    {Fault::StartTlsNotOffered, Problem::StartTlsNotOffered},
    {Fault::StartTlsRefused, Problem::StartTlsRefused},
    {Fault::InjectedData, Problem::StartTlsInjection},
    {Fault::TlsVersionTooOld, Problem::TlsVersionTooOld},
    {Fault::TlsVersionTooNew, Problem::TlsVersionTooNew},
    {Fault::NoCommonCipher, Problem::TlsNoCommonCipher},
    {Fault::ClientCertificateRequired, Problem::TlsClientCertificateRequired},
    {Fault::WeakParameters, Problem::TlsWeakParameters},
    {Fault::HandshakeTimeout, Problem::TlsHandshakeFailed},
    {Fault::HandshakeFailed, Problem::TlsHandshakeFailed},
    {Fault::CertificateUnacceptable, Problem::CertificateInvalid},
};
static_assert(std::size(faultTable) == static_cast<size_t>(Fault::CertificateUnacceptable) + 1,
    "every fault is a problem");

QList<Problem> reservationsAbout(const Candidate &candidate)
{
    QList<Problem> problems;
    if (candidate.isAgreed)
        return problems;
    if (candidate.provenance.isForeign)
        problems.append(Problem::DiscoveryForeignHost);
    if (candidate.provenance.isUntrusted)
        problems.append(Problem::DiscoveryUntrustedSource);
    return problems;
}

constexpr qsizetype maskedLength = 8; // `STARTTLS`

/// Cisco's inspection of SMTP and its likes write `X` over what they do not let through.
bool isOverwritten(const QString &capability)
{
    const QString word = capability.section(u' ', 0, 0).toUpper();
    return word.size() == maskedLength && word.chopped(1).count(u'X') == word.size() - 1;
}

/// What the words need to know of a fault besides its evidence.
DiagnosisDetails detailsOfFault(const ProbeReport &report)
{
    const QString &evidence = report.fault->evidence;
    const Problem problem = problemOf(report.fault->fault);
    if (problem == Problem::ProtocolRejected)
        return RejectionDetails{saysSwitchedOff(evidence), namesBlockList(evidence),
            isTemporaryRefusal(evidence, report.candidate.endpoint.protocol)};
    if (problem == Problem::StartTlsNotOffered) {
        const QStringList &offered = report.profile.capabilities;
        return OfferDetails{std::any_of(offered.begin(), offered.end(), isOverwritten)};
    }
    if (problem == Problem::TlsVersionTooOld && report.secondLook)
        return VersionDetails{report.secondLook->accepted()};
    if (problem == Problem::TlsHandshakeFailed)
        return FailureDetails{report.fault->fault == Fault::HandshakeTimeout};
    return {};
}

void diagnoseFault(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    // What nobody may accept is told by its findings, each by its name.
    if (!report.fault || report.fault->fault == Fault::CertificateUnacceptable)
        return;
    Diagnosis diagnosis = diagnosisOf(report, problemOf(report.fault->fault));
    diagnosis.evidence = report.fault->evidence;
    diagnosis.details = detailsOfFault(report);
    diagnoses.append(diagnosis);
}

/// What the way on which the endpoint was found leaves open.
void diagnoseDiscovery(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    if (!report.isUsable())
        return;
    const Provenance &provenance = report.candidate.provenance;
    for (const Problem problem : reservationsAbout(report.candidate)) {
        Diagnosis diagnosis = diagnosisOf(report, problem);
        diagnosis.evidence = u"%1: %2"_s.arg(toString(provenance.source), provenance.origin);
        diagnoses.append(diagnosis);
    }
}

void diagnoseLogin(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    const ServerProfile &profile = report.profile;
    if (!profile.isLoginDisabledBeforeTls || !profile.offersStartTls || !report.isUsable()
        || (report.tls && profile.isLoginDisabled)) // which is told instead
        return;
    Diagnosis diagnosis = diagnosisOf(report, Problem::SecurityLoginBeforeTlsDisabled);
    const QStringList &said = profile.capabilitiesBeforeTls.isEmpty()
        ? profile.capabilities
        : profile.capabilitiesBeforeTls;
    diagnosis.evidence = inertText(said.join(u' '));
    diagnoses.append(diagnosis);
}

void diagnoseProfile(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    diagnoseLogin(report, diagnoses);
    if (!report.isUsable())
        return;
    if (report.tls && report.tls->isLegacy()) {
        Diagnosis diagnosis = diagnosisOf(report, Problem::TlsVersionTooOld);
        diagnosis.severity = Severity::Warning; // it is used all the same
        diagnosis.evidence = u"%1, %2"_s.arg(toString(report.tls->version), report.tls->cipher);
        diagnoses.append(diagnosis);
    }
    if (report.candidate.endpoint.security == Security::Plaintext)
        diagnoses.append(diagnosisOf(report, Problem::SecurityPlaintext));
    else if (report.profile.isLoginDisabled)
        diagnoses.append(diagnosisOf(report, Problem::LoginNoCommonMechanism));
}

} // namespace

QList<Diagnosis> diagnose(const ProbeReport &report)
{
    QList<Diagnosis> diagnoses;
    diagnoseFault(report, diagnoses);
    diagnoses += diagnoseCertificate(report);
    diagnoseDiscovery(report, diagnoses);
    diagnoseProfile(report, diagnoses);
    std::stable_sort(diagnoses.begin(), diagnoses.end(),
        [](const Diagnosis &a, const Diagnosis &b) { return a.severity > b.severity; });
    return diagnoses;
}

Attempt attemptOf(const ProbeReport &report)
{
    return {report, diagnose(report)};
}

Diagnosis diagnosisOf(const ProbeReport &report, Problem problem)
{
    const ProblemRow &row = rowOf(problem);
    return {
        problem, row.stage.value_or(report.lastStage), row.severity, report.candidate.endpoint, {}};
}

Problem problemOf(Fault fault)
{
    return std::find_if(std::begin(faultTable), std::end(faultTable), [fault](const FaultRow &row) {
        return row.fault == fault;
    })->problem;
}

QList<Problem> consentsFor(const ProbeReport &report)
{
    QList<Problem> problems = reservationsAbout(report.candidate);
    if (report.candidate.endpoint.security == Security::Plaintext)
        problems.append(Problem::SecurityPlaintext);
    if (report.outcome != ProbeReport::Outcome::Certificate || !report.tls)
        return problems;
    if (report.tls->isChanged)
        problems.append(Problem::CertificateChanged);
    for (const Finding::Kind kind : kindsOf(report.tls->findings)) {
        if (const Problem problem = problemOf(kind); !problems.contains(problem))
            problems.append(problem);
    }
    return problems;
}

} // namespace postern
