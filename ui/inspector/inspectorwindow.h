// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/inspection.h"
#include "setup/setupsession.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace postern {

class AttemptTable;
class EndpointDetails;
class RunComparison;
class TargetEditor;

/// One server under the loupe, again and again: what each mode of it shows, what has changed since
/// an earlier look, and the openssl command that shows the same. No password is sent.
class InspectorWindow final : public QDialog
{
    Q_OBJECT
public:
    /// @p session is used by nobody else.
    explicit InspectorWindow(SetupSession &session, QWidget *parent = nullptr);

    /// With what was accepted for @p account, and the versions of @p tls; until now for nobody in
    /// particular, and the usual ones.
    void lookAs(const Identity &account, const TlsPolicy &tls);
    /// Looks at @p target. What was seen of it before, if anything, is compared with.
    void inspect(const InspectionTarget &target, const std::optional<ProbeReport> &before = {});

    /// Whether a look is over and all of it is shown.
    bool isSettled() const;

signals:
    void settled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeButtons();
    void start();
    void checkAgain();
    void render();
    void renderChosen();
    void compare(const ProbeReport &report);
    void keepRun();
    void askWhereToSave();
    void save(const QString &path);
    void say(const QString &text) const;

    SetupSession &m_session;
    TargetEditor *m_target;
    QPushButton *m_start;
    QPushButton *m_save;
    QPushButton *m_copy;
    QPushButton *m_command;
    QLabel *m_message;
    QProgressBar *m_progress;
    AttemptTable *m_table;
    EndpointDetails *m_details;
    RunComparison *m_comparison;
    QList<ProbeReport> m_earlier; ///< What each endpoint showed the last time.
    InspectionTarget m_inspected;
    Identity m_account;
    TlsPolicy m_tls;
};

} // namespace postern
