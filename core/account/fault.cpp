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
    default:
        return false;
    }
}

} // namespace postern
