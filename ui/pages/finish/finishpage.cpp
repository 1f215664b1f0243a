// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/finish/finishpage.h"

#include "export/exportadvice.h"
#include "export/targets.h"
#include "pages/finish/codehighlighter.h"
#include "pages/finish/exportsaver.h"
#include "pages/finish/qrview.h"
#include "pages/finish/targetlist.h"
#include "theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QWizard>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What is not text is shown as what it says.
const ExportTarget &previewOf(const ExportTarget &target)
{
    return &target == &pdfReportTarget ? textReportTarget : target;
}

} // namespace

FinishPage::FinishPage(QWidget *parent)
    : SetupPage(parent),
      m_targets(new TargetList),
      m_qr(new QrView),
      m_preview(new QPlainTextEdit),
      m_colors(new CodeHighlighter(m_preview->document())),
      m_usage(Theme::makeLabel()),
      m_limit(Theme::makeLabel()),
      m_message(Theme::makeLabel()),
      m_keyring(new QCheckBox(tr("Let the program take the password from the &keyring"))),
      m_redact(new QCheckBox(tr("&Hide user names and IP addresses, for a public ticket"))),
      m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Co&py"))),
      m_save(new QPushButton(Theme::icon(u"save"_s), tr("&Save …"))),
      m_saver(new ExportSaver(this))
{
    setTitle(tr("Take the settings along"));
    setSubTitle(tr("No password is written, and nothing weaker than what was tested."));
    setButtonText(QWizard::FinishButton, tr("&Done"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    row->addWidget(makeTargets(), 2);
    row->addWidget(makePreview(), 5);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::gap);
    layout->addLayout(row, 1);
    layout->addWidget(m_message);
    connect(m_saver, &ExportSaver::failed, m_message, &QLabel::setText);
    connect(m_saver, &ExportSaver::saved, this, [this](const QStringList &paths) {
        m_message->setText(tr("Saved as %1.").arg(paths.join(u", "_s)));
    });
}

QString FinishPage::stepName() const
{
    return tr("Export");
}

void FinishPage::render(const SetupState & /*state*/)
{
    m_input = exportInputFrom(session().detection(), options());
    QStringList refusing;
    for (const ExportTarget *target : exportTargets()) {
        if (!target->isReport && !target->write(m_input)) // reports refuse nothing, and take longer
            refusing.append(target->name);
    }
    m_targets->setRefusing(refusing);
    showTarget();
}

QWidget *FinishPage::makeTargets()
{
    connect(m_targets, &TargetList::choiceChanged, this, [this] {
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
    m_qr->setObjectName(u"qrCode"_s);
    m_qr->setAccessibleName(tr("QR code"));
    m_preview->setObjectName(u"preview"_s);
    m_preview->setReadOnly(true);
    m_preview->setFont(Theme::fixedFont());
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_usage->setObjectName(u"usage"_s);
    m_limit->setObjectName(u"limit"_s);
    Theme::makeSmall(*m_limit);
    m_message->setObjectName(u"message"_s);
    auto *label = new QLabel(tr("Pre&view"));
    label->setBuddy(m_preview);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(label);
    column->addWidget(m_qr, 4);
    column->addWidget(m_preview, 3);
    column->addWidget(m_usage);
    column->addWidget(m_limit);
    column->addWidget(makeSwitches());
    column->addWidget(makeButtons());
    return box;
}

QWidget *FinishPage::makeSwitches()
{
    m_keyring->setObjectName(u"keyring"_s);
    m_keyring->setToolTip(
        tr("The program then runs secret-tool. Put the password there first, with the same words "
           "and “store” in place of “lookup”."));
    m_redact->setObjectName(u"redact"_s);
    connect(m_keyring, &QCheckBox::toggled, this, &FinishPage::showTarget);
    connect(m_redact, &QCheckBox::toggled, this, &FinishPage::showTarget);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(m_keyring);
    column->addWidget(m_redact);
    return box;
}

QWidget *FinishPage::makeButtons()
{
    m_copy->setObjectName(u"copy"_s);
    m_save->setObjectName(u"save"_s);
    m_copy->setAutoDefault(false);
    m_save->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &FinishPage::copyContent);
    connect(m_save, &QPushButton::clicked, this, &FinishPage::save);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->addStretch();
    row->addWidget(m_copy);
    row->addWidget(m_save);
    return box;
}

bool FinishPage::isReport() const
{
    return m_targets->chosen().isReport;
}

ExportOptions FinishPage::options() const
{
    ExportOptions options;
    options.folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    options.passwords = m_keyring->isChecked() ? PasswordSource::Keyring : PasswordSource::Prompt;
    options.isRedacted = isReport() && m_redact->isChecked();
    return options;
}

ExportResult FinishPage::write(const ExportOptions &options) const
{
    ExportInput input = m_input;
    input.options = options;
    return previewOf(m_targets->chosen()).write(input);
}

void FinishPage::showTarget()
{
    const ExportTarget &target = m_targets->chosen();
    const ExportResult files = write(options());
    m_files = files ? *files : QList<ExportedFile>();
    const QString text = files ? QString::fromUtf8(files->constFirst().content)
                               : ExportAdvice::refusalText(files.error()) + u"\n\n"_s
            + ExportAdvice::wayOut(files.error());
    m_colors->setFileName(files ? files->constFirst().suggestedName : u".txt"_s);
    if (m_preview->toPlainText() != text) // else what is selected and scrolled to stays
        m_preview->setPlainText(text);
    m_qr->setPayload(
        files && &target == &thunderbirdQrTarget ? files->constFirst().content : QByteArray());
    m_usage->setText(ExportAdvice::usageText(target));
    m_limit->setText(limitOf(target));
    m_copy->setEnabled(files.has_value());
    m_save->setEnabled(files.has_value());
    showSwitches();
}

/// What the target cannot express, and that it does not have the recommended server.
QString FinishPage::limitOf(const ExportTarget &target) const
{
    const QString note = ExportAdvice::alternativeText(target, m_input);
    const QString limit = ExportAdvice::limitText(target);
    return note.isEmpty() ? limit : limit + u'\n' + note;
}

/// A switch is there where it makes a difference.
void FinishPage::showSwitches()
{
    m_redact->setVisible(isReport());
    m_keyring->setVisible(false);
    if (isReport() || m_files.isEmpty())
        return;
    ExportOptions other = options();
    other.passwords = m_keyring->isChecked() ? PasswordSource::Prompt : PasswordSource::Keyring;
    const ExportResult otherwise = write(other);
    m_keyring->setVisible(!otherwise || *otherwise != m_files);
}

void FinishPage::copyContent()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_files.constFirst().content));
    m_message->setText(m_files.size() > 1
            ? tr("Copied, but without %1, which belongs beside it. Saving writes both.")
                  .arg(m_files.at(1).suggestedName)
            : tr("Copied."));
}

void FinishPage::save()
{
    const ExportTarget &target = m_targets->chosen();
    const auto writeFor = [this, &target](const QString &folder, const QString &fileName) {
        ExportInput input = m_input;
        input.options = options();
        input.options.folder = folder;
        input.options.fileName = fileName;
        return target.write(input);
    };
    QString name = m_files.constFirst().suggestedName;
    if (&target == &pdfReportTarget)
        name.replace(u".txt"_s, u".pdf"_s);
    m_saver->save(name, writeFor);
}

} // namespace postern
