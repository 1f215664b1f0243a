// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translators.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace postern {

using namespace Qt::StringLiterals;

void installTranslators(QCoreApplication &application)
{
    auto *ours = new QTranslator(&application);
    // English has a file as well, for its plurals; it serves whoever reads no other language.
    if (ours->load(QLocale(), u"postern"_s, u"_"_s, u":/i18n"_s)
        || ours->load(u"postern_en"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(ours);
    auto *qts = new QTranslator(&application);
    if (qts->load(
            QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
}

} // namespace postern
