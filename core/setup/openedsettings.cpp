// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/openedsettings.h"

#include "account/emailaddress.h"
#include "account/registereddomain.h"
#include "certificate/signedcontent.h"
#include "discovery/autoconfigxml.h"
#include "discovery/mobileconfig.h"

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

Result<OpenedSettings, OpenFailure> fromDetection(const QByteArray &content)
{
    const auto saved = readDetectionDocument(content);
    if (!saved)
        return Failure{OpenFailure{OpenFailure::Kind::BrokenDetection, saved.error()}};
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

OpenFailure notSettings(const QString &detail)
{
    return {OpenFailure::Kind::NotSettings, DocumentError::NotJson, detail};
}

Result<OpenedSettings, OpenFailure> fromAutoconfig(
    const QByteArray &content, const QString &address)
{
    // Once to learn for which domain it is, once for that domain.
    const auto about = readAutoconfig(content, u"domain.invalid"_s);
    if (!about)
        return Failure{notSettings(about.error())};
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::Autoconfig;
    opened.domain = about->domains.value(0);
    // Nobody's address is filled into a file that is for somebody else's domain.
    const auto typed = EmailAddress::parse(address);
    if (typed && (about->domains.isEmpty() || about->domains.contains(typed->domain())))
        setPerson(opened, address);
    const auto file = readAutoconfig(content, opened.domain);
    if (!file)
        return Failure{notSettings(file.error())};
    opened.skipped = file->skipped;
    for (const AutoconfigServer &server : file->servers) {
        opened.servers.append(candidateFor(server.endpoint, server.username));
        opened.servers.last().authentication = server.authentication;
    }
    return opened;
}

Result<OpenedSettings, OpenFailure> fromMobileConfig(
    const QByteArray &content, const QString &address)
{
    const auto config = readMobileConfig(content);
    if (!config)
        return Failure{notSettings(config.error())};
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

/// The format is told from how the content begins, and what it has in it.
Result<OpenedSettings, OpenFailure> read(const QByteArray &content, const QString &address)
{
    if (content.trimmed().startsWith('{'))
        return fromDetection(content);
    const QByteArray carried = contentOfSigned(content);
    const QByteArray &text = carried.isEmpty() ? content : carried;
    return text.contains("<plist") ? fromMobileConfig(text, address)
                                   : fromAutoconfig(text, address);
}

} // namespace

Result<OpenedSettings, OpenFailure> openSettings(const QByteArray &content, const QString &address)
{
    if (content.size() > maxDocumentBytes)
        return Failure{OpenFailure{OpenFailure::Kind::TooLarge}};
    const auto settings = read(content, address);
    if (!settings)
        return Failure{settings.error()};
    OpenedSettings opened = *settings;
    if (opened.servers.isEmpty())
        return Failure{OpenFailure{
            OpenFailure::Kind::NoServer, DocumentError::NotJson, opened.skipped.join(u"; "_s)}};
    if (opened.domain.isEmpty())
        opened.domain = opened.servers.constFirst().endpoint.host;
    for (Candidate &server : opened.servers)
        server.isForeign = !isOfSameOwner(server.endpoint.host, opened.domain);
    return opened;
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
