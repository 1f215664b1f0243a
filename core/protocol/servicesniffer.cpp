// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/servicesniffer.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

bool isTlsRecord(const QByteArray &bytes)
{
    // RFC 8446, 5.1: alert (21) or handshake (22), then the legacy version 3.x
    return bytes.size() >= 2 && (bytes.at(0) == 0x15 || bytes.at(0) == 0x16) && bytes.at(1) == 0x03;
}

bool isThreeDigitReply(const QByteArray &bytes)
{
    return bytes.size() >= 4 && bytes.at(0) >= '2' && bytes.at(0) <= '5' && bytes.at(1) >= '0'
        && bytes.at(1) <= '9' && bytes.at(2) >= '0' && bytes.at(2) <= '9'
        && (bytes.at(3) == ' ' || bytes.at(3) == '-');
}

} // namespace

std::optional<Service> sniffService(const QByteArray &firstBytes)
{
    const QByteArray upper = firstBytes.first(qMin<qsizetype>(firstBytes.size(), 200)).toUpper();
    if (isTlsRecord(firstBytes))
        return Service::Tls;
    if (upper.startsWith("SSH-"))
        return Service::Ssh;
    if (upper.startsWith("HTTP/"))
        return Service::Http;
    if (upper.startsWith("\"IMPLEMENTATION\""))
        return Service::ManageSieve;
    if (upper.startsWith("* OK") || upper.startsWith("* PREAUTH") || upper.startsWith("* BYE"))
        return Service::Imap;
    if (upper.startsWith("+OK") || upper.startsWith("-ERR"))
        return Service::Pop3;
    if (!isThreeDigitReply(upper))
        return std::nullopt;
    if (upper.startsWith("200") || upper.startsWith("201"))
        return Service::Nntp;
    // `220 ftp.example.org ESMTP` is a mail server with an odd name.
    const bool isFtp = upper.contains("FTP") && !upper.contains("SMTP");
    return isFtp ? Service::Ftp : Service::Smtp;
}

QString serviceName(Service service)
{
    switch (service) {
    case Service::Imap:
        return u"IMAP"_s;
    case Service::Pop3:
        return u"POP3"_s;
    case Service::Smtp:
        return u"SMTP"_s;
    case Service::Ftp:
        return u"FTP"_s;
    case Service::Http:
        return u"HTTP"_s;
    case Service::Ssh:
        return u"SSH"_s;
    case Service::Nntp:
        return u"NNTP"_s;
    case Service::ManageSieve:
        return u"ManageSieve"_s;
    case Service::Tls:
        break;
    }
    return u"TLS"_s;
}

} // namespace postern
