// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/remedy.h"

#include "diagnosis/catalogue.h"

#include <algorithm>

namespace postern {

namespace {

constexpr qsizetype maxNames = 2; // the first of a certificate are the server's own

Remedy tryServer(const Endpoint &endpoint)
{
    return {Remedy::Kind::TryServer, endpoint};
}

Remedy inMode(Endpoint endpoint, Security security)
{
    endpoint.security = security;
    return tryServer(endpoint);
}

/// Nothing where it was that port that failed.
QList<Remedy> onTlsPort(Endpoint endpoint)
{
    const quint16 port = standardPorts(endpoint.protocol, Security::ImplicitTls).constFirst();
    if (endpoint.port == port)
        return {};
    endpoint.port = port;
    return {inMode(endpoint, Security::ImplicitTls)};
}

QList<Remedy> underOtherNames(const Diagnosis &diagnosis)
{
    QList<Remedy> remedies;
    for (const QString &name : detailsOf<NameDetails>(diagnosis).names) {
        const auto host = HostName::parse(name);
        if (!host || host->isIpLiteral() || remedies.size() == maxNames)
            continue;
        Endpoint endpoint = diagnosis.endpoint;
        endpoint.host = *host;
        remedies.append(tryServer(endpoint));
    }
    return remedies;
}

/// Not where it was allowed already, nor for a server that speaks only what nobody may allow.
bool mayHelpToAllowLegacy(const Diagnosis &diagnosis)
{
    const auto accepted = detailsOf<VersionDetails>(diagnosis).accepted;
    const bool isSpoken = diagnosis.problem != Problem::TlsVersionTooOld
        || accepted.contains(TlsVersion::Tls1_0) || accepted.contains(TlsVersion::Tls1_1);
    return isSpoken && diagnosis.severity == Severity::Error;
}

} // namespace

QList<Remedy> remediesFor(const Diagnosis &diagnosis)
{
    switch (rowOf(diagnosis.problem).nextStep) {
    case NextStep::StartTls:
        return {inMode(diagnosis.endpoint, Security::StartTls)};
    case NextStep::ImplicitTls:
        return {inMode(diagnosis.endpoint, Security::ImplicitTls)};
    case NextStep::TlsPort:
        return onTlsPort(diagnosis.endpoint);
    case NextStep::OtherName:
        return underOtherNames(diagnosis);
    case NextStep::LegacyTls:
        if (mayHelpToAllowLegacy(diagnosis))
            return {{Remedy::Kind::AllowLegacyTls, diagnosis.endpoint}};
        return {};
    case NextStep::None:
        break;
    }
    return {};
}

QList<HostName> otherNamesIn(const QList<Diagnosis> &diagnoses)
{
    const auto isUnvouched = [](const Diagnosis &diagnosis) {
        return diagnosis.problem == Problem::CertificateSelfSigned
            || diagnosis.problem == Problem::CertificateUnknownIssuer
            || diagnosis.problem == Problem::CertificateIncompleteChain;
    };
    if (std::any_of(diagnoses.begin(), diagnoses.end(), isUnvouched))
        return {};
    QList<HostName> names;
    for (const Diagnosis &diagnosis : diagnoses) {
        if (diagnosis.problem != Problem::CertificateNameMismatch)
            continue;
        for (const Remedy &remedy : underOtherNames(diagnosis))
            names.append(remedy.endpoint.host);
    }
    return names;
}

HostName nameLike(const HostName &host, const HostName &chosen, const QList<HostName> &names)
{
    const QString label = host.text().section(u'.', 0, 0) + u'.';
    const auto like = std::find_if(names.begin(), names.end(),
        [&label](const HostName &name) { return name.text().startsWith(label); });
    return like == names.end() ? chosen : *like;
}

DetectionRequest withRemedy(DetectionRequest request, const Remedy &remedy)
{
    switch (remedy.kind) {
    case Remedy::Kind::TryServer:
        request.wishes.of(remedy.endpoint.protocol)
            = {remedy.endpoint.host, remedy.endpoint.port, remedy.endpoint.security};
        break;
    case Remedy::Kind::AllowLegacyTls:
        request.tls.oldest = TlsVersion::Tls1_0;
        break;
    }
    return request;
}

} // namespace postern
