// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkfetcher.h"

#include "net/httpexchange.h"

#include <QNetworkProxy>

namespace postern {

NetworkFetcher::NetworkFetcher(
    Clock &clock, DnsResolver &resolver, const CertificateVerifier &verifier, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_resolver(resolver),
      m_verifier(verifier)
{
    // Debian's Qt would ask the environment for a proxy, and that would see every host name.
    m_manager.setProxy(QNetworkProxy::NoProxy);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

NetworkFetcher::~NetworkFetcher() = default;

void NetworkFetcher::fetch(const HttpRequest &request, QObject *context, const Answer &answer)
{
    auto *exchange
        = new HttpExchange({m_clock, m_resolver, m_verifier, m_manager}, request, answer);
    exchange->setParent(context); // it ends with whom it serves
    exchange->start();
}

} // namespace postern
