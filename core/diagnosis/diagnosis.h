// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/endpoint.h"
#include "account/stage.h"
#include "diagnosis/diagnosisdetails.h"
#include "diagnosis/problem.h"

#include <QList>
#include <QString>

namespace postern {

/// One thing that was found out about an endpoint, with the raw fact behind it.
struct Diagnosis
{
    Problem problem = Problem::ProtocolClosed;
    Stage stage = Stage::Resolve;
    Severity severity = Severity::Error;
    Endpoint endpoint; ///< Port 0: it is about the host as a whole.
    QString evidence; ///< Inert.
    DiagnosisDetails details = {};
    QList<Endpoint> alsoAt
        = {}; ///< Where else the same was found, where one sentence tells of all.
    bool isExample = false; ///< Of no server; nothing is known of what else happened.

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/// The details of one kind; those of a server that nothing is known of where there are others.
template <typename Details>
[[nodiscard]] Details detailsOf(const Diagnosis &diagnosis)
{
    const Details *details = std::get_if<Details>(&diagnosis.details);
    return details ? *details : Details();
}

} // namespace postern
