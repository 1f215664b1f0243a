// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/settingspage.h"

#include "base/inerttext.h"
#include "diagnosis/advice.h"
#include "diagnosis/signinadvice.h"
#include "diagnosis/trustadvice.h"
#include "endpointstate.h"
#include "inspector/endpointdetails.h"
#include "pages/settings/betteroffer.h"
#include "pages/settings/settingcard.h"
#include "provenancewords.h"
#include "setup/acceptance.h"
#include "theme.h"
#include "widgets/collapsible.h"
#include "widgets/sign.h"

#include <QCheckBox>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWizard>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// The recommended settings that wait for a word about where they come from.
QList<ServerSetting> questionable(const AccountSettings &settings)
{
    QList<ServerSetting> found;
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        if (setting && (setting->provenance.isForeign || setting->provenance.isUntrusted))
            found.append(*setting);
    }
    return found;
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : SetupPage(parent),
      m_incoming(new SettingCard(tr("Incoming mail"), u"incomingCard"_s)),
      m_outgoing(new SettingCard(tr("Outgoing mail"), u"outgoingCard"_s)),
      m_username(Theme::makeLabel()),
      m_reason(Theme::makeLabel()),
      m_notice(Theme::makeLabel()),
      m_question(Theme::makeLabel()),
      m_agree(new QCheckBox),
      m_better(new BetterOffer),
      m_list(new QTreeWidget),
      m_use(new QPushButton(tr("Use the chosen &line instead"))),
      m_details(new EndpointDetails)
{
    setTitle(tr("Your settings"));
    setSubTitle(tr("They were proven by connecting; signing in was not tried."));
    setButtonText(QWizard::NextButton, tr("&Use these settings"));
    m_username->setObjectName(u"username"_s);
    m_reason->setObjectName(u"reason"_s);
    m_notice->setObjectName(u"notice"_s);
    m_drawer = new Collapsible(tr("&Details of the chosen line"), m_details);
    m_drawer->setHeaderObjectName(u"settingsDetails"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::gap);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Theme::gap);
    cards->addWidget(m_incoming, 1);
    cards->addWidget(m_outgoing, 1);
    layout->addLayout(cards);
    layout->addWidget(m_username);
    layout->addWidget(m_reason);
    layout->addWidget(m_notice);
    layout->addWidget(makeConsent());
    layout->addWidget(m_better);
    layout->addWidget(makeAlternatives(), 2);
    layout->addWidget(m_use, 0, Qt::AlignRight);
    layout->addWidget(m_drawer, 0);
    m_details->offerInspection();
    connect(m_details, &EndpointDetails::inspectionWanted, this, &SetupPage::inspectionWanted);
    connect(m_drawer, &Collapsible::toggled, this, [layout, this](bool isExpanded) {
        layout->setStretchFactor(m_drawer, isExpanded ? 3 : 0);
    });
}

bool SettingsPage::isComplete() const
{
    return m_consent->isHidden() || m_agree->isChecked();
}

void SettingsPage::toggleDetails()
{
    m_drawer->setExpanded(!m_drawer->isExpanded());
}

QString SettingsPage::stepName() const
{
    return tr("Settings");
}

void SettingsPage::render(const SetupState &state)
{
    const AccountSettings &settings = state.detection.settings;
    m_incoming->setSetting(settings.incoming);
    m_outgoing->setSetting(settings.outgoing);
    QStringList usernames;
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        if (setting && !usernames.contains(setting->username))
            usernames.append(setting->username);
    }
    m_username->setText(tr("User name: %1").arg(inertText(usernames.join(u", "_s))));
    m_reason->setText(reasonFor(state.detection));
    QStringList notices = lostChoices(state);
    if (const auto &provider = state.detection.provider)
        notices.append(SignInAdvice::textFor(*provider));
    notices.removeAll(QString());
    if (state.trustProblem)
        notices.append(TrustAdvice::textFor(*state.trustProblem));
    m_notice->setVisible(!notices.isEmpty());
    m_notice->setText(notices.join(u'\n'));
    renderConsent(state);
    m_better->setOffers(state.better);
    fillAlternatives(state.detection);
}

