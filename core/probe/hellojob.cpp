// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/hellojob.h"

#include "account/hostname.h"
#include "base/inerttext.h"
#include "probe/clientnames.h"
#include "tls/ciphersuite.h"
#include "tls/clienthello.h"
#include "tls/handshakefailure.h"

#include <QRandomGenerator>

#include <array>

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// For all of it. What a server with this trouble takes longer for is not worth the wait.
constexpr auto patience = 8s;

QByteArray randomBytes()
{
    std::array<quint32, 8> words = {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {reinterpret_cast<const char *>(words.data()), sizeof words};
}

QString describe(const ServerHelloAnswer &answer)
{
    switch (answer.kind) {
    case ServerHelloAnswer::Kind::ServerHello:
        return u"ServerHello: %1, %2"_s.arg(
            answer.version ? toString(*answer.version) : u"no known version"_s,
            cipherSuiteName(answer.cipherSuite));
    case ServerHelloAnswer::Kind::Alert:
        return u"TLS alert %1 (%2)"_s.arg(answer.alert).arg(alertName(answer.alert));
    case ServerHelloAnswer::Kind::NotTls:
        return u"no TLS: %1"_s.arg(inertText(answer.firstBytes.trimmed()));
    case ServerHelloAnswer::Kind::Malformed:
        return u"a TLS record that breaks the rules"_s;
    case ServerHelloAnswer::Kind::HungUp:
        return u"the server hung up"_s;
    case ServerHelloAnswer::Kind::Nothing:
        break;
    }
    return u"no answer"_s;
}

} // namespace

HelloJob::HelloJob(
    const ProbeContext &context, const Endpoint &endpoint, TlsVersion version, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_endpoint(endpoint),
      m_version(version)
{
}

HelloJob::~HelloJob() = default;

void HelloJob::start(const QHostAddress &address)
{
    m_transport = m_context.services.transports.makeTransport();
    connect(m_transport.get(), &Transport::opened, this, &HelloJob::onOpened);
    connect(m_transport.get(), &Transport::lineReceived, this, &HelloJob::onLine);
    connect(m_transport.get(), &Transport::bytesReceived, this, &HelloJob::onBytes);
    connect(m_transport.get(), &Transport::failed, this, [this] {
        if (m_hasAsked && !m_isFinished)
            m_reader.onClosed();
        finish();
    });
    connect(
        m_transport.get(), &Transport::closed, this, [this] { emit finished(m_reader.answer()); });
    m_deadline = m_context.services.clock.callAfter(patience, [this] { finish(); });
    m_transport->open({address}, m_endpoint.port);
}

void HelloJob::onOpened()
{
    if (m_isFinished)
        return;
    m_dialogue = makeDialogue(
        m_endpoint.protocol, m_endpoint.security, clientNames(m_transport->localAddress()));
    m_transport->setLineLimit(m_dialogue->lineLimit());
    if (m_endpoint.security == Security::ImplicitTls)
        sendHello();
}

void HelloJob::onLine(const QByteArray &line)
{
    if (m_isFinished)
        return;
    perform(m_dialogue->onLine(line));
}

void HelloJob::onBytes(const QByteArray &bytes)
{
    if (m_isFinished)
        return;
    m_reader.append(bytes);
    if (m_reader.isComplete())
        finish();
}

void HelloJob::perform(const Step &step)
{
    if (const auto *line = std::get_if<Send>(&step))
        m_transport->sendLine(line->line);
    else if (std::holds_alternative<StartHandshake>(step))
        sendHello();
    else if (!std::holds_alternative<AwaitLine>(step))
        finish();
}

void HelloJob::sendHello()
{
    m_hasAsked = true;
    m_transcript.event(now(), u"second look: ClientHello for %1 only"_s.arg(toString(m_version)));
    const QString name = isIpLiteral(m_endpoint.host) ? QString() : m_endpoint.host;
    m_transport->sendBytes(clientHello(m_version, name, randomBytes()));
}

void HelloJob::finish()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_deadline.reset();
    m_transcript.event(now(), describe(m_reader.answer()));
    m_transport->abort();
}

double HelloJob::now() const
{
    return m_context.services.clock.monotonicMs() - m_context.originMs;
}

} // namespace postern
