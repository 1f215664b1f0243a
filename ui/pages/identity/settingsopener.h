// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/openedsettings.h"

#include <QObject>

class QWidget;

namespace postern {

/// Asks for a file of settings and reads it.
class SettingsOpener final : public QObject
{
    Q_OBJECT
public:
    explicit SettingsOpener(QWidget *window);

    /// Returns at once; opened() or refused() follows, unless the user changes their mind. @p typed,
    /// which may be empty, fills in what a file for a domain leaves open.
    void ask(const EmailAddress &typed);

signals:
    void opened(const postern::OpenedSettings &settings);
    void refused(const QString &message);

private:
    void read(const QString &path);

    QWidget *m_window;
    EmailAddress m_typed;
};

} // namespace postern
