// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "includerules.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

struct Include
{
    QString name;
    bool isQuoted = false;
    qsizetype line = 0;
};

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression directive(
        uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s, QRegularExpression::MultilineOption);
    const QString code = withoutComments(text);
    QList<Include> includes;
    auto matches = directive.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        includes.append(
            {match.captured(2), match.captured(1) == u'"', lineOf(code, match.capturedStart(2))});
    }
    return includes;
}

/// The file that an include means, looked for as the compiler does; empty where there is none.
QString resolve(const QString &from, const QString &name, const QStringList &paths)
{
    for (const QString &folder :
        {from.section(u'/', 0, -2), u"core"_s, u"ui"_s, u"app"_s, u"."_s}) {
        const QString path = QDir::cleanPath(folder + u'/' + name);
        if (paths.contains(path))
            return path;
    }
    return {};
}

/// The Qt module of a header such as `QString`; empty where Qt has no such header.
QString qtModuleOf(const QString &header)
{
    static QHash<QString, QString> known;
    if (known.contains(header))
        return known.value(header);
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    QString module;
    const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    for (const QString &candidate : modules) {
        if (candidate == header || header.startsWith(candidate + u'/')
            || QFileInfo::exists(headers.filePath(candidate + u'/' + header)))
            module = candidate;
    }
    known.insert(header, module);
    return module;
}

bool isListed(const QString &list, const QString &word)
{
    return list.split(u' ').contains(word);
}

bool beginsAsListed(const QString &list, const QString &name)
{
    const QStringList beginnings = list.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(beginnings.begin(), beginnings.end(), [&name](const QString &beginning) {
        return beginning == u'*' || name.startsWith(beginning);
    });
}

/// What is wrong with an include of the project's own; empty where nothing is.
QString ownIncludeFault(const Layer &layer, const QString &name, const QString &target)
{
    if (name.endsWith(".moc"_L1))
        return {};
    if (target.isEmpty())
        return u"\"%1\" is no file of the project"_s.arg(name);
    const QString folder = layerOf(target);
    const QString header = target.startsWith("core/"_L1) ? target.sliced(5) : target;
    if (folder == layer.folder || isListed(layer.folders, folder)
        || isListed(layer.headers, header))
        return {};
    return u"%1 may not include %2 (%3)"_s.arg(layer.folder, folder, header);
}

QString foreignIncludeFault(const Layer &layer, const QString &name)
{
    if (name.startsWith(u'Q')) {
        const QString module = qtModuleOf(name);
        if (module.isEmpty())
            return u"<%1> is no header of Qt"_s.arg(name);
        return isListed(layer.qtModules, module)
            ? QString()
            : u"%1 may not use %2 (%3)"_s.arg(layer.folder, module, name);
    }
    if (!name.endsWith(".h"_L1) || beginsAsListed(layer.libraries, name))
        return {};
    return u"%1 may not use <%2>"_s.arg(layer.folder, name);
}

void follow(const QString &path, const QHash<QString, QStringList> &graph, QStringList &trail,
    QStringList &done, QStringList &cycles)
{
    if (const qsizetype start = trail.indexOf(path); start >= 0) {
        cycles << (trail.sliced(start) << path).join(" -> "_L1);
        return;
    }
    if (done.contains(path))
        return;
    trail << path;
    for (const QString &target : graph.value(path))
        follow(target, graph, trail, done, cycles);
    trail.removeLast();
    done << path;
}

/// The pieces of each page lie in a folder of their own, which no other page may include.
QList<Layer> pageLayers(const QString &folders, const QString &headers, const QString &qtModules)
{
    QList<Layer> rows;
    for (const QString &folder : foldersBelow({u"ui/pages"_s})) {
        if (folder != "ui/pages"_L1)
            rows.append({folder, folders, headers, qtModules, {}});
    }
    return rows;
}

