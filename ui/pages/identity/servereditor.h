// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/searchwishes.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace postern {

/// What the user knows of one server: host, port, security; each may be left open.
class ServerEditor final : public QWidget
{
    Q_OBJECT
public:
    /// @p name begins the object names of the fields, @p ports are offered.
    ServerEditor(const QString &name, const QList<quint16> &ports, QWidget *parent = nullptr);

    QLineEdit *hostField() const { return m_host; }
    QComboBox *portField() const { return m_port; }
    QComboBox *securityField() const { return m_security; }

    /// Nothing where a field holds something that cannot be.
    std::optional<ServerWish> wish() const;

signals:
    void changed();

private:
    QLineEdit *m_host;
    QComboBox *m_port;
    QComboBox *m_security;
};

} // namespace postern
