// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/probejob.h"

#include "base/inerttext.h"
#include "net/addressrace.h"
#include "probe/clientnames.h"
#include "probe/handshakejudgement.h"
#include "probe/stagelimits.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Those that a connection is tried to.
QString addressList(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address :
        addresses.first(qMin(addresses.size(), AddressRace::maxAddresses)))
        texts.append(address.toString());
    return texts.join(", "_L1);
}

} // namespace

ProbeJob::ProbeJob(const ProbeContext &context, const Candidate &candidate, QObject *parent)
    : QObject(parent),
      m_context(context)
{
    m_report.candidate = candidate;
}

ProbeJob::~ProbeJob() = default;

void ProbeJob::start(const StageTiming &resolved, const QList<QHostAddress> &addresses)
{
    m_report.stages.append(resolved);
    m_report.addresses = addresses;
    QMetaObject::invokeMethod(this, &ProbeJob::begin, Qt::QueuedConnection);
}

void ProbeJob::cancel()
{
    if (!m_isFinished)
        finish(ProbeReport::Outcome::Cancelled);
}

void ProbeJob::concludeThatPortSpeaksTls()
{
    if (!m_isFinished && m_report.lastStage == Stage::Greeting)
        giveUp(
            {Fault::TlsOnPlaintextPort, u"no greeting; the same port completed a TLS handshake"_s});
}

void ProbeJob::preferAddress(const QHostAddress &address)
{
    if (m_transport && !m_isFinished && m_report.lastStage == Stage::Connect)
        m_transport->preferAddress(address);
}

void ProbeJob::begin()
{
    if (m_isFinished)
        return;
    m_transport = m_context.services.transports.makeTransport();
    connect(m_transport.get(), &Transport::opened, this, &ProbeJob::onOpened);
    connect(m_transport.get(), &Transport::encrypted, this, &ProbeJob::onEncrypted);
    connect(m_transport.get(), &Transport::lineReceived, this, &ProbeJob::onLine);
    connect(m_transport.get(), &Transport::failed, this, &ProbeJob::onFailed);
    connect(m_transport.get(), &Transport::closed, this, &ProbeJob::ended);
    connect(m_transport.get(), &Transport::addressFailed, this,
        [this](const QHostAddress &, const SeenFault &fault) {
            m_report.transcript.event(now(), fault.evidence);
        });
    enterStage(Stage::Connect);
    m_transport->open(m_report.addresses, m_report.candidate.endpoint.port);
}

void ProbeJob::onOpened(const QHostAddress &address)
{
    if (m_isFinished)
        return;
    const Endpoint &endpoint = m_report.candidate.endpoint;
    m_report.address = address;
    m_report.transcript.event(
        now(), u"connected to %1"_s.arg(hostAndPort(address.toString(), endpoint.port)));
    m_dialogue = makeDialogue(
        endpoint.protocol, endpoint.security, clientNames(m_transport->localAddress()));
    m_transport->setLineLimit(m_dialogue->lineLimit());
    emit connected(address);
    if (endpoint.security == Security::ImplicitTls)
        startHandshake();
    else
        enterStage(Stage::Greeting);
}

void ProbeJob::onEncrypted(Handshake handshake)
{
    if (m_isFinished)
        return;
    m_report.transcript.event(
        now(), u"TLS: %1, %2"_s.arg(toString(handshake.version), handshake.cipher));
    const bool mayGoOn = judge(handshake);
    m_report.tls = std::move(handshake);
    if (!mayGoOn) {
        giveUp({Fault::CertificateUnacceptable, {}});
        return;
    }
    if (m_report.candidate.endpoint.security == Security::ImplicitTls)
        enterStage(Stage::Greeting);
    else
        perform(m_dialogue->onEncrypted());
}

void ProbeJob::onLine(const QByteArray &line)
{
    if (m_isFinished)
        return;
    m_patience.reset();
    m_report.transcript.received(now(), line.trimmed());
    perform(m_dialogue->onLine(line));
}

void ProbeJob::onFailed(const SeenFault &fault)
{
    if (m_isFinished)
        return;
    // After the answer to STARTTLS, plaintext where TLS should begin is the same attack (or
    // fault) as bytes in the same segment; only that the network split them.
    const bool isInjection = fault.fault == Fault::PlaintextOnTlsPort
        && m_report.candidate.endpoint.security == Security::StartTls;
    giveUp(isInjection ? SeenFault{Fault::InjectedData, fault.evidence} : fault);
}

