// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/openedsettings.h"

#include "account/registereddomain.h"
#include "certificate/signedcontent.h"
#include "discovery/autoconfigxml.h"
#include "discovery/mobileconfig.h"
#include "document/detectionreader.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

Candidate candidateFor(const Endpoint &endpoint, const UsernameRule &username)
{
    Candidate candidate;
    candidate.endpoint = endpoint;
    candidate.provenance.source = Source::User;
    candidate.provenance.origin = u"opened file"_s;
    candidate.username = username;
    return candidate;
}

Result<OpenedSettings, OpenFailure> fromDetection(
    const QByteArray &content, const EmailAddress &typed)
{
    const auto saved = readDetection(content);
    if (!saved)
        return Failure{OpenFailure{OpenFailure::Kind::BrokenDetection, saved.error()}};
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::Detection;
    opened.identity = saved->settings.identity;
    // Where names were hidden, what stands for them is nobody's.
    if (saved->isRedacted)
        opened.identity = typed.domain() == opened.identity.domain()
            ? Identity(typed)
            : Identity(opened.identity.domain());
    for (const auto &setting : {saved->settings.incoming, saved->settings.outgoing}) {
        if (setting)
            opened.servers.append(candidateFor(setting->endpoint,
                saved->isRedacted ? UsernameRule() : UsernameRule(setting->username)));
    }
    return opened;
}

OpenFailure notSettings(const QString &detail)
{
    return {OpenFailure::Kind::NotSettings, {}, detail};
}

Result<OpenedSettings, OpenFailure> fromAutoconfig(
    const QByteArray &content, const EmailAddress &typed)
{
    // Once to learn for which domain it is, once for that domain.
    const auto about = readAutoconfig(content, u"domain.invalid"_s);
    if (!about)
        return Failure{notSettings(about.error())};
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::Autoconfig;
    opened.identity = Identity(about->domains.value(0));
    // Nobody's address is filled into a file that is for somebody else's domain.
    if (about->domains.isEmpty() || about->domains.contains(typed.domain()))
        opened.identity = Identity(typed);
    const auto file = readAutoconfig(content, opened.identity.domain());
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
    const QByteArray &content, const EmailAddress &typed)
{
    const auto config = readMobileConfig(content);
    if (!config)
        return Failure{notSettings(config.error())};
    OpenedSettings opened;
    opened.format = OpenedSettings::Format::MobileConfig;
    opened.identity
        = Identity(config->address.isEmpty() ? typed : config->address, config->displayName);
    opened.skipped = config->skipped;
    for (const ProfileServer &server : config->servers)
        opened.servers.append(candidateFor(server.endpoint,
            server.username.isEmpty() ? UsernameRule() : UsernameRule(server.username)));
    return opened;
}

/// The format is told from how the content begins, and what it has in it.
Result<OpenedSettings, OpenFailure> read(const QByteArray &content, const EmailAddress &typed)
{
    if (content.trimmed().startsWith('{'))
        return fromDetection(content, typed);
    const QByteArray carried = contentOfSigned(content);
    const QByteArray &text = carried.isEmpty() ? content : carried;
    return text.contains("<plist") ? fromMobileConfig(text, typed) : fromAutoconfig(text, typed);
}

} // namespace

Result<OpenedSettings, OpenFailure> openSettings(
    const QByteArray &content, const EmailAddress &typed)
{
    if (content.size() > maxDocumentBytes)
        return Failure{OpenFailure{OpenFailure::Kind::TooLarge}};
    const auto settings = read(content, typed);
    if (!settings)
        return Failure{settings.error()};
    OpenedSettings opened = *settings;
    if (opened.servers.isEmpty())
        return Failure{OpenFailure{OpenFailure::Kind::NoServer, {}, opened.skipped.join(u"; "_s)}};
    if (opened.identity.domain().isEmpty())
        opened.identity
            = Identity(opened.servers.constFirst().endpoint.host, opened.identity.displayName());
    for (Candidate &server : opened.servers)
        server.provenance.isForeign
            = !isOfSameOwner(server.endpoint.host, opened.identity.domain());
    return opened;
}

DetectionRequest checkOf(const OpenedSettings &settings)
{
    DetectionRequest request;
    request.identity = settings.identity;
    request.fixedPlan = settings.servers;
    for (qsizetype i = 0; i < request.fixedPlan.size(); ++i)
        request.fixedPlan[i].order = static_cast<int>(i);
    return request;
}

} // namespace postern
