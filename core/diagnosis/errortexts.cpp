// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/errortexts.h"

#include "diagnosis/diagnose.h"
#include "diagnosis/errortable.h"
#include "diagnosis/refusal.h"
#include "tls/handshakefailure.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxCharacters = 16384;

/// Programs differ in case, in `WRONG_VERSION_NUMBER` and `wrong version number`, and in where they
/// break lines.
QString comparable(const QString &text)
{
    QString plain = text.toLower();
    plain.replace(u'_', u' ').replace(u'-', u' ').replace(u'’', u'\'');
    return plain.simplified();
}

/// Whether the words stand there as words: “enotfound” is not in “FileNotFoundError”.
bool hasWords(const QString &text, QLatin1StringView words)
{
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        const qsizetype end = at + words.size();
        const bool isBegin = at == 0 || !text.at(at - 1).isLetterOrNumber();
        if (isBegin && (end == text.size() || !text.at(end).isLetterOrNumber()))
            return true;
    }
    return false;
}

void add(QList<ErrorMeaning> &meanings, const ErrorMeaning &meaning)
{
    const bool isKnown = std::any_of(meanings.begin(), meanings.end(),
        [&meaning](const ErrorMeaning &known) { return known.problem == meaning.problem; });
    if (!isKnown)
        meanings.append(meaning);
}

/// Where no words are known, OpenSSL's own number may be: `error:0A00010B:SSL routines::…`.
void addByNumber(QList<ErrorMeaning> &meanings, const QString &text)
{
    if (!text.contains("error:0A"_L1, Qt::CaseInsensitive))
        return;
    const SeenFault fault = explainHandshakeFailure({text, {}, false, false});
    if (fault.fault != Fault::HandshakeFailed)
        add(meanings, {problemOf(fault.fault), {}, u"OpenSSL"_s});
}

/// Which service the text is about, as far as it says so: by its name, a port or the form of a reply.
Protocol protocolIn(const QString &text)
{
    static const QRegularExpression smtp(
        u"smtp|esmtp|submission|[: ](25|465|587)\\b|^[245][0-9][0-9][ -]"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pop3(
        u"pop3?\\b|[: ](110|995)\\b|-ERR\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (smtp.match(text).hasMatch())
        return Protocol::Smtp;
    return pop3.match(text).hasMatch() ? Protocol::Pop3 : Protocol::Imap;
}

} // namespace

QList<ErrorMeaning> meaningsOf(const QString &whole)
{
    const QString text = whole.first(qMin(whole.size(), maxCharacters));
    if (const auto problem = problemFromString(text.trimmed().toLower()))
        return {{*problem, {}, {}}};
    QList<ErrorMeaning> meanings;
    const QString plain = comparable(text);
    std::vector<const ErrorText *> found;
    for (const ErrorText &each : errorTable()) {
        if (hasWords(plain, each.words))
            found.push_back(&each);
    }
    const auto isVague = [](const ErrorText *each) { return each->isVague; };
    if (!std::all_of(found.begin(), found.end(), isVague))
        std::erase_if(found, isVague);
    // Of two that are in it, the longer one is meant: “self signed certificate in certificate chain”.
    std::stable_sort(found.begin(), found.end(),
        [](const ErrorText *a, const ErrorText *b) { return a->words.size() > b->words.size(); });
    for (const ErrorText *each : found) {
        const bool isPartOfLonger
            = std::any_of(found.begin(), found.end(), [each](const ErrorText *other) {
                  return other != each && QString(other->words).contains(each->words);
              });
        if (isPartOfLonger)
            continue;
        for (const Problem problem : each->problems)
            add(meanings, {problem, each->words, each->program});
    }
    if (meanings.isEmpty())
        addByNumber(meanings, text);
    return meanings;
}

QStringList wordsFor(Problem problem)
{
    QStringList words;
    for (const ErrorText &each : errorTable()) {
        if (std::find(each.problems.begin(), each.problems.end(), problem) != each.problems.end())
            words.append(each.words);
    }
    return words;
}

Diagnosis exampleOf(Problem problem, const QString &whole)
{
    const QString text = whole.left(maxCharacters);
    const Protocol protocol = protocolIn(text);
    Diagnosis diagnosis;
    diagnosis.problem = problem;
    const bool isAboutStartTls = topicOf(problem) == Topic::StartTls
        || problem == Problem::SecurityLoginBeforeTlsDisabled
        || problem == Problem::ProtocolTlsOnPlaintextPort
        || problem == Problem::ProtocolPreauthenticated;
    const Security security = isAboutStartTls ? Security::StartTls : Security::ImplicitTls;
    diagnosis.endpoint = {protocol, *HostName::parse(u"mail.example.org"_s),
        standardPorts(protocol, security).constFirst(), security};
    diagnosis.isExample = true;
    if (problem == Problem::ProtocolRejected)
        diagnosis.details = RejectionDetails{
            saysSwitchedOff(text), namesBlockList(text), isTemporaryRefusal(text, protocol)};
    return diagnosis;
}

} // namespace postern
