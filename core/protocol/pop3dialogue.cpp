// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/pop3dialogue.h"

#include "account/authmechanism.h"
#include "protocol/foreigngreeting.h"
#include "protocol/lineend.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxPop3Capabilities = 256;

enum class Pop3Status { Ok, Err, None };

/// RFC 1939, 3: the indicator is upper case and stands alone or before a blank; `+OKAY` is none.
Pop3Status pop3StatusOf(const QByteArray &line)
{
    if (line == "+OK" || line.startsWith("+OK "))
        return Pop3Status::Ok;
    if (line == "-ERR" || line.startsWith("-ERR "))
        return Pop3Status::Err;
    return Pop3Status::None;
}

QStringList pop3Mechanisms(const QStringList &capabilities)
{
    QStringList mechanisms;
    for (const QString &capability : capabilities) {
        if (capability.startsWith("SASL "_L1, Qt::CaseInsensitive))
            mechanisms += capability.sliced(5).split(u' ', Qt::SkipEmptyParts);
        else if (capability.compare("USER"_L1, Qt::CaseInsensitive) == 0)
            mechanisms.append(u"USER"_s);
    }
    return strongestFirst(mechanisms);
}

} // namespace

Pop3Dialogue::Pop3Dialogue(Security security)
    : m_security(security),
      m_isEncrypted(security == Security::ImplicitTls)
{
}

Step Pop3Dialogue::onLine(const QByteArray &line)
{
    if (++m_lineCount > maxReplyLines)
        return GaveUp{Fault::TooMuchData, line};
    const QByteArray text = withoutLineEnd(line);
    switch (m_state) {
    case State::Greeting:
        return onGreeting(text);
    case State::CapaStatus:
        return onCapaStatus(text);
    case State::CapaList:
        return onCapaLine(text);
    case State::Stls:
        return onStls(text);
    case State::Handshake:
    case State::Done:
        break;
    }
    return GaveUp{Fault::Unsolicited, line};
}

Step Pop3Dialogue::onEncrypted()
{
    m_isEncrypted = true;
    m_lineCount = 0;
    return askCapabilities();
}

Stage Pop3Dialogue::stage() const
{
    switch (m_state) {
    case State::Greeting:
        return Stage::Greeting;
    case State::Stls:
        return Stage::StartTls;
    case State::Handshake:
        return Stage::Handshake;
    case State::CapaStatus:
    case State::CapaList:
    case State::Done:
        break;
    }
    return Stage::Capabilities;
}

QByteArray Pop3Dialogue::farewell()
{
    m_state = State::Done;
    return "QUIT";
}

Step Pop3Dialogue::onGreeting(const QByteArray &line)
{
    switch (pop3StatusOf(line)) {
    case Pop3Status::Ok:
        m_profile.greeting = line;
        return askCapabilities();
    case Pop3Status::Err:
        return GaveUp{Fault::GreetingRejected, line};
    case Pop3Status::None:
        break;
    }
    return giveUpOnForeignGreeting(line, Service::Pop3);
}

Step Pop3Dialogue::onCapaStatus(const QByteArray &line)
{
    switch (pop3StatusOf(line)) {
    case Pop3Status::Ok:
        m_state = State::CapaList;
        return AwaitLine{};
    case Pop3Status::Err:
        break;
    case Pop3Status::None:
        return GaveUp{Fault::Malformed, line};
    }
    if (mustUpgrade())
        return GaveUp{Fault::StartTlsNotOffered, line};
    // RFC 2449, 5: CAPA is an extension; a server without it still has USER and PASS.
    m_state = State::Done;
    m_profile.mechanisms = QStringList{u"USER"_s};
    return Learnt{};
}

Step Pop3Dialogue::onCapaLine(const QByteArray &line)
{
    if (line == ".")
        return onCapabilitiesKnown(line);
    if (m_profile.capabilities.size() >= maxPop3Capabilities)
        return GaveUp{Fault::TooMuchData, line};
    // RFC 1939, 3: a line that begins with a dot has one more in front.
    const QByteArray text = line.startsWith('.') ? line.sliced(1) : line;
    if (!text.trimmed().isEmpty())
        m_profile.capabilities.append(QString::fromLatin1(text.trimmed()));
    return AwaitLine{};
}

Step Pop3Dialogue::onCapabilitiesKnown(const QByteArray &line)
{
    const QStringList &known = m_profile.capabilities;
    if (!m_isEncrypted)
        m_profile.offersStartTls = known.contains("STLS"_L1, Qt::CaseInsensitive);
    if (!mustUpgrade()) {
        m_state = State::Done;
        m_profile.mechanisms = pop3Mechanisms(known);
        m_profile.isLoginDisabled = m_profile.mechanisms.isEmpty();
        m_profile.isLoginDisabledBeforeTls
            |= m_security == Security::Plaintext && m_profile.isLoginDisabled;
        return Learnt{};
    }
    m_profile.isLoginDisabledBeforeTls = pop3Mechanisms(known).isEmpty();
    if (!m_profile.offersStartTls)
        return GaveUp{Fault::StartTlsNotOffered,
            known.isEmpty() ? line : "CAPA: " + known.join(", "_L1).toLatin1()};
    m_state = State::Stls;
    return Send{"STLS"};
}

Step Pop3Dialogue::onStls(const QByteArray &line)
{
    switch (pop3StatusOf(line)) {
    case Pop3Status::Ok:
        break;
    case Pop3Status::Err:
        return GaveUp{Fault::StartTlsRefused, line};
    case Pop3Status::None:
        return GaveUp{Fault::Malformed, line};
    }
    // RFC 2595, 4: cached knowledge about the server is discarded.
    m_profile.capabilitiesBeforeTls = m_profile.capabilities;
    m_profile.capabilities.clear();
    m_state = State::Handshake;
    return StartHandshake{};
}

Step Pop3Dialogue::askCapabilities()
{
    m_state = State::CapaStatus;
    m_profile.capabilities.clear();
    return Send{"CAPA"};
}

} // namespace postern
