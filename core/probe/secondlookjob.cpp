// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/secondlookjob.h"

#include "probe/faultafterlook.h"

#include <iterator>

namespace postern {

namespace {

/// What most servers speak first: it tells the most.
constexpr TlsVersion inTurn[] = {TlsVersion::Tls1_2, TlsVersion::Tls1_3, TlsVersion::Tls1_1,
    TlsVersion::Tls1_0, TlsVersion::Ssl3};

} // namespace

bool SecondLookJob::isCalledFor(const ProbeReport &report)
{
    if (!report.fault || report.address.isNull())
        return false;
    const bool isCutOff = report.lastStage == Stage::Handshake
        && (report.fault->fault == Fault::Closed || report.fault->fault == Fault::ConnectReset);
    return isTlsFault(report.fault->fault) || isCutOff;
}

bool SecondLookJob::isServiceOpen(const ProbeReport &report)
{
    return report.fault && !report.address.isNull() && !report.tls
        && (report.fault->fault == Fault::PlaintextOnTlsPort
            || report.fault->fault == Fault::NoGreeting);
}

SecondLookJob::SecondLookJob(
    const ProbeContext &context, const ProbeReport &report, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_report(report),
      m_place(report.candidate.endpoint)
{
    if (isServiceOpen(report)) { // one ClientHello tells all
        m_place.security = Security::ImplicitTls;
        m_left = {inTurn[0]};
    } else {
        m_left = QList<TlsVersion>(std::begin(inTurn), std::end(inTurn));
    }
}

SecondLookJob::~SecondLookJob() = default;

void SecondLookJob::start()
{
    askNext();
}

void SecondLookJob::askNext()
{
    if (m_left.isEmpty()) {
        conclude();
        return;
    }
    const TlsVersion version = m_left.takeFirst();
    ++m_look.connections;
    m_job = std::make_unique<HelloJob>(m_context, m_place, version);
    connect(m_job.get(), &HelloJob::finished, this,
        [this, version](const ServerHelloAnswer &answer) { onAnswer(version, answer); });
    m_job->start(m_report.address);
}

void SecondLookJob::onAnswer(TlsVersion version, const ServerHelloAnswer &answer)
{
    m_look.answers.append({version, answer});
    for (const Transcript::Entry &entry : m_job->transcript().entries())
        m_report.transcript.event(entry.atMs, entry.text);
    // Whoever speaks no TLS, or nothing at all, says no more when asked again.
    const bool wasSilent = m_report.fault && m_report.fault->fault == Fault::HandshakeTimeout;
    const bool isSilentAgain = answer.kind == ServerHelloAnswer::Kind::Nothing
        && (wasSilent
            || (m_look.answers.size() > 1
                && m_look.answers.at(m_look.answers.size() - 2).answer.kind == answer.kind));
    if (answer.kind == ServerHelloAnswer::Kind::NotTls || isSilentAgain)
        m_left.clear();
    m_job.release()->deleteLater(); // it is its signal that runs
    askNext();
}

void SecondLookJob::conclude()
{
    m_report.secondLook = m_look;
    if (m_report.fault && !m_report.tls) // what came after a handshake has other reasons
        m_report.fault
            = faultAfter(*m_report.fault, m_report.candidate.endpoint, m_look, m_context.tls);
    emit finished(m_report);
}

} // namespace postern
