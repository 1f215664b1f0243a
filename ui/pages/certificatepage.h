// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

class QButtonGroup;
class QFormLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace postern {

class CertificateComparison;
class CertificateView;
class FactsView;

/// The one question about a certificate that nobody vouches for. Not accepting is the default;
/// what is accepted is this certificate on these servers and ports, in spite of these findings.
class CertificatePage final : public SetupPage
{
    Q_OBJECT
public:
    explicit CertificatePage(QWidget *parent = nullptr);
    QString helpAnchor() const override { return QStringLiteral("certificates"); }

    /// The recommended endpoints that show the first certificate which needs a decision.
    static QList<Endpoint> undecided(const SetupState &state);

    bool isComplete() const override;
    void initializePage() override;
    bool validatePage() override;

signals:
    /// The decision was taken and nothing else needs one.
    void decided();

protected:
    void render(const SetupState &state) override;

private:
    enum Choice { Reject, AcceptOnce, AcceptAndRemember };

    QWidget *makeQuestion();
    QWidget *makeChoices();
    void renderQuestion(const ProbeReport &report, const QList<Endpoint> &endpoints);
    bool isShown(const QList<Endpoint> &endpoints, const ProbeReport &report) const;
    void compareFingerprint();
    static QString introduction(const ProbeReport &report);

    QLabel *m_title;
    QLabel *m_cause;
    CertificateComparison *m_change;
    FactsView *m_facts;
    QLineEdit *m_compare;
    QLabel *m_comparison;
    QButtonGroup *m_choices;
    QLabel *m_progress;
    CertificateView *m_certificate;
    std::optional<ProbeReport> m_question; ///< What is asked about …
    QList<Endpoint> m_endpoints; ///< … and for which servers.
    QByteArray m_shown; ///< SHA-256 of the certificate in question.
    QByteArray m_shownSha1;
    bool m_isApplying = false;
};

} // namespace postern
