// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discovery/discoverysource.h"
#include "net/dnsresolver.h"

namespace postern {

/// The SRV records of a mail domain: RFC 6186, and RFC 8314, 5.1 for `_submissions`.
/// Asks all of them at once. A record without "s" in its service name means STARTTLS, never
/// plaintext.
class SrvSource final : public DiscoverySource
{
    Q_OBJECT
public:
    SrvSource(Clock &clock, DnsResolver &resolver, QObject *parent = nullptr);

protected:
    void ask() override;

private:
    void onAnswer(const QString &name, const Endpoint &service,
        const Result<QList<SrvRecord>, SeenFault> &answer);
    QList<Offer> offersFrom(
        const QString &name, const Endpoint &service, const QList<SrvRecord> &records);

    DnsResolver &m_resolver;
};

} // namespace postern
