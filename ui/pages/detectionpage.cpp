// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/detectionpage.h"

#include "diagnosis/diagnose.h"
#include "inspector/endpointdetails.h"
#include "models/attemptmodel.h"
#include "searchsummary.h"
#include "theme.h"
#include "widgets/collapsible.h"

#include <QAction>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Whether a key in the table goes to another line; a shortcut does not.
bool movesLine(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default: // the table looks for what is typed
        return key.modifiers() == Qt::NoModifier && !key.text().isEmpty()
            && key.text().front().isPrint();
    }
}

} // namespace

DetectionPage::DetectionPage(QWidget *parent)
    : SetupPage(parent),
      m_headline(Theme::makeLabel()),
      m_subline(Theme::makeLabel()),
      m_progress(new QProgressBar),
      m_stop(new QPushButton(Theme::icon(u"stop"_s), tr("&Stop"))),
      m_again(new QPushButton(Theme::icon(u"search"_s), tr("&Try again"))),
      m_model(new AttemptModel(this)),
      m_details(new EndpointDetails)
{
    setTitle(tr("Finding your settings"));
    setSubTitle(tr("The likely servers, ports and security modes are tried; no password is sent."));
    Theme::makeTitle(*m_headline);
    m_headline->setObjectName(u"headline"_s);
    m_subline->setObjectName(u"subline"_s);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(Theme::spacing);
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_stop->setObjectName(u"stop"_s);
    m_again->setObjectName(u"again"_s);
    m_stop->setAutoDefault(false);
    m_again->setAutoDefault(false);
    m_drawer = new Collapsible(tr("&Details of the chosen line"), m_details);
    m_drawer->setHeaderObjectName(u"details"_s);

    auto *top = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(m_headline);
    words->addWidget(m_subline);
    top->addLayout(words, 1);
    top->addWidget(m_stop, 0, Qt::AlignTop);
    top->addWidget(m_again, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::spacing);
    layout->addLayout(top);
    layout->addWidget(m_progress);
    layout->addWidget(makeTable(), 3);
    layout->addWidget(m_drawer, 0);
    connect(m_drawer, &Collapsible::toggled, this, [layout, this](bool isExpanded) {
        layout->setStretchFactor(m_drawer, isExpanded ? 3 : 0);
    });
    connectButtons();
}

void DetectionPage::connectButtons()
{
    connect(m_stop, &QPushButton::clicked, this, [this] { session().stop(); });
    m_details->offerRemedies();
    m_details->offerInspection();
    connect(m_details, &EndpointDetails::inspectionWanted, this, &SetupPage::inspectionWanted);
    connect(m_details, &EndpointDetails::remedyChosen, this, [this](const Remedy &remedy) {
        m_isUsersChoice = false;
        session().detect(withRemedy(session().state().request, remedy));
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_isUsersChoice = false;
        session().detect(session().state().request);
    });
}

bool DetectionPage::isComplete() const
{
    const SetupState &state = session().state();
    const auto &settings = state.detection.settings;
    if (state.phase == SetupState::Phase::Searching)
        return settings.incoming && settings.outgoing;
    return settings.incoming || settings.outgoing;
}

void DetectionPage::toggleDetails()
{
    m_drawer->setExpanded(!m_drawer->isExpanded());
}

void DetectionPage::render(const SetupState &state)
{
    m_model->setState(state);
    renderHeadline(state);
    const bool isSearching = state.phase == SetupState::Phase::Searching;
    const auto total = static_cast<int>(state.attempts.size());
    m_progress->setRange(0, isSearching ? qMax(total, 1) : 1);
    m_progress->setValue(isSearching ? total - state.pending : 1);
    m_stop->setVisible(isSearching);
    m_again->setVisible(!isSearching);
    selectMostTelling(state.detection);
    renderDetails();
    if (!isSearching && !state.detection.attempts.isEmpty())
        m_details->setSearch(state.detection.attempts);
}

/// Until the user chooses a line.
void DetectionPage::selectMostTelling(const Detection &detection)
{
    const auto telling = SearchSummary::mostTelling(detection);
    if (!m_isUsersChoice && telling)
        m_table->setCurrentIndex(m_model->indexOf(*telling));
}

bool DetectionPage::eventFilter(QObject *watched, QEvent *event)
{
    // The table moves its current line by itself too: when it gets the focus, when lines move.
    m_isUsersChoice |= event->type() == QEvent::MouseButtonPress
        || (event->type() == QEvent::KeyPress && movesLine(*static_cast<QKeyEvent *>(event)));
    return SetupPage::eventFilter(watched, event);
}

void DetectionPage::initializePage()
{
    m_isUsersChoice = false;
}

QWidget *DetectionPage::makeTable()
{
    m_table = new QTreeView;
    m_table->setObjectName(u"attempts"_s);
    m_table->setAccessibleName(tr("Attempts"));
    m_table->setModel(m_model);
    m_table->setAlternatingRowColors(true);
    m_table->setUniformRowHeights(true);
    m_table->setItemsExpandable(false);
    m_table->setRootIsDecorated(false);
    m_table->setIndentation(Theme::gap);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->expandAll(); // the groups are always there
    for (int group = 0; group < m_model->rowCount(); ++group)
        m_table->setFirstColumnSpanned(group, {}, true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(AttemptModel::Host, QHeaderView::Stretch);
    fitColumns();
    addCopyAction();
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &DetectionPage::renderDetails);
    connect(m_table, &QTreeView::activated, this, [this] { m_drawer->setExpanded(true); });
    return m_table;
}

void DetectionPage::fitColumns()
{
    // Wide enough for the longest usual text, once: to measure every cell each time one of them
    // changes would take longer than to paint them.
    QFont bold = m_table->font(); // as the best line is written
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const std::pair<AttemptModel::Column, QString> widest[] = {
        {AttemptModel::Service, u"POP3 WW"_s},
        {AttemptModel::Port, u"65535 i"_s},
        {AttemptModel::SecurityMode, u"STARTTLS"_s},
        {AttemptModel::Result, tr("needs your decision – best") + u"WWW"_s},
        {AttemptModel::Time, u"00.00 s i"_s},
    };
    for (const auto &[column, text] : widest) {
        const QString title
            = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_table->header()->resizeSection(column,
            qMax(metrics.horizontalAdvance(text), metrics.horizontalAdvance(title + u"W"_s)));
    }
}

void DetectionPage::addCopyAction()
{
    auto *copy = new QAction(tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &DetectionPage::copyRow);
}

void DetectionPage::renderHeadline(const SetupState &state)
{
    m_headline->setText(SearchSummary::headline(state));
    m_subline->setText(SearchSummary::detail(state));
}

void DetectionPage::renderDetails()
{
    const AttemptState *attempt = m_model->attempt(m_table->currentIndex());
    if (attempt && attempt->report)
        m_details->setReport(*attempt->report);
    else
        m_details->clear();
}

/// What is wrong with the chosen line, if anything is.
QString DetectionPage::helpAnchor() const
{
    const AttemptState *attempt = m_model->attempt(m_table->currentIndex());
    const QList<Diagnosis> diagnoses
        = attempt && attempt->report ? diagnose(*attempt->report) : QList<Diagnosis>();
    return diagnoses.isEmpty() ? u"modes"_s : toString(diagnoses.constFirst().problem);
}

void DetectionPage::copyRow() const
{
    QGuiApplication::clipboard()->setText(m_model->rowText(m_table->currentIndex()));
}

} // namespace postern
