// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settingspage.h"

#include "base/inerttext.h"
#include "diagnosis/advice.h"
#include "diagnosis/tlsadvice.h"
#include "endpointstate.h"
#include "inspector/endpointdetails.h"
#include "theme.h"
#include "widgets/collapsible.h"

#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWizard>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardIconSize = 36;

QString provenance(const ServerSetting &setting)
{
    if (setting.source == toString(Source::User))
        return SettingsPage::tr("you named it");
    if (setting.source == toString(Source::Srv))
        return SettingsPage::tr("published in the DNS as %1").arg(setting.origin);
    return SettingsPage::tr("a common name, found by trying");
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : SetupPage(parent),
      m_incoming(makeCard(u"incomingCard"_s)),
      m_outgoing(makeCard(u"outgoingCard"_s)),
      m_username(Theme::makeLabel()),
      m_reason(Theme::makeLabel()),
      m_trustProblem(Theme::makeLabel()),
      m_list(new QTreeWidget),
      m_details(new EndpointDetails)
{
    setTitle(tr("Your settings"));
    setSubTitle(tr("They were proven by connecting; signing in was not tried."));
    setButtonText(QWizard::NextButton, tr("&Use these settings"));
    m_username->setObjectName(u"username"_s);
    m_reason->setObjectName(u"reason"_s);
    m_trustProblem->setObjectName(u"trustProblem"_s);
    m_drawer = new Collapsible(tr("&Details of the chosen line"), m_details);
    m_drawer->setHeaderObjectName(u"settingsDetails"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::gap);
    layout->addWidget(makeCards());
    layout->addWidget(m_username);
    layout->addWidget(m_reason);
    layout->addWidget(m_trustProblem);
    layout->addWidget(makeAlternatives(), 2);
    layout->addWidget(m_drawer, 0);
    connect(m_drawer, &Collapsible::toggled, this, [layout, this](bool isExpanded) {
        layout->setStretchFactor(m_drawer, isExpanded ? 3 : 0);
    });
}

void SettingsPage::toggleDetails()
{
    m_drawer->setExpanded(!m_drawer->isExpanded());
}

void SettingsPage::render(const SetupState &state)
{
    const AccountSettings &settings = state.detection.settings;
    fillCard(m_incoming, settings.incoming);
    fillCard(m_outgoing, settings.outgoing);
    m_username->setText(tr("User name: %1").arg(inertText(settings.address)));
    m_reason->setText(reasonFor(state.detection));
    m_trustProblem->setVisible(state.trustProblem.has_value());
    if (state.trustProblem)
        m_trustProblem->setText(TlsAdvice::textFor(*state.trustProblem));
    fillAlternatives(state.detection);
}

SettingsPage::Card SettingsPage::makeCard(const QString &name)
{
    Card card{
        new QLabel, Theme::makeLabel(), Theme::makeLabel(), Theme::makeLabel(), Theme::makeLabel()};
    card.title->setObjectName(name + "Title"_L1);
    card.place->setObjectName(name + "Place"_L1);
    card.mode->setObjectName(name + "Mode"_L1);
    card.state->setObjectName(name + "State"_L1);
    QFont bold = card.place->font();
    bold.setBold(true);
    card.place->setFont(bold);
    Theme::makeSmall(*card.title);
    return card;
}

QWidget *SettingsPage::makeCards()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::gap);
    for (const Card *card : {&m_incoming, &m_outgoing}) {
        auto *frame = new QFrame;
        frame->setFrameShape(QFrame::StyledPanel);
        frame->setBackgroundRole(QPalette::Base);
        frame->setAutoFillBackground(true);
        auto *grid = new QGridLayout(frame);
        grid->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
        grid->setHorizontalSpacing(Theme::gap);
        grid->setVerticalSpacing(Theme::spacing / 2);
        grid->addWidget(card->icon, 0, 0, 4, 1, Qt::AlignVCenter);
        grid->addWidget(card->title, 0, 1);
        grid->addWidget(card->place, 1, 1);
        grid->addWidget(card->mode, 2, 1);
        grid->addWidget(card->state, 3, 1);
        grid->setColumnStretch(1, 1);
        layout->addWidget(frame, 1);
    }
    return row;
}

