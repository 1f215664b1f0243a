// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/changeadvice.h"

#include "export/report/attemptreport.h"

#include <QJsonArray>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxChanges = 60;

} // namespace

QStringList ChangeAdvice::changesFor(const QJsonObject &document)
{
    QStringList changes;
    for (const auto &value : document.value("attempts"_L1).toArray()) {
        const QJsonObject attempt = value.toObject();
        for (const auto &diagnosis : attempt.value("diagnoses"_L1).toArray()) {
            const QString change = changeFor(diagnosis.toObject().value("code"_L1).toString(),
                placeOf(attempt), shownText(attempt.value("host"_L1)));
            if (!change.isEmpty() && changes.size() < maxChanges && !changes.contains(change))
                changes.append(change);
        }
    }
    for (const auto &value : document.value("sources"_L1).toArray()) {
        const QJsonObject source = value.toObject();
        if (source.value("name"_L1).toString() == "srv"_L1
            && source.value("state"_L1).toString() != "found"_L1)
            changes.append(
                tr("Publish SRV records for %1 (RFC 6186, RFC 8314), so that programs find the "
                   "servers by themselves; the export “DNS records” writes them.")
                    .arg(shownText(document.value("domain"_L1))));
    }
    return changes;
}

QString ChangeAdvice::changeFor(const QString &code, const QString &place, const QString &host)
{
    if (code == "certificate.expired"_L1)
        return tr("%1: renew the certificate, and let a timer do it from now on.").arg(place);
    if (code == "certificate.not-yet-valid"_L1)
        return tr("%1: the certificate counts from a later day on; check the clock, or use the "
                  "earlier one until then.")
            .arg(place);
    if (code == "certificate.name-mismatch"_L1)
        return tr("%1: get a certificate with the name %2 in it.").arg(place, host);
    if (code == "certificate.incomplete-chain"_L1)
        return tr("%1: send the intermediate certificate too; put it behind the server’s own in "
                  "the chain file.")
            .arg(place);
    if (code == "certificate.self-signed"_L1 || code == "certificate.unknown-issuer"_L1)
        return tr("%1: get a certificate of an authority that programs know.").arg(place);
    if (code == "certificate.revoked"_L1)
        return tr("%1: the certificate is revoked; replace it and its key.").arg(place);
    if (code == "certificate.not-for-servers"_L1)
        return tr("%1: get a certificate for a TLS server (extended key usage serverAuth).")
            .arg(place);
    if (code == "tls.weak-signature"_L1)
        return tr("%1: get a certificate that is signed with SHA-256 or better.").arg(place);
    if (code == "tls.weak-key"_L1)
        return tr("%1: make a new key: RSA with 2048 bits or more, or ECDSA.").arg(place);
    if (code == "tls.weak-parameters"_L1)
        return tr("%1: use Diffie-Hellman groups of 2048 bits or more, or elliptic curves.")
            .arg(place);
    if (code == "tls.version-too-old"_L1)
        return tr("%1: switch TLS 1.2 and 1.3 on.").arg(place);
    if (code == "tls.no-common-cipher"_L1)
        return tr("%1: allow today’s cipher suites (ECDHE with AES-GCM or ChaCha20).").arg(place);
    if (code == "starttls.not-offered"_L1 || code == "starttls.refused"_L1)
        return tr("%1: switch STARTTLS on, or close the port and offer implicit TLS.").arg(place);
    if (code == "starttls.injection"_L1)
        return tr("%1: update the server; it takes commands that were sent before TLS.").arg(place);
    if (code == "security.plaintext"_L1)
        return tr("%1: demand TLS before a password is taken.").arg(place);
    return {};
}

} // namespace postern
