// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/handshakefailure.h"

#include "base/inerttext.h"
#include "tls/tlsalert.h"

#include <QHash>
#include <QRegularExpression>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

// OpenSSL 3's reason codes in library 20 (SSL), include/openssl/sslerr.h
constexpr int reasonDhKeyTooSmall = 394;
constexpr int reasonUnsupportedProtocol = 258;
constexpr int reasonVersionTooLow = 396;
constexpr int reasonWrongVersionNumber = 267;
constexpr int reasonHttpRequest = 156;
constexpr int reasonWrongSslVersion = 266;
constexpr int reasonAlertOffset = 1000; // SSL_AD_REASON_OFFSET: 1000 + alert number

std::optional<int> reasonIn(const QString &text)
{
    static const QRegularExpression code(u"error:0A([0-9A-Fa-f]{6}):"_s);
    const auto match = code.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool isHex = false;
    const int reason = match.captured(1).toInt(&isHex, 16);
    return isHex ? std::optional<int>(reason) : std::nullopt;
}

std::optional<int> alertOf(const HandshakeFailure &failure, std::optional<int> reason)
{
    if (failure.alertReceived && *failure.alertReceived != 0)
        return failure.alertReceived;
    if (reason && *reason >= reasonAlertOffset && *reason < reasonAlertOffset + 256)
        return *reason - reasonAlertOffset;
    return std::nullopt;
}

Fault faultOf(const HandshakeFailure &failure, std::optional<int> reason, std::optional<int> alert)
{
    if (alert) {
        switch (*alert) {
        case tlsalert::protocolVersion:
            return Fault::TlsVersionTooOld;
        case tlsalert::handshakeFailure:
            // Up to TLS 1.2 a missing client certificate looks the same, but comes later.
            return failure.hasAgreedCipher ? Fault::ClientCertificateRequired
                                           : Fault::NoCommonCipher;
        case tlsalert::insufficientSecurity:
            return Fault::NoCommonCipher;
        case tlsalert::certificateRequired:
            return Fault::ClientCertificateRequired;
        default:
            return Fault::HandshakeFailed;
        }
    }
    switch (reason.value_or(0)) {
    case reasonDhKeyTooSmall:
        return Fault::WeakParameters;
    case reasonUnsupportedProtocol:
    case reasonVersionTooLow:
    case reasonWrongSslVersion:
        return Fault::TlsVersionTooOld;
    case reasonWrongVersionNumber:
    case reasonHttpRequest:
        return Fault::PlaintextOnTlsPort;
    default:
        return failure.isRemoteClosed || failure.alertReceived == tlsalert::closeNotify
            ? Fault::Closed
            : Fault::HandshakeFailed;
    }
}

} // namespace

SeenFault explainHandshakeFailure(const HandshakeFailure &failure)
{
    const auto reason = reasonIn(failure.libraryText);
    const auto alert = alertOf(failure, reason);
    QString evidence = inertText(failure.libraryText);
    if (alert)
        evidence = u"TLS alert %1 (%2); %3"_s.arg(*alert).arg(alertName(*alert), evidence);
    return {faultOf(failure, reason, alert), evidence};
}

QString alertName(int alert)
{
    static const QHash<int, QString> names = {
        {0, u"close_notify"_s},
        {10, u"unexpected_message"_s},
        {20, u"bad_record_mac"_s},
        {22, u"record_overflow"_s},
        {40, u"handshake_failure"_s},
        {42, u"bad_certificate"_s},
        {43, u"unsupported_certificate"_s},
        {44, u"certificate_revoked"_s},
        {45, u"certificate_expired"_s},
        {46, u"certificate_unknown"_s},
        {47, u"illegal_parameter"_s},
        {48, u"unknown_ca"_s},
        {49, u"access_denied"_s},
        {50, u"decode_error"_s},
        {51, u"decrypt_error"_s},
        {70, u"protocol_version"_s},
        {71, u"insufficient_security"_s},
        {80, u"internal_error"_s},
        {86, u"inappropriate_fallback"_s},
        {90, u"user_canceled"_s},
        {109, u"missing_extension"_s},
        {110, u"unsupported_extension"_s},
        {112, u"unrecognized_name"_s},
        {113, u"bad_certificate_status_response"_s},
        {115, u"unknown_psk_identity"_s},
        {116, u"certificate_required"_s},
        {120, u"no_application_protocol"_s},
    };
    return names.value(alert, QString::number(alert));
}

} // namespace postern
