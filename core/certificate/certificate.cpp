// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificate.h"

#include "certificate/x509facts.h"

#include <QCryptographicHash>

#include <mutex>

namespace postern {

struct Certificate::Content
{
    QSslCertificate whole;
    mutable std::once_flag hasDigest = {};
    mutable std::once_flag hasFacts = {};
    mutable std::once_flag hasExtensions = {};
    mutable QByteArray sha256 = {};
    mutable CertificateFacts facts = {};
    mutable CertificateExtensions extensions = {};
};

Certificate::Certificate(const QSslCertificate &certificate)
{
    if (!certificate.isNull())
        m_content.reset(new Content{certificate});
}

Certificate::Certificate(const CertificateFacts &facts, const CertificateExtensions &extensions)
{
    auto content = std::make_shared<Content>();
    content->sha256 = facts.sha256;
    content->facts = facts;
    content->extensions = extensions;
    m_content = std::move(content);
}

QList<Certificate> Certificate::listOf(const QList<QSslCertificate> &certificates)
{
    return {certificates.begin(), certificates.end()};
}

QList<Certificate> Certificate::listFromPem(const QByteArray &pem)
{
    return listOf(QSslCertificate::fromData(pem, QSsl::Pem));
}

bool Certificate::isWhole() const
{
    return m_content && !m_content->whole.isNull();
}

const CertificateFacts &Certificate::facts() const &
{
    static const CertificateFacts none;
    if (!m_content)
        return none;
    if (isWhole())
        std::call_once(m_content->hasFacts,
            [this] { m_content->facts = factsOf(toX509(m_content->whole).get()); });
    return m_content->facts;
}

const CertificateExtensions &Certificate::extensions() const &
{
    static const CertificateExtensions none;
    if (!m_content)
        return none;
    if (isWhole())
        std::call_once(m_content->hasExtensions,
            [this] { m_content->extensions = extensionsOf(toX509(m_content->whole).get()); });
    return m_content->extensions;
}

QByteArray Certificate::sha256() const
{
    if (!m_content)
        return {};
    if (isWhole())
        std::call_once(m_content->hasDigest, [this] {
            m_content->sha256 = m_content->whole.digest(QCryptographicHash::Sha256).toHex();
        });
    return m_content->sha256;
}

QSslCertificate Certificate::toQt() const
{
    return m_content ? m_content->whole : QSslCertificate();
}

} // namespace postern
