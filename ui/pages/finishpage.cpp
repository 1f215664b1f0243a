// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/finishpage.h"

#include "export/exportadvice.h"
#include "export/filewriter.h"
#include "theme.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QWizard>

namespace postern {

using namespace Qt::StringLiterals;

FinishPage::FinishPage(QWidget *parent)
    : SetupPage(parent),
      m_targets(new QListWidget),
      m_usage(Theme::makeLabel()),
      m_preview(new QPlainTextEdit),
      m_message(Theme::makeLabel()),
      m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Co&py"))),
      m_save(new QPushButton(Theme::icon(u"save"_s), tr("&Save …")))
{
    setTitle(tr("Take the settings along"));
    setSubTitle(tr("No password is written, and nothing weaker than what was tested."));
    setButtonText(QWizard::FinishButton, tr("&Done"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    row->addWidget(makeTargets(), 1);
    row->addWidget(makePreview(), 3);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::gap);
    layout->addLayout(row, 1);
    layout->addWidget(m_message);
}

void FinishPage::render(const SetupState & /*state*/)
{
    showTarget();
}

QWidget *FinishPage::makeTargets()
{
    m_targets->setObjectName(u"targets"_s);
    m_targets->setAccessibleName(tr("Where the settings go"));
    for (const ExportTarget &target : exportTargets()) {
        auto *item = new QListWidgetItem(ExportAdvice::targetName(target.name));
        item->setData(Qt::UserRole, QString(target.name));
        m_targets->addItem(item);
    }
    m_targets->setWordWrap(true);
    m_targets->setCurrentRow(0);
    connect(m_targets, &QListWidget::currentRowChanged, this, [this] {
        m_message->clear();
        showTarget();
    });
    auto *label = new QLabel(tr("What are the settings &for?"));
    label->setBuddy(m_targets);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(label);
    column->addWidget(m_targets);
    return box;
}

QWidget *FinishPage::makePreview()
{
    m_preview->setObjectName(u"preview"_s);
    m_preview->setReadOnly(true);
    m_preview->setFont(Theme::fixedFont());
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_usage->setObjectName(u"usage"_s);
    m_message->setObjectName(u"message"_s);
    m_copy->setObjectName(u"copy"_s);
    m_save->setObjectName(u"save"_s);
    m_copy->setAutoDefault(false);
    m_save->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &FinishPage::copyContent);
    connect(m_save, &QPushButton::clicked, this, &FinishPage::askWhereToSave);
    auto *label = new QLabel(tr("Pre&view"));
    label->setBuddy(m_preview);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(label);
    column->addWidget(m_preview, 1);
    column->addWidget(m_usage);
    column->addLayout(buttons);
    return box;
}

void FinishPage::showTarget()
{
    const auto files = session().exportTo(
        chosenTarget(), {QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)});
    m_files = files ? *files : QList<ExportedFile>();
    const QString text = files ? QString::fromUtf8(files->constFirst().content)
                               : ExportAdvice::refusalText(files.error());
    if (m_preview->toPlainText() != text) // else what is selected and scrolled to stays
        m_preview->setPlainText(text);
    m_usage->setText(ExportAdvice::usageText(chosenTarget()));
    m_copy->setEnabled(files.has_value());
    m_save->setEnabled(files.has_value());
}

void FinishPage::copyContent()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_files.constFirst().content));
    m_message->setText(tr("Copied."));
}

void FinishPage::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the settings"));
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_files.constFirst().suggestedName);
    connect(dialog, &QFileDialog::fileSelected, this, &FinishPage::save);
    dialog->open();
}

void FinishPage::save(const QString &path)
{
    const auto written = writePrivateFile(path, m_files.constFirst().content);
    m_message->setText(written ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                               : tr("%1 could not be written: %2.")
                                     .arg(QDir::toNativeSeparators(path), written.error()));
}

QString FinishPage::chosenTarget() const
{
    const QListWidgetItem *item = m_targets->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

} // namespace postern
