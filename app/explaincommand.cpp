// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "explaincommand.h"

#include "console.h"
#include "diagnosis/advice.h"
#include "document/explanationdocument.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

struct ExplainText
{
    Q_DECLARE_TR_FUNCTIONS(postern::ExplainCommand)
};

QString paragraph(const ErrorMeaning &meaning, const QString &whole)
{
    const AdviceText words = Advice::textFor(exampleOf(meaning.problem, whole));
    return u"%1 (%2)\n  %3\n  %4\n"_s.arg(
        words.title, toString(meaning.problem), words.cause, words.remedy);
}

} // namespace

ExitCode runExplain(const ExplainCommand &command, const CommonOptions &common)
{
    const QList<ErrorMeaning> meanings = meaningsOf(command.text);
    if (common.format == OutputFormat::Json) {
        Console::print(writeExplanationDocument(command.text, meanings));
    } else if (!meanings.isEmpty()) {
        const QString intro = meanings.size() == 1
            ? ExplainText::tr("It means this, with mail.example.org as the example of a server:")
            : ExplainText::tr(
                "It can mean one of these, the likeliest first, with mail.example.org as "
                "the example of a server:");
        QStringList paragraphs;
        for (const ErrorMeaning &meaning : meanings)
            paragraphs.append(paragraph(meaning, command.text));
        Console::print(u"%1\n\n%2"_s.arg(intro, paragraphs.join(u'\n')));
        Console::print(ExplainText::tr(
            "\n“postern-cli inspect HOST:PORT” shows what it is at your server.\n"));
    }
    if (meanings.isEmpty())
        Console::complain(ExplainText::tr(
            "This text is not known. Paste all of it, also what stands in brackets, or try "
            "“postern-cli inspect HOST:PORT”: it names the cause itself."));
    return meanings.isEmpty() ? ExitCode::NothingFound : ExitCode::Success;
}

} // namespace postern
