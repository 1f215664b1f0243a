// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

class QLabel;
class QTreeWidget;

namespace postern {

class Collapsible;
class EndpointDetails;

/// What was found: the recommended settings, why these, and what else works.
class SettingsPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);

    void toggleDetails();

protected:
    void render(const SetupState &state) override;

private:
    struct Card
    {
        QLabel *icon;
        QLabel *title;
        QLabel *place;
        QLabel *mode;
        QLabel *state;
    };

    Card makeCard(const QString &name);
    QWidget *makeCards();
    QWidget *makeAlternatives();
    void fillCard(const Card &card, const std::optional<ServerSetting> &setting);
    void fillAlternatives(const Detection &detection);
    void renderDetails();
    static QString reasonFor(const Detection &detection);

    Card m_incoming;
    Card m_outgoing;
    QLabel *m_username;
    QLabel *m_reason;
    QLabel *m_trustProblem;
    QTreeWidget *m_list;
    Collapsible *m_drawer;
    EndpointDetails *m_details;
    QList<Endpoint> m_listed;
};

} // namespace postern