/// Before anything found elsewhere is used, the user says so; and may take it back.
void SettingsPage::renderConsent(const SetupState &state)
{
    const QList<ServerSetting> asked = questionable(state.detection.settings);
    m_consent->setVisible(!asked.isEmpty());
    m_hosts.clear();
    for (const ServerSetting &setting : asked)
        m_hosts.append(setting.endpoint.host);
    m_question->setText(ProvenanceWords::question(state.request.identity.domain(), asked));
    const bool isAgreed
        = std::none_of(asked.begin(), asked.end(), [](const ServerSetting &setting) {
              return setting.needsConsent.contains(Problem::DiscoveryForeignHost)
                  || setting.needsConsent.contains(Problem::DiscoveryUntrustedSource);
          });
    const QSignalBlocker blocker(m_agree); // this shows a decision, it makes none
    m_agree->setChecked(!asked.isEmpty() && isAgreed);
}

QWidget *SettingsPage::makeConsent()
{
    m_consent = new QFrame;
    m_question->setObjectName(u"consentQuestion"_s);
    m_agree->setObjectName(u"agree"_s);
    m_agree->setText(tr("I &know these servers and want to use them"));
    auto *sign = new Sign(u"question"_s, ColorRole::Caution, 24);
    auto *grid = new QGridLayout(m_consent);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Theme::gap);
    grid->addWidget(sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_question, 0, 1);
    grid->addWidget(m_agree, 1, 1);
    grid->setColumnStretch(1, 1);
    connect(m_agree, &QCheckBox::toggled, this, [this](bool isAgreed) {
        session().agreeTo(isAgreed ? m_hosts : QStringList());
        emit completeChanged();
    });
    m_consent->hide();
    return m_consent;
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
    m_use->setObjectName(u"useChosen"_s);
    m_use->setAutoDefault(false);
    connect(m_use, &QPushButton::clicked, this, [this] {
        const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
        if (row >= 0 && row < m_listed.size())
            pick({m_listed.at(row)});
    });
    connect(m_better, &BetterOffer::accepted, this, &SettingsPage::pick);
    return m_list;
}

void SettingsPage::pick(const QList<Endpoint> &endpoints)
{
    for (const Endpoint &endpoint : endpoints)
        session().pick(endpoint);
    const QList<Endpoint> open = undecidedIn(session().state().detection);
    if (std::any_of(endpoints.begin(), endpoints.end(),
            [&open](const Endpoint &endpoint) { return open.contains(endpoint); }))
        emit decisionNeeded();
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
    const Endpoint chosen = m_listed.value(m_list->indexOfTopLevelItem(m_list->currentItem()));
    const int current = static_cast<int>(endpoints.indexOf(chosen));
    m_listed = endpoints;
    const QSignalBlocker blocker(m_list); // the details stay as they are until all is there
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
    const AccountSettings &settings = session().state().detection.settings;
    const auto isUsed = [report](const std::optional<ServerSetting> &setting) {
        return setting && report && setting->endpoint == report->candidate.endpoint;
    };
    // What is not encrypted is shown, but nobody is led to it.
    m_use->setEnabled(
        report && report->tls && !isUsed(settings.incoming) && !isUsed(settings.outgoing));
}

/// What the user went on with and no longer works.
QStringList SettingsPage::lostChoices(const SetupState &state)
{
    const AccountSettings &settings = state.detection.settings;
    QStringList lost;
    for (const Endpoint &endpoint : state.choices.endpoints()) {
        const auto isUsed = [&endpoint](const std::optional<ServerSetting> &setting) {
            return setting && setting->endpoint == endpoint;
        };
        if (!isUsed(settings.incoming) && !isUsed(settings.outgoing))
            lost.append(tr("%1 no longer works; the next best server is shown instead.")
                            .arg(hostAndPort(endpoint.host, endpoint.port)));
    }
    return lost;
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
        sentences.append(tr("%1: %2.", "protocol: mode")
                             .arg(EndpointState::protocolName(setting->endpoint.protocol), mode));
    }
    for (const Diagnosis &problem : detection.diagnoses.first(qMin<qsizetype>(
             detection.diagnoses.size(), settings.incoming && settings.outgoing ? 0 : 2)))
        sentences.append(Advice::textFor(problem).title);
    return tr("Why these: %1").arg(sentences.join(u' '));
}

} // namespace postern
