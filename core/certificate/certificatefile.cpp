// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/certificatefile.h"

#include <QFile>

namespace postern {

namespace {

constexpr qint64 mostBytes = 4 * 1024 * 1024; // all the roots of a system take a fourth of it

} // namespace

QList<Certificate> certificatesInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return {};
    const QList<Certificate> certificates = Certificate::listFromPem(bytes);
    return certificates.isEmpty() ? Certificate::listOf(QSslCertificate::fromData(bytes, QSsl::Der))
                                  : certificates;
}

} // namespace postern
