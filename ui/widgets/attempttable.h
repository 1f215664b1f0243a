// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupstate.h"

#include <QTreeView>

namespace postern {

class AttemptModel;

/// The attempts of a search as a table. A line is proposed until the user goes to one.
class AttemptTable final : public QTreeView
{
    Q_OBJECT
public:
    explicit AttemptTable(QWidget *parent = nullptr);

    void setState(const SetupState &state);
    /// Goes to this line, unless the user chose one.
    void propose(const std::optional<Endpoint> &endpoint);
    /// What the user chose counts no more.
    void forgetChoice() { m_isUsersChoice = false; }
    /// The attempt of the current line; null where there is none.
    const AttemptState *attempt() const;

signals:
    void attemptChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fitColumns();
    void addCopyAction();

    AttemptModel *m_attempts;
    bool m_isUsersChoice = false; ///< The line is one that the user went to.
};

} // namespace postern
