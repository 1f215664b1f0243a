// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "certificate/certificateverifier.h"
#include "net/dnsresolver.h"
#include "net/httpfetcher.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>
#include <vector>

namespace postern {

/// One request of a NetworkFetcher, redirects included. Races the host's addresses (RFC 8305).
/// A server of the internet cannot send us on into the local network.
class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    struct Services
    {
        Clock &clock;
        DnsResolver &resolver;
        const CertificateVerifier &verifier;
        QNetworkAccessManager &manager;
    };

    HttpExchange(const Services &services, const HttpRequest &request, HttpFetcher::Answer answer);
    ~HttpExchange() override;

    void start();

private:
    struct Try
    {
        std::unique_ptr<QNetworkReply> reply;
        QByteArray body;
        bool isVerified = false;
    };

    void lookUp();
    void onAddresses(const Result<QList<QHostAddress>, SeenFault> &addresses);
    void tryNext();
    QNetworkRequest requestTo(const QHostAddress &address) const;
    void onEncrypted(Try &attempt);
    void onReadyRead(Try &attempt);
    void onFinished(Try &attempt);
    void redirect(const QNetworkReply &reply);
    bool mayFollow(const QUrl &target) const;
    void fail(HttpFault fault, const QString &evidence);
    void conclude(const Result<HttpReply, HttpFailure> &result);

    Services m_services;
    HttpRequest m_request;
    HttpFetcher::Answer m_answer;
    QList<QHostAddress> m_addresses; ///< Not tried yet.
    std::vector<std::unique_ptr<Try>> m_tries;
    std::unique_ptr<Alarm> m_deadline;
    std::unique_ptr<Alarm> m_stagger;
    int m_redirects = 0;
    bool m_mayBeLocal = false; ///< The host that was meant is itself in the local network.
    bool m_isTamperProof = true;
    bool m_isOver = false;
};

} // namespace postern
