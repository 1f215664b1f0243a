// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/fault.h"

namespace postern {

bool isTlsFault(Fault fault)
{
    switch (fault) {
    case Fault::TlsVersionTooOld:
    case Fault::TlsVersionTooNew:
    case Fault::NoCommonCipher:
    case Fault::ClientCertificateRequired:
    case Fault::WeakParameters:
    case Fault::HandshakeTimeout:
    case Fault::HandshakeFailed:
        return true;
    case Fault::NoSuchName:
    case Fault::NoAddress:
    case Fault::DnsTimeout:
    case Fault::DnsFailure:
    case Fault::Unreachable:
    case Fault::Refused:
    case Fault::ConnectTimeout:
    case Fault::ConnectReset:
    case Fault::NoGreeting:
    case Fault::Closed:
    case Fault::ReplyTimeout:
    case Fault::PlaintextOnTlsPort:
    case Fault::TlsOnPlaintextPort:
    case Fault::WrongService:
    case Fault::GreetingRejected:
    case Fault::CapabilitiesRefused:
    case Fault::Malformed:
    case Fault::Unsolicited:
    case Fault::TooMuchData:
    case Fault::PreauthBeforeTls:
    case Fault::StartTlsNotOffered:
    case Fault::StartTlsRefused:
    case Fault::InjectedData:
    case Fault::CertificateUnacceptable:
        break;
    }
    return false;
}

} // namespace postern
