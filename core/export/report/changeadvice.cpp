// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/report/changeadvice.h"

#include "export/report/attemptreport.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxChanges = 60;

/// What is to be done, and where: at many ports of one server it is mostly the same.
struct Change
{
    QString what;
    QStringList places;
};

void note(QList<Change> &changes, const QString &what, const QString &place)
{
    const auto known = std::find_if(changes.begin(), changes.end(),
        [&what](const Change &change) { return change.what == what; });
    if (known == changes.end() && changes.size() < maxChanges)
        changes.append({what, {place}});
    else if (known != changes.end() && known->places.size() < maxChanges
        && !known->places.contains(place))
        known->places.append(place);
}

} // namespace

QStringList ChangeAdvice::changesFor(const QJsonObject &document)
{
    QList<Change> changes;
    for (const auto &value : document.value("attempts"_L1).toArray()) {
        const QJsonObject attempt = value.toObject();
        for (const auto &diagnosis : attempt.value("diagnoses"_L1).toArray()) {
            const QString what = changeFor(diagnosis.toObject().value("code"_L1).toString(),
                shownText(attempt.value("host"_L1)));
            if (!what.isEmpty())
                note(changes, what, placeOf(attempt));
        }
    }
    QStringList lines;
    for (const Change &change : std::as_const(changes))
        lines.append(change.places.join(u", "_s) + u": "_s + change.what);
    const QJsonObject recommended = document.value("recommended"_L1).toObject();
    if (!recommended.value("incoming"_L1).isObject()
        && !recommended.value("outgoing"_L1).isObject())
        return lines; // there is nothing to publish
    for (const auto &value : document.value("sources"_L1).toArray()) {
        const QJsonObject source = value.toObject();
        if (source.value("name"_L1).toString() == "srv"_L1
            && source.value("state"_L1).toString() != "found"_L1)
            lines.append(
                tr("Publish SRV records for %1 (RFC 6186, RFC 8314), so that programs find the "
                   "servers by themselves; the export “DNS records” writes them.")
                    .arg(shownText(document.value("domain"_L1))));
    }
    return lines;
}

QString ChangeAdvice::changeFor(const QString &code, const QString &host)
{
    if (code == "certificate.expired"_L1)
        return tr("renew the certificate, and let a timer do it from now on.");
    if (code == "certificate.not-yet-valid"_L1)
        return tr("the certificate counts from a later day on; check the clock, or use the "
                  "earlier one until then.");
    if (code == "certificate.name-mismatch"_L1)
        return tr("get a certificate with the name %1 in it.").arg(host);
    if (code == "certificate.incomplete-chain"_L1)
        return tr("send the intermediate certificate too; put it behind the server’s own in "
                  "the chain file.");
    if (code == "certificate.self-signed"_L1 || code == "certificate.unknown-issuer"_L1)
        return tr("get a certificate of an authority that programs know.");
    if (code == "certificate.revoked"_L1)
        return tr("the certificate is revoked; replace it and its key.");
    if (code == "certificate.not-for-servers"_L1)
        return tr("get a certificate for a TLS server (extended key usage serverAuth).");
    if (code == "tls.weak-signature"_L1)
        return tr("get a certificate that is signed with SHA-256 or better.");
    if (code == "tls.weak-key"_L1)
        return tr("make a new key: RSA with 2048 bits or more, or ECDSA.");
    if (code == "tls.weak-parameters"_L1)
        return tr("use Diffie-Hellman groups of 2048 bits or more, or elliptic curves.");
    if (code == "tls.version-too-old"_L1)
        return tr("switch TLS 1.2 and 1.3 on.");
    if (code == "tls.no-common-cipher"_L1)
        return tr("allow today’s cipher suites (ECDHE with AES-GCM or ChaCha20).");
    if (code == "starttls.not-offered"_L1 || code == "starttls.refused"_L1)
        return tr("switch STARTTLS on, or close the port and offer implicit TLS.");
    if (code == "starttls.injection"_L1)
        return tr("update the server; it takes commands that were sent before TLS.");
    if (code == "security.plaintext"_L1)
        return tr("demand TLS before a password is taken.");
    return {};
}

} // namespace postern
