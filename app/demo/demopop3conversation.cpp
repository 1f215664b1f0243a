// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demopop3conversation.h"

using namespace Qt::StringLiterals;

namespace postern {

namespace {

DemoReply rejectPop3User()
{
    return {{"-ERR [AUTH] The demonstration has no accounts."_ba}};
}

} // namespace

DemoPop3Conversation::DemoPop3Conversation(DemoChannel channel) : m_channel(channel) { }

DemoReply DemoPop3Conversation::greet() const
{
    // No "<…@…>" in here: that would be an offer of APOP.
    return {{"+OK Postern demonstration ready."_ba}};
}

DemoReply DemoPop3Conversation::answer(QByteArrayView line)
{
    if (m_isAuthenticating)
        return onResponse(line);

    const DemoCommand command = DemoCommand::parse(line);
    if (command.verb == "CAPA")
        return listCapabilities();
    if (command.verb == "NOOP")
        return {{"+OK Nothing done."_ba}};
    if (command.verb == "QUIT")
        return {{"+OK Until next time."_ba}, DemoAction::Close};
    if (command.verb == "STLS")
        return startTls();
    if (command.verb == "USER" || command.verb == "PASS" || command.verb == "AUTH")
        return signIn(command);
    return {{"-ERR Unknown here, or not possible without an account."_ba}};
}

void DemoPop3Conversation::onEncrypted()
{
    m_channel = DemoChannel::Encrypted;
    m_isAuthenticating = false;
}

DemoReply DemoPop3Conversation::listCapabilities() const
{
    QByteArrayList lines{"+OK Capabilities follow."_ba};
    if (m_channel == DemoChannel::Plaintext)
        lines << "STLS"_ba;
    else
        lines << "USER"_ba
              << "SASL PLAIN"_ba;
    lines << "PIPELINING"_ba
          << "RESP-CODES"_ba
          << "AUTH-RESP-CODE"_ba
          << "IMPLEMENTATION Postern-demonstration"_ba
          << "."_ba;
    return {lines};
}

DemoReply DemoPop3Conversation::startTls() const
{
    if (m_channel == DemoChannel::Encrypted)
        return {{"-ERR TLS is active already."_ba}};
    return {{"+OK Begin TLS now."_ba}, DemoAction::StartTls};
}

DemoReply DemoPop3Conversation::signIn(const DemoCommand &command)
{
    if (m_channel == DemoChannel::Plaintext)
        return {{"-ERR Use STLS first."_ba}};
    if (command.verb == "AUTH")
        return authenticate(command.argument);
    // Like most servers: who the user is shall not be guessed from the reply to USER.
    if (command.verb == "USER")
        return {{"+OK Now the password."_ba}};
    return rejectPop3User();
}

DemoReply DemoPop3Conversation::authenticate(const QByteArray &argument)
{
    const DemoCommand mechanism = DemoCommand::parse(argument);
    if (mechanism.verb != "PLAIN")
        return {{"-ERR This mechanism is not offered."_ba}};
    if (!mechanism.argument.isEmpty()) // RFC 5034, 4: the response came along.
        return rejectPop3User();
    m_isAuthenticating = true;
    return {{"+ "_ba}};
}

DemoReply DemoPop3Conversation::onResponse(QByteArrayView line)
{
    m_isAuthenticating = false;
    if (line == "*")
        return {{"-ERR Cancelled."_ba}};
    return rejectPop3User();
}

} // namespace postern
