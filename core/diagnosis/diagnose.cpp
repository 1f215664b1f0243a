// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnose.h"

#include "base/inerttext.h"
#include "diagnosis/diagnosecertificate.h"
#include "diagnosis/diagnosisof.h"
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

void diagnoseFault(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    // What nobody may accept is told by its findings, each by its name.
    if (!report.fault || report.fault->fault == Fault::CertificateUnacceptable)
        return;
    Diagnosis diagnosis = diagnosisOf(report, problemOf(report.fault->fault), Severity::Error);
    // TLS 1.3 tells of a refused client only when the first answer is read.
    if (isTlsFault(report.fault->fault))
        diagnosis.stage = Stage::Handshake;
    diagnosis.evidence = report.fault->evidence;
    diagnosis.isSilent = report.fault->fault == Fault::HandshakeTimeout;
    if (diagnosis.problem == Problem::ProtocolRejected) {
        diagnosis.isSwitchedOff = saysSwitchedOff(diagnosis.evidence);
        diagnosis.isBlockListed = namesBlockList(diagnosis.evidence);
        diagnosis.isTemporary = isTemporaryRefusal(diagnosis.evidence, diagnosis.endpoint.protocol);
    }
    diagnosis.isOverwritten = diagnosis.problem == Problem::StartTlsNotOffered
        && std::any_of(
            report.profile.capabilities.begin(), report.profile.capabilities.end(), isOverwritten);
    diagnoses.append(diagnosis);
}

/// What the way on which the endpoint was found leaves open.
void diagnoseDiscovery(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    if (!report.isUsable())
        return;
    const Candidate &candidate = report.candidate;
    for (const Problem problem : reservationsAbout(candidate)) {
        Diagnosis diagnosis = diagnosisOf(report, problem, Severity::Warning);
        diagnosis.stage = Stage::Resolve;
        diagnosis.evidence
            = u"%1: %2"_s.arg(toString(candidate.provenance.source), candidate.provenance.origin);
        diagnoses.append(diagnosis);
    }
}

void diagnoseProfile(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    const ServerProfile &profile = report.profile;
    if (profile.isLoginDisabledBeforeTls && profile.offersStartTls && report.isUsable()
        && !(report.tls && profile.isLoginDisabled)) { // which is told instead
        Diagnosis diagnosis
            = diagnosisOf(report, Problem::SecurityLoginBeforeTlsDisabled, Severity::Info);
        diagnosis.stage = Stage::Capabilities;
        const QStringList &said = profile.capabilitiesBeforeTls.isEmpty()
            ? profile.capabilities
            : profile.capabilitiesBeforeTls;
        diagnosis.evidence = inertText(said.join(u' '));
        diagnoses.append(diagnosis);
    }
    if (!report.isUsable())
        return;
    if (report.tls && report.tls->isLegacy()) {
        Diagnosis diagnosis = diagnosisOf(report, Problem::TlsVersionTooOld, Severity::Warning);
        diagnosis.stage = Stage::Handshake;
        diagnosis.evidence = u"%1, %2"_s.arg(toString(report.tls->version), report.tls->cipher);
        diagnoses.append(diagnosis);
    }
    if (report.candidate.endpoint.security == Security::Plaintext)
        diagnoses.append(diagnosisOf(report, Problem::SecurityPlaintext, Severity::Warning));
    else if (profile.isLoginDisabled)
        diagnoses.append(diagnosisOf(report, Problem::LoginNoCommonMechanism, Severity::Warning));
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
