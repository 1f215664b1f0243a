// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/identity/settingsopener.h"

#include "document/documenterror.h"
#include "setup/openedadvice.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace postern {

using namespace Qt::StringLiterals;

SettingsOpener::SettingsOpener(QWidget *window) : QObject(window), m_window(window) { }

void SettingsOpener::ask(const EmailAddress &typed)
{
    m_typed = typed;
    auto *dialog = new QFileDialog(m_window, tr("Open settings"));
    dialog->setObjectName(u"openSettingsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Settings (*.json *.xml *.mobileconfig)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SettingsOpener::read);
    dialog->open();
}

void SettingsOpener::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit refused(tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return;
    }
    const auto settings = openSettings(file.read(maxDocumentBytes + 1), m_typed);
    if (settings)
        emit opened(*settings);
    else
        emit refused(OpenedAdvice::refusalText(settings.error(), QFileInfo(path).fileName()));
}

} // namespace postern
