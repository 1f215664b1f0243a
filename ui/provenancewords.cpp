// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provenancewords.h"

#include "account/registereddomain.h"
#include "base/inerttext.h"

#include <QUrl>

namespace postern {

using namespace Qt::StringLiterals;

QString ProvenanceWords::text(const ServerSetting &setting)
{
    switch (setting.provenance.source) {
    case Source::User:
        return tr("you named it");
    case Source::Autoconfig:
        return setting.provenance.isUntrusted
            ? tr("published by the domain, but over HTTP: it could have been tampered with")
            : tr("published by the domain over HTTPS");
    case Source::Srv:
        return tr("published in the DNS as %1; records of the DNS can be tampered with")
            .arg(setting.provenance.origin);
    case Source::Database:
        return setting.provenance.origin.startsWith("http"_L1)
            ? tr("from the provider database at %1").arg(QUrl(setting.provenance.origin).host())
            : tr("%1, which Postern knows").arg(setting.provenance.origin);
    case Source::Mx:
        return setting.provenance.isUntrusted
            ? tr("of whoever receives the domain's mail (%1): it could have been tampered with")
                  .arg(setting.provenance.origin)
            : tr("the server that receives the domain's mail");
    case Source::Autodiscover:
        return tr("published by the domain over HTTPS, for Exchange");
    case Source::Certificate:
        return tr("named in the certificate of %1").arg(setting.provenance.origin);
    case Source::Guess:
        break;
    }
    return tr("a common name, found by trying");
}

QString ProvenanceWords::owner(const ServerSetting &setting)
{
    const QString registered = registeredDomain(setting.endpoint.host);
    return registered.isEmpty() ? setting.endpoint.host : registered;
}

QString ProvenanceWords::question(const QString &domain, const QList<ServerSetting> &settings)
{
    QStringList owners;
    QStringList untrusted;
    for (const ServerSetting &setting : settings) {
        if (setting.provenance.isForeign && !owners.contains(owner(setting)))
            owners.append(owner(setting));
        if (setting.provenance.isUntrusted && !untrusted.contains(setting.endpoint.host))
            untrusted.append(setting.endpoint.host);
    }
    QString text;
    if (!owners.isEmpty())
        text = tr("These servers belong to %1, not to %2. That is right if %1 runs the mail of %2, "
                  "and wrong if somebody has changed what was found.")
                   .arg(owners.join(u", "_s), domain);
    if (!untrusted.isEmpty()) {
        if (!text.isEmpty())
            text += u' ';
        text += tr("%1 was found on a way that could have been tampered with.")
                    .arg(untrusted.join(tr(" and ")));
    }
    return text;
}

} // namespace postern
