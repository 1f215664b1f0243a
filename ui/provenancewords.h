// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/serversetting.h"

#include <QCoreApplication>

namespace postern {

/// Where a setting comes from, in words for people.
class ProvenanceWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::ProvenanceWords)
public:
    /// Such as “published by the domain over HTTPS”.
    [[nodiscard]] static QString text(const ServerSetting &setting);
    /// Whose the server is: the domain that somebody registered, which is what counts in a host
    /// name; the host itself where it has none.
    [[nodiscard]] static QString owner(const ServerSetting &setting);
    /// What the user has to agree to before these settings, which are foreign or untrusted, are used.
    [[nodiscard]] static QString question(
        const QString &domain, const QList<ServerSetting> &settings);
};

} // namespace postern
