// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"
#include "base/clock.h"
#include "discovery/sourcereport.h"

#include <QObject>

namespace postern {

/// One way to learn of settings. Asked about a domain it answers with offers, as they come, and
/// with one report. It proposes and decides nothing; only the domain leaves the computer,
/// and nothing more once the report is given.
class DiscoverySource : public QObject
{
    Q_OBJECT
public:
    /// Enough for two tries of a slow resolver. What is found meanwhile does not wait.
    static constexpr std::chrono::milliseconds lookUpDeadline{5000};
    /// And for a connection, a handshake and a document.
    static constexpr std::chrono::milliseconds fetchDeadline{8000};

    DiscoverySource(
        Source source, Clock &clock, std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~DiscoverySource() override;

    /// Returns at once.
    void start(const HostName &domain);
    /// finished() follows with State::Cancelled, unless it already came.
    void cancel();

signals:
    void offered(const QList<postern::Offer> &offers); ///< As each answer comes.
    void finished(const postern::SourceReport &report); ///< Exactly once.

protected:
    virtual void ask() = 0;

    const HostName &domain() const { return m_domain; }
    bool isFinished() const { return m_isFinished; }
    /// Whom the answers go to. It ends with the source's work, and what is on its way with it.
    QObject *listener() const { return m_listener.get(); }
    /// Emits @p offers, the source and what is foreign filled in; a source may make so many of them,
    /// and more are left out. @p origin is named in the report.
    void offer(QList<Offer> offers, const QString &origin);
    /// Something worth knowing for the report; @p detail is inert.
    void note(const QString &detail);
    /// A question that was not answered; without any offer the source has then failed.
    void noteFailure(const QString &detail);
    /// How many questions are out; the report comes when as many were answered.
    void expect(int answers) { m_expected += answers; }
    void onAnswered();
    void finish(SourceReport::State state);

private:
    SourceReport::State stateByNow() const;

    Source m_source;
    Clock &m_clock;
    std::chrono::milliseconds m_limit;
    HostName m_domain;
    double m_startMs = 0;
    int m_expected = 0;
    qsizetype m_offers = 0;
    int m_failures = 0;
    bool m_isFinished = false;
    QStringList m_origins;
    QStringList m_details;
    std::unique_ptr<Alarm> m_deadline;
    std::unique_ptr<QObject> m_listener = std::make_unique<QObject>();
};

} // namespace postern
