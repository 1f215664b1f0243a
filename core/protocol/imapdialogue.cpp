// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/imapdialogue.h"

#include "account/authmechanism.h"
#include "protocol/foreigngreeting.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Nothing that an honest server sends before sign-in comes in literals of this size.
constexpr qsizetype maxLiteralBytes = 64 * 1024;
constexpr qsizetype maxImapCapabilities = 256;

QStringList wordsOf(const QByteArray &text)
{
    QStringList words;
    for (const QByteArray &word : text.split(' ')) {
        if (!word.isEmpty() && words.size() < maxImapCapabilities)
            words.append(QString::fromLatin1(word));
    }
    return words;
}

QStringList imapMechanisms(const QStringList &capabilities)
{
    QStringList mechanisms;
    for (const QString &capability : capabilities) {
        if (capability.startsWith("AUTH="_L1, Qt::CaseInsensitive))
            mechanisms.append(capability.sliced(5));
    }
    mechanisms = strongestFirst(mechanisms);
    // RFC 9051, 6.2.3: without LOGINDISABLED the LOGIN command is always there.
    const bool isLoginDisabled = capabilities.contains("LOGINDISABLED"_L1, Qt::CaseInsensitive);
    if (mechanisms.isEmpty() && !isLoginDisabled && !capabilities.isEmpty())
        mechanisms.append(u"LOGIN"_s);
    return mechanisms;
}

} // namespace

ImapDialogue::ImapDialogue(Security security, const QByteArray &tagPrefix)
    : m_security(security),
      m_tagPrefix(tagPrefix),
      m_isEncrypted(security == Security::ImplicitTls)
{
}

Step ImapDialogue::onLine(const QByteArray &line)
{
    if (++m_lineCount > maxReplyLines)
        return GaveUp{Fault::TooMuchData, line};
    if (const auto step = consumeLiteral(line))
        return *step;
    const ImapLine parsed = ImapLine::parse(line);
    if (parsed.literalSize && !awaitLiteral(*parsed.literalSize))
        return GaveUp{Fault::TooMuchData, line};
    switch (m_state) {
    case State::Greeting:
        return onGreeting(parsed, line);
    case State::Capability:
        return onCapability(parsed, line);
    case State::StartTls:
        return onStartTls(parsed, line);
    case State::Handshake:
    case State::Done:
        break;
    }
    return GaveUp{Fault::Unsolicited, line};
}

Step ImapDialogue::onEncrypted()
{
    m_isEncrypted = true;
    m_lineCount = 0;
    m_literalLeft = 0; // nothing of the plaintext lives on
    m_isInsideResponse = false;
    return askCapability();
}

Stage ImapDialogue::stage() const
{
    switch (m_state) {
    case State::Greeting:
        return Stage::Greeting;
    case State::StartTls:
        return Stage::StartTls;
    case State::Handshake:
        return Stage::Handshake;
    case State::Capability:
    case State::Done:
        break;
    }
    return Stage::Capabilities;
}

QByteArray ImapDialogue::farewell()
{
    m_state = State::Done;
    return nextCommand("LOGOUT");
}

Step ImapDialogue::onGreeting(const ImapLine &line, const QByteArray &raw)
{
    if (!line.isUntagged() || !line.status)
        return giveUpOnForeignGreeting(raw, Service::Imap);
    switch (*line.status) {
    case ImapStatus::Ok:
        break;
    case ImapStatus::Preauth:
        // RFC 9051, 7.1.4: a client that wants TLS must close; STARTTLS is impossible now.
        if (!m_isEncrypted)
            return GaveUp{Fault::PreauthBeforeTls, raw};
        break;
    case ImapStatus::No:
    case ImapStatus::Bad:
    case ImapStatus::Bye:
        return GaveUp{Fault::GreetingRejected, raw};
    }
    m_profile.greeting = raw.trimmed();
    return askCapability();
}

Step ImapDialogue::onCapability(const ImapLine &line, const QByteArray &raw)
{
    if (line.tag == m_tag)
        return onTaggedCapability(line, raw);
    if (!line.isUntagged())
        return GaveUp{Fault::Unsolicited, raw};
    if (line.status == ImapStatus::Bye)
        return GaveUp{Fault::GreetingRejected, raw};
    if (line.status == ImapStatus::Preauth)
        return GaveUp{m_isEncrypted ? Fault::Unsolicited : Fault::PreauthBeforeTls, raw};
    if (line.keyword == "CAPABILITY")
        m_profile.capabilities = wordsOf(line.text);
    return AwaitLine{}; // other untagged data says nothing about the server's abilities
}

