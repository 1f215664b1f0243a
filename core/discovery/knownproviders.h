// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "base/result.h"

#include <QHash>
#include <QUrl>

#include <optional>

namespace postern {

/// How a provider lets mail programs sign in.
enum class SignInWay {
    Password,
    ApplicationPassword, ///< A password made for this one program in the provider's web settings.
    OAuth, ///< In the browser.
};

/// What is known of a large provider.
struct KnownProvider
{
    QString name; ///< As people know it.
    QList<Offer> offers; ///< Preferred first; vouched for.
    QList<SignInWay> signIn; ///< Preferred first.
    QList<Protocol> switchedOffByDefault; ///< To be switched on in the web settings first.
    QUrl help; ///< The provider's own page about it; may be empty.

    /// Whether one of @p hosts is a server of this provider; whoever only filters a domain's mail
    /// runs none. Without any host: true.
    bool runsAnyOf(const QList<HostName> &hosts) const;

    friend bool operator==(const KnownProvider &, const KnownProvider &) = default;
};

/// The facts that this program brings along (`resources/providers`), by domain.
class KnownProviders
{
public:
    /// No providers.
    KnownProviders() = default;
    /// Reads a document `postern.providers/1`; the failure says what is wrong with it.
    [[nodiscard]] static Result<KnownProviders, QString> read(const QByteArray &json);
    /// Those that the program brings along.
    [[nodiscard]] static KnownProviders bundled();

    /// The provider of addresses in @p domain.
    std::optional<KnownProvider> forDomain(const HostName &domain) const;
    /// The provider whose mail exchangers lie in this registered domain.
    std::optional<KnownProvider> forMailExchangers(const QString &registeredDomain) const;
    /// A provider's domain that differs from @p domain by one slip: a letter too many, too few, a
    /// wrong one, or two that changed places. Empty where there is none, or where it is one itself.
    HostName closeTo(const HostName &domain) const;
    qsizetype count() const { return m_providers.size(); }

private:
    std::optional<KnownProvider> at(
        const QHash<QString, qsizetype> &index, const QString &key) const;

    QList<KnownProvider> m_providers;
    QHash<QString, qsizetype> m_byDomain;
    QHash<QString, qsizetype> m_byMx;
};

/// The contract's and the document's names: `password`, `application-password`, `oauth`.
[[nodiscard]] QString toString(SignInWay way);
[[nodiscard]] std::optional<SignInWay> signInWayFromString(const QString &name);

} // namespace postern
