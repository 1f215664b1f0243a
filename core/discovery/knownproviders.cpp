// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/knownproviders.h"

#include "account/hostname.h"
#include "base/jsonstrings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

std::optional<Offer> offerOf(const QJsonObject &object)
{
    const auto protocol = protocolFromString(object.value("service"_L1).toString());
    const auto security = securityFromString(object.value("security"_L1).toString());
    const auto host = HostName::parse(object.value("host"_L1).toString());
    const int port = object.value("port"_L1).toInt();
    if (!protocol || !security || !host || port < 1 || port > 65535)
        return std::nullopt;
    Offer offer;
    offer.endpoint = {*protocol, *host, static_cast<quint16>(port), *security};
    offer.username = UsernameRule(object.value("username"_L1).toString());
    offer.provenance.isVouchedFor = true;
    return offer;
}

/// In shorter names a letter makes another name, not a slip.
constexpr qsizetype shortestForSlips = 6;

/// Whether the two differ by one letter, or by two neighbours that changed places.
bool isOneSlip(QStringView typed, QStringView meant)
{
    if (qAbs(typed.size() - meant.size()) > 1)
        return false;
    qsizetype same = 0;
    while (same < qMin(typed.size(), meant.size()) && typed.at(same) == meant.at(same))
        ++same;
    const QStringView typedRest = typed.sliced(same);
    const QStringView meantRest = meant.sliced(same);
    const auto without = [](QStringView text, qsizetype count) { return text.mid(count); };
    const bool isSwapped = typedRest.size() >= 2 && meantRest.size() >= 2
        && typedRest.at(0) == meantRest.at(1) && typedRest.at(1) == meantRest.at(0)
        && without(typedRest, 2) == without(meantRest, 2);
    return typed != meant
        && (isSwapped || without(typedRest, 1) == without(meantRest, 1)
            || without(typedRest, 1) == meantRest || typedRest == without(meantRest, 1));
}

std::optional<KnownProvider> providerFrom(const QJsonObject &object)
{
    KnownProvider provider;
    provider.name = object.value("name"_L1).toString();
    provider.help = QUrl(object.value("help"_L1).toString());
    const QJsonArray servers = object.value("servers"_L1).toArray();
    for (const auto &server : servers) {
        auto offer = offerOf(server.toObject());
        if (!offer)
            return std::nullopt;
        offer->preference = static_cast<int>(provider.offers.size());
        provider.offers.append(*offer);
    }
    for (const QString &name : stringsFrom(object.value("signIn"_L1))) {
        const auto way = signInWayFromString(name);
        if (!way)
            return std::nullopt;
        provider.signIn.append(*way);
    }
    for (const QString &name : stringsFrom(object.value("switchedOffByDefault"_L1))) {
        const auto protocol = protocolFromString(name);
        if (!protocol)
            return std::nullopt;
        provider.switchedOffByDefault.append(*protocol);
    }
    return provider;
}

} // namespace

Result<KnownProviders, QString> KnownProviders::read(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value("schema"_L1).toString() != "postern.providers/1"_L1)
        return Failure{u"it is no list of providers"_s};
    KnownProviders all;
    const QJsonArray entries = root.value("providers"_L1).toArray();
    for (const auto &entry : entries) {
        const QJsonObject object = entry.toObject();
        const auto provider = providerFrom(object);
        if (!provider)
            return Failure{u"the entry “%1” is broken"_s.arg(object.value("id"_L1).toString())};
        for (const QString &domain : stringsFrom(object.value("domains"_L1)))
            all.m_byDomain.insert(domain, all.m_providers.size());
        for (const QString &domain : stringsFrom(object.value("mx"_L1)))
            all.m_byMx.insert(domain, all.m_providers.size());
        all.m_providers.append(*provider);
    }
    return all;
}

KnownProviders KnownProviders::bundled()
{
    QFile file(u":/providers/providers.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto providers = read(isOpen ? file.readAll() : QByteArray());
    return providers ? *providers : KnownProviders();
}

HostName KnownProviders::closeTo(const HostName &domain) const
{
    if (m_byDomain.contains(domain))
        return {};
    QStringList close;
    for (auto known = m_byDomain.keyBegin(); known != m_byDomain.keyEnd(); ++known) {
        if (known->size() >= shortestForSlips && isOneSlip(domain.text(), *known))
            close.append(*known);
    }
    if (close.isEmpty())
        return {};
    std::sort(close.begin(), close.end()); // whatever the hash's order
    const auto closest = HostName::parse(close.constFirst());
    return closest ? *closest : HostName();
}

bool KnownProvider::runsAnyOf(const QList<HostName> &hosts) const
{
    return hosts.isEmpty()
        || std::any_of(offers.begin(), offers.end(),
            [&hosts](const Offer &offer) { return hosts.contains(offer.endpoint.host); });
}

std::optional<KnownProvider> KnownProviders::forDomain(const HostName &domain) const
{
    return at(m_byDomain, domain);
}

std::optional<KnownProvider> KnownProviders::forMailExchangers(
    const QString &registeredDomain) const
{
    return at(m_byMx, registeredDomain);
}

std::optional<KnownProvider> KnownProviders::at(
    const QHash<QString, qsizetype> &index, const QString &key) const
{
    const auto found = index.constFind(key);
    return found == index.constEnd() ? std::nullopt : std::optional(m_providers.at(*found));
}

QString toString(SignInWay way)
{
    switch (way) {
    case SignInWay::Password:
        return u"password"_s;
    case SignInWay::ApplicationPassword:
        return u"application-password"_s;
    case SignInWay::OAuth:
        break;
    }
    return u"oauth"_s;
}

std::optional<SignInWay> signInWayFromString(const QString &name)
{
    for (const SignInWay way :
        {SignInWay::Password, SignInWay::ApplicationPassword, SignInWay::OAuth}) {
        if (toString(way) == name)
            return way;
    }
    return std::nullopt;
}

} // namespace postern
