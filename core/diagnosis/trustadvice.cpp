// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/trustadvice.h"

namespace postern {

QString TrustAdvice::textFor(const TrustStoreProblem &problem)
{
    switch (problem.kind) {
    case TrustStoreProblem::Kind::Malformed:
        if (problem.keptAs.isEmpty())
            return tr("The accepted certificates in %1 could not be read. The file was left where "
                      "it is; nothing is accepted until you accept it again.")
                .arg(problem.path);
        return tr("The accepted certificates in %1 could not be read. The file was "
                  "kept as %2; nothing is accepted until you accept it again.")
            .arg(problem.path, problem.keptAs);
    case TrustStoreProblem::Kind::NewerVersion:
        return tr("%1 was written by a newer Postern and is left alone.").arg(problem.path);
    case TrustStoreProblem::Kind::NotWritten:
        return tr("%1 could not be written: %2.").arg(problem.path, problem.detail);
    case TrustStoreProblem::Kind::Unreadable:
        break;
    }
    return tr("%1 could not be read: %2.").arg(problem.path, problem.detail);
}

} // namespace postern
