// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/proberunner.h"
#include "setup/acceptance.h"
#include "setup/offerfeed.h"
#include "setup/setupstate.h"
#include "trust/trustledger.h"

#include <QObject>

#include <memory>

namespace postern {

/// The pipeline from an address to settings; the only class that knows its order. Whoever shows
/// it sends intents and renders state().
class SetupSession final : public QObject
{
    Q_OBJECT
public:
    SetupSession(
        const SetupServices &services, const TrustStore &trustStore, QObject *parent = nullptr);
    ~SetupSession() override;

    const SetupState &state() const { return m_state; }

    /// Starts over with another request; what was under way is dropped.
    void detect(DetectionRequest request);
    /// Ends the search at once; what was found stays.
    void stop() { endSearch(SetupState::End::Stopped); }
    /// The user goes on with what is recommended now: it stays, and better ones are offered.
    void goOn() { m_state.choices.goOnWith(m_state.detection.settings); }
    /// The user picks this endpoint, which works with TLS, for its direction.
    void pick(const Endpoint &endpoint);
    /// Records the user's decision, for this account, for exactly the certificates and findings
    /// that these endpoints showed, and tries them again with it.
    void acceptCertificates(const QList<Endpoint> &endpoints, const Acceptance &acceptance);
    /// The same for an authority that vouches for what these endpoints showed; or says why none of
    /// @p authorities does, and changes nothing.
    [[nodiscard]] std::optional<AuthorityRefusal> acceptAuthority(const QList<Endpoint> &endpoints,
        const QList<Certificate> &authorities, const Acceptance &acceptance);
    /// The hosts that the user knows and wants, wherever their names come from; in place of those
    /// named before. Holds for the life of this session.
    void agreeTo(const QStringList &hosts);
    /// Accepts the certificate with this SHA-256 (lower-case hex) wherever it appears, for the
    /// life of this session.
    void acceptFingerprint(const QByteArray &sha256) { m_trust.acceptFingerprint(sha256); }
    /// What was found so far, explained in full: what is taken along.
    [[nodiscard]] Detection detection() const { return concluded(Explanation::Full); }
    /// Records decisions that were taken back, or that a file holds.
    void restore(const QList<TrustException> &exceptions)
    {
        m_trust.accept(exceptions);
        showTrust();
        emit stateChanged();
    }
    /// Takes just these decisions back.
    void withdraw(const QList<TrustException> &exceptions)
    {
        m_trust.withdraw(exceptions);
        showTrust();
        emit stateChanged();
    }

signals:
    void stateChanged();
    void finished(); ///< The phase became Finished.
    void idle(); ///< And no connection is left.

private:
    void beginSearch();
    void endSearch(SetupState::End end);
    void restart();
    void onSourceReported(const SourceReport &report);
    void completeIfKnown();
    void plan();
    void onPlanned(const Candidate &candidate);
    void onStageEntered(const Candidate &candidate, Stage stage);
    void onReported(const ProbeReport &report);
    void onLookedInto(const ProbeReport &report);
    void onFinished();
    enum class News { Stage, Report };
    void refreshSoon(News news);
    void refresh();
    void considerEnough();
    void conclude();
    Detection concluded(Explanation explanation) const;
    void tryAgainWith(const QList<TrustException> &exceptions, const QList<Endpoint> &endpoints);
    QString account() const { return accountOf(m_state.request); }
    QDateTime today() const { return m_services.probe.clock.utcNow(); }
    void showTrust();
    double elapsedMs() const { return m_services.probe.clock.monotonicMs() - m_originMs; }

    SetupServices m_services;
    TrustLedger m_trust;
    SetupState m_state;
    QSet<QString> m_agreed; ///< Hosts.
    QDateTime m_startedAt;
    double m_originMs = 0;
    bool m_isRefreshDue = false;
    bool m_isConclusionDue = false;
    std::unique_ptr<OfferFeed> m_feed;
    std::unique_ptr<ProbeRunner> m_runner;
    std::unique_ptr<Alarm> m_timeout;
    std::unique_ptr<Alarm> m_grace;
};

} // namespace postern
