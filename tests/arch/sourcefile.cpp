// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

QDir projectFolder()
{
    return QDir(QStringLiteral(POSTERN_SOURCE_DIR));
}

QStringList pathsBelow(const QStringList &folders, const QStringList &patterns)
{
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator files(
            projectFolder().filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths << projectFolder().relativeFilePath(files.next());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

QList<SourceFile> readSources(const QStringList &folders, const QStringList &patterns)
{
    QList<SourceFile> sources;
    for (const QString &path : pathsBelow(folders, patterns))
        sources << readSource(path);
    return sources;
}

SourceFile readSource(const QString &path)
{
    QFile file(projectFolder().filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {path, {}};
    return {path, QString::fromUtf8(file.readAll())};
}

QStringList foldersBelow(const QStringList &folders)
{
    QStringList found;
    for (const QString &path : pathsBelow(folders, {u"*"_s}))
        found << path.section(u'/', 0, -2);
    found.removeDuplicates();
    return found;
}

QString withoutComments(const QString &code)
{
    // Strings and characters come first, so that `"//"` is no comment.
    static const QRegularExpression token(
        uR"("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*.*?\*/)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString result = code;
    auto matches = token.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!match.captured().startsWith(u'/'))
            continue;
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (result.at(i) != u'\n')
                result[i] = u' ';
        }
    }
    return result;
}

QString layerOf(const QString &path)
{
    const QString folder = path.section(u'/', 0, -2);
    return folder.startsWith("core/"_L1) ? folder.section(u'/', 1, 1) : folder;
}

qsizetype lineOf(const QString &text, qsizetype position)
{
    return text.first(position).count(u'\n') + 1;
}

} // namespace postern
