// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcommand.h"

#include "console.h"
#include "export/exportadvice.h"
#include "export/exportplan.h"
#include "inputfile.h"
#include "outputfile.h"

#include <QDir>
#include <QFileInfo>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class ExportText
{
    Q_DECLARE_TR_FUNCTIONS(postern::ExportCommand)
};

constexpr int nameWidth = 17;

void listTargets()
{
    const QString indent(nameWidth, u' ');
    for (const ExportTarget &target : exportTargets())
        Console::print(QString(target.name).leftJustified(nameWidth)
            + ExportAdvice::targetName(target.name) + u'\n' + indent
            + ExportAdvice::usageText(target.name) + u'\n' + indent
            + ExportAdvice::limitText(target.name) + u"\n\n"_s);
}

/// The folder of the output, and the file's name if one was chosen.
ExportOptions optionsOf(const ExportCommand &command)
{
    ExportOptions options;
    options.passwords = command.passwords;
    options.isRedacted = command.isRedacted;
    const QFileInfo output(command.output);
    const bool isFolder = command.output.isEmpty() || output.isDir();
    options.folder = isFolder ? QDir(command.output).absolutePath() : output.absolutePath();
    options.fileName = isFolder ? QString() : output.fileName();
    return options;
}

/// The first file goes to the output, the others beside it. Either all may be written or none is.
ExitCode writeFiles(
    const QList<ExportedFile> &files, const ExportOptions &options, const ExportCommand &command)
{
    const bool isPrinted = command.output.isEmpty();
    const ExportPlan plan = planExport(isPrinted ? files.sliced(1) : files, options);
    if (!plan.writtenTwice.isEmpty()) {
        Console::complain(ExportText::tr("%1 would be written twice; choose another name.")
                              .arg(plan.writtenTwice));
        return ExitCode::NotWritten;
    }
    if (!plan.difference.isEmpty())
        Console::complain(plan.difference);
    if (!plan.difference.isEmpty() && !command.mayReplace) {
        Console::complain(ExportText::tr("What is there says something else, so nothing was "
                                         "written. --replace writes over it."));
        return ExitCode::NotWritten;
    }
    if (const auto written = writePrivateFiles(plan.files); !written) {
        Console::complain(ExportText::tr("%1 could not be written: %2.")
                              .arg(written.error().path, written.error().reason));
        return ExitCode::NotWritten;
    }
    for (const FileToWrite &file : plan.files)
        Console::complain(ExportText::tr("Written: %1").arg(file.path));
    return isPrinted ? writeOutput({}, files.constFirst().content) : ExitCode::Success;
}

/// A wish that this target cannot fulfil is not left out of account in silence.
void tellWhatIsLeftOut(
    const ExportTarget &target, ExportInput input, const QList<ExportedFile> &written)
{
    input.options.passwords = PasswordSource::Prompt;
    const ExportResult prompting = target.write(input);
    if (prompting && *prompting == written)
        Console::complain(ExportText::tr(
            "This target cannot take the password from the keyring; the program asks for it."));
}

void explainRefusal(ExportRefusal refusal)
{
    Console::complain(ExportAdvice::refusalText(refusal));
    if (refusal == ExportRefusal::DecisionNeeded)
        Console::complain(
            ExportText::tr("“postern-cli trust add” accepts a certificate that you have "
                           "compared; then run detect again and export what it finds."));
    else if (const QString wayOut = ExportAdvice::wayOut(refusal); !wayOut.isEmpty())
        Console::complain(wayOut);
}

} // namespace

ExitCode runExport(const ExportCommand &command)
{
    if (command.isList) {
        listTargets();
        return ExitCode::Success;
    }
    const bool isRedactable
        = command.target == "json"_L1 || command.target.startsWith("report-"_L1);
    if (command.isRedacted && !isRedactable) {
        Console::complain(ExportText::tr("--redact is for json and for reports."));
        return ExitCode::WrongUsage;
    }
    const ExportTarget *target = exportTarget(command.target);
    if (!target) {
        Console::complain(ExportText::tr("There is no target “%1”; --list shows the targets.")
                              .arg(command.target));
        return ExitCode::WrongUsage;
    }
    const auto document = readInput(command.file);
    if (!document) {
        Console::complain(document.error());
        return ExitCode::MalformedInput;
    }
    const ExportOptions options = optionsOf(command);
    const auto input = exportInputFrom(*document, options);
    if (!input) {
        Console::complain(ExportAdvice::documentText(input.error(), command.file));
        return ExitCode::MalformedInput;
    }
    const ExportResult files = target->write(*input);
    if (!files) {
        explainRefusal(files.error());
        return ExitCode::Incomplete;
    }
    if (const QString note = ExportAdvice::alternativeText(*target, *input); !note.isEmpty())
        Console::complain(note);
    if (options.passwords == PasswordSource::Keyring)
        tellWhatIsLeftOut(*target, *input, *files);
    return writeFiles(*files, options, command);
}

} // namespace postern
