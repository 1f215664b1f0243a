// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/serversetting.h"

#include <QFrame>
#include <QList>

class QLabel;

namespace postern {

/// Offers what was found after the user had gone on, and takes nothing away meanwhile.
class BetterOffer final : public QFrame
{
    Q_OBJECT
public:
    explicit BetterOffer(QWidget *parent = nullptr);

    /// Hides where there is nothing to offer.
    void setOffers(const QList<ServerSetting> &offers);

signals:
    void accepted(const QList<postern::Endpoint> &endpoints);

private:
    QLabel *m_text;
    QList<Endpoint> m_offered;
};

} // namespace postern
