// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/trustwindow.h"

#include "account/endpoint.h"
#include "base/privatefile.h"
#include "theme.h"
#include "trust/trustdocument.h"
#include "trust/trustlist.h"

#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxFileBytes = 4 * 1024 * 1024; // some thousand certificates

QString placeOf(const TrustException &exception)
{
    return hostAndPort(exception.host, exception.port);
}

} // namespace

TrustWindow::TrustWindow(QWidget *parent)
    : QDialog(parent),
      m_list(new TrustList),
      m_message(Theme::makeLabel()),
      m_withdraw(new QPushButton(tr("&Withdraw"))),
      m_undo(new QPushButton(tr("&Undo"))),
      m_export(new QPushButton(tr("&Export …")))
{
    setObjectName(u"trustWindow"_s);
    setWindowTitle(tr("Accepted certificates"));
    resize(720, 520);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::gap);
    layout->addWidget(Theme::makeLabel(
        tr("You chose to rely on these certificates although nobody vouches for them, or something "
           "else is wrong with them. Each counts for one server and port only, and for one account "
           "unless it says otherwise.")));
    layout->addWidget(m_list, 1);
    connect(m_list, &TrustList::choiceChanged, this,
        [this] { m_withdraw->setEnabled(!m_list->chosen().isEmpty()); });
    m_message->setObjectName(u"trustMessage"_s);
    layout->addWidget(m_message);
    layout->addWidget(makeButtons());
}

void TrustWindow::setSession(SetupSession &session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = &session;
    m_changes.clear();
    connect(m_session, &SetupSession::stateChanged, this, [this] {
        if (m_session->state().exceptions != m_list->exceptions())
            showAll(m_session->state().exceptions);
    });
    showAll(m_session->state().exceptions);
}

/// What the list and the fields have no use for.
void TrustWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete))
        withdraw();
    else if (event->matches(QKeySequence::Undo))
        undo();
    else
        QDialog::keyPressEvent(event);
}

void TrustWindow::showAll(const QList<TrustException> &exceptions)
{
    m_list->setExceptions(exceptions);
    m_export->setEnabled(!exceptions.isEmpty());
    m_undo->setEnabled(!m_changes.isEmpty());
    m_withdraw->setEnabled(!m_list->chosen().isEmpty());
}

QWidget *TrustWindow::makeButtons()
{
    auto *import = new QPushButton(tr("&Import …"));
    auto *close = new QPushButton(tr("Close"));
    m_withdraw->setObjectName(u"withdraw"_s);
    m_undo->setObjectName(u"undoWithdrawal"_s);
    m_export->setObjectName(u"exportTrust"_s);
    import->setObjectName(u"importTrust"_s);
    connect(m_withdraw, &QPushButton::clicked, this, &TrustWindow::withdraw);
    connect(m_undo, &QPushButton::clicked, this, &TrustWindow::undo);
    connect(m_export, &QPushButton::clicked, this, &TrustWindow::askWhereToSave);
    connect(import, &QPushButton::clicked, this, &TrustWindow::askWhatToRead);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    for (QPushButton *button : {m_withdraw, m_undo, m_export, import}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(close);
    return box;
}

void TrustWindow::withdraw()
{
    const QList<TrustException> all = m_list->chosen();
    if (all.isEmpty())
        return;
    m_changes.append({all, {}});
    m_session->withdraw(all);
    say(all.size() == 1 ? tr("%1 is no longer accepted.").arg(placeOf(all.constFirst()))
                        : tr("%n certificate(s) are no longer accepted.", nullptr,
                            static_cast<int>(all.size())));
}

void TrustWindow::undo()
{
    if (m_changes.isEmpty())
        return;
    const Change change = m_changes.takeLast();
    m_session->withdraw(change.added);
    m_session->restore(change.removed);
    showAll(m_session->state().exceptions);
    say(tr("It is as it was before."));
}

void TrustWindow::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the accepted certificates"));
    dialog->setObjectName(u"trustSaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"accepted-certificates.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &TrustWindow::save);
    dialog->open();
}

void TrustWindow::save(const QString &path)
{
    const auto written = writePrivateFile(path, writeTrustDocument(m_list->exceptions()));
    say(written ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                : tr("%1 could not be written: %2.")
                      .arg(QDir::toNativeSeparators(path), written.error()));
}

void TrustWindow::askWhatToRead()
{
    auto *dialog = new QFileDialog(this, tr("Accept the certificates of a file"));
    dialog->setObjectName(u"trustOpenDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &TrustWindow::read);
    dialog->open();
}

void TrustWindow::read(const QString &path)
{
    QFile file(path);
    const bool isReadable = file.size() <= maxFileBytes && file.open(QIODevice::ReadOnly);
    const auto read = readTrustDocument(isReadable ? file.read(maxFileBytes) : QByteArray());
    if (!read) {
        say(tr("%1 holds no accepted certificates that can be read. Nothing was changed.")
                .arg(QDir::toNativeSeparators(path)));
        return;
    }
    Change change;
    const QList<TrustException> all = m_list->exceptions();
    for (const TrustException &exception : *read) {
        if (all.contains(exception))
            continue;
        change.added.append(exception);
        for (const TrustException &known : all) {
            if (known.isAboutSameAs(exception))
                change.removed.append(known);
        }
    }
    if (!change.added.isEmpty()) {
        m_changes.append(change);
        m_session->restore(change.added);
    }
    say(tr("%n certificate(s) were added.", nullptr, static_cast<int>(change.added.size())));
}

void TrustWindow::say(const QString &text)
{
    m_message->setText(text);
    m_undo->setEnabled(!m_changes.isEmpty());
}

} // namespace postern
