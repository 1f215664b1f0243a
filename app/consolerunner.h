// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batchrunner.h"
#include "consoleoutput.h"
#include "demo/demoservers.h"
#include "interruptsignal.h"
#include "setup/realservices.h"
#include "setup/setupsession.h"
#include "transcriptlog.h"

#include <QObject>

#include <memory>

namespace postern {

/// Runs one command and says with which code the program ends.
class ConsoleRunner final : public QObject
{
    Q_OBJECT
public:
    explicit ConsoleRunner(const ParsedCommand &parsed, QObject *parent = nullptr);
    ~ConsoleRunner() override;

    /// Returns at once; finished() follows.
    void start();

signals:
    void finished(int exitCode);

private:
    void runDetect(DetectCommand command);
    void runBatch(const DetectCommand &command);
    void runInspect(const InspectCommand &command);
    void runTrust(const TrustCommand &command);
    ExitCode removeTrust(TrustStore &store, const TrustCommand &command);
    void addTrust(const TrustCommand &command);
    ExitCode refuseTrust(const TrustCommand &command) const;
    void runDemo();
    bool openSession();
    bool openLog();
    void detectThen(const DetectionRequest &request, const std::function<ExitCode()> &conclude);
    void end(ExitCode code);

    ParsedCommand m_parsed;
    CommonOptions m_common;
    ConsoleOutput m_output;
    TranscriptLog m_log;
    InterruptSignal m_interrupt;
    bool m_isInterrupted = false;
    std::unique_ptr<DemoServers> m_demo;
    std::unique_ptr<RealServices> m_services;
    std::unique_ptr<SetupSession> m_session;
    std::unique_ptr<BatchRunner> m_batch;
};

} // namespace postern
