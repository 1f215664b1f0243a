// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery/autoconfigfetch.h"

#include "base/inerttext.h"
#include "discovery/autoconfigxml.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// That a name or a file does not exist is an answer, and so is a page where a file was asked for;
/// all else leaves the question open.
bool isAnswer(HttpFault fault)
{
    return fault == HttpFault::NoSuchName || fault == HttpFault::NotFound
        || fault == HttpFault::TooLarge;
}

AutoconfigAnswer answerFrom(const QUrl &url, const HttpFailure &failure)
{
    const QString place = inertText(url.toDisplayString());
    if (isAnswer(failure.fault))
        return {place, {}, {}, false};
    return {place, {}, u"%1: %2"_s.arg(place, failure.evidence), true};
}

AutoconfigAnswer answerFrom(const HttpReply &reply, const QString &domain)
{
    const QString place = inertText(reply.url.toDisplayString());
    const auto file = readAutoconfig(reply.body, domain);
    if (!file)
        return {place, {}, u"%1: %2"_s.arg(place, file.error()), false};
    AutoconfigAnswer answer{place, {}, {}, false};
    for (const AutoconfigServer &server : file->servers) {
        Offer offer;
        offer.endpoint = server.endpoint;
        offer.preference = static_cast<int>(answer.offers.size());
        offer.username = server.username;
        offer.authentication = server.authentication;
        offer.provenance.isUntrusted = !reply.isTamperProof;
        answer.offers.append(offer);
    }
    if (!file->skipped.isEmpty())
        answer.detail = u"%1: left out: %2"_s.arg(place, file->skipped.join(u", "_s));
    else if (file->servers.isEmpty())
        answer.detail = u"%1: it names no mail server"_s.arg(place);
    return answer;
}

} // namespace

QList<QUrl> autoconfigUrls(const QString &domain, const QString &scheme)
{
    return {
        QUrl(u"%1://autoconfig.%2/mail/config-v1.1.xml"_s.arg(scheme, domain)),
        QUrl(u"%1://%2/.well-known/autoconfig/mail/config-v1.1.xml"_s.arg(scheme, domain)),
    };
}

void fetchAutoconfig(HttpFetcher &fetcher, const QUrl &url, const QString &domain, QObject *context,
    const std::function<void(const AutoconfigAnswer &)> &answer)
{
    fetcher.fetch(
        {url, {}}, context, [url, domain, answer](const Result<HttpReply, HttpFailure> &reply) {
            answer(reply ? answerFrom(*reply, domain) : answerFrom(url, reply.error()));
        });
}

} // namespace postern
