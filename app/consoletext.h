// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"
#include "tls/truststore.h"

#include <QCoreApplication>
#include <QString>

namespace postern {

/// Results as text for a terminal. Pure.
class ConsoleText
{
    Q_DECLARE_TR_FUNCTIONS(postern::ConsoleText)
public:
    enum class Colors { None, Ansi };

    explicit ConsoleText(Colors colors) : m_colors(colors) { }

    [[nodiscard]] QString detection(const Detection &detection) const;
    [[nodiscard]] QString inspection(const Detection &detection) const;
    [[nodiscard]] QString exceptions(const QList<TrustException> &exceptions) const;

private:
    QString decision(const Detection &detection, const ServerSetting &setting) const;
    QString headline(const Detection &detection) const;
    QString settingLine(const QString &label, const ServerSetting &setting) const;
    QString problems(const QList<Diagnosis> &problems) const;
    QString attemptLine(const ProbeReport &attempt) const;
    QString handshake(const TlsSession &session) const;
    QString state(const ServerSetting &setting) const;
    QString bold(const QString &text) const;
    QString colored(const QString &text, int color) const;

    Colors m_colors;
};

} // namespace postern
