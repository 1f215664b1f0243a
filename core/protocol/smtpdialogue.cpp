// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smtpdialogue.h"

#include "account/authmechanism.h"
#include "protocol/foreigngreeting.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int serviceReady = 220; // RFC 5321, 4.2.3; RFC 3207, 4
constexpr int completed = 250;

/// RFC 5321, 4.2.4: the server knows no EHLO, and so no STARTTLS. Anything else is a refusal to
/// talk, which says nothing of what it could do.
bool isUnknownCommand(const SmtpReply &reply)
{
    return reply.code >= 500 && reply.code <= 504;
}

/// The keyword of an EHLO line: its first word, and nothing that merely begins like it.
bool hasKeyword(const QString &capability, QLatin1StringView keyword)
{
    const QString first = capability.section(u' ', 0, 0);
    return first.compare(keyword, Qt::CaseInsensitive) == 0;
}

bool offers(const QStringList &capabilities, QLatin1StringView keyword)
{
    for (const QString &capability : capabilities) {
        if (hasKeyword(capability, keyword))
            return true;
    }
    return false;
}

QStringList smtpMechanisms(const QStringList &capabilities)
{
    QStringList mechanisms;
    for (const QString &capability : capabilities) {
        // `AUTH=LOGIN` is the form of old Microsoft servers (before RFC 2554).
        if (hasKeyword(capability, "AUTH"_L1)
            || capability.startsWith("AUTH="_L1, Qt::CaseInsensitive))
            mechanisms += capability.sliced(qMin<qsizetype>(5, capability.size()))
                              .split(u' ', Qt::SkipEmptyParts);
    }
    return strongestFirst(mechanisms);
}

QStringList ehloCapabilities(const SmtpReply &reply)
{
    QStringList capabilities;
    for (qsizetype i = 1; i < reply.texts.size(); ++i) { // the first line is the server's name
        const QString text = QString::fromLatin1(reply.texts.at(i).trimmed());
        if (!text.isEmpty())
            capabilities.append(text);
    }
    return capabilities;
}

} // namespace

SmtpDialogue::SmtpDialogue(Security security, const QByteArray &ehloName)
    : m_security(security),
      m_ehloName(ehloName),
      m_isEncrypted(security == Security::ImplicitTls)
{
}

Step SmtpDialogue::onLine(const QByteArray &line)
{
    if (++m_lineCount > maxReplyLines)
        return GaveUp{Fault::TooMuchData, line};
    switch (m_reader.add(line)) {
    case SmtpReplyReader::State::Incomplete:
        return AwaitLine{};
    case SmtpReplyReader::State::Malformed:
        return m_state == State::Greeting ? giveUpOnForeignGreeting(line, Service::Smtp)
                                          : Step{GaveUp{Fault::Malformed, line}};
    case SmtpReplyReader::State::Complete:
        break;
    }
    const SmtpReply reply = m_reader.take();
    switch (m_state) {
    case State::Greeting:
        return onGreeting(reply, line);
    case State::Ehlo:
        return onEhlo(reply, line);
    case State::StartTls:
        return onStartTls(reply, line);
    case State::Handshake:
    case State::Done:
        break;
    }
    return GaveUp{Fault::Unsolicited, line};
}

Step SmtpDialogue::onEncrypted()
{
    m_isEncrypted = true;
    m_lineCount = 0;
    return sayEhlo();
}

Stage SmtpDialogue::stage() const
{
    switch (m_state) {
    case State::Greeting:
        return Stage::Greeting;
    case State::StartTls:
        return Stage::StartTls;
    case State::Handshake:
        return Stage::Handshake;
    case State::Ehlo:
    case State::Done:
        break;
    }
    return Stage::Capabilities;
}

QByteArray SmtpDialogue::farewell()
{
    m_state = State::Done;
    return "QUIT";
}

Step SmtpDialogue::onGreeting(const SmtpReply &reply, const QByteArray &line)
{
    const auto service = sniffService(QByteArray::number(reply.code) + ' ' + reply.texts.join(' '));
    if (service && service != Service::Smtp)
        return GaveUp{Fault::WrongService, line};
    if (reply.code >= 400)
        return GaveUp{
            Fault::GreetingRejected, QByteArray::number(reply.code) + ' ' + reply.texts.join(' ')};
    if (reply.code != serviceReady)
        return GaveUp{Fault::Malformed, line};
    m_profile.greeting = line.trimmed();
    return sayEhlo();
}

Step SmtpDialogue::onEhlo(const SmtpReply &reply, const QByteArray &line)
{
    if (reply.code != completed) {
        // Without EHLO there is no STARTTLS; HELO would only hide that (RFC 3207).
        const bool isMissing = mustUpgrade() && isUnknownCommand(reply);
        return GaveUp{isMissing ? Fault::StartTlsNotOffered : Fault::CapabilitiesRefused, line};
    }
    m_profile.capabilities = ehloCapabilities(reply);
    if (!m_isEncrypted)
        m_profile.offersStartTls = offers(m_profile.capabilities, "STARTTLS"_L1);
    if (!mustUpgrade())
        return conclude();

    m_profile.isLoginDisabledBeforeTls = smtpMechanisms(m_profile.capabilities).isEmpty();
    if (!m_profile.offersStartTls)
        return GaveUp{
            Fault::StartTlsNotOffered, "EHLO: " + m_profile.capabilities.join(", "_L1).toLatin1()};
    m_state = State::StartTls;
    return Send{"STARTTLS"};
}

Step SmtpDialogue::onStartTls(const SmtpReply &reply, const QByteArray &line)
{
    if (reply.code != serviceReady)
        return GaveUp{Fault::StartTlsRefused, line};
    // RFC 3207, 4.2: knowledge from before the handshake must be discarded.
    m_profile.capabilitiesBeforeTls = m_profile.capabilities;
    m_profile.capabilities.clear();
    m_state = State::Handshake;
    return StartHandshake{};
}

Step SmtpDialogue::sayEhlo()
{
    m_state = State::Ehlo;
    return Send{"EHLO " + m_ehloName};
}

Step SmtpDialogue::conclude()
{
    m_state = State::Done;
    m_profile.mechanisms = smtpMechanisms(m_profile.capabilities);
    m_profile.isLoginDisabled = m_profile.mechanisms.isEmpty();
    if (m_security == Security::Plaintext)
        m_profile.isLoginDisabledBeforeTls = m_profile.isLoginDisabled;
    return Learnt{};
}

} // namespace postern
