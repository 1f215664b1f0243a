// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/filechange.h"

#include "base/inerttext.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <dtl/dtl.hpp>

#include <vector>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// More than any configuration has; a comparison of more would take long.
constexpr qint64 maxComparedBytes = 256 * 1024;
constexpr qsizetype maxComparedLines = 4000;
constexpr int maxLineLength = 500;

std::vector<std::string> linesOf(const QByteArray &text)
{
    std::vector<std::string> lines;
    QByteArrayList parts = text.split('\n');
    if (parts.constLast().isEmpty())
        parts.removeLast();
    for (const QByteArray &line : parts)
        lines.push_back(inertText(line, maxLineLength).toStdString());
    return lines;
}

QString unifiedDifference(const QByteArray &before, const QByteArray &after)
{
    dtl::Diff<std::string> difference(linesOf(before), linesOf(after));
    difference.compose();
    difference.composeUnifiedHunks();
    std::ostringstream text;
    difference.printUnifiedFormat(text);
    return QString::fromStdString(text.str());
}

} // namespace

QString differenceFrom(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.exists())
        return {};
    // A pipe would have to be waited for.
    const bool isRead = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
    const QByteArray before = isRead ? file.read(maxComparedBytes + 1) : QByteArray();
    if (isRead && before == content)
        return {};
    QString head = u"--- %1\n+++ %1\n"_s.arg(inertText(path, maxLineLength));
    if (!isRead || before.size() > maxComparedBytes || content.size() > maxComparedBytes
        || before.count('\n') > maxComparedLines || content.count('\n') > maxComparedLines
        || before.contains('\0') || content.contains('\0'))
        return head;
    return head + unifiedDifference(before, content);
}

} // namespace postern
