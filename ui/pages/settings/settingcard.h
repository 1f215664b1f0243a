// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/serversetting.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace postern {

class Sign;

/// One recommended setting, large: the server, how it is encrypted, how far it can be trusted,
/// whose it is and where that comes from.
class SettingCard final : public QFrame
{
    Q_OBJECT
public:
    /// @p name is the object name, and begins those of the labels.
    SettingCard(const QString &title, const QString &name, QWidget *parent = nullptr);

    void setSetting(const std::optional<ServerSetting> &setting);

private:
    Sign *m_icon;
    QLabel *m_place;
    QLabel *m_mode;
    QLabel *m_state;
    QLabel *m_origin;
};

} // namespace postern
