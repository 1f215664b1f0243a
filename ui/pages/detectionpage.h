// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/setuppage.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace postern {

class AttemptModel;
class Collapsible;
class EndpointDetails;

/// The search as it goes on: every attempt a line, everything about the chosen one below.
class DetectionPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit DetectionPage(QWidget *parent = nullptr);
    QString helpAnchor() const override;

    bool isComplete() const override;
    void initializePage() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void toggleDetails();

protected:
    void render(const SetupState &state) override;

private:
    QWidget *makeTable();
    void connectButtons();
    void fitColumns();
    void addCopyAction();
    void selectMostTelling(const Detection &detection);
    void renderHeadline(const SetupState &state);
    void renderDetails();
    void copyRow() const;

    QLabel *m_headline;
    QLabel *m_subline;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_again;
    AttemptModel *m_model;
    bool m_isUsersChoice = false; ///< The line is one that the user went to.
    QTreeView *m_table;
    Collapsible *m_drawer;
    EndpointDetails *m_details;
};

} // namespace postern
