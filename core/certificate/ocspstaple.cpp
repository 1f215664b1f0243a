// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/ocspstaple.h"

#include "certificate/asn1time.h"

#include <openssl/ocsp.h>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

using ResponseHandle = std::unique_ptr<OCSP_RESPONSE, OpenSslDeleter<&OCSP_RESPONSE_free>>;
using BasicHandle = std::unique_ptr<OCSP_BASICRESP, OpenSslDeleter<&OCSP_BASICRESP_free>>;
using IdHandle = std::unique_ptr<OCSP_CERTID, OpenSslDeleter<&OCSP_CERTID_free>>;
using StoreHandle = std::unique_ptr<X509_STORE, OpenSslDeleter<&X509_STORE_free>>;

/// How far the clocks of a responder and of this computer may be apart.
constexpr qint64 skewSeconds = 300;
constexpr qint64 maxDaysWithoutEnd = 10; // CA/Browser Forum, Baseline Requirements 4.9.10

OcspStaple unusable(const QString &reason)
{
    return {OcspStatus::Unusable, reason};
}

enum class Dates { Ignored, Checked };

bool isSignedFor(OCSP_BASICRESP *basic, X509 *issuer, Dates dates, const QDateTime &now)
{
    const StoreHandle store(X509_STORE_new());
    if (!store || X509_STORE_add_cert(store.get(), issuer) != 1)
        return false;
    X509_STORE_set_flags(store.get(),
        X509_V_FLAG_PARTIAL_CHAIN | (dates == Dates::Ignored ? X509_V_FLAG_NO_CHECK_TIME : 0));
    if (dates == Dates::Checked)
        X509_VERIFY_PARAM_set_time(
            X509_STORE_get0_param(store.get()), static_cast<time_t>(now.toSecsSinceEpoch()));
    STACK_OF(X509) *signers = sk_X509_new_null();
    sk_X509_push(signers, issuer);
    const bool isSigned = OCSP_basic_verify(basic, signers, store.get(), 0) == 1;
    sk_X509_free(signers); // not the issuer, which is the caller's
    return isSigned;
}

/// The answer about the certificate; a responder may name it by whatever digest.
OCSP_SINGLERESP *answerAbout(OCSP_BASICRESP *basic, X509 *certificate, X509 *issuer)
{
    for (int i = 0; i < OCSP_resp_count(basic); ++i) {
        OCSP_SINGLERESP *answer = OCSP_resp_get0(basic, i);
        auto *id = const_cast<OCSP_CERTID *>(OCSP_SINGLERESP_get0_id(answer));
        ASN1_OBJECT *digest = nullptr;
        OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, id);
        const EVP_MD *algorithm = EVP_get_digestbyobj(digest);
        const IdHandle wanted(
            algorithm ? OCSP_cert_to_id(algorithm, certificate, issuer) : nullptr);
        if (wanted && OCSP_id_cmp(wanted.get(), id) == 0)
            return answer;
    }
    return nullptr;
}

QString timeText(const ASN1_GENERALIZEDTIME *time)
{
    const QDateTime known = toDateTime(time);
    return known.isValid() ? known.toString(Qt::ISODate) : u"an unknown time"_s;
}

/// Where a response does not say until when it counts, no longer than authorities may let it.
bool isCurrent(
    const ASN1_GENERALIZEDTIME *from, const ASN1_GENERALIZEDTIME *until, const QDateTime &now)
{
    const QDateTime begin = toDateTime(from);
    const QDateTime end = until ? toDateTime(until) : begin.addDays(maxDaysWithoutEnd);
    return begin.isValid() && end.isValid() && begin <= now.addSecs(skewSeconds)
        && end >= now.addSecs(-skewSeconds);
}

OcspStaple readAnswer(OCSP_SINGLERESP *answer, const QDateTime &now)
{
    int reason = OCSP_REVOKED_STATUS_NOSTATUS;
    ASN1_GENERALIZEDTIME *revoked = nullptr;
    ASN1_GENERALIZEDTIME *produced = nullptr;
    ASN1_GENERALIZEDTIME *next = nullptr;
    const int status = OCSP_single_get0_status(answer, &reason, &revoked, &produced, &next);
    // RFC 5280, 5.3.1: what is only on hold may become good again.
    const bool isOnHold = reason == OCSP_REVOKED_STATUS_CERTIFICATEHOLD;
    if (status == V_OCSP_CERTSTATUS_REVOKED && (!isOnHold || isCurrent(produced, next, now))) {
        const QString why = reason == OCSP_REVOKED_STATUS_NOSTATUS
            ? QString()
            : u", %1"_s.arg(QLatin1StringView(OCSP_crl_reason_str(reason)));
        return {
            OcspStatus::Revoked, u"revoked on %1%2 (stapled OCSP)"_s.arg(timeText(revoked), why)};
    }
    if (!isCurrent(produced, next, now))
        return unusable(u"the response is out of date: from %1 to %2"_s.arg(
            timeText(produced), timeText(next)));
    if (status == V_OCSP_CERTSTATUS_GOOD)
        return {OcspStatus::Good, u"as of %1"_s.arg(timeText(produced))};
    return {OcspStatus::Unknown, u"the responder does not know the certificate"_s};
}

} // namespace

QString toString(OcspStatus status)
{
    switch (status) {
    case OcspStatus::Good:
        return u"good"_s;
    case OcspStatus::Revoked:
        return u"revoked"_s;
    case OcspStatus::Unknown:
        return u"unknown"_s;
    case OcspStatus::Unusable:
        break;
    }
    return u"unusable"_s;
}

std::optional<OcspStatus> ocspStatusFromString(const QString &name)
{
    for (const OcspStatus status :
        {OcspStatus::Good, OcspStatus::Revoked, OcspStatus::Unknown, OcspStatus::Unusable}) {
        if (toString(status) == name)
            return status;
    }
    return std::nullopt;
}

OcspStaple readStaple(const QByteArray &der, X509 *certificate, X509 *issuer, const QDateTime &now)
{
    const ErrorQueueGuard guard;
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const ResponseHandle response(
        d2i_OCSP_RESPONSE(nullptr, &bytes, static_cast<long>(der.size())));
    if (!response)
        return unusable(u"the response cannot be read"_s);
    const int outcome = OCSP_response_status(response.get());
    if (outcome != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return unusable(QString::fromLatin1(OCSP_response_status_str(outcome)));
    const BasicHandle basic(OCSP_response_get1_basic(response.get()));
    if (!basic)
        return unusable(u"the response holds no answer"_s);
    if (!isSignedFor(basic.get(), issuer, Dates::Ignored, now))
        return unusable(u"the response is not signed by the issuer"_s);
    OCSP_SINGLERESP *answer = answerAbout(basic.get(), certificate, issuer);
    if (!answer)
        return unusable(u"the response is of another certificate"_s);
    OcspStaple staple = readAnswer(answer, now);
    const bool countsLater = staple.status == OcspStatus::Revoked;
    return countsLater || isSignedFor(basic.get(), issuer, Dates::Checked, now)
        ? staple
        : unusable(u"the certificate of the responder is out of date"_s);
}

} // namespace postern
