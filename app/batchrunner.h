// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "exitcode.h"
#include "inputlines.h"
#include "setup/realservices.h"
#include "setup/setupsession.h"
#include "transcriptlog.h"

#include <QObject>
#include <QSet>

namespace postern {

/// Many searches in one process, a bounded number at a time, with one cache of names and one
/// budget of connections: one JSON object a line, as each ends. A bad line gets an object with
/// `error`. What was printed is whole, whenever the program is interrupted.
class BatchRunner final : public QObject
{
    Q_OBJECT
public:
    BatchRunner(RealServices &services, const DetectCommand &command, TranscriptLog &log,
        QObject *parent = nullptr);
    ~BatchRunner() override;

    /// The file that cannot be read; empty where all is well.
    QString open();
    void start();
    /// Starts nothing more and drops what is under way; finished() follows.
    void interrupt();

signals:
    void finished(postern::ExitCode code);

private:
    void fillUp();
    void startLine(const QByteArray &line);
    void onFinished(SetupSession *session, const QString &line);
    void onIdle(SetupSession *session);
    void concludeIfDone();
    bool readDone();

    RealServices &m_services;
    TranscriptLog &m_log;
    DetectCommand m_command;
    InputLines m_lines;
    QSet<QString> m_done; ///< Lines that an earlier run has finished.
    QList<SetupSession *> m_sessions; ///< Children of this.
    int m_finished = 0; ///< Lines that have their object.
    bool m_isInterrupted = false;
    bool m_isOver = false;
};

} // namespace postern
