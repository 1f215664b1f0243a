// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosecertificate.h"

#include "certificate/certificate.h"
#include "diagnosis/diagnosisof.h"

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

bool isAboutIssuer(Finding::Kind kind)
{
    return kind == Finding::Kind::UnknownIssuer || kind == Finding::Kind::IncompleteChain;
}

void diagnoseFindings(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    const bool isAccepted = report.tls->trust == Trust::AcceptedByUser;
    const Severity severity = isAccepted ? Severity::Info : Severity::Error;
    if (report.superseded && report.tls->isChanged) {
        Diagnosis diagnosis = diagnosisOf(report, Problem::CertificateChanged, severity);
        diagnosis.stage = Stage::Handshake;
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
        Diagnosis diagnosis = diagnosisOf(report, problem, severity);
        diagnosis.stage = Stage::Handshake;
        diagnosis.evidence = finding.evidence;
        diagnosis.date = finding.date;
        if (finding.kind == Finding::Kind::NameMismatch)
            diagnosis.names = namesOf(report.tls->chain);
        if (isAboutIssuer(finding.kind))
            diagnosis.about = finding.issuer;
        else if (finding.depth > 0)
            diagnosis.about = finding.subject;
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

/// What a server's administrator should know, though nothing is wrong yet.
void diagnoseRemarks(const ProbeReport &report, QList<Diagnosis> &diagnoses)
{
    for (const ChainRemark &remark : report.tls->remarks) {
        const Problem problem = problemOf(remark.kind);
        const bool isWarning = problem == Problem::CertificateExpiresSoon
            || problem == Problem::CertificateIntercepted;
        Diagnosis diagnosis
            = diagnosisOf(report, problem, isWarning ? Severity::Warning : Severity::Info);
        diagnosis.stage = Stage::Handshake;
        diagnosis.evidence = remark.evidence;
        // Anybody can write such a name; who was trusted with it on this computer can also use it.
        if (report.tls->findings.isEmpty())
            diagnosis.about = remark.product;
        diagnosis.date = remark.date;
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
