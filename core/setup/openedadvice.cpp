// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/openedadvice.h"

#include "base/inerttext.h"
#include "discovery/signinwords.h"
#include "document/documentwords.h"

namespace postern {

using namespace Qt::StringLiterals;

QString OpenedAdvice::refusalText(const OpenFailure &failure, const QString &path)
{
    const auto withDetail = [&failure](const QString &text) {
        return failure.detail.isEmpty() ? text : u"%1 (%2)"_s.arg(text, failure.detail);
    };
    switch (failure.kind) {
    case OpenFailure::Kind::TooLarge:
        return tr("%1 is too large to be a file of settings.").arg(path);
    case OpenFailure::Kind::BrokenDetection:
        return DocumentWords::textFor(failure.document, path);
    case OpenFailure::Kind::NoServer:
        return withDetail(tr("%1 names no server that can be tried.").arg(path));
    case OpenFailure::Kind::NotSettings:
        break;
    }
    return withDetail(tr("%1 is neither a saved detection, nor a config-v1.1.xml, nor a "
                         ".mobileconfig that can be read.")
                          .arg(path));
}

QString OpenedAdvice::formatName(OpenedSettings::Format format)
{
    switch (format) {
    case OpenedSettings::Format::Detection:
        return tr("a saved detection");
    case OpenedSettings::Format::Autoconfig:
        return tr("a configuration file of Thunderbird’s kind");
    case OpenedSettings::Format::MobileConfig:
        break;
    }
    return tr("a configuration profile of Apple’s kind");
}

QString OpenedAdvice::textFor(const OpenedSettings &settings)
{
    QString text = tr("The file is %1 for %2. It says:")
                       .arg(formatName(settings.format), inertText(settings.identity.toString()));
    for (const Candidate &server : settings.servers)
        text += u"\n  "_s + lineFor(server, settings.identity.domain());
    for (const QString &skipped : settings.skipped)
        text += u"\n  "_s + tr("left out: %1").arg(skipped);
    return text;
}

QString OpenedAdvice::lineFor(const Candidate &server, const QString &domain)
{
    const Endpoint &endpoint = server.endpoint;
    QStringList parts{toString(endpoint.protocol).toUpper(),
        hostAndPort(endpoint.host, endpoint.port), toString(endpoint.security)};
    if (!server.username.pattern().isEmpty())
        parts.append(inertText(server.username.pattern()));
    if (!server.authentication.isEmpty())
        parts.append(inertText(server.authentication.join(u", "_s)));
    if (server.provenance.isForeign)
        parts.append(tr("(outside %1)").arg(inertText(domain)));
    return parts.join(u' ');
}

QString OpenedAdvice::otherSignInText(const QList<Candidate> &said, const Detection &found)
{
    QStringList lines;
    for (const Candidate &server : said) {
        const ProbeReport *report = reportFor(found, server.endpoint);
        if (report && isOtherSignIn(server.authentication, report->profile.mechanisms))
            lines.append(tr("%1: the file says %2 for signing in, and the server offers %3.")
                             .arg(hostAndPort(server.endpoint.host, server.endpoint.port),
                                 inertText(server.authentication.join(u", "_s)),
                                 inertText(report->profile.mechanisms.join(u", "_s))));
    }
    return lines.join(u'\n');
}

QString OpenedAdvice::otherPersonText(const OpenedSettings &settings, const EmailAddress &typed)
{
    if (typed.isEmpty() || settings.identity.address() == typed)
        return {};
    return tr("It is not for %1; that address is not used.").arg(inertText(typed.toString()));
}

} // namespace postern