void ProbeJob::onStageDeadline()
{
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(deadlineOf(m_report.lastStage)).count();
    QString evidence = u"no answer within %1 s"_s.arg(seconds);
    if (m_report.lastStage == Stage::Connect)
        evidence = u"%1 port %2: %3"_s.arg(addressList(m_report.addresses))
                       .arg(m_report.candidate.endpoint.port)
                       .arg(evidence);
    giveUp({faultOfSilence(m_report.lastStage), evidence});
}

void ProbeJob::perform(const Step &step)
{
    if (const auto *line = std::get_if<Send>(&step)) {
        if (!m_dialogue->mayServerSpeakFirst() && m_transport->hasUnreadData()) {
            giveUp({Fault::Unsolicited, u"data before the command that it would answer"_s});
            return;
        }
        if (m_dialogue->stage() != m_report.lastStage)
            enterStage(m_dialogue->stage());
        send(line->line);
    } else if (std::holds_alternative<StartHandshake>(step)) {
        m_report.profile = m_dialogue->profile();
        startHandshake();
    } else if (std::holds_alternative<Learnt>(step)) {
        conclude();
    } else if (const auto *end = std::get_if<GaveUp>(&step)) {
        giveUp({end->fault, inertText(end->evidence.trimmed())});
    }
}

void ProbeJob::send(const QByteArray &line)
{
    m_report.transcript.sent(now(), line);
    m_transport->sendLine(line);
}

void ProbeJob::enterStage(Stage stage)
{
    closeStage();
    m_report.lastStage = stage;
    m_report.stages.append({stage, now(), now()});
    m_deadline
        = m_context.services.clock.callAfter(deadlineOf(stage), [this] { onStageDeadline(); });
    if (stage == Stage::Greeting)
        m_patience = m_context.services.clock.callAfter(
            greetingPatience, [this] { emit greetingOverdue(); });
    emit stageEntered(stage);
}

void ProbeJob::closeStage()
{
    m_deadline.reset();
    m_patience.reset();
    if (m_report.lastStage != Stage::Resolve && !m_report.stages.isEmpty())
        m_report.stages.last().endMs = now();
}

void ProbeJob::startHandshake()
{
    // A stage of its own even where the injected bytes end it before it begins.
    const Stage before = m_report.lastStage;
    enterStage(Stage::Handshake);
    m_transport->startHandshake(m_report.candidate.endpoint.host, m_context.tls);
    if (m_report.fault && m_report.fault->fault == Fault::InjectedData)
        m_report.lastStage = before;
}

/// Whether anything but a decision of the user stands in the way.
bool ProbeJob::judge(Handshake &handshake)
{
    m_report.superseded = judgeHandshake(handshake, m_report.candidate.endpoint, m_context);
    for (const Finding &finding : handshake.findings)
        m_report.transcript.event(
            now(), u"certificate: %1 (%2)"_s.arg(toString(finding.kind), finding.evidence));
    return !handshake.isRefused();
}

void ProbeJob::conclude()
{
    const bool needsDecision = m_report.tls && m_report.tls->trust == Trust::Unverified;
    finish(needsDecision ? ProbeReport::Outcome::Certificate : ProbeReport::Outcome::Ok);
}

void ProbeJob::giveUp(const SeenFault &fault)
{
    if (m_isFinished)
        return;
    m_report.fault = fault;
    if (!fault.evidence.isEmpty())
        m_report.transcript.event(now(), fault.evidence);
    finish(ProbeReport::Outcome::Failed);
}

void ProbeJob::finish(ProbeReport::Outcome outcome)
{
    m_isFinished = true;
    closeStage();
    m_report.outcome = outcome;
    if (m_dialogue)
        m_report.profile = m_dialogue->profile();
    const bool isPolite = m_report.isUsable();
    if (isPolite) {
        const QByteArray lastLine = m_dialogue->farewell();
        m_report.transcript.sent(now(), lastLine);
        m_transport->closePolitely(lastLine);
    } else if (m_transport) {
        m_transport->abort();
    }
    // Never from inside start() or a call of the runner.
    QMetaObject::invokeMethod(
        this, [this] { emit finished(m_report); }, Qt::QueuedConnection);
    if (!m_transport)
        QMetaObject::invokeMethod(this, &ProbeJob::ended, Qt::QueuedConnection);
}

double ProbeJob::now() const
{
    return m_context.services.clock.monotonicMs() - m_context.originMs;
}

} // namespace postern
