// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace postern {

class AttemptTable;
class Collapsible;
class EndpointDetails;

/// The search as it goes on: every attempt a line, everything about the chosen one below.
class DetectionPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit DetectionPage(QWidget *parent = nullptr);
    QString stepName() const override;
    QString helpAnchor() const override;

    bool isComplete() const override;
    void initializePage() override;
    void toggleDetails() override;

protected:
    void render(const SetupState &state) override;

private:
    void connectButtons();
    void renderHeadline(const SetupState &state);
    void renderDetails();

    QLabel *m_headline;
    QLabel *m_subline;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_again;
    AttemptTable *m_table;
    Collapsible *m_drawer;
    EndpointDetails *m_details;
};

} // namespace postern
