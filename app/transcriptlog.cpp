// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcriptlog.h"

namespace postern {

using namespace Qt::StringLiterals;

QString TranscriptLog::open()
{
    if (m_file.fileName().isEmpty())
        return {};
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    // Permissions first: a file that others could read is not filled.
    const bool isOpen = m_file.open(QFile::WriteOnly | QFile::Truncate, owner)
        && (!m_file.setPermissions(owner) ? m_file.isSequential() : true);
    return isOpen ? QString() : m_file.errorString();
}

void TranscriptLog::append(const Detection &detection)
{
    if (!m_file.isOpen())
        return;
    QString log;
    for (const ProbeReport &attempt : detection.attempts) {
        const Endpoint &endpoint = attempt.candidate.endpoint;
        if (!attempt.transcript.entries().isEmpty())
            log += u"%1 %2 %3\n%4\n"_s.arg(toString(endpoint.protocol),
                hostAndPort(endpoint.host, endpoint.port), toString(endpoint.security),
                attempt.transcript.toText());
    }
    const QByteArray bytes = log.toUtf8();
    if (m_file.write(bytes) != bytes.size() || !m_file.flush())
        m_isLost = true;
}

} // namespace postern
