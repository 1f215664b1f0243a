// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exportsaver.h"

#include "export/exportadvice.h"
#include "export/filechange.h"
#include "export/filewriter.h"
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
    const QFileInfo place(path);
    const ExportResult files = m_write(place.absolutePath(), place.fileName());
    if (!files) {
        emit failed(ExportAdvice::refusalText(files.error()));
        return;
    }
    m_writings.clear();
    QString differences;
    for (const ExportedFile &file : *files) {
        const QString name = m_writings.isEmpty() ? place.fileName() : file.suggestedName;
        const QString target = place.absolutePath() + u'/' + name;
        if (!m_writings.isEmpty() && target.compare(path, Qt::CaseInsensitive) == 0) {
            emit failed(tr("%1 would be written twice; choose another name.").arg(name));
            return;
        }
        m_writings.append({target, file.content});
        differences += differenceFrom(m_writings.constLast().path, file.content);
    }
    if (differences.isEmpty())
        writeAll();
    else
        askToReplace(differences);
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
    QStringList paths;
    for (const Writing &writing : std::as_const(m_writings)) {
        const auto written = writePrivateFile(writing.path, writing.content);
        if (!written) {
            emit failed(tr("%1 could not be written: %2.")
                            .arg(QDir::toNativeSeparators(writing.path), written.error()));
            return;
        }
        paths.append(QDir::toNativeSeparators(writing.path));
    }
    emit saved(paths);
}

} // namespace postern
