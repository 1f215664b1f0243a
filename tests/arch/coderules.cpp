// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coderules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

/// A word that is forbidden in some places. Places are beginnings of paths.
struct WordRule
{
    QString pattern;
    QString reason;
    QStringList places; ///< Empty: everywhere.
    QStringList exceptions = {};
};

/// Where text comes in: files, answers of the network, the command line, and what is typed.
QStringList borders()
{
    return {
        u"core/account/"_s, // where the values are made
        u"core/base/transcript."_s,
        u"core/certificate/finding."_s,
        u"core/certificate/namematch."_s, // names in certificates
        u"core/certificate/ocspstaple."_s,
        u"core/diagnosis/catalogue."_s,
        u"core/diagnosis/detection."_s,
        u"core/diagnosis/problem."_s,
        u"core/discovery/sourcereport."_s,
        u"core/probe/probereport."_s,
        u"core/tls/tlsversion."_s,
        u"core/tls/ciphersuite."_s,
        u"core/document/"_s,
        u"core/trust/trustdocument."_s, // our own files
        u"core/discovery/autoconfigxml."_s,
        u"core/discovery/autodiscoverxml."_s,
        u"core/discovery/mobileconfig."_s,
        u"core/discovery/knownproviders."_s,
        u"core/discovery/srvsource."_s,
        u"core/discovery/mxsource."_s, // records of the DNS
        u"core/net/httpexchange."_s, // the address of a redirect
        u"core/setup/remedy."_s,
        u"core/setup/namerepair."_s, // names in certificates
        u"core/diagnosis/errortexts."_s, // an error text of another program
        u"core/export/redaction."_s, // makes placeholders
        u"app/commandline."_s,
        u"app/commandoptions."_s,
        u"app/servercommandline."_s,
        u"app/typedvalues."_s,
        u"app/consolerunner."_s,
        u"app/wizard_main."_s,
        u"ui/pages/identity/identitypage."_s,
        u"ui/pages/identity/servereditor."_s,
        u"ui/inspector/targeteditor."_s,
    };
}

const QList<WordRule> &wordRules()
{
    static const QList<WordRule> rules = {
        {u"\\bwaitFor(Connected|Disconnected|Encrypted|ReadyRead|BytesWritten|NewConnection|"
         "Started|Finished)\\b"_s,
            u"blocks the event loop"_s, {}},
        {u"\\bprocessEvents\\b|\\bQEventLoop\\b"_s, u"nests event loops"_s, {}},
        {u"\\bQThread::[mu]?sleep\\b|\\bsleep_(for|until)\\b|\\busleep\\b"_s,
            u"sleeps instead of waiting for an event"_s, {}},
        {u"\\bignoreSslErrors\\b"_s,
            u"lets Qt go on whatever is wrong with a certificate (decision 0006)"_s, {}},
        {u"\\b(VerifyNone|AutoVerifyPeer)\\b"_s,
            u"does not ask for the certificate (decision 0006)"_s, {}, {u"app/demo/"_s}},
        {u"\\bQt::(RichText|MarkdownText|AutoText)\\b|\\b(setHtml|insertHtml|appendHtml|"
         "setMarkdown|insertMarkdown)\\b"_s,
            u"would render what a server says as markup"_s, {}, {u"ui/helpwindow.cpp"_s}},
        {u"\\bthrow\\b"_s, u"what can fail returns a Result (decision 0002)"_s, {}},
        {u"\\b(HostName|EmailAddress)::parse\\b|\\b(source|tlsVersion|problem|security|protocol|"
         u"stage|"
         "severity|verdict|outcome|finding|direction|sourceState|signInWay|ocspStatus|cipherSuite)"
         "From(String|Name)\\b|\\bparseHostPort\\b"_s,
            u"values are parsed where they come in, and held from there on"_s, {}, borders()},
        {u"\\b(SIGNAL|SLOT)\\s*\\("_s, u"connect with function pointers"_s, {}},
        // An enumerator such as QSslSocket::QueryPeer is a value.
        {u"\\b(Q(Abstract|Tcp|Ssl|Udp|Local)Socket|Q(Tcp|Ssl|Local)Server|QNetworkAccessManager|"
         "QNetworkReply|QDnsLookup|QHostInfo|ares_\\w+)\\b(?!::)"_s,
            u"only core/net opens anything"_s, {}, {u"core/net/"_s, u"app/demo/"_s}},
        {u"\\bX509\\w*\\b(?!\\.h)"_s, u"only core/certificate sees libcrypto's certificates"_s, {},
            {u"core/certificate/"_s}},
        {u"\\bQ(Save|Lock|Temporary)?File\\b"_s,
            u"only core/trust and the file writers see files"_s, {u"core/"_s},
            {u"core/trust/"_s, u"core/base/privatefile."_s, u"core/certificate/certificatefile."_s,
                u"core/export/filechange."_s, // the rest reads what the program brings along
                u"core/discovery/knownproviders."_s, u"core/export/snippets/snippet."_s}},
        {u"\\bQSocketNotifier\\b"_s, u"only core/net watches sockets"_s, {u"core/"_s, u"ui/"_s},
            {u"core/net/"_s}},
        {u"\\b(QObject|Q_OBJECT|QTimer|QElapsedTimer|QThread|QFile|QIODevice|Clock)\\b"_s,
            u"values in, values out: no object, clock or file here (decision 0001)"_s,
            {u"core/account/"_s, u"core/protocol/"_s}},
        {u"\\bcurrent(DateTime|DateTimeUtc|Date|Time|MSecsSinceEpoch|SecsSinceEpoch)\\b|"
         "\\bQTimer\\b|\\bQElapsedTimer\\b"_s,
            u"whoever needs the time is given a Clock"_s, {u"core/"_s},
            {u"core/base/systemclock."_s}},
        {u"\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\\s*\\("_s,
            u"core returns codes; words are made in the advice files"_s, {u"core/"_s},
            {u"core/diagnosis/advice."_s, u"core/diagnosis/certificateadvice."_s,
                u"core/diagnosis/dateadvice."_s, u"core/diagnosis/discoveryadvice."_s,
                u"core/diagnosis/networkadvice."_s, u"core/diagnosis/protocoladvice."_s,
                u"core/diagnosis/signinadvice."_s, u"core/diagnosis/signinproblems."_s,
                u"core/diagnosis/starttlsadvice."_s, u"core/diagnosis/tlsadvice."_s,
                u"core/diagnosis/trustadvice."_s, u"core/document/documentwords."_s,
                // A target's name, use and limits stand beside the function that writes it.
                u"core/export/exportadvice."_s, u"core/export/programs/"_s,
                u"core/export/report/"_s, u"core/export/snippets/snippets."_s,
                u"core/setup/openedadvice."_s}},
    };
    return rules;
}

