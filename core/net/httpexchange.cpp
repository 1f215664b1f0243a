// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpexchange.h"

#include "account/addressscope.h"
#include "account/endpoint.h"
#include "account/hostname.h"
#include "base/inerttext.h"
#include "net/addressrace.h"
#include "tls/tlspolicy.h"

#include <QSslCertificate>

#include <algorithm>
#include <utility>

namespace postern {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto fetchDeadline
    = 6s; // connection, handshake and a few KiB; the search goes on meanwhile
constexpr auto fetchStagger = 250ms; // RFC 8305, 8
constexpr int maxRedirects = 3;
constexpr qsizetype maxFetchAddresses = 4;

QString hostOf(const QUrl &url)
{
    return url.host(QUrl::EncodeUnicode | QUrl::FullyEncoded);
}

bool isOk(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

bool isRedirect(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 301 && status <= 308 && status != 304
        && reply.header(QNetworkRequest::LocationHeader).isValid();
}

} // namespace

HttpExchange::HttpExchange(
    const Services &services, const HttpRequest &request, HttpFetcher::Answer answer)
    : m_services(services),
      m_request(request),
      m_answer(std::move(answer))
{
}

HttpExchange::~HttpExchange()
{
    for (const auto &attempt : m_tries)
        attempt->reply->disconnect(this);
}

void HttpExchange::start()
{
    m_deadline = m_services.clock.callAfter(
        fetchDeadline, [this] { fail(HttpFault::TimedOut, u"no answer within 6 s"_s); });
    lookUp();
}

void HttpExchange::lookUp()
{
    const auto host = HostName::parse(hostOf(m_request.url));
    const QString scheme = m_request.url.scheme();
    if (!host || (scheme != "https"_L1 && scheme != "http"_L1)) {
        fail(HttpFault::BadRedirect, m_request.url.toDisplayString());
        return;
    }
    m_isTamperProof &= scheme == "https"_L1;
    m_services.resolver.lookUpHost(
        *host, this, [this](const auto &addresses) { onAddresses(addresses); });
}

void HttpExchange::onAddresses(const Result<QList<QHostAddress>, SeenFault> &addresses)
{
    if (m_isOver)
        return;
    if (!addresses) {
        fail(HttpFault::NoSuchName, addresses.error().evidence);
        return;
    }
    QList<QHostAddress> usable = interleaveFamilies(*addresses);
    if (m_redirects == 0)
        m_mayBeLocal = std::all_of(usable.begin(), usable.end(), isLocalAddress);
    else if (!m_mayBeLocal)
        usable.removeIf(isLocalAddress);
    m_addresses = usable.first(qMin(usable.size(), maxFetchAddresses));
    if (m_addresses.isEmpty())
        fail(HttpFault::BadRedirect,
            u"%1 is in the local network"_s.arg(m_request.url.toDisplayString()));
    else
        tryNext();
}

void HttpExchange::tryNext()
{
    m_stagger.reset();
    if (m_addresses.isEmpty())
        return;
    const QNetworkRequest request = requestTo(m_addresses.takeFirst());
    QNetworkAccessManager &manager = m_services.manager;
    m_tries.push_back(std::make_unique<Try>());
    Try *const attempt = m_tries.back().get();
    attempt->reply.reset(
        m_request.body.isEmpty() ? manager.get(request) : manager.post(request, m_request.body));
    QNetworkReply *reply = attempt->reply.get();
    reply->setParent(nullptr);
    reply->setReadBufferSize(HttpFetcher::maxBodyBytes + 1);
    connect(reply, &QNetworkReply::encrypted, this, [this, attempt] { onEncrypted(*attempt); });
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_stagger.reset(); });
    connect(reply, &QIODevice::readyRead, this, [this, attempt] { onReadyRead(*attempt); });
    connect(reply, &QNetworkReply::finished, this, [this, attempt] { onFinished(*attempt); });
    if (!m_addresses.isEmpty())
        m_stagger = m_services.clock.callAfter(fetchStagger, [this] { tryNext(); });
}

