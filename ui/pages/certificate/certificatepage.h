// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

class QLabel;

namespace postern {

class CertificateComparison;
class CertificateView;
class Collapsible;
class ColumnScroller;
class FactsView;
class FingerprintCheck;
class WaysOut;

/// The one question about a certificate that nobody vouches for. Not accepting is the default;
/// what is accepted is this certificate on these servers and ports, in spite of these findings.
class CertificatePage final : public SetupPage
{
    Q_OBJECT
public:
    explicit CertificatePage(QWidget *parent = nullptr);
    QString stepName() const override;
    QString helpAnchor() const override { return QStringLiteral("certificates"); }

    bool isNeeded(const SetupState &state) const override;

    bool isComplete() const override;
    void initializePage() override;
    bool validatePage() override;

signals:
    /// The decision was taken and nothing else needs one.
    void decided();
    /// The user knows better now what to look for.
    void searchWanted(const postern::DetectionRequest &request);

protected:
    void render(const SetupState &state) override;

private:
    QWidget *makeQuestion();
    void apply(const QList<Endpoint> &endpoints);
    void accept(const QList<Endpoint> &endpoints, TrustException::Duration duration);
    void letAuthorityVouch(const QList<Endpoint> &endpoints);
    void searchUnder(const HostName &name, const QList<Endpoint> &endpoints);
    void ask(const ProbeReport &report, const QList<Endpoint> &endpoints);
    void renderQuestion(const ProbeReport &report, const QList<Endpoint> &endpoints);
    bool isShown(const QList<Endpoint> &endpoints, const ProbeReport &report) const;

    QLabel *m_title;
    QLabel *m_cause;
    CertificateComparison *m_change;
    QLabel *m_meaning;
    FactsView *m_facts;
    FingerprintCheck *m_check;
    WaysOut *m_ways;
    QLabel *m_message;
    CertificateView *m_certificate;
    Collapsible *m_drawer;
    ColumnScroller *m_scroller;
    std::optional<ProbeReport> m_question; ///< What is asked about …
    QList<Endpoint> m_endpoints; ///< … and for which servers.
    bool m_isApplying = false;
};

} // namespace postern
