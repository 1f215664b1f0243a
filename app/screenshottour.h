// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"
#include "wizardapplication.h"

#include <QDir>
#include <QObject>

#include <functional>
#include <vector>

namespace postern {

/// Walks through the wizard on the demonstration servers, as a user would, and saves a picture
/// of every page, light and dark.
class ScreenshotTour final : public QObject
{
    Q_OBJECT
public:
    ScreenshotTour(
        WizardApplication &application, const QString &directory, QObject *parent = nullptr);

    /// Returns at once; finished() follows.
    void start();

signals:
    void finished(int exitCode);

private:
    struct Step
    {
        std::function<bool()> isDue; ///< Asked whenever the wizard or the session has moved.
        std::function<void()> act;
    };

    void goOn();
    void planFirstVisit();
    void planSettings();
    void planChangedCertificate();
    void planFailures();
    bool isOn(PageId page) const;
    bool hasReports() const;
    bool isSearchOver() const;
    void shoot(const QString &name);
    void shoot(const QString &name, QWidget &window);
    void shootFirstPage();
    void shootExplainer();
    void shootHelp();
    void shootDetails();
    void shootTrust();
    void shootInspector();
    static QList<std::pair<QString, ColorScheme>> looks();
    void expand(const QString &objectName);
    void collapse(const QString &objectName);
    void type(const QString &objectName, const QString &text);
    void click(const QString &objectName);

    WizardApplication &m_application;
    QDir m_directory;
    std::vector<Step> m_steps;
    size_t m_next = 0;
    bool m_isActing = false;
    bool m_hasFailed = false;
};

} // namespace postern
