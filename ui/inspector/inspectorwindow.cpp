// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/inspectorwindow.h"

#include "base/privatefile.h"
#include "document/detectiondocument.h"
#include "endpointstate.h"
#include "export/opensslcommand.h"
#include "inspector/endpointdetails.h"
#include "inspector/runcomparison.h"
#include "inspector/targeteditor.h"
#include "probe/ranking.h"
#include "theme.h"
#include "widgets/attempttable.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

InspectorWindow::InspectorWindow(SetupSession &session, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_target(new TargetEditor),
      m_start(new QPushButton),
      m_save(new QPushButton(Theme::icon(u"save"_s), tr("Sa&ve as JSON …"))),
      m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Copy &all as text"))),
      m_command(new QPushButton(tr("Copy &openssl command"))),
      m_message(Theme::makeLabel()),
      m_progress(new QProgressBar),
      m_table(new AttemptTable),
      m_details(new EndpointDetails),
      m_comparison(new RunComparison)
{
    setObjectName(u"inspectorWindow"_s);
    setWindowTitle(tr("Inspect a server"));
    resize(900, 680);
    m_table->setObjectName(u"inspections"_s);
    connect(m_table, &AttemptTable::attemptChanged, this, &InspectorWindow::renderChosen);
    m_details->addTab(m_comparison, tr("Comparison"));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::spacing);
    layout->addWidget(makeQuestion());
    layout->addWidget(m_message);
    layout->addWidget(m_progress);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeButtons());
    connect(&m_session, &SetupSession::stateChanged, this, &InspectorWindow::render);
    connect(&m_session, &SetupSession::finished, this, &InspectorWindow::settled);
    render();
}

void InspectorWindow::lookAs(const Identity &account, const TlsPolicy &tls)
{
    m_account = account;
    m_tls = tls;
}

void InspectorWindow::inspect(
    const InspectionTarget &target, const std::optional<ProbeReport> &before)
{
    m_target->setTarget(target);
    m_table->forgetChoice();
    m_earlier.clear();
    if (before)
        m_earlier.append(*before);
    start();
}

bool InspectorWindow::isSettled() const
{
    return m_session.state().phase == SetupState::Phase::Finished;
}

QWidget *InspectorWindow::makeQuestion()
{
    m_start->setObjectName(u"inspect"_s);
    m_start->setDefault(true);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_session.state().phase == SetupState::Phase::Searching)
            m_session.stop();
        else
            checkAgain();
    });
    connect(m_target, &TargetEditor::changed, this, &InspectorWindow::render);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->addWidget(m_target, 1);
    row->addWidget(m_start);
    m_message->setObjectName(u"inspectorMessage"_s);
    m_progress->setTextVisible(false);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->setMaximumHeight(Theme::spacing);
    m_progress->setAccessibleName(tr("Progress of the inspection"));
    return box;
}

QWidget *InspectorWindow::makeButtons()
{
    auto *close = new QPushButton(tr("Close"));
    m_save->setObjectName(u"saveInspection"_s);
    m_copy->setObjectName(u"copyInspection"_s);
    m_command->setObjectName(u"copyCommand"_s);
    close->setObjectName(u"closeInspector"_s);
    connect(m_save, &QPushButton::clicked, this, &InspectorWindow::askWhereToSave);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_details->wholeText());
        say(tr("Copied."));
    });
    connect(m_command, &QPushButton::clicked, this, [this] {
        const QString command = opensslCommand(*m_details->report());
        QGuiApplication::clipboard()->setText(command);
        say(tr("Copied: %1").arg(command));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    for (QPushButton *button : {m_command, m_copy, m_save, close}) {
        button->setAutoDefault(false);
        if (button == close)
            row->addStretch();
        row->addWidget(button);
    }
    return box;
}

/// Escape stops what is under way, and closes only where nothing is.
void InspectorWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_session.state().phase == SetupState::Phase::Searching)
        m_session.stop();
    else
        QDialog::keyPressEvent(event);
}

void InspectorWindow::start()
{
    const auto target = m_target->target();
    if (!target)
        return;
    m_inspected = *target;
    DetectionRequest request = inspectionOf(m_inspected);
    request.asksVersions = true;
    if (m_account.hasAddress())
        request.identity = m_account;
    request.tls = m_tls;
    m_session.detect(request);
}

void InspectorWindow::checkAgain()
{
    keepRun();
    start();
}

/// What the last look showed stays, to be compared with.
void InspectorWindow::keepRun()
{
    for (const AttemptState &attempt : m_session.state().attempts) {
        if (!attempt.report || attempt.report->stages.isEmpty())
            continue;
        m_earlier.removeIf([&attempt](const ProbeReport &earlier) {
            return earlier.candidate.endpoint == attempt.candidate.endpoint;
        });
        m_earlier.append(*attempt.report);
    }
}

void InspectorWindow::render()
{
    const SetupState &state = m_session.state();
    const bool isSearching = state.phase == SetupState::Phase::Searching;
    const auto total = static_cast<int>(state.attempts.size());
    m_table->setState(state);
    m_progress->setVisible(isSearching);
    m_progress->setRange(0, qMax(total, 1));
    m_progress->setValue(total - state.pending);
    m_start->setText(isSearching                                            ? tr("S&top")
            : total > 0 && m_target->target() == std::optional(m_inspected) ? tr("&Check again")
                                                                            : tr("&Inspect"));
    m_start->setEnabled(isSearching || m_target->target().has_value());
    m_save->setEnabled(!isSearching && total > 0);
    if (isSearching)
        say(tr("Looking at %1 …").arg(m_inspected.server.host));
    else if (total > 0 && m_message->text().endsWith(u'…'))
        say(tr("Done. Choose a line to see everything about it."));
    const QList<Attempt> best = bestFirst(state.detection);
    if (!best.isEmpty())
        m_table->propose(best.constFirst().endpoint());
    renderChosen();
}

void InspectorWindow::renderChosen()
{
    const AttemptState *attempt = m_table->attempt();
    const ProbeReport *report = attempt && attempt->report ? &*attempt->report : nullptr;
    if (report) {
        m_details->setReport(*report);
        compare(*report);
    } else {
        m_details->clear();
        m_comparison->clear(tr("Nothing to compare yet."));
    }
    m_copy->setEnabled(report);
    m_command->setEnabled(report && !opensslCommand(*report).isEmpty());
}

void InspectorWindow::compare(const ProbeReport &report)
{
    for (const ProbeReport &earlier : m_earlier) {
        if (earlier.candidate.endpoint == report.candidate.endpoint) {
            m_comparison->setRuns(earlier, report);
            return;
        }
    }
    m_comparison->clear(tr("Nothing to compare yet: check again, and this look is compared with "
                           "the next one."));
}

void InspectorWindow::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save what was seen"));
    dialog->setObjectName(u"inspectionSaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_inspected.server.host + ".json"_L1);
    connect(dialog, &QFileDialog::fileSelected, this, &InspectorWindow::save);
    dialog->open();
}

void InspectorWindow::save(const QString &path)
{
    const auto [host, port] = m_inspected.server;
    const auto written
        = writePrivateFile(path, writeInspectionDocument(m_session.state().detection, host, port));
    say(written ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                : tr("%1 could not be written: %2.")
                      .arg(QDir::toNativeSeparators(path), written.error()));
}

void InspectorWindow::say(const QString &text) const
{
    m_message->setText(text);
}

} // namespace postern
