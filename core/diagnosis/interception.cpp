// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/interception.h"

#include "account/registereddomain.h"
#include "diagnosis/diagnose.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// The authority that nobody knows; empty where that is not the matter.
QString unknownIssuerOf(const ProbeReport &report)
{
    const QList<TlsFinding> findings = report.tls ? report.tls->findings : QList<TlsFinding>();
    for (const TlsFinding &finding : findings) {
        if (finding.kind == TlsFinding::Kind::UnknownIssuer)
            return finding.issuer;
    }
    return {};
}

} // namespace

std::optional<Diagnosis> interceptionHint(const QList<ProbeReport> &reports)
{
    QMap<QString, QSet<QString>> domains; // by authority
    for (const ProbeReport &report : reports) {
        const QString issuer = unknownIssuerOf(report);
        const QString domain = registeredDomain(report.candidate.endpoint.host);
        if (issuer.isEmpty() || domain.isEmpty())
            continue;
        QSet<QString> &known = domains[issuer];
        known.insert(domain);
        if (known.size() < 2)
            continue;
        Diagnosis hint = diagnosisOf(report, Problem::CertificateIntercepted, Severity::Warning);
        hint.stage = Stage::Handshake;
        QStringList names(known.begin(), known.end());
        names.sort();
        hint.evidence = u"issuer %1 at %2"_s.arg(issuer, names.join(u", "_s));
        return hint;
    }
    return std::nullopt;
}

} // namespace postern