/// A request to the address that we resolved, in the name of the host that was meant.
QNetworkRequest HttpExchange::requestTo(const QHostAddress &address) const
{
    const QString host = hostOf(m_request.url);
    QUrl url = m_request.url;
    url.setHost(address.toString());
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const int port = m_request.url.port();
    request.setRawHeader(
        "Host", port < 0 ? host.toLatin1() : hostAndPort(host, quint16(port)).toLatin1());
    request.setRawHeader("Connection", "close");
    request.setRawHeader("User-Agent", "Postern");
    request.setRawHeader("Accept-Encoding", "identity"); // a few bytes cannot become millions
    if (!m_request.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/xml; charset=utf-8"_s);
    request.setPeerVerifyName(host);
    request.setSslConfiguration(tlsConfiguration()); // onEncrypted() verifies
    return request;
}

void HttpExchange::onEncrypted(Try &attempt)
{
    const auto findings = m_services.verifier.verify(
        Certificate::listOf(attempt.reply->sslConfiguration().peerCertificateChain()),
        hostOf(m_request.url), m_services.clock.utcNow());
    if (!findings.isEmpty())
        fail(HttpFault::BadCertificate,
            u"%1: %2"_s.arg(toString(findings.constFirst().kind), findings.constFirst().evidence));
    attempt.isVerified = findings.isEmpty();
}

void HttpExchange::onReadyRead(Try &attempt)
{
    if (!isOk(*attempt.reply)) { // an error page, however long
        attempt.reply->readAll();
        return;
    }
    attempt.body += attempt.reply->readAll();
    if (attempt.body.size() > HttpFetcher::maxBodyBytes)
        fail(HttpFault::TooLarge, u"more than 64 KiB"_s);
}

void HttpExchange::onFinished(Try &attempt)
{
    if (m_isOver)
        return;
    const QNetworkReply &reply = *attempt.reply;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isHttps = m_request.url.scheme() == "https"_L1;
    if (status != 0 && isHttps && !attempt.isVerified) {
        fail(HttpFault::BadCertificate, u"the certificate was not seen"_s);
    } else if (isRedirect(reply)) {
        redirect(reply);
    } else if (status != 0 && !isOk(reply)) {
        fail(HttpFault::NotFound, u"status %1"_s.arg(status));
    } else if (reply.error() == QNetworkReply::NoError) {
        attempt.body += attempt.reply->readAll();
        if (attempt.body.size() > HttpFetcher::maxBodyBytes)
            fail(HttpFault::TooLarge, u"more than 64 KiB"_s);
        else
            conclude(HttpReply{attempt.body, m_request.url, m_isTamperProof});
    } else if (!m_addresses.isEmpty()) {
        tryNext();
    } else {
        const bool isLast = std::all_of(m_tries.begin(), m_tries.end(),
            [](const auto &each) { return each->reply->isFinished(); });
        if (isLast)
            fail(HttpFault::Unreachable, reply.errorString());
    }
}

void HttpExchange::redirect(const QNetworkReply &reply)
{
    const QUrl target
        = m_request.url.resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
    if (++m_redirects > maxRedirects || !mayFollow(target)) {
        fail(HttpFault::BadRedirect, target.toDisplayString());
        return;
    }
    for (const auto &attempt : m_tries) {
        attempt->reply->disconnect(this);
        attempt->reply.release()->deleteLater(); // it is its signal that runs
    }
    m_tries.clear();
    m_addresses.clear();
    m_stagger.reset();
    m_request.url = target;
    m_request.url.setUserInfo({});
    lookUp();
}

/// Out of the local network all is allowed; from the internet a web server's ports only, so that
/// nobody talks to another service through us.
bool HttpExchange::mayFollow(const QUrl &target) const
{
    const int port = target.port();
    const bool isWebPort = port < 0 || port == 80 || port == 443 || port == m_request.url.port();
    return target.isValid() && (isWebPort || m_mayBeLocal) && m_request.body.isEmpty();
}

void HttpExchange::fail(HttpFault fault, const QString &evidence)
{
    conclude(Failure{HttpFailure{fault, inertText(evidence)}});
}

void HttpExchange::conclude(const Result<HttpReply, HttpFailure> &result)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_deadline.reset();
    m_stagger.reset();
    for (const auto &attempt : m_tries) {
        attempt->reply->disconnect(this);
        attempt->reply->abort();
    }
    // From the event loop: the caller may be inside fetch(), or a reply's signal may be running.
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            const HttpFetcher::Answer answer = std::exchange(m_answer, nullptr);
            deleteLater();
            answer(result);
        },
        Qt::QueuedConnection);
}

} // namespace postern
