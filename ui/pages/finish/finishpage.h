// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporttarget.h"
#include "pages/setuppage.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace postern {

class CodeHighlighter;
class ExportSaver;
class QrView;
class TargetList;

/// Takes the settings along: choose a target, see what is written, copy or save it.
class FinishPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit FinishPage(QWidget *parent = nullptr);
    QString stepName() const override;
    QString helpAnchor() const override { return QStringLiteral("exports"); }

protected:
    void render(const SetupState &state) override;

private:
    QWidget *makeTargets();
    QWidget *makePreview();
    QWidget *makeSwitches();
    QWidget *makeButtons();
    ExportOptions options() const;
    ExportResult write(const ExportOptions &options) const;
    void showTarget();
    QString limitOf(const ExportTarget &target) const;
    bool isReport() const;
    void showSwitches();
    void copyContent();
    void save();

    TargetList *m_targets;
    QrView *m_qr;
    QPlainTextEdit *m_preview;
    CodeHighlighter *m_colors;
    QLabel *m_usage;
    QLabel *m_limit;
    QLabel *m_message;
    QCheckBox *m_keyring;
    QCheckBox *m_redact;
    QPushButton *m_copy;
    QPushButton *m_save;
    ExportSaver *m_saver;
    ExportInput m_input; ///< What was found; its options are those of no target.
    QList<ExportedFile> m_files;
};

} // namespace postern
