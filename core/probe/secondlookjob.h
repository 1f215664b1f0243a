// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/hellojob.h"
#include "probe/probereport.h"

namespace postern {

/// The second look at a server with which TLS did not come about: asks for one version after the
/// other, each on a connection of its own and one at a time, at most five in all.
class SecondLookJob final : public QObject
{
    Q_OBJECT
public:
    /// Whether TLS failed for a reason that another look may name.
    [[nodiscard]] static bool isCalledFor(const ProbeReport &report);
    /// Whether it is open who listens there: no TLS where it belongs, or a silence that may be waiting
    /// for TLS. Another mode on the same port tells that as well.
    [[nodiscard]] static bool isServiceOpen(const ProbeReport &report);

    /// @p report is of a probe that connected.
    SecondLookJob(
        const ProbeContext &context, const ProbeReport &report, QObject *parent = nullptr);
    ~SecondLookJob() override;

    void start();
    const ProbeReport &report() const { return m_report; }

signals:
    /// The report with what was seen, and with a better fault where that names one.
    void finished(const postern::ProbeReport &report);

private:
    void askNext();
    void onAnswer(TlsVersion version, const ServerHelloAnswer &answer);
    void conclude();

    ProbeContext m_context;
    ProbeReport m_report;
    Endpoint m_place; ///< Where the ClientHello goes.
    QList<TlsVersion> m_left;
    SecondLook m_look;
    std::unique_ptr<HelloJob> m_job;
};

} // namespace postern
