// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"
#include "trust/truststore.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace postern {

/// Results as text for a terminal. Pure.
class ConsoleText
{
    Q_DECLARE_TR_FUNCTIONS(postern::ConsoleText)
public:
    enum class Colors { None, Ansi };

    /// @p trustOptions are those that a command which accepts a certificate needs to find the
    /// server again, each with a blank before it; nothing where no such command can help.
    ConsoleText(Colors colors, const std::optional<QString> &trustOptions)
        : m_colors(colors),
          m_trustOptions(trustOptions)
    {
    }

    [[nodiscard]] QString detection(const Detection &detection) const;
    [[nodiscard]] QString inspection(const Detection &detection) const;
    [[nodiscard]] QString problems(const QList<Diagnosis> &problems) const;
    [[nodiscard]] QString exceptions(const QList<TrustException> &exceptions) const;

private:
    static QString userNames(const AccountSettings &settings);
    static QString agreement(const AccountSettings &settings);
    QString decision(const ProbeReport &report) const;
    QString headline(const Detection &detection) const;
    QString settingLine(const QString &label, const ServerSetting &setting) const;
    QString attemptLine(const Attempt &attempt) const;
    static QString versions(const SecondLook &look);
    QString handshake(const Handshake &handshake, bool isChainKnown) const;
    QString state(const ServerSetting &setting) const;
    QString bold(const QString &text) const;
    QString colored(const QString &text, int color) const;

    Colors m_colors;
    std::optional<QString> m_trustOptions;
};

} // namespace postern
