// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/candidate.h"
#include "base/transcript.h"
#include "probe/probecontext.h"
#include "protocol/dialogue.h"
#include "tls/serverhelloreader.h"

#include <QObject>

namespace postern {

/// One connection that goes as far as the start of TLS, sends a ClientHello for one version, reads
/// the answer and hangs up. No credential, no session.
class HelloJob final : public QObject
{
    Q_OBJECT
public:
    HelloJob(const ProbeContext &context, const Endpoint &endpoint, TlsVersion version,
        QObject *parent = nullptr);
    ~HelloJob() override;

    void start(const QHostAddress &address);
    /// What was said, with times; complete with finished().
    const Transcript &transcript() const { return m_transcript; }

signals:
    /// Exactly once, when the connection is gone as well. Kind::Nothing where the server did not
    /// answer, or could not be asked.
    void finished(const postern::ServerHelloAnswer &answer);

private:
    void onOpened();
    void onLine(const QByteArray &line);
    void onBytes(const QByteArray &bytes);
    void perform(const Step &step);
    void sendHello();
    void finish();
    double now() const;

    ProbeContext m_context;
    Endpoint m_endpoint;
    TlsVersion m_version;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Dialogue> m_dialogue;
    std::unique_ptr<Alarm> m_deadline;
    ServerHelloReader m_reader;
    Transcript m_transcript;
    bool m_hasAsked = false;
    bool m_isFinished = false;
};

} // namespace postern
