// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/secondlookjob.h"

#include <QPointer>

namespace postern {

/// The second looks of one search, as many side by side as the budget has room for.
class SecondLooks final : public QObject
{
    Q_OBJECT
public:
    explicit SecondLooks(const ProbeContext &context, QObject *parent = nullptr);
    ~SecondLooks() override;

    enum class OtherModes { None, Tried };
    /// Looks into it where TLS failed, or plaintext came where TLS belongs. A port that stays silent
    /// is looked into where no other mode was tried on it, which would tell as much. A server that
    /// works is asked for its versions only where somebody wants to know them.
    void consider(const ProbeReport &report, OtherModes otherModes);
    /// Drops what is under way, without a word.
    void cancel();
    bool isIdle() const { return m_waiting.isEmpty() && m_running.empty(); }

signals:
    void lookedInto(const postern::ProbeReport &report);
    void idle();

private:
    void startNext();
    void onFinished(SecondLookJob *look, const ProbeReport &report);

    ProbeContext m_context;
    QPointer<ConnectionBudget> m_budget;
    QList<ProbeReport> m_waiting;
    QList<SecondLookJob *> m_running; ///< Children of this; each holds one connection.
};

} // namespace postern
