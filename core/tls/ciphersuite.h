// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace postern {

/// Every suite that a server of mail may be found to use, the strongest first and the broken ones
/// last: what OpenSSL offers, and what it cannot any more. By their numbers (IANA's registry of TLS
/// parameters), those of TLS 1.3 apart.
[[nodiscard]] QList<quint16> cipherSuitesUpToTls12();
[[nodiscard]] QList<quint16> cipherSuitesOfTls13();

/// IANA's name, such as `TLS_RSA_WITH_3DES_EDE_CBC_SHA`; `0xNNNN` for what is not in the lists.
[[nodiscard]] QString cipherSuiteName(quint16 number);
/// The way back; 0 for what is no such name.
[[nodiscard]] quint16 cipherSuiteFromName(const QString &name);

} // namespace postern
