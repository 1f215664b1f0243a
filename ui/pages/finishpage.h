// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"
#include "pages/setuppage.h"

class QFileDialog;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace postern {

/// Takes the settings along: choose a target, see what is written, copy or save it.
class FinishPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit FinishPage(QWidget *parent = nullptr);
    QString helpAnchor() const override { return QStringLiteral("modes"); }

protected:
    void render(const SetupState &state) override;

private:
    QWidget *makeTargets();
    QWidget *makePreview();
    void showTarget();
    void copyContent();
    void askWhereToSave();
    void save(const QString &path);
    QString chosenTarget() const;

    QListWidget *m_targets;
    QLabel *m_usage;
    QPlainTextEdit *m_preview;
    QLabel *m_message;
    QPushButton *m_copy;
    QPushButton *m_save;
    QList<ExportedFile> m_files;
};

} // namespace postern
