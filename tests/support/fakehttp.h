// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpfetcher.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace postern {

/// A web that consists of a table. What is not in it has no name; what is silent never answers.
class FakeHttp final : public HttpFetcher
{
public:
    void addDocument(const QString &url, const QByteArray &body, bool isTamperProof = true);
    void setFault(const QString &url, HttpFault fault);
    void setSilent(const QString &url);

    /// Every request, in its order.
    const QList<HttpRequest> &requests() const { return m_requests; }

    void fetch(const HttpRequest &request, QObject *context, const Answer &answer) override;

private:
    QHash<QString, HttpReply> m_documents;
    QHash<QString, HttpFault> m_faults;
    QSet<QString> m_silent;
    QList<HttpRequest> m_requests;
};

} // namespace postern
