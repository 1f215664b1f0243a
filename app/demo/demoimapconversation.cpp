// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoimapconversation.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

/// RFC 3501, 9: the tag is repeated in the reply, so nothing but a well-formed one may pass.
bool isImapTag(QByteArrayView tag)
{
    return !tag.isEmpty() && std::all_of(tag.begin(), tag.end(), [](char c) {
        return c > ' ' && c < '\x7f' && !QByteArrayView("(){%*\"\\+").contains(c);
    });
}

DemoReply sayImap(const QByteArray &tag, QByteArrayView text)
{
    return {{tag + ' ' + text.toByteArray()}};
}

} // namespace

DemoImapConversation::DemoImapConversation(DemoChannel channel) : m_channel(channel) { }

DemoReply DemoImapConversation::greet() const
{
    return {{"* OK [CAPABILITY "_ba + capabilities() + "] Postern demonstration ready."_ba}};
}

DemoReply DemoImapConversation::answer(QByteArrayView line)
{
    if (!m_authenticating.isEmpty())
        return onResponse(line);

    const qsizetype space = line.indexOf(' ');
    if (space < 0 || !isImapTag(line.first(space)))
        return {{"* BAD A tag and a command are needed."_ba}};
    return execute(line.first(space).toByteArray(), DemoCommand::parse(line.sliced(space + 1)));
}

void DemoImapConversation::onEncrypted()
{
    m_channel = DemoChannel::Encrypted;
    m_authenticating.clear();
}

DemoReply DemoImapConversation::execute(const QByteArray &tag, const DemoCommand &command)
{
    if (command.verb == "CAPABILITY")
        return {{"* CAPABILITY "_ba + capabilities(), tag + " OK That is all."}};
    if (command.verb == "NOOP")
        return sayImap(tag, "OK Nothing done.");
    if (command.verb == "LOGOUT")
        return {{"* BYE Until next time."_ba, tag + " OK Logged out."}, DemoAction::Close};
    if (command.verb == "STARTTLS")
        return startTls(tag);
    if (command.verb == "LOGIN")
        return login(tag);
    if (command.verb == "AUTHENTICATE")
        return authenticate(tag, command.argument);
    // RFC 3501, 7.5: without a "+" from the server the client keeps the literal to itself.
    if (command.verb == "ID" && !command.argument.endsWith('}'))
        return {{R"(* ID ("name" "Postern demonstration"))"_ba, tag + " OK Pleased to meet you."}};
    return sayImap(tag, "BAD Unknown here, or not possible without an account.");
}

DemoReply DemoImapConversation::startTls(const QByteArray &tag) const
{
    if (m_channel == DemoChannel::Encrypted)
        return sayImap(tag, "BAD TLS is active already.");
    return {{tag + " OK Begin TLS now."}, DemoAction::StartTls};
}

DemoReply DemoImapConversation::login(const QByteArray &tag) const
{
    if (m_channel == DemoChannel::Plaintext)
        return sayImap(tag, "NO [PRIVACYREQUIRED] Use STARTTLS first.");
    return sayImap(tag, "NO [AUTHENTICATIONFAILED] The demonstration has no accounts.");
}

DemoReply DemoImapConversation::authenticate(const QByteArray &tag, const QByteArray &argument)
{
    if (m_channel == DemoChannel::Plaintext)
        return login(tag);
    const DemoCommand mechanism = DemoCommand::parse(argument);
    if (mechanism.verb != "PLAIN")
        return sayImap(tag, "NO This mechanism is not offered.");
    if (!mechanism.argument.isEmpty()) // RFC 4959: the response came along.
        return login(tag);
    m_authenticating = tag;
    return {{"+ "_ba}};
}

DemoReply DemoImapConversation::onResponse(QByteArrayView line)
{
    const QByteArray tag = std::exchange(m_authenticating, {});
    if (line == "*")
        return sayImap(tag, "BAD Cancelled.");
    return login(tag);
}

QByteArray DemoImapConversation::capabilities() const
{
    if (m_channel == DemoChannel::Plaintext)
        return "IMAP4rev1 ID STARTTLS LOGINDISABLED"_ba;
    return "IMAP4rev1 ID SASL-IR AUTH=PLAIN"_ba;
}

} // namespace postern
