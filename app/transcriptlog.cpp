// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcriptlog.h"

#include <QFileInfo>

namespace postern {

using namespace Qt::StringLiterals;

QString TranscriptLog::open()
{
    if (m_file.fileName().isEmpty())
        return {};
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    // A file that others could read is not filled; a device or pipe stays as it is.
    const bool isOpen = m_file.open(QFile::WriteOnly | QFile::Truncate, owner)
        && (!QFileInfo(m_file).isFile() || m_file.setPermissions(owner));
    return isOpen ? QString() : m_file.errorString();
}

void TranscriptLog::append(const Detection &detection)
{
    if (!m_file.isOpen())
        return;
    QString log;
    for (const Attempt &attempt : detection.attempts) {
        const Endpoint &endpoint = attempt.endpoint();
        if (!attempt.report.transcript.entries().isEmpty())
            log += u"%1 %2 %3\n%4\n"_s.arg(toString(endpoint.protocol),
                hostAndPort(endpoint.host, endpoint.port), toString(endpoint.security),
                attempt.report.transcript.toText());
    }
    const QByteArray bytes = log.toUtf8();
    if (m_file.write(bytes) != bytes.size() || !m_file.flush())
        m_isLost = true;
}

} // namespace postern
