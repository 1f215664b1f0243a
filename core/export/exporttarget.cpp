// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exporttarget.h"

#include "export/programs/programs.h"
#include "export/report/redaction.h"
#include "export/report/reports.h"
#include "export/snippets/snippets.h"

#include <QJsonDocument>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// All but ASCII as escapes: what a stranger wrote reaches a terminal too.
QByteArray asciiJson(const QJsonObject &document)
{
    QByteArray json;
    for (const QChar c : QString::fromUtf8(QJsonDocument(document).toJson())) {
        if (c.unicode() < 0x7f)
            json += char(c.unicode());
        else
            json += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return json;
}

/// The whole document: nothing is left out, but for the person where that is wanted.
ExportResult writeJson(const ExportInput &input)
{
    const QJsonObject document = QJsonDocument::fromJson(input.document).object();
    return QList<ExportedFile>{{safeFileName(u"postern-"_s + input.identity.domain() + u".json"_s),
        asciiJson(input.options.isRedacted ? redacted(document) : document)}};
}

} // namespace

const QList<ExportTarget> &exportTargets()
{
    using Group = ExportTarget::Group;
    static const QList<ExportTarget> targets{
        {"thunderbird"_L1, Group::Programs, writeThunderbird},
        {"thunderbird-qr"_L1, Group::Programs, writeThunderbirdQr},
        {"k9"_L1, Group::Programs, writeK9},
        {"apple"_L1, Group::Programs, writeApple},
        {"evolution"_L1, Group::Programs, writeEvolution},
        {"msmtp"_L1, Group::Terminal, writeMsmtp},
        {"mpop"_L1, Group::Terminal, writeMpop},
        {"mbsync"_L1, Group::Terminal, writeMbsync},
        {"neomutt"_L1, Group::Terminal, writeNeomutt},
        {"mutt"_L1, Group::Terminal, writeMutt},
        {"fetchmail"_L1, Group::Terminal, writeFetchmail},
        {"getmail"_L1, Group::Terminal, writeGetmail},
        {"offlineimap"_L1, Group::Terminal, writeOfflineimap},
        {"aerc"_L1, Group::Terminal, writeAerc},
        {"commands"_L1, Group::Terminal, writeCommands},
        {"python"_L1, Group::Developers, writePython},
        {"nodemailer"_L1, Group::Developers, writeNodemailer},
        {"php"_L1, Group::Developers, writePhp},
        {"go"_L1, Group::Developers, writeGo},
        {"jakarta"_L1, Group::Developers, writeJakarta},
        {"mail.dll-cs"_L1, Group::Developers, writeMailDllCSharp},
        {"mail.dll-vb"_L1, Group::Developers, writeMailDllVisualBasic},
        {"mailkit"_L1, Group::Developers, writeMailKit},
        {"system-net-mail"_L1, Group::Developers, writeSystemNetMail},
        {"dns"_L1, Group::Administrators, writeDns},
        {"outlook"_L1, Group::Administrators, writeOutlook},
        {"report-text"_L1, Group::Administrators, writeTextReport, true},
        {"report-markdown"_L1, Group::Administrators, writeMarkdownReport, true},
        {"report-html"_L1, Group::Administrators, writeHtmlReport, true},
        {"report-pdf"_L1, Group::Administrators, writePdfReport, true},
        {"json"_L1, Group::Administrators, writeJson, true},
    };
    return targets;
}

const ExportTarget *exportTarget(const QString &name)
{
    const auto found = std::find_if(exportTargets().begin(), exportTargets().end(),
        [&name](const ExportTarget &target) { return target.name == name; });
    return found == exportTargets().end() ? nullptr : &*found;
}

} // namespace postern
