// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosecertificate.h"

#include "certificate/certificate.h"
#include "certificate/namematch.h"
#include "diagnosis/diagnose.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString fingerprintEvidence(const QByteArray &sha256)
{
    return u"SHA-256 %1"_s.arg(fingerprintForPeople(sha256));
}

QStringList namesOf(const QList<Certificate> &chain)
{
    const Certificate leaf = chain.value(0);
    return leaf.facts().dnsNames + leaf.facts().ipAddresses;
}

DiagnosisDetails detailsOfFinding(const Finding &finding, const Handshake &handshake)
{
    switch (finding.kind) {
    case Finding::Kind::UnknownIssuer:
    case Finding::Kind::IncompleteChain:
        return IssuerDetails{finding.issuer};
    case Finding::Kind::NameMismatch:
        return NameDetails{serverNamesIn(namesOf(handshake.chain))};
    case Finding::Kind::Expired:
    case Finding::Kind::NotYetValid:
        return DateDetails{
            finding.date, handshake.judgedAt, finding.depth > 0 ? finding.subject : QString()};
    case Finding::Kind::SelfSigned:
    case Finding::Kind::Revoked:
    case Finding::Kind::NotForServers:
    case Finding::Kind::WeakSignature:
    case Finding::Kind::WeakKey:
    case Finding::Kind::Invalid:
    case Finding::Kind::Missing:
        break;
    }
    return {};
}

void diagnoseFindings(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    const bool isAccepted = report.tls->trust == Trust::AcceptedByUser;
    const Severity severity = isAccepted ? Severity::Info : Severity::Error;
    if (report.superseded && report.tls->isChanged) {
        Diagnosis diagnosis = diagnosisOf(report, Problem::CertificateChanged);
        diagnosis.severity = severity;
        diagnosis.evidence
            = u"accepted earlier: %1"_s.arg(fingerprintEvidence(report.superseded->sha256));
        diagnoses.append(diagnosis);
    }
    for (const Finding &finding : report.tls->findings) {
        const Problem problem = problemOf(finding.kind);
        const bool isKnown = std::any_of(diagnoses.begin(), diagnoses.end(),
            [problem](const Diagnosis &known) { return known.problem == problem; });
        if (isKnown)
            continue;
        Diagnosis diagnosis = diagnosisOf(report, problem);
        diagnosis.severity = severity;
        diagnosis.evidence = finding.evidence;
        diagnosis.details = detailsOfFinding(finding, *report.tls);
        diagnoses.append(diagnosis);
    }
}

Problem problemOf(ChainRemark::Kind kind)
{
    switch (kind) {
    case ChainRemark::Kind::ExpiresSoon:
        return Problem::CertificateExpiresSoon;
    case ChainRemark::Kind::WrongOrder:
        return Problem::CertificateWrongOrder;
    case ChainRemark::Kind::Superfluous:
        return Problem::CertificateSuperfluous;
    case ChainRemark::Kind::Intercepted:
        break;
    }
    return Problem::CertificateIntercepted;
}

DiagnosisDetails detailsOfRemark(const ChainRemark &remark, const Handshake &handshake)
{
    switch (remark.kind) {
    case ChainRemark::Kind::ExpiresSoon:
        return DateDetails{remark.date, handshake.judgedAt, {}};
    case ChainRemark::Kind::Intercepted:
        // Anybody can write such a name; who was trusted with it on this computer can also use it.
        return InterceptionDetails{handshake.findings.isEmpty() ? remark.product : QString(), {}};
    case ChainRemark::Kind::WrongOrder:
    case ChainRemark::Kind::Superfluous:
        break;
    }
    return {};
}

/// What a server's administrator should know, though nothing is wrong yet.
void diagnoseRemarks(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    for (const ChainRemark &remark : report.tls->remarks) {
        Diagnosis diagnosis = diagnosisOf(report, problemOf(remark.kind));
        diagnosis.evidence = remark.evidence;
        diagnosis.details = detailsOfRemark(remark, *report.tls);
        diagnoses.append(diagnosis);
    }
}

} // namespace

QList<Diagnosis> diagnoseCertificate(const ProbeReport &report)
{
    QList<Diagnosis> diagnoses;
    if (report.tls) {
        diagnoseFindings(report, diagnoses);
        diagnoseRemarks(report, diagnoses);
    }
    return diagnoses;
}

Problem problemOf(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::SelfSigned:
        return Problem::CertificateSelfSigned;
    case Finding::Kind::UnknownIssuer:
        return Problem::CertificateUnknownIssuer;
    case Finding::Kind::IncompleteChain:
        return Problem::CertificateIncompleteChain;
    case Finding::Kind::NameMismatch:
        return Problem::CertificateNameMismatch;
    case Finding::Kind::Expired:
        return Problem::CertificateExpired;
    case Finding::Kind::NotYetValid:
        return Problem::CertificateNotYetValid;
    case Finding::Kind::Revoked:
        return Problem::CertificateRevoked;
    case Finding::Kind::NotForServers:
        return Problem::CertificateNotForServers;
    case Finding::Kind::WeakSignature:
        return Problem::TlsWeakSignature;
    case Finding::Kind::WeakKey:
        return Problem::TlsWeakKey;
    case Finding::Kind::Invalid:
    case Finding::Kind::Missing:
        break;
    }
    return Problem::CertificateInvalid;
}

} // namespace postern
