// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/detection/detectionpage.h"

#include "diagnosis/diagnose.h"
#include "inspector/endpointdetails.h"
#include "pages/detection/searchsummary.h"
#include "theme.h"
#include "widgets/attempttable.h"
#include "widgets/collapsible.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

DetectionPage::DetectionPage(QWidget *parent)
    : SetupPage(parent),
      m_headline(Theme::makeLabel()),
      m_subline(Theme::makeLabel()),
      m_progress(new QProgressBar),
      m_stop(new QPushButton(Theme::icon(u"stop"_s), tr("&Stop"))),
      m_again(new QPushButton(Theme::icon(u"search"_s), tr("&Try again"))),
      m_table(new AttemptTable),
      m_details(new EndpointDetails)
{
    setTitle(tr("Finding your settings"));
    setSubTitle(tr("The likely servers, ports and security modes are tried; no password is sent."));
    Theme::makeTitle(*m_headline);
    m_headline->setObjectName(u"headline"_s);
    m_table->setObjectName(u"attempts"_s);
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
    layout->addWidget(m_table, 3);
    layout->addWidget(m_drawer, 0);
    connect(m_drawer, &Collapsible::toggled, this, [layout, this](bool isExpanded) {
        layout->setStretchFactor(m_drawer, isExpanded ? 3 : 0);
    });
    connectButtons();
}

void DetectionPage::connectButtons()
{
    connect(m_table, &AttemptTable::attemptChanged, this, &DetectionPage::renderDetails);
    connect(m_table, &QTreeView::activated, this, [this] { m_drawer->setExpanded(true); });
    connect(m_stop, &QPushButton::clicked, this, [this] { session().stop(); });
    m_details->offerRemedies();
    m_details->offerInspection();
    connect(m_details, &EndpointDetails::inspectionWanted, this, &SetupPage::inspectionWanted);
    connect(m_details, &EndpointDetails::remedyChosen, this, [this](const Remedy &remedy) {
        m_table->forgetChoice();
        session().detect(withRemedy(session().state().request, remedy));
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_table->forgetChoice();
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

QString DetectionPage::stepName() const
{
    return tr("Search");
}

void DetectionPage::render(const SetupState &state)
{
    m_table->setState(state);
    renderHeadline(state);
    const bool isSearching = state.phase == SetupState::Phase::Searching;
    const auto total = static_cast<int>(state.attempts.size());
    m_progress->setRange(0, isSearching ? qMax(total, 1) : 1);
    m_progress->setValue(isSearching ? total - state.pending : 1);
    m_stop->setVisible(isSearching);
    m_again->setVisible(!isSearching);
    m_table->propose(SearchSummary::mostTelling(state.detection));
    renderDetails();
    if (!isSearching && !state.detection.attempts.isEmpty())
        m_details->setSearch(state.detection.attempts);
}

void DetectionPage::initializePage()
{
    m_table->forgetChoice();
}

void DetectionPage::renderHeadline(const SetupState &state)
{
    m_headline->setText(SearchSummary::headline(state));
    m_subline->setText(SearchSummary::detail(state));
}

void DetectionPage::renderDetails()
{
    const AttemptState *attempt = m_table->attempt();
    if (attempt && attempt->report)
        m_details->setReport(*attempt->report);
    else
        m_details->clear();
}

/// What is wrong with the chosen line, if anything is.
QString DetectionPage::helpAnchor() const
{
    const AttemptState *attempt = m_table->attempt();
    const QList<Diagnosis> diagnoses
        = attempt && attempt->report ? diagnose(*attempt->report) : QList<Diagnosis>();
    return diagnoses.isEmpty() ? u"modes"_s : toString(diagnoses.constFirst().problem);
}

} // namespace postern