bool isAmong(const QStringList &places, const QString &path)
{
    return std::any_of(places.begin(), places.end(),
        [&path](const QString &place) { return path.startsWith(place); });
}

bool appliesTo(const WordRule &rule, const QString &path)
{
    return (rule.places.isEmpty() || isAmong(rule.places, path)) && !isAmong(rule.exceptions, path);
}

/// The end of the block that begins at @p open.
qsizetype endOfBlock(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        depth += code.at(i) == u'{' ? 1 : code.at(i) == u'}' ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return code.size();
}

/// Qt's, a library's or a plain number; what is left is an enumerator of ours.
bool isForeignLabel(const QString &label)
{
    static const QRegularExpression foreign(
        u"^(Qt?::|Q[A-Z]\\w*::|[A-Z][A-Z0-9_]+$|[a-z]|'|[0-9])"_s);
    return foreign.match(label).hasMatch();
}

qsizetype lineCount(const QString &text)
{
    return text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

} // namespace

QStringList wordFaults(const SourceFile &file)
{
    const QString code = withoutComments(file.text);
    QStringList faults;
    for (const WordRule &rule : wordRules()) {
        if (!appliesTo(rule, file.path))
            continue;
        auto matches = QRegularExpression(rule.pattern).globalMatch(code);
        while (matches.hasNext()) {
            const auto match = matches.next();
            faults << u"%1:%2: %3: %4"_s.arg(file.path)
                          .arg(lineOf(code, match.capturedStart()))
                          .arg(match.captured(), rule.reason);
        }
    }
    return faults;
}

QStringList switchFaults(const SourceFile &file)
{
    static const QRegularExpression head(u"\\bswitch\\s*\\(.*\\)\\s*\\{"_s);
    static const QRegularExpression firstCase(u"\\bcase\\s+([\\w']+(?:::\\w+)*)\\s*:(?!:)"_s);
    const QString code = withoutComments(file.text);
    QStringList faults;
    for (auto switches = head.globalMatch(code); switches.hasNext();) {
        const auto match = switches.next();
        const qsizetype open = match.capturedEnd() - 1;
        const QString block = code.sliced(open, endOfBlock(code, open) - open);
        const auto label = firstCase.match(block);
        if (label.hasMatch() && !isForeignLabel(label.captured(1))
            && block.contains(QRegularExpression(u"\\bdefault\\s*:"_s)))
            faults << u"%1:%2: a switch over %3 has a default"_s.arg(file.path)
                          .arg(lineOf(code, match.capturedStart()))
                          .arg(label.captured(1));
    }
    return faults;
}

QStringList lengthFaults(const SourceFile &file)
{
    const qsizetype lines = lineCount(file.text);
    if (lines <= maxFileLines)
        return {};
    return {u"%1: %2 lines; the limit is %3"_s.arg(file.path).arg(lines).arg(maxFileLines)};
}

QStringList identityFaults(const SourceFile &file)
{
    static const QRegularExpression head(u"\\b(struct|class)\\s+(\\w+)[^;{}]*\\{"_s);
    const QString code = withoutComments(file.text);
    QStringList faults;
    for (auto types = head.globalMatch(code); types.hasNext();) {
        const auto match = types.next();
        const qsizetype open = match.capturedEnd() - 1;
        const QString block = code.sliced(open, endOfBlock(code, open) - open);
        const auto holds = [&block](const QString &name) {
            return block.contains(
                QRegularExpression(u"\\b(QString|HostName|EmailAddress) (m_)?%1\\b"_s.arg(name)));
        };
        if (holds(u"displayName"_s) && holds(u"address"_s) && holds(u"domain"_s)
            && match.captured(2) != "Identity"_L1)
            faults << u"%1: %2 holds a name, an address and a domain: that is an Identity"_s.arg(
                file.path, match.captured(2));
    }
    return faults;
}

QStringList licenceFaults(const SourceFile &file)
{
    const QString top = file.text.section(u'\n', 0, 2); // a script begins with its interpreter
    if (top.contains("SPDX-FileCopyrightText: "_L1)
        && top.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
        return {};
    return {u"%1: the SPDX lines are missing at the top"_s.arg(file.path)};
}

QStringList readmeFaults(const SourceFile &readme)
{
    // A list of records may be as long as it is.
    const qsizetype lines = lineCount(readme.text) - readme.text.count("\n| "_L1);
    if (readme.text.trimmed().isEmpty())
        return {u"%1 is missing or empty"_s.arg(readme.path)};
    if (lines > maxReadmeLines)
        return {u"%1: %2 lines; the limit is %3"_s.arg(readme.path).arg(lines).arg(maxReadmeLines)};
    return {};
}

} // namespace postern
