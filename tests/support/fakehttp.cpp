// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehttp.h"

namespace postern {

void FakeHttp::addDocument(const QString &url, const QByteArray &body, bool isTamperProof)
{
    m_documents.insert(url, {body, QUrl(url), isTamperProof});
}

void FakeHttp::setFault(const QString &url, HttpFault fault)
{
    m_faults.insert(url, fault);
}

void FakeHttp::setSilent(const QString &url)
{
    m_silent.insert(url);
}

void FakeHttp::fetch(const HttpRequest &request, QObject *context, const Answer &answer)
{
    m_requests.append(request);
    const QString url = request.url.toString();
    if (m_silent.contains(url))
        return;
    Result<HttpReply, HttpFailure> result
        = Failure{HttpFailure{m_faults.value(url, HttpFault::NoSuchName), url}};
    if (m_documents.contains(url))
        result = m_documents.value(url);
    QMetaObject::invokeMethod(
        context, [answer, result] { answer(result); }, Qt::QueuedConnection);
}

} // namespace postern
