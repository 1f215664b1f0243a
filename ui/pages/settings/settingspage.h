// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace postern {

class BetterOffer;
class Collapsible;
class EndpointDetails;
class SettingCard;

/// What was found: the recommended settings, why these, and what else works.
class SettingsPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);
    QString stepName() const override;
    QString helpAnchor() const override { return QStringLiteral("modes"); }

    bool isComplete() const override;
    bool validatePage() override { return isComplete(); }
    void toggleDetails() override;

signals:
    /// What was picked has a certificate that needs a decision first.
    void decisionNeeded();

protected:
    void render(const SetupState &state) override;

private:
    QWidget *makeAlternatives();
    QWidget *makeConsent();
    void renderConsent(const SetupState &state);
    void fillAlternatives(const Detection &detection);
    void renderDetails();
    void pick(const QList<Endpoint> &endpoints);
    static QStringList lostChoices(const SetupState &state);
    static QString reasonFor(const Detection &detection);

    SettingCard *m_incoming;
    SettingCard *m_outgoing;
    QLabel *m_username;
    QLabel *m_reason;
    QLabel *m_notice; ///< Of what the user has to know besides.
    QFrame *m_consent = nullptr;
    QLabel *m_question;
    QCheckBox *m_agree;
    QStringList m_hosts; ///< That the question is about.
    BetterOffer *m_better;
    QTreeWidget *m_list;
    QPushButton *m_use;
    Collapsible *m_drawer;
    EndpointDetails *m_details;
    QList<Endpoint> m_listed;
};

} // namespace postern
