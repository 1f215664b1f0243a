// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/finish/exportsaver.h"

#include "export/exportadvice.h"
#include "theme.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

ExportSaver::ExportSaver(QWidget *window) : QObject(window), m_window(window) { }

void ExportSaver::save(const QString &suggestedName, const Write &write)
{
    m_write = write;
    auto *dialog = new QFileDialog(m_window, tr("Save the settings"));
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the difference is shown instead
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(suggestedName);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportSaver::prepare);
    dialog->open();
}

void ExportSaver::prepare(const QString &path)
{
    const QFileInfo chosen(path);
    const ExportResult files = m_write(chosen.absolutePath(), chosen.fileName());
    if (!files) {
        emit failed(ExportAdvice::refusalText(files.error()));
        return;
    }
    ExportOptions place;
    place.folder = chosen.absolutePath();
    place.fileName = chosen.fileName();
    m_plan = planExport(*files, place);
    if (!m_plan.writtenTwice.isEmpty())
        emit failed(tr("%1 would be written twice; choose another name.")
                        .arg(QDir::toNativeSeparators(m_plan.writtenTwice)));
    else if (m_plan.difference.isEmpty())
        writeAll();
    else
        askToReplace(m_plan.difference);
}

void ExportSaver::askToReplace(const QString &difference)
{
    auto *dialog = new QDialog(m_window);
    dialog->setObjectName(u"replaceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Replace the file?"));
    auto *text = Theme::makeLabel(
        tr("There is a file of that name already, and it says something else. Lines with a minus "
           "would go, lines with a plus would come."));
    auto *view = new QPlainTextEdit(difference);
    view->setObjectName(u"difference"_s);
    view->setAccessibleName(tr("Difference"));
    view->setReadOnly(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(Theme::fixedFont());
    auto *buttons = new QDialogButtonBox;
    auto *keep = buttons->addButton(tr("&Keep the file"), QDialogButtonBox::RejectRole);
    keep->setObjectName(u"keep"_s);
    keep->setDefault(true);
    auto *replace = buttons->addButton(tr("&Replace it"), QDialogButtonBox::AcceptRole);
    replace->setObjectName(u"replace"_s);
    replace->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, &ExportSaver::writeAll);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    dialog->resize(720, 480);
    dialog->open();
    keep->setFocus();
}

void ExportSaver::writeAll()
{
    if (const auto written = writePrivateFiles(m_plan.files); !written) {
        emit failed(
            tr("%1 could not be written: %2.")
                .arg(QDir::toNativeSeparators(written.error().path), written.error().reason));
        return;
    }
    QStringList paths;
    for (const FileToWrite &file : std::as_const(m_plan.files))
        paths.append(QDir::toNativeSeparators(file.path));
    emit saved(paths);
}

} // namespace postern
