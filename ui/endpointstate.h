// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupstate.h"
#include "theme.h"

#include <QCoreApplication>
#include <QIcon>

namespace postern {

/// How an endpoint stands, as it is shown everywhere: a word, an icon and a colour that say
/// the same.
class EndpointState
{
    Q_DECLARE_TR_FUNCTIONS(postern::EndpointState)
public:
    enum class Kind {
        Waiting,
        Trying,
        Verified,
        AcceptedByUser,
        NeedsDecision,
        NotEncrypted,
        Failed,
        NotNeeded,
    };

    [[nodiscard]] static EndpointState of(const AttemptState &attempt);
    [[nodiscard]] static EndpointState of(const ServerSetting &setting);

    Kind kind() const { return m_kind; }
    const QString &text() const { return m_text; } ///< Such as "verified, TLSv1.3".
    ColorRole colorRole() const;
    QString iconName() const;
    QIcon icon() const;

    /// `IMAP`, `POP3`, `SMTP`.
    static QString protocolName(Protocol protocol);
    /// `TLS`, `STARTTLS`, or the word for none.
    static QString securityName(Security security);

private:
    EndpointState(Kind kind, const QString &text) : m_kind(kind), m_text(text) { }
    static EndpointState ofReport(const ProbeReport &report);
    static QString stageText(Stage stage);
    static QString failureText(Problem problem);

    Kind m_kind;
    QString m_text;
};

} // namespace postern
