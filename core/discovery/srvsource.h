// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "base/clock.h"
#include "discovery/sourcereport.h"
#include "net/dnsresolver.h"

#include <QObject>

namespace postern {

/// The SRV records of a mail domain: RFC 6186, and RFC 8314, 5.1 for `_submissions`.
/// Asks all of them at once. Targets outside the domain are not offered, since nobody asked
/// the user about them; they are named in the report.
class SrvSource final : public QObject
{
    Q_OBJECT
public:
    SrvSource(Clock &clock, DnsResolver &resolver, QObject *parent = nullptr);

    /// @p domain canonical.
    void start(const QString &domain);
    void cancel();

signals:
    void offered(const QList<postern::Offer> &offers); ///< As each answer comes.
    void finished(const postern::SourceReport &report); ///< Exactly once.

private:
    void onAnswer(const QString &name, const Endpoint &service,
        const Result<QList<SrvRecord>, FaultReport> &answer);
    QList<Offer> offersFrom(
        const QString &name, const Endpoint &service, const QList<SrvRecord> &records);
    void finish(SourceReport::State state);

    Clock &m_clock;
    DnsResolver &m_resolver;
    QString m_domain;
    double m_startMs = 0;
    int m_waitingFor = 0;
    int m_failures = 0;
    bool m_isFinished = false;
    QStringList m_origins;
    QStringList m_details;
    std::unique_ptr<Alarm> m_deadline;
};

} // namespace postern
