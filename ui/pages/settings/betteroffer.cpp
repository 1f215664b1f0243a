// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/betteroffer.h"

#include "endpointstate.h"
#include "theme.h"
#include "widgets/sign.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace postern {

using namespace Qt::StringLiterals;

BetterOffer::BetterOffer(QWidget *parent) : QFrame(parent), m_text(Theme::makeLabel())
{
    m_text->setObjectName(u"betterOffer"_s);
    auto *sign = new Sign(u"done"_s, ColorRole::Good, 24);
    auto *use = new QPushButton(tr("Use the b&etter one"));
    use->setObjectName(u"useBetter"_s);
    use->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::gap);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(use, 0, Qt::AlignTop);
    connect(use, &QPushButton::clicked, this, [this] { emit accepted(m_offered); });
    hide();
}

void BetterOffer::setOffers(const QList<ServerSetting> &offers)
{
    m_offered.clear();
    QStringList servers;
    for (const ServerSetting &offer : offers) {
        m_offered.append(offer.endpoint);
        servers.append(
            tr("%1 at %2, port %3, %4", "protocol, host, port, state")
                .arg(EndpointState::protocolName(offer.endpoint.protocol), offer.endpoint.host)
                .arg(offer.endpoint.port)
                .arg(EndpointState::of(offer).text()));
    }
    m_text->setText(tr("A better server has been found meanwhile: %1. What you have stays until "
                       "you say otherwise.")
                        .arg(servers.join(u"; "_s)));
    setVisible(!offers.isEmpty());
}

} // namespace postern
