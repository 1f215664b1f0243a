// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportplan.h"

#include <QObject>

#include <functional>

class QWidget;

namespace postern {

/// Asks where an export shall go, shows what it would change there, and writes it. What a file refers
/// to depends on where it lies, so it is written for the place that was chosen.
class ExportSaver final : public QObject
{
    Q_OBJECT
public:
    /// What the chosen target writes for a place.
    using Write = std::function<ExportResult(const QString &folder, const QString &fileName)>;

    explicit ExportSaver(QWidget *window);

    /// Returns at once; saved() or failed() follows, unless the user changes their mind.
    void save(const QString &suggestedName, const Write &write);

signals:
    void saved(const QStringList &paths);
    void failed(const QString &message);

private:
    void prepare(const QString &path);
    void askToReplace(const QString &difference);
    void writeAll();

    QWidget *m_window;
    Write m_write;
    ExportPlan m_plan;
};

} // namespace postern
