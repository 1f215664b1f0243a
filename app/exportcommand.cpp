// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcommand.h"

#include "certificate/certificatefacts.h"
#include "console.h"
#include "document/detectionreader.h"
#include "document/documentwords.h"
#include "export/exportadvice.h"
#include "export/exportplan.h"
#include "inputfile.h"
#include "outputfile.h"

#include <QDir>
#include <QFileInfo>

#include <optional>

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
    for (const ExportTarget *target : exportTargets())
        Console::print(QString(target->name).leftJustified(nameWidth)
            + ExportAdvice::targetName(*target) + u'\n' + indent + ExportAdvice::usageText(*target)
            + u'\n' + indent + ExportAdvice::limitText(*target) + u"\n\n"_s);
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

/// Beside what is printed go the files that it names; the others are told.
QList<ExportedFile> besidePrinted(const QList<ExportedFile> &files)
{
    QList<ExportedFile> named;
    QStringList left;
    for (const ExportedFile &file : files.sliced(1)) {
        if (files.constFirst().content.contains(file.suggestedName.toUtf8()))
            named.append(file);
        else
            left.append(file.suggestedName);
    }
    if (!left.isEmpty())
        Console::complain(ExportText::tr("Not written: %1. --output FOLDER writes all files.")
                              .arg(left.join(u", "_s)));
    return named;
}

/// The first file goes to the output, the others beside it. Either all may be written or none is.
ExitCode writeFiles(
    const QList<ExportedFile> &files, const ExportOptions &options, const ExportCommand &command)
{
    const bool isPrinted = command.output.isEmpty();
    const ExportPlan plan = planExport(isPrinted ? besidePrinted(files) : files, options);
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

/// A wish that this target cannot fulfil is not passed over in silence.
void tellAboutKeyring(
    const ExportTarget &target, ExportInput input, const QList<ExportedFile> &written)
{
    input.options.passwords = PasswordSource::Prompt;
    const ExportResult prompting = target.write(input);
    const bool hasNoEffect = prompting && *prompting == written;
    Console::complain(hasNoEffect
            ? ExportText::tr("--keyring makes no difference for this target.")
            : ExportText::tr("The program runs secret-tool (package libsecret-tools). Put the "
                             "password there first: the words of the file, with “store "
                             "--label=mail” in place of “lookup”."));
}

/// A document may come from somebody else, and says what is to be trusted.
void tellWhatIsPinned(const ExportInput &input, const QList<ExportedFile> &written)
{
    for (const ExportServer &server : input.servers) {
        const QByteArray host = server.endpoint().host.text().toUtf8();
        const bool isUsed = std::any_of(written.begin(), written.end(),
            [&host](const ExportedFile &file) { return file.content.contains(host); });
        if (server.pin && isUsed)
            Console::complain(
                ExportText::tr("Trusted for %1, because the document says that it was accepted: "
                               "SHA-256 %2")
                    .arg(hostAndPort(server.endpoint().host, server.endpoint().port),
                        fingerprintForPeople(server.pin->certificate.sha256())));
    }
}

/// Which servers of the document wait, and for what.
void tellWhatWaits(const ExportInput &input)
{
    for (const ExportServer &server : input.servers) {
        if (!server.setting.needsConsent.isEmpty())
            Console::complain(u"  "_s + toString(server.endpoint().protocol).toUpper() + u' '
                + hostAndPort(server.endpoint().host, server.endpoint().port) + u": "_s
                + codesOf(server.setting.needsConsent).join(u", "_s));
    }
}

void explainRefusal(ExportRefusal refusal, const ExportInput &input)
{
    Console::complain(ExportAdvice::refusalText(refusal));
    if (refusal == ExportRefusal::DecisionNeeded)
        tellWhatWaits(input);
    if (refusal == ExportRefusal::DecisionNeeded)
        Console::complain(
            ExportText::tr("“postern-cli trust add” accepts a certificate that you have "
                           "compared, --agree a host; then run detect again and export what it "
                           "finds."));
    else if (const QString wayOut = ExportAdvice::wayOut(refusal); !wayOut.isEmpty())
        Console::complain(wayOut);
}

/// Reads the document, or says why that cannot be.
std::optional<ExportInput> readDocument(const ExportCommand &command)
{
    const auto document = readInput(command.file);
    if (!document) {
        Console::complain(document.error());
        return std::nullopt;
    }
    const auto detection = readDetection(*document);
    if (detection)
        return exportInputFrom(*detection, optionsOf(command));
    Console::complain(DocumentWords::textFor(detection.error(), inputName(command.file)));
    if (detection.error().kind == DocumentError::Kind::NotJson)
        Console::complain(
            ExportText::tr("“postern-cli check FILE --format json” reads a config-v1.1.xml or "
                           "a .mobileconfig, and what it prints can be exported."));
    return std::nullopt;
}

ExitCode exportTo(const ExportTarget &target, const ExportCommand &command)
{
    const auto input = readDocument(command);
    if (!input)
        return ExitCode::MalformedInput;
    const ExportResult files = target.write(*input);
    if (!files) {
        explainRefusal(files.error(), *input);
        return ExitCode::Incomplete;
    }
    if (!target.isReport)
        tellWhatIsPinned(*input, *files);
    if (const QString note = ExportAdvice::alternativeText(target, *input); !note.isEmpty())
        Console::complain(note);
    if (command.passwords == PasswordSource::Keyring)
        tellAboutKeyring(target, *input, *files);
    return writeFiles(*files, input->options, command);
}

} // namespace

ExitCode runExport(const ExportCommand &command)
{
    if (command.isList) {
        listTargets();
        return ExitCode::Success;
    }
    const ExportTarget *target = exportTarget(command.target);
    if (!target) {
        Console::complain(ExportText::tr("There is no target “%1”; --list shows the targets.")
                              .arg(command.target));
        return ExitCode::WrongUsage;
    }
    if (command.isRedacted && !target->isReport) {
        Console::complain(ExportText::tr("--redact is for json and for reports."));
        return ExitCode::WrongUsage;
    }
    return exportTo(*target, command);
}

} // namespace postern
