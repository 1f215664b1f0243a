// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"

#include <QHash>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

const QList<const ProblemRow *> &problemRows()
{
    static const QList<const ProblemRow *> all = [] {
        QList<const ProblemRow *> rows;
        for (const auto part : {networkProblems(), protocolProblems(), startTlsProblems(),
                 tlsProblems(), certificateProblems(), signInProblems(), discoveryProblems()}) {
            for (const ProblemRow &row : part)
                rows.append(&row);
        }
        return rows;
    }();
    return all;
}

const ProblemRow &rowOf(Problem problem)
{
    static const QHash<Problem, const ProblemRow *> rows = [] {
        QHash<Problem, const ProblemRow *> byProblem;
        for (const ProblemRow *row : problemRows())
            byProblem.insert(row->problem, row);
        return byProblem;
    }();
    return *rows.value(problem);
}

Topic topicOf(Problem problem)
{
    return rowOf(problem).topic;
}

QString toString(Problem problem)
{
    return rowOf(problem).code;
}

QStringList codesOf(const QList<Problem> &problems)
{
    QStringList codes;
    for (const Problem problem : problems)
        codes.append(toString(problem));
    return codes;
}

std::optional<Problem> problemFromString(const QString &code)
{
    for (const ProblemRow *row : problemRows()) {
        if (row->code == code)
            return row->problem;
    }
    return std::nullopt;
}

QList<Problem> allProblems()
{
    QList<Problem> problems;
    for (const ProblemRow *row : problemRows())
        problems.append(row->problem);
    return problems;
}

QString toString(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

std::optional<Severity> severityFromString(const QString &name)
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (toString(severity) == name)
            return severity;
    }
    return std::nullopt;
}

} // namespace postern
