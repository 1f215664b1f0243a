// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificateextensions.h"
#include "certificate/certificatefacts.h"

#include <QList>
#include <QSslCertificate>

#include <memory>
#include <utility>

namespace postern {

/// A certificate that is taken apart once: whoever copies it shares what was read. Nothing is read
/// before somebody asks, and asking is safe from any thread.
class Certificate
{
public:
    /// None.
    Certificate() = default;
    Certificate(const QSslCertificate &certificate); // NOLINT(google-explicit-constructor)
    /// One of which only this is known, because a document left the certificate itself out.
    Certificate(const CertificateFacts &facts, const CertificateExtensions &extensions);
    [[nodiscard]] static QList<Certificate> listOf(const QList<QSslCertificate> &certificates);
    /// Empty where there is none that can be read.
    [[nodiscard]] static QList<Certificate> listFromPem(const QByteArray &pem);

    /// Whether there is none.
    bool isNull() const { return !m_content; }
    /// Whether the certificate itself is here, and not only what is known of it.
    bool isWhole() const;
    /// Of a null certificate everything is empty.
    const CertificateFacts &facts() const &;
    CertificateFacts facts() && { return std::as_const(*this).facts(); }
    const CertificateExtensions &extensions() const &;
    CertificateExtensions extensions() && { return std::as_const(*this).extensions(); }
    /// Lower-case hex of the SHA-256 of the whole certificate: what identifies it everywhere.
    QByteArray sha256() const;
    /// Null unless isWhole().
    QSslCertificate toQt() const;
    /// Empty unless isWhole().
    QByteArray toPem() const { return facts().pem.toLatin1(); }

    /// Of those without a fingerprint, only copies of one are equal.
    friend bool operator==(const Certificate &a, const Certificate &b)
    {
        return a.m_content == b.m_content || (!a.sha256().isEmpty() && a.sha256() == b.sha256());
    }

private:
    struct Content;

    std::shared_ptr<const Content> m_content;
};

} // namespace postern
