// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probecontext.h"
#include "probe/probereport.h"
#include "protocol/dialogue.h"

#include <QObject>

#include <memory>

namespace postern {

/// Connects to one endpoint, holds one dialogue, reports once. Sends no credential, ever.
/// Each stage has a deadline of its own by the wall clock; a server that dribbles cannot
/// stretch it.
class ProbeJob final : public QObject
{
    Q_OBJECT
public:
    ProbeJob(const ProbeContext &context, const Candidate &candidate, QObject *parent = nullptr);
    ~ProbeJob() override;

    /// Returns at once. @p resolved is when the name was looked up and what it gave.
    void start(const StageTiming &resolved, const QList<QHostAddress> &addresses);
    /// finished() follows with Outcome::Cancelled, unless it already came.
    void cancel();
    /// The same port turned out to speak TLS from the first byte while this job waits for a
    /// greeting: ends with TlsOnPlaintextPort. No effect in any other stage.
    void concludeThatPortSpeaksTls();

    /// Another connection to @p address of the same host has succeeded. Has an effect only while
    /// this one is still connecting.
    void preferAddress(const QHostAddress &address);

    const Candidate &candidate() const { return m_report.candidate; }
    Stage stage() const { return m_report.lastStage; }

signals:
    void connected(const QHostAddress &address);
    void stageEntered(postern::Stage stage);
    void greetingOverdue(); ///< Connected, and silent for longer than most servers are.
    void finished(const postern::ProbeReport &report); ///< Emitted exactly once.
    void ended(); ///< The connection is gone as well; the last signal.

private:
    void begin();
    void onOpened(const QHostAddress &address);
    void onEncrypted(Handshake handshake);
    void onLine(const QByteArray &line);
    void onFailed(const SeenFault &fault);
    void onStageDeadline();
    void perform(const Step &step);
    void send(const QByteArray &line);
    void enterStage(Stage stage);
    void closeStage();
    void startHandshake();
    bool judge(Handshake &handshake);
    void conclude();
    void giveUp(const SeenFault &fault);
    void finish(ProbeReport::Outcome outcome);
    double now() const;

    ProbeContext m_context;
    ProbeReport m_report;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Dialogue> m_dialogue;
    std::unique_ptr<Alarm> m_deadline;
    std::unique_ptr<Alarm> m_patience;
    bool m_isFinished = false;
};

} // namespace postern
