// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace postern {

/// One thing that is wrong with a certificate chain.
struct Finding
{
    /// A closed list; the names are those of the contract's `certificate.*` and `tls.weak-*` codes.
    enum class Kind {
        SelfSigned,
        UnknownIssuer,
        IncompleteChain, ///< the server did not send its issuer's certificate
        NameMismatch,
        Expired,
        NotYetValid,
        Revoked,
        NotForServers, ///< purpose or key usage
        WeakSignature, ///< MD5, SHA-1
        WeakKey, ///< RSA below 2048 bits and the like
        Invalid, ///< anything else: broken signature, not a CA, name constraints …
        Missing, ///< the server showed no certificate at all
    };

    Kind kind = Kind::Invalid;
    int depth = 0; ///< 0: the server's own certificate, 1: its issuer, …
    QString evidence; ///< The certificate and the raw fact; inert.
    QString subject = {}; ///< The short name of the certificate; inert. Empty: unknown.
    QString issuer = {}; ///< That of its issuer, likewise.
    QDateTime date = {}; ///< UTC; when it ended or begins, where its dates are the matter.

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Whether the user allowed, for one account, cryptography that others can break.
enum class LegacyConsent { None, Given };

/// Whether a user may accept a certificate in spite of such a finding. Only where the doubt is
/// about who vouches for the server, its name or its dates (RFC 8314, 5.4); about a weak key or
/// signature only with consent to legacy.
[[nodiscard]] bool isAcceptable(Finding::Kind kind, LegacyConsent consent = LegacyConsent::None);

/// The kinds, each once, in the order of the list above.
[[nodiscard]] QList<Finding::Kind> kindsOf(const QList<Finding> &findings);

/// Names for documents and the trust store: `self-signed`, `name-mismatch` …
[[nodiscard]] QString toString(Finding::Kind kind);
[[nodiscard]] std::optional<Finding::Kind> findingFromString(const QString &name);

} // namespace postern
