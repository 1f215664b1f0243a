// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/settingcard.h"

#include "endpointstate.h"
#include "provenancewords.h"
#include "theme.h"
#include "widgets/sign.h"

#include <QGridLayout>
#include <QLabel>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardIconSize = 36;

} // namespace

SettingCard::SettingCard(const QString &title, const QString &name, QWidget *parent)
    : QFrame(parent),
      m_icon(new Sign(cardIconSize)),
      m_place(Theme::makeLabel()),
      m_mode(Theme::makeLabel()),
      m_state(Theme::makeLabel()),
      m_origin(Theme::makeLabel())
{
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *heading = Theme::makeLabel(title);
    Theme::makeSmall(*heading);
    Theme::makeSmall(*m_origin);
    heading->setObjectName(name + "Title"_L1);
    m_place->setObjectName(name + "Place"_L1);
    m_mode->setObjectName(name + "Mode"_L1);
    m_state->setObjectName(name + "State"_L1);
    m_origin->setObjectName(name + "Origin"_L1);
    QFont bold = m_place->font();
    bold.setBold(true);
    m_place->setFont(bold);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::spacing / 2);
    grid->addWidget(m_icon, 0, 0, 5, 1, Qt::AlignVCenter);
    int row = 0;
    for (QLabel *label : {heading, m_place, m_mode, m_state, m_origin})
        grid->addWidget(label, row++, 1);
    grid->setColumnStretch(1, 1);
}

void SettingCard::setSetting(const std::optional<ServerSetting> &setting)
{
    if (!setting) {
        m_icon->setIcon(u"failed"_s, ColorRole::Danger);
        m_place->setText(tr("no secure server found"));
        for (QLabel *label : {m_mode, m_state, m_origin})
            label->clear();
        return;
    }
    const EndpointState state = EndpointState::of(*setting);
    m_icon->setIcon(state.iconName(), state.colorRole());
    m_place->setText(setting->endpoint.host);
    m_mode->setText(tr("%1 · port %2 · %3", "protocol, port, security")
                        .arg(EndpointState::protocolName(setting->endpoint.protocol))
                        .arg(setting->endpoint.port)
                        .arg(EndpointState::securityName(setting->endpoint.security)));
    m_state->setText(state.text());
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::color(state.colorRole()));
    m_state->setPalette(palette);
    m_origin->setText(tr("%1: %2", "whose server; where that comes from")
                          .arg(ProvenanceWords::owner(*setting), ProvenanceWords::text(*setting)));
}

} // namespace postern
