// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupsession.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;

namespace postern {

class TrustList;

/// The accepted certificates: which, where, in spite of what and since when. They can be searched,
/// withdrawn, brought back, taken along in a file and read from one. Stays open beside the wizard.
class TrustWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit TrustWindow(QWidget *parent = nullptr);

    /// The session whose decisions are shown from now on. What was withdrawn in another one can no
    /// longer be brought back.
    void setSession(SetupSession &session);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What undo brings back, and what it takes away for that.
    struct Change
    {
        QList<TrustException> removed;
        QList<TrustException> added;
    };

    QWidget *makeButtons();
    void showAll(const QList<TrustException> &exceptions);
    void withdraw();
    void undo();
    void askWhereToSave();
    void save(const QString &path);
    void askWhatToRead();
    void read(const QString &path);
    void say(const QString &text);

    QPointer<SetupSession> m_session;
    QList<Change> m_changes;
    TrustList *m_list;
    QLabel *m_message;
    QPushButton *m_withdraw;
    QPushButton *m_undo;
    QPushButton *m_export;
};

} // namespace postern
