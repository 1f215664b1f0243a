// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shellword.h"

#include <QRegularExpression>

namespace postern {

using namespace Qt::StringLiterals;

QString shellWord(QString text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._:/@%+-]+\\z"_s);
    if (plain.match(text).hasMatch())
        return text;
    return u'\'' + text.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

} // namespace postern
