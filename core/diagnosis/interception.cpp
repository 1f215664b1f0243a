// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/interception.h"

#include "account/registereddomain.h"
#include "certificate/certificate.h"
#include "diagnosis/diagnose.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// An authority; namesakes have another key.
using Authority = std::pair<QString, QByteArray>;

/// The one that nobody knows; empty where that is not the matter, or it cannot be told from others.
Authority unknownIssuerOf(const ProbeReport &report)
{
    if (!report.tls || report.tls->chain.isEmpty()
        || !kindsOf(report.tls->findings).contains(Finding::Kind::UnknownIssuer))
        return {};
    const Certificate &last = report.tls->chain.constLast();
    return {last.facts().issuer, last.extensions().authorityKeyId};
}

} // namespace

std::optional<Diagnosis> interceptionHint(const QList<Attempt> &attempts)
{
    QMap<Authority, QSet<QString>> domains;
    for (const Attempt &attempt : attempts) {
        const ProbeReport &report = attempt.report;
        const Authority issuer = unknownIssuerOf(report);
        const QString domain = registeredDomain(report.candidate.endpoint.host);
        if (issuer.second.isEmpty() || domain.isEmpty())
            continue;
        QSet<QString> &known = domains[issuer];
        known.insert(domain);
        if (known.size() < 2)
            continue;
        Diagnosis hint = diagnosisOf(report, Problem::CertificateIntercepted);
        QStringList names(known.begin(), known.end());
        names.sort();
        hint.details = InterceptionDetails{{}, names};
        hint.evidence = u"issuer %1 at %2"_s.arg(issuer.first, names.join(u", "_s));
        return hint;
    }
    return std::nullopt;
}

} // namespace postern