/// The table; a new folder of a page needs no row of its own.
QList<Layer> makeLayers()
{
    static const QString core = u"QtCore"_s;
    static const QString network = u"QtCore QtNetwork"_s;
    static const QString widgets = u"QtCore QtGui QtWidgets QtSvg QtNetwork"_s;
    static const QString search = u"base account certificate protocol tls net trust discovery "
                                  "probe diagnosis document"_s;
    // Of core, ui sees values, and SetupSession that brings them.
    static const QString shown
        = u"base account certificate tls trust diagnosis document setup export"_s;
    static const QString shownHeaders
        = u"probe/probereport.h probe/ranking.h probe/candidateplanner.h discovery/sourcereport.h"_s;
    static const QString pieces = u"ui ui/models ui/widgets "_s;
    static const QString pages = foldersBelow({u"ui/pages"_s}).join(u' ') + u' ';
    static const QString onPage = pieces + u"ui/inspector ui/pages "_s + shown;
    const QList<Layer> bottom = {
        {u"base"_s, {}, {}, core, {}},
        // QHostAddress knows which texts are addresses; libpsl knows the public suffixes.
        {u"account"_s, u"base"_s, {}, network, u"libpsl.h"_s},
        // The only one that sees libcrypto's certificates.
        {u"certificate"_s, u"base account"_s, {}, network, u"openssl/"_s},
        {u"protocol"_s, u"base account"_s, {}, core, {}},
        {u"tls"_s, u"base account certificate"_s, {}, network, {}},
        {u"net"_s, u"base account certificate tls"_s, {}, network,
            u"ares arpa/ fcntl.h linux/tcp.h netdb.h netinet/ openssl/ssl.h sys/ unistd.h"_s},
        // unistd.h: whose the file of accepted certificates is.
        {u"trust"_s, u"base account certificate tls"_s, {}, network,
            u"fcntl.h sys/file.h unistd.h"_s},
        {u"discovery"_s, u"base account certificate net"_s, {}, network, {}},
        {u"probe"_s, u"base account certificate protocol tls net trust"_s, {}, network, {}},
        // A detection holds what the sources said, as it holds what the probes showed.
        {u"diagnosis"_s, u"base account certificate protocol tls trust probe"_s,
            u"discovery/sourcereport.h discovery/knownproviders.h"_s, network, {}},
        // Our own documents, written and read: every attempt and every source.
        {u"document"_s, u"base account certificate tls trust probe diagnosis"_s,
            u"discovery/sourcereport.h discovery/knownproviders.h"_s, network, {}},
        {u"setup"_s, search, {}, network, {}},
        {u"export"_s, u"base account certificate tls trust probe diagnosis document"_s,
            u"discovery/sourcereport.h discovery/knownproviders.h"_s,
            u"QtCore QtNetwork QtGui QtSvg"_s, {}},
        {u"ui/models"_s, u"ui "_s + shown, shownHeaders, widgets, {}},
        {u"ui/widgets"_s, u"ui ui/models "_s + shown, shownHeaders, widgets, {}},
        {u"ui/inspector"_s, pieces + shown, shownHeaders, widgets, {}},
        {u"ui/trust"_s, pieces + shown, shownHeaders, widgets, {}},
        {u"ui/pages"_s, pieces + u"ui/inspector "_s + shown, shownHeaders, widgets, {}},
    };
    const QList<Layer> top = {
        {u"ui"_s, u"ui/models ui/widgets ui/inspector ui/trust "_s + pages + shown, shownHeaders,
            widgets, {}},
        {u"app/demo"_s, {}, {}, network, {}},
        {u"app"_s,
            search + u" setup export app/demo ui ui/models ui/widgets ui/inspector ui/trust "_s
                + pages,
            {}, widgets, u"*"_s},
    };
    return bottom + pageLayers(onPage, shownHeaders, widgets) + top;
}

} // namespace

const QList<Layer> &layers()
{
    static const QList<Layer> table = makeLayers();
    return table;
}

QStringList includeFaults(const SourceFile &file, const QStringList &paths)
{
    const QString folder = layerOf(file.path);
    const auto layer = std::find_if(layers().begin(), layers().end(),
        [&folder](const Layer &row) { return row.folder == folder; });
    if (layer == layers().end())
        return {u"the folder %1 has no row in the layer table"_s.arg(folder)};
    QStringList faults;
    for (const Include &include : includesOf(file.text)) {
        const QString fault = include.isQuoted
            ? ownIncludeFault(*layer, include.name, resolve(file.path, include.name, paths))
            : foreignIncludeFault(*layer, include.name);
        if (!fault.isEmpty())
            faults << u"%1:%2: %3"_s.arg(file.path).arg(include.line).arg(fault);
    }
    return faults;
}

QStringList includeCycles(const QList<SourceFile> &files)
{
    QStringList paths;
    for (const SourceFile &file : files)
        paths << file.path;
    QHash<QString, QStringList> graph;
    for (const SourceFile &file : files) {
        for (const Include &include : includesOf(file.text)) {
            const QString target = resolve(file.path, include.name, paths);
            if (include.isQuoted && !target.isEmpty())
                graph[file.path] << target;
        }
    }
    QStringList cycles;
    QStringList done;
    for (const QString &path : paths) {
        QStringList trail;
        follow(path, graph, trail, done, cycles);
    }
    return cycles;
}

} // namespace postern
