// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/openedsettings.h"

#include "account/emailaddress.h"
#include "discovery/autoconfigxml.h"
#include "discovery/mobileconfig.h"
#include "export/detectiondocument.h"
#include "tls/signedcontent.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

Candidate candidateFor(const Endpoint &endpoint, const UsernameRule &username)
{
    Candidate candidate;
    candidate.endpoint = endpoint;
    candidate.source = Source::User;
    candidate.origin = u"opened file"_s;
    candidate.username = username;
    return candidate;
}

void setPerson(OpenedSettings &opened, const QString &address)
{
    const auto parsed = EmailAddress::parse(address);
    if (!parsed)
        return;
    opened.address = parsed->toString();
    opened.domain = parsed->domain();
}

std::optional<OpenedSettings> fromDetection(const QByteArray &content)
{
    const auto saved = readDetectionDocument(content);
    if (!saved)
        return std::nullopt;
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::Detection;
    opened.displayName = saved->settings.displayName;
    opened.address = saved->settings.address;
    opened.domain = saved->settings.domain;
    for (const auto &setting : {saved->settings.incoming, saved->settings.outgoing}) {
        if (setting)
            opened.servers.append(candidateFor(setting->endpoint, UsernameRule(setting->username)));
    }
    return opened;
}

std::optional<OpenedSettings> fromAutoconfig(const QByteArray &content, const QString &address)
{
    // Once to learn for which domain it is, once for that domain.
    const auto about = readAutoconfig(content, u"domain.invalid"_s);
    if (!about)
        return std::nullopt;
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::Autoconfig;
    opened.domain = about->domains.value(0);
    // Nobody's address is filled into a file that is for somebody else's domain.
    const auto typed = EmailAddress::parse(address);
    if (typed && (about->domains.isEmpty() || about->domains.contains(typed->domain())))
        setPerson(opened, address);
    const auto file = readAutoconfig(content, opened.domain);
    if (!file)
        return std::nullopt;
    opened.skipped = file->skipped;
    for (const AutoconfigServer &server : file->servers) {
        opened.servers.append(candidateFor(server.endpoint, server.username));
        opened.servers.last().authentication = server.authentication;
    }
    return opened;
}

std::optional<OpenedSettings> fromMobileConfig(const QByteArray &content, const QString &address)
{
    const QByteArray carried = contentOfSigned(content);
    const auto config = readMobileConfig(carried.isEmpty() ? content : carried);
    if (!config)
        return std::nullopt;
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::MobileConfig;
    opened.displayName = config->displayName;
    opened.skipped = config->skipped;
    setPerson(opened, config->address.isEmpty() ? address : config->address);
    for (const ProfileServer &server : config->servers)
        opened.servers.append(candidateFor(server.endpoint,
            server.username.isEmpty() ? UsernameRule() : UsernameRule(server.username)));
    return opened;
}

} // namespace

Result<OpenedSettings, OpenRefusal> openSettings(const QByteArray &content, const QString &address)
{
    if (content.size() > maxDocumentBytes)
        return Failure{OpenRefusal::TooLarge};
    auto opened = fromDetection(content);
    if (!opened)
        opened = fromAutoconfig(content, address);
    if (!opened)
        opened = fromMobileConfig(content, address);
    if (!opened)
        return Failure{OpenRefusal::NotSettings};
    if (opened->servers.isEmpty())
        return Failure{OpenRefusal::NoServer};
    if (opened->domain.isEmpty())
        opened->domain = opened->servers.constFirst().endpoint.host;
    return *opened;
}

DetectionRequest checkOf(const OpenedSettings &settings)
{
    DetectionRequest request;
    request.displayName = settings.displayName;
    request.address = settings.address;
    request.domain = settings.domain;
    request.fixedPlan = settings.servers;
    for (qsizetype i = 0; i < request.fixedPlan.size(); ++i)
        request.fixedPlan[i].order = static_cast<int>(i);
    return request;
}

} // namespace postern
