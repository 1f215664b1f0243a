// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/openedadvice.h"

#include "base/inerttext.h"

namespace postern {

using namespace Qt::StringLiterals;

QString OpenedAdvice::refusalText(OpenRefusal refusal, const QString &path)
{
    switch (refusal) {
    case OpenRefusal::TooLarge:
        return tr("%1 is too large to be a file of settings.").arg(path);
    case OpenRefusal::NoServer:
        return tr("%1 names no server.").arg(path);
    case OpenRefusal::NotSettings:
        break;
    }
    return tr("%1 is neither a saved detection, nor a config-v1.1.xml, nor a .mobileconfig "
              "that can be read.")
        .arg(path);
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
    const QString whose = settings.address.isEmpty() ? settings.domain : settings.address;
    QString text
        = tr("The file is %1 for %2. It says:").arg(formatName(settings.format), inertText(whose));
    for (const Candidate &server : settings.servers) {
        const Endpoint &endpoint = server.endpoint;
        text += u"\n  %1 %2 %3 %4"_s.arg(toString(endpoint.protocol).toUpper(),
            hostAndPort(endpoint.host, endpoint.port), toString(endpoint.security),
            inertText(server.username.pattern()));
    }
    for (const QString &skipped : settings.skipped)
        text += u"\n  "_s + tr("left out: %1").arg(skipped);
    return text;
}

QString OpenedAdvice::otherPersonText(const OpenedSettings &settings, const QString &address)
{
    if (address.isEmpty() || settings.address == address)
        return {};
    return tr("It is not for %1, so that address is left out of account.").arg(inertText(address));
}

} // namespace postern
