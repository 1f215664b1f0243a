// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/snippets/snippet.h"

#include "certificate/certificatefacts.h"
#include "export/programs/programtext.h"

#include <QFile>

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <map>

namespace postern {

using namespace Qt::StringLiterals;
using kainjow::mustache::data;
using kainjow::mustache::mustache;

namespace {

/// A switch of a template, in its section or the inverse of it.
data flag(bool isSet)
{
    return isSet ? data::type::bool_true : data::type::bool_false;
}

void set(data &values, const char *name, const QString &text)
{
    values.set(name, text.toStdString());
}

bool isExact(const ExportServer &server)
{
    return server.isPinned(CertificatePin::Subject::Certificate);
}

bool isAuthority(const ExportServer &server)
{
    return server.isPinned(CertificatePin::Subject::Authority);
}

void setPin(data &values, const ExportServer &server, const ExportInput &input, Literal literal)
{
    values.set("exact", flag(isExact(server)));
    values.set("authority", flag(isAuthority(server)));
    values.set("pinned", flag(server.pin.has_value()));
    if (!server.pin)
        return;
    const CertificateFacts &facts = server.pin->certificate.facts();
    values.set("needsCa", flag(isAuthority(server) || facts.isSelfSigned));
    set(values, "pinFile", literal(pinPath(input, server)));
    set(values, "sha256", literal(QString::fromLatin1(facts.sha256)));
    set(values, "fingerprint", literal(pinFingerprint(server)));
}

data valuesOf(const ExportServer &server, const ExportInput &input, Literal literal)
{
    data values;
    const Endpoint &endpoint = server.endpoint();
    const QStringList &mechanisms = server.setting.authentication;
    values.set("imap", flag(endpoint.protocol == Protocol::Imap));
    values.set("pop3", flag(endpoint.protocol == Protocol::Pop3));
    values.set("implicitTls", flag(server.isImplicitTls()));
    values.set("startTls", flag(!server.isImplicitTls()));
    values.set("signIn", flag(endpoint.protocol != Protocol::Smtp || !mechanisms.isEmpty()));
    values.set("plainMechanism", flag(mechanisms.contains("PLAIN"_L1)));
    set(values, "protocol", literal(toString(endpoint.protocol)));
    set(values, "host", literal(endpoint.host));
    set(values, "port", QString::number(endpoint.port));
    set(values, "address", literal(hostAndPort(endpoint.host, endpoint.port)));
    set(values, "url",
        literal((server.isImplicitTls() ? u"ssl://"_s : u"tcp://"_s)
            + hostAndPort(endpoint.host, endpoint.port)));
    set(values, "user", literal(server.setting.username));
    set(values, "from", literal(input.identity().address().toString()));
    setPin(values, server, input, literal);
    return values;
}

/// Parsing takes twice as long as rendering, so it is done once; rendering changes the object, so each
/// thread has its own.
mustache &parsed(QLatin1StringView resource)
{
    thread_local std::map<QString, mustache> known;
    if (const auto found = known.find(resource); found != known.end())
        return found->second;
    QFile file(u":/snippets/"_s + resource + u".mustache"_s);
    const bool isThere = file.open(QIODevice::ReadOnly); // the program brings it along
    mustache &program
        = known.emplace(resource, isThere ? file.readAll().toStdString() : std::string())
              .first->second;
    program.set_custom_escape([](const std::string &text) { return text; }); // all are literals
    return program;
}

QList<ExportServer> listOf(const SnippetServers &servers)
{
    QList<ExportServer> list;
    for (const auto &server : {servers.incoming, servers.outgoing}) {
        if (server)
            list.append(*server);
    }
    return list;
}

} // namespace

QList<ExportedFile> fillIn(
    const SnippetTemplate &snippet, const ExportInput &input, const SnippetServers &servers)
{
    const QList<ExportServer> list = listOf(servers);
    data values;
    set(values, "domain", input.identity().domain());
    data accepted(data::type::list);
    for (const ExportServer &server : list) {
        if (server.pin)
            accepted.push_back(data("line", pinLine(server).toStdString()));
    }
    values.set("accepted", accepted);
    values.set("anyExact", flag(std::any_of(list.begin(), list.end(), isExact)));
    values.set("anyAuthority", flag(std::any_of(list.begin(), list.end(), isAuthority)));
    values.set("anyPin", flag(std::any_of(list.begin(), list.end(), [](const ExportServer &server) {
        return server.pin.has_value();
    })));
    values.set("anySystem",
        flag(std::any_of(
            list.begin(), list.end(), [](const ExportServer &server) { return !server.pin; })));
    if (servers.incoming)
        values.set("incoming", valuesOf(*servers.incoming, input, snippet.literal));
    if (servers.outgoing)
        values.set("outgoing", valuesOf(*servers.outgoing, input, snippet.literal));
    const std::string program = parsed(snippet.resource).render(values);
    return withPins({snippet.fileName, QByteArray::fromStdString(program)}, list);
}

} // namespace postern
