// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"
#include "certificate/finding.h"

#include <QByteArray>
#include <QDateTime>

namespace postern {

/// "This certificate, for this account, on this host and port, in spite of these findings": the
/// narrowest thing a user can accept (RFC 8314, 5.4). It never makes anything else acceptable.
struct TrustException
{
    /// What was accepted.
    enum class Subject {
        Certificate, ///< The server's own, in spite of its findings.
        Authority, ///< An authority of the user's choice, where it vouches for all of the chain.
    };

    /// What the user compared before.
    enum class Comparison { None, Sha256, Sha1 };

    /// How long it lasts.
    enum class Duration { ThisRun, UntilWithdrawn };

    HostName host;
    quint16 port = 0;
    QByteArray sha256; ///< Of the certificate or the authority; lower-case hex.
    QByteArray spkiSha256; ///< Of its key, to tell a renewal from another key.
    QList<Finding::Kind> findings; ///< Those that were shown and accepted.
    QDateTime acceptedAt; ///< UTC
    Duration duration = Duration::ThisRun;
    QByteArray certificatePem; ///< To show beside a new one when the server changes it.
    /// Whose decision it is: an address, or a domain where no more is known; canonical. Empty: that
    /// of an administrator on the command line, for whoever uses this host and port.
    QString account = {};
    Subject subject = Subject::Certificate;
    Comparison comparison = Comparison::None;

    /// Whether both say something of the same thing, so that the later takes the place of the
    /// earlier. Authorities stand beside each other.
    bool isAboutSameAs(const TrustException &other) const
    {
        return host == other.host && port == other.port && account == other.account
            && subject == other.subject
            && (subject == Subject::Certificate || sha256 == other.sha256);
    }

    friend bool operator==(const TrustException &, const TrustException &) = default;
};

} // namespace postern