QWidget *SettingsPage::makeAlternatives()
{
    m_list->setObjectName(u"alternatives"_s);
    m_list->setAccessibleName(tr("Everything that works"));
    m_list->setHeaderLabels(
        {tr("Service"), tr("Server"), tr("Port"), tr("Security"), tr("Result")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &SettingsPage::renderDetails);
    return m_list;
}

void SettingsPage::fillCard(const Card &card, const std::optional<ServerSetting> &setting)
{
    card.title->setText(&card == &m_incoming ? tr("Incoming mail") : tr("Outgoing mail"));
    if (!setting) {
        card.icon->setPixmap(
            Theme::icon(u"failed"_s, ColorRole::Danger).pixmap(cardIconSize, cardIconSize));
        card.place->setText(tr("no secure server found"));
        card.mode->clear();
        card.state->clear();
        return;
    }
    const EndpointState state = EndpointState::of(*setting);
    card.icon->setPixmap(state.icon().pixmap(cardIconSize, cardIconSize));
    card.place->setText(setting->endpoint.host);
    card.mode->setText(tr("%1 · port %2 · %3", "protocol, port, security")
                           .arg(EndpointState::protocolName(setting->endpoint.protocol))
                           .arg(setting->endpoint.port)
                           .arg(EndpointState::securityName(setting->endpoint.security)));
    card.state->setText(state.text());
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::color(state.colorRole()));
    card.state->setPalette(palette);
}

void SettingsPage::fillAlternatives(const Detection &detection)
{
    QList<ServerSetting> all;
    for (const auto &setting : {detection.settings.incoming, detection.settings.outgoing}) {
        if (setting)
            all.append(*setting);
    }
    all += detection.incomingAlternatives + detection.outgoingAlternatives;
    QList<Endpoint> endpoints;
    for (const ServerSetting &setting : all)
        endpoints.append(setting.endpoint);
    const int current
        = endpoints == m_listed ? m_list->indexOfTopLevelItem(m_list->currentItem()) : 0;
    m_listed = endpoints;
    m_list->clear();
    for (const ServerSetting &setting : all) {
        const EndpointState state = EndpointState::of(setting);
        auto *item = new QTreeWidgetItem({EndpointState::protocolName(setting.endpoint.protocol),
            setting.endpoint.host, QString::number(setting.endpoint.port),
            EndpointState::securityName(setting.endpoint.security), state.text()});
        item->setIcon(4, state.icon());
        item->setForeground(4, Theme::color(state.colorRole()));
        m_list->addTopLevelItem(item);
    }
    m_list->setCurrentItem(m_list->topLevelItem(qMax(current, 0)));
    renderDetails();
}

void SettingsPage::renderDetails()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const ProbeReport *report = row < 0 || row >= m_listed.size()
        ? nullptr
        : reportFor(session().state().detection, m_listed.at(row));
    if (report)
        m_details->setReport(*report);
    else
        m_details->clear();
}

QString SettingsPage::reasonFor(const Detection &detection)
{
    const AccountSettings &settings = detection.settings;
    QStringList sentences;
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        if (!setting)
            continue;
        const bool isImplicit = setting->endpoint.security == Security::ImplicitTls;
        const QString mode = isImplicit ? tr("encrypted from the first byte")
                                        : tr("encrypted by STARTTLS, proven by a handshake");
        sentences.append(tr("%1: %2; %3.", "protocol: mode; where it came from")
                             .arg(EndpointState::protocolName(setting->endpoint.protocol), mode,
                                 provenance(*setting)));
    }
    for (const Diagnosis &problem : detection.problems.first(qMin<qsizetype>(
             detection.problems.size(), settings.incoming && settings.outgoing ? 0 : 2)))
        sentences.append(Advice::textFor(problem).title);
    return tr("Why these: %1").arg(sentences.join(u' '));
}

} // namespace postern