Step ImapDialogue::onTaggedCapability(const ImapLine &line, const QByteArray &raw)
{
    const bool mustUpgrade = m_security == Security::StartTls && !m_isEncrypted;
    // NO and BYE are a refusal to talk; BAD says that the server knows no such command.
    const bool isRefused = line.status != ImapStatus::Ok && line.status != ImapStatus::Bad;
    if (line.status != ImapStatus::Ok || m_profile.capabilities.isEmpty())
        return GaveUp{
            mustUpgrade && !isRefused ? Fault::StartTlsNotOffered : Fault::CapabilitiesRefused,
            raw};
    if (!m_isEncrypted)
        m_profile.offersStartTls
            = m_profile.capabilities.contains("STARTTLS"_L1, Qt::CaseInsensitive);
    if (!mustUpgrade)
        return conclude();

    m_profile.isLoginDisabledBeforeTls
        = m_profile.capabilities.contains("LOGINDISABLED"_L1, Qt::CaseInsensitive);
    if (!m_profile.offersStartTls)
        return GaveUp{Fault::StartTlsNotOffered,
            "* CAPABILITY " + m_profile.capabilities.join(u' ').toLatin1()};
    m_state = State::StartTls;
    return Send{nextCommand("STARTTLS")};
}

Step ImapDialogue::onStartTls(const ImapLine &line, const QByteArray &raw)
{
    if (line.status == ImapStatus::Bye)
        return GaveUp{Fault::StartTlsRefused, raw};
    if (line.status == ImapStatus::Preauth)
        return GaveUp{Fault::PreauthBeforeTls, raw};
    if (line.isUntagged())
        return AwaitLine{};
    if (line.tag != m_tag)
        return GaveUp{Fault::Unsolicited, raw};
    if (line.status != ImapStatus::Ok)
        return GaveUp{Fault::StartTlsRefused, raw};

    // RFC 9051, 6.2.1: what was said in plaintext must not be believed afterwards.
    m_profile.capabilitiesBeforeTls = m_profile.capabilities;
    m_profile.capabilities.clear();
    m_state = State::Handshake;
    return StartHandshake{};
}

Step ImapDialogue::askCapability()
{
    m_state = State::Capability;
    return Send{nextCommand("CAPABILITY")};
}

Step ImapDialogue::conclude()
{
    m_state = State::Done;
    m_profile.mechanisms = imapMechanisms(m_profile.capabilities);
    m_profile.isLoginDisabled = m_profile.mechanisms.isEmpty();
    if (m_security == Security::Plaintext) {
        m_profile.isLoginDisabledBeforeTls
            = m_profile.capabilities.contains("LOGINDISABLED"_L1, Qt::CaseInsensitive);
        m_profile.isLoginDisabled |= m_profile.isLoginDisabledBeforeTls;
    }
    return Learnt{};
}

/// Notes that a literal of @p bytes follows; false where it is larger than any honest one.
bool ImapDialogue::awaitLiteral(qsizetype bytes)
{
    m_literalLeft = bytes;
    m_isInsideResponse = true;
    return bytes <= maxLiteralBytes;
}

/// The step for a line that belongs to a response announced earlier: its literal, or what
/// follows the literal. Nothing where the line begins a response of its own.
std::optional<Step> ImapDialogue::consumeLiteral(const QByteArray &raw)
{
    if (!m_isInsideResponse)
        return std::nullopt;
    if (raw.size() <= m_literalLeft) {
        m_literalLeft -= raw.size();
        return AwaitLine{};
    }
    const auto next = ImapLine::trailingLiteral(raw.sliced(m_literalLeft));
    m_literalLeft = 0;
    m_isInsideResponse = false;
    if (next && !awaitLiteral(*next))
        return GaveUp{Fault::TooMuchData, raw};
    return AwaitLine{};
}

QByteArray ImapDialogue::nextCommand(const QByteArray &command)
{
    m_tag = m_tagPrefix + QByteArray::number(++m_commandCount);
    return m_tag + ' ' + command;
}

} // namespace postern
