// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demosmtpconversation.h"

using namespace Qt::StringLiterals;

namespace postern {

namespace {

DemoReply rejectSmtpUser()
{
    return {{"535 5.7.8 The demonstration has no accounts."_ba}};
}

DemoReply demandEhlo()
{
    return {{"503 5.5.1 Say EHLO first."_ba}};
}

DemoReply demandStartTls()
{
    return {{"530 5.7.0 Use STARTTLS first."_ba}}; // RFC 3207, 4
}

} // namespace

DemoSmtpConversation::DemoSmtpConversation(DemoChannel channel) : m_channel(channel) { }

DemoReply DemoSmtpConversation::greet() const
{
    return {{"220 smtp.demo.example ESMTP Postern demonstration ready."_ba}};
}

DemoReply DemoSmtpConversation::answer(QByteArrayView line)
{
    if (m_state == State::Response)
        return onResponse(line);

    const DemoCommand command = DemoCommand::parse(line);
    if (command.verb == "EHLO" || command.verb == "HELO")
        return hello(command);
    if (command.verb == "STARTTLS")
        return startTls(command.argument);
    if (command.verb == "AUTH")
        return authenticate(command.argument);
    if (command.verb == "MAIL")
        return mail();
    if (command.verb == "RCPT" || command.verb == "DATA")
        return {{"503 5.5.1 MAIL comes first."_ba}};
    if (command.verb == "NOOP" || command.verb == "RSET")
        return {{"250 2.0.0 Done."_ba}};
    if (command.verb == "QUIT")
        return {{"221 2.0.0 Until next time."_ba}, DemoAction::Close};
    return {{"500 5.5.1 Unknown here."_ba}};
}

void DemoSmtpConversation::onEncrypted()
{
    m_channel = DemoChannel::Encrypted;
    m_state = State::Hello; // RFC 3207, 4.2
}

DemoReply DemoSmtpConversation::hello(const DemoCommand &command)
{
    if (command.argument.isEmpty())
        return {{"501 5.5.4 Your name is missing."_ba}};
    m_state = State::Command;
    if (command.verb == "HELO")
        return {{"250 smtp.demo.example"_ba}};
    const bool isPlaintext = m_channel == DemoChannel::Plaintext;
    return {
        {"250-smtp.demo.example"_ba, "250-PIPELINING"_ba, "250-SIZE 10485760"_ba, "250-8BITMIME"_ba,
            isPlaintext ? "250-STARTTLS"_ba : "250-AUTH PLAIN"_ba, "250 ENHANCEDSTATUSCODES"_ba}};
}

DemoReply DemoSmtpConversation::startTls(const QByteArray &argument) const
{
    if (m_channel == DemoChannel::Encrypted)
        return {{"503 5.5.1 TLS is active already."_ba}};
    if (!argument.isEmpty())
        return {{"501 5.5.4 STARTTLS stands alone."_ba}};
    return {{"220 2.0.0 Begin TLS now."_ba}, DemoAction::StartTls};
}

DemoReply DemoSmtpConversation::mail() const
{
    if (m_state == State::Hello)
        return demandEhlo();
    if (m_channel == DemoChannel::Plaintext)
        return demandStartTls();
    return {{"530 5.7.0 Sign in first."_ba}}; // RFC 4954, 6
}

DemoReply DemoSmtpConversation::authenticate(const QByteArray &argument)
{
    if (m_state == State::Hello)
        return demandEhlo();
    if (m_channel == DemoChannel::Plaintext)
        return demandStartTls();
    const DemoCommand mechanism = DemoCommand::parse(argument);
    if (mechanism.verb != "PLAIN")
        return {{"504 5.5.4 This mechanism is not offered."_ba}};
    if (!mechanism.argument.isEmpty()) // RFC 4954, 4: the response came along.
        return rejectSmtpUser();
    m_state = State::Response;
    return {{"334 "_ba}};
}

DemoReply DemoSmtpConversation::onResponse(QByteArrayView line)
{
    m_state = State::Command;
    if (line == "*")
        return {{"501 5.7.0 Cancelled."_ba}};
    return rejectSmtpUser();
}

} // namespace postern
