// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace postern {

/// What writing @p content to @p path would change, in the form of `diff -u`; empty where nothing is
/// there yet, or just that. What is no text, or cannot be read, is only said to be different. The
/// lines are inert.
[[nodiscard]] QString differenceFrom(const QString &path, const QByteArray &content);

} // namespace postern
