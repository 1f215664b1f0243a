// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>

namespace postern {

struct HttpRequest
{
    QUrl url; ///< http or https.
    QByteArray body; ///< POSTed as text/xml; empty: GET.

    friend bool operator==(const HttpRequest &, const HttpRequest &) = default;
};

/// The body of an answer with status 200.
struct HttpReply
{
    QByteArray body;
    QUrl url; ///< Where it was in the end.
    /// Nobody on the way could have changed it: HTTPS with a verified certificate at every hop.
    bool isTamperProof = false;

    friend bool operator==(const HttpReply &, const HttpReply &) = default;
};

enum class HttpFault {
    NoSuchName, ///< The host has no address.
    Unreachable, ///< Refused, filtered, cut off.
    TimedOut,
    BadCertificate, ///< Nothing of the answer is believed.
    NotFound, ///< Any status but 200.
    BadRedirect, ///< Too many, or to something that is not HTTP.
    TooLarge,
};

struct HttpFailure
{
    HttpFault fault = HttpFault::Unreachable;
    QString evidence; ///< Inert.

    friend bool operator==(const HttpFailure &, const HttpFailure &) = default;
};

/// Fetches small documents. No credential, cookie or address of a person is ever sent. The answer
/// comes from the event loop, exactly once, by a deadline at the latest, and only while the
/// context lives; when the context goes, the connection is closed.
class HttpFetcher
{
public:
    using Answer = std::function<void(const Result<HttpReply, HttpFailure> &)>;
    static constexpr qsizetype maxBodyBytes = 64 * 1024; ///< Honest documents have a few KiB.

    virtual ~HttpFetcher() = default;
    virtual void fetch(const HttpRequest &request, QObject *context, const Answer &answer) = 0;

protected:
    HttpFetcher() = default;
    HttpFetcher(const HttpFetcher &) = delete;
    HttpFetcher &operator=(const HttpFetcher &) = delete;
};

} // namespace postern
