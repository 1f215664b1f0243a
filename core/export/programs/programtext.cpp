// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"

#include "base/shellword.h"
#include "certificate/certificatefacts.h"

#include <QUrl>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Long hosts are cut, so a part of the fingerprint keeps the names apart.
QString pinFileName(const ExportServer &server)
{
    constexpr qsizetype longestHost = 50;
    const QString host = safeFileName(server.endpoint().host);
    const QString end = u'_' + QString::number(server.endpoint().port) + u".pem"_s;
    return host.size() <= longestHost ? host + end
                                      : host.first(longestHost) + u'-'
            + QString::fromLatin1(server.pin->certificate.sha256().first(8)) + end;
}

} // namespace

QStringList introduction(
    const ExportInput &input, const QList<ExportServer> &servers, const QString &mark)
{
    QStringList lines{mark + u" Written by Postern for "_s + input.identity().toString() + u'.'};
    for (const ExportServer &server : servers) {
        if (server.pin)
            lines.append(mark + u' ' + pinLine(server));
    }
    return lines;
}

QString pinLine(const ExportServer &server)
{
    const QString where = hostAndPort(server.endpoint().host, server.endpoint().port);
    const QString what = server.pin->subject == CertificatePin::Subject::Authority
        ? u"Authority accepted for "_s
        : u"Certificate accepted for "_s;
    return what + where + u", SHA-256 "_s + pinFingerprint(server);
}

ExportedFile textFile(const QString &name, const QStringList &lines)
{
    return {name, lines.join(u'\n').toUtf8() + '\n'};
}

QList<ExportedFile> withPins(const ExportedFile &file, const QList<ExportServer> &servers)
{
    return QList<ExportedFile>{file} + pinFiles(servers);
}

QList<ExportedFile> pinFiles(const QList<ExportServer> &servers)
{
    QList<ExportedFile> files;
    for (const ExportServer &server : servers) {
        if (!server.pin)
            continue;
        const ExportedFile pem{pinFileName(server), server.pin->certificate.toPem()};
        if (!files.contains(pem))
            files.append(pem);
    }
    return files;
}

QString pinPath(const ExportInput &input, const ExportServer &server)
{
    return input.options.folder + u'/' + pinFileName(server);
}

QStringList keyringWords(const ExportServer &server)
{
    return {u"secret-tool"_s, u"lookup"_s, u"server"_s, server.endpoint().host, u"user"_s,
        server.setting.username, u"protocol"_s, toString(server.endpoint().protocol)};
}

QString keyringCommand(const ExportServer &server)
{
    QStringList words = keyringWords(server);
    std::transform(words.begin(), words.end(), words.begin(), shellWord);
    return words.join(u' ');
}

QString doubleQuoted(const QString &text)
{
    QString escaped = text;
    return u'"' + escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString pinFingerprint(const ExportServer &server)
{
    return fingerprintForPeople(server.pin->certificate.sha256());
}

} // namespace postern
