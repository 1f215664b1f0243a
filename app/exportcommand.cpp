// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcommand.h"

#include "console.h"
#include "export/detectiondocument.h"
#include "export/exportadvice.h"
#include "outputfile.h"

#include <QFile>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class ExportText
{
    Q_DECLARE_TR_FUNCTIONS(postern::ExportCommand)
};

void listTargets()
{
    for (const auto &exporter : allExporters())
        Console::print(u"%1  %2\n%3%4\n"_s.arg(exporter->target().leftJustified(12),
            ExportAdvice::targetName(exporter->target()), QString(14, u' '),
            ExportAdvice::usageText(exporter->target())));
}

} // namespace

ExitCode runExport(const ExportCommand &command)
{
    if (command.isList) {
        listTargets();
        return ExitCode::Success;
    }
    const Exporter *exporter = exporterFor(command.target);
    if (!exporter) {
        Console::complain(ExportText::tr("There is no target “%1”; --list shows the targets.")
                              .arg(command.target));
        return ExitCode::WrongUsage;
    }
    QFile file(command.file);
    if (!file.open(QIODevice::ReadOnly)) {
        Console::complain(
            ExportText::tr("%1 cannot be read: %2.").arg(command.file, file.errorString()));
        return ExitCode::MalformedInput;
    }
    const QByteArray document = file.read(maxDocumentBytes + 1);
    const auto settings = readDetectionDocument(document);
    if (!settings) {
        Console::complain(
            ExportText::tr("%1 is not a saved detection that can be read.").arg(command.file));
        return ExitCode::MalformedInput;
    }
    const auto files = exporter->write({*settings, document});
    if (!files) {
        Console::complain(ExportAdvice::refusalText(files.error()));
        if (files.error() == ExportRefusal::DecisionNeeded)
            Console::complain(
                ExportText::tr("“postern-cli trust add” accepts a certificate that you have "
                               "compared; then run detect again and export what it finds."));
        return ExitCode::Incomplete;
    }
    return writeOutput(command.output, files->constFirst().content);
}

} // namespace postern
