// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/inspection.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace postern {

/// Which server somebody wants to look at: name and port, service, security mode.
class TargetEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit TargetEditor(QWidget *parent = nullptr);

    void setTarget(const InspectionTarget &target);
    /// Absent while what is typed is no server.
    std::optional<InspectionTarget> target() const;

signals:
    void changed();

private:
    QLineEdit *m_server;
    QComboBox *m_service;
    QComboBox *m_security;
};

} // namespace postern
