// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificateextensions.h"
#include "certificate/certificatefacts.h"
#include "widgets/factsview.h"

#include <QCoreApplication>

namespace postern {

/// The facts of a certificate in words.
class CertificateWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::CertificateWords)
public:
    [[nodiscard]] static QList<Fact> facts(const CertificateFacts &facts, const QDateTime &now);
    /// What the extensions say, as far as they are there.
    [[nodiscard]] static QList<Fact> facts(const CertificateExtensions &extensions);
    /// "until 3 May 2027 (in 160 days)", "expired 12 days ago (…)".
    [[nodiscard]] static QString validity(const CertificateFacts &facts, const QDateTime &now);
    [[nodiscard]] static QString names(const CertificateFacts &facts);
    [[nodiscard]] static QString key(const CertificateFacts &facts);
    /// The name asked for against those that the certificate is good for, each with whether it is it.
    [[nodiscard]] static Fact comparedNames(const CertificateFacts &facts, const QString &host);
    /// A host name in both forms where it has two; a long one is cut in the middle, but never in the
    /// domain that somebody registered.
    [[nodiscard]] static QString nameForPeople(const QString &name);

private:
    static QString moment(const QDateTime &utc);
};

} // namespace postern
