// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace postern {

/// One file of the project.
struct SourceFile
{
    QString path; ///< Below the project's folder: `core/net/transport.h`.
    QString text;

    friend bool operator==(const SourceFile &, const SourceFile &) = default;
};

/// What lies below @p folders (of POSTERN_SOURCE_DIR) and fits one of @p patterns, sorted by path.
[[nodiscard]] QList<SourceFile> readSources(
    const QStringList &folders, const QStringList &patterns);

/// One file; the text is empty where there is none.
[[nodiscard]] SourceFile readSource(const QString &path);

/// The folders below @p folders that hold files of their own, sorted.
[[nodiscard]] QStringList foldersBelow(const QStringList &folders);

/// The code with every comment blanked out; each line keeps its number.
[[nodiscard]] QString withoutComments(const QString &code);

/// The row of the layer table that a path belongs to: `net`, `ui`, `ui/pages`, `app`, `app/demo`.
[[nodiscard]] QString layerOf(const QString &path);

/// The number of the line that holds the character at @p position.
[[nodiscard]] qsizetype lineOf(const QString &text, qsizetype position);

} // namespace postern
