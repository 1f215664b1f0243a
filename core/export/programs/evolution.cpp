// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/programs/programtext.h"
#include "export/targets.h"

#include <QUuid>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// Evolution 3.46: an account, an identity and a transport that name each other by their files' names.
// It asks for the password, and about a certificate that the system does not trust.

namespace {

const ProgramAbility evolutionAbility{
    {Protocol::Imap, Protocol::Pop3}, ProgramAbility::Pinning::AsksItself};

constexpr auto evolutionNameSpace = "{a77b0a63-3b53-4b47-8f4b-0c5f7a4f2d65}"_L1;

/// GKeyFile: a backslash is doubled, and a blank in front is written as an escape.
QString keyFileValue(const QString &text)
{
    QString value = text;
    value.replace(u'\\', u"\\\\"_s);
    return value.startsWith(u' ') ? u"\\s"_s + value.sliced(1) : value;
}

QString entry(const QString &key, const QString &value)
{
    return key + u'=' + keyFileValue(value);
}

struct SourceIds
{
    QString account;
    QString identity;
    QString transport;
};

/// Of the file's own name where one was chosen.
SourceIds idsFor(const ExportInput &input)
{
    const QString chosen = input.options.fileName.section(u".source"_s, 0, 0);
    const QString id = chosen.isEmpty() || safeFileName(chosen) != chosen ? u"postern-"_s
            + QUuid::createUuidV5(QUuid(evolutionNameSpace), input.identity().address().toString())
                  .toString(QUuid::Id128)
                                                                          : chosen;
    return {id, id + u"-identity"_s, id + u"-transport"_s};
}

QStringList sourceHead(const QString &name, const QString &parent)
{
    return {u"[Data Source]"_s, entry(u"DisplayName"_s, name), u"Enabled=true"_s,
        entry(u"Parent"_s, parent), QString()};
}

QString methodOf(const ServerSetting &setting)
{
    const bool isSmtp = setting.endpoint.protocol == Protocol::Smtp;
    switch (signInKindOf(setting)) {
    case SignInKind::None:
        return u"none"_s;
    case SignInKind::CramMd5:
        return u"CRAM-MD5"_s;
    case SignInKind::DigestMd5:
        return u"DIGEST-MD5"_s;
    case SignInKind::Scram:
        return setting.authentication.contains("SCRAM-SHA-256"_L1) ? u"SCRAM-SHA-256"_s
                                                                   : u"SCRAM-SHA-1"_s;
    case SignInKind::Password:
    case SignInKind::OAuth2:
    case SignInKind::Gssapi:
    case SignInKind::Ntlm:
    case SignInKind::ClientCertificate:
    case SignInKind::Unknown:
        break;
    }
    if (!isSmtp)
        return u"plain/password"_s;
    return setting.authentication.contains("PLAIN"_L1) ? u"PLAIN"_s : u"LOGIN"_s;
}

QStringList evolutionServer(const ExportServer &server)
{
    return {u"[Authentication]"_s, entry(u"Host"_s, server.endpoint().host),
        u"Port="_s + QString::number(server.endpoint().port),
        entry(u"Method"_s, methodOf(server.setting)), entry(u"User"_s, server.setting.username),
        u"RememberPassword=true"_s, QString(), u"[Security]"_s,
        server.isImplicitTls() ? u"Method=ssl-on-alternate-port"_s
                               : u"Method=starttls-on-standard-port"_s};
}

ExportedFile accountFile(
    const ExportInput &input, const ExportServer &incoming, const SourceIds &ids)
{
    const bool isImap = incoming.endpoint().protocol == Protocol::Imap;
    return textFile(ids.account + u".source"_s,
        sourceHead(input.identity().address().toString(), QString())
            + QStringList{u"[Mail Account]"_s,
                isImap ? u"BackendName=imapx"_s : u"BackendName=pop"_s,
                entry(u"IdentityUid"_s, ids.identity), QString()}
            + evolutionServer(incoming));
}

ExportedFile identityFile(const ExportInput &input, const SourceIds &ids)
{
    return textFile(ids.identity + u".source"_s,
        sourceHead(input.identity().address().toString(), ids.account)
            + QStringList{u"[Mail Identity]"_s,
                entry(u"Address"_s, input.identity().address().toString()),
                entry(u"Name"_s, input.identity().displayName()), QString(), u"[Mail Submission]"_s,
                entry(u"TransportUid"_s, ids.transport)});
}

ExportedFile transportFile(
    const ExportInput &input, const ExportServer &outgoing, const SourceIds &ids)
{
    return textFile(ids.transport + u".source"_s,
        sourceHead(input.identity().address().toString(), ids.account)
            + QStringList{u"[Mail Transport]"_s, u"BackendName=smtp"_s, QString()}
            + evolutionServer(outgoing));
}

ExportResult writeEvolution(const ExportInput &input)
{
    const auto servers = serversFor(input, evolutionAbility);
    if (!servers)
        return Failure{servers.error()};
    const QString &name = input.options.fileName;
    if (!name.isEmpty() && !name.endsWith(".source"_L1))
        return Failure{ExportRefusal::FileName};
    const SourceIds ids = idsFor(input);
    return QList<ExportedFile>{accountFile(input, servers->incoming, ids), identityFile(input, ids),
               transportFile(input, servers->outgoing, ids)}
    + pinFiles(servers->both());
}

} // namespace

const ExportTarget evolutionTarget{"evolution"_L1, ExportTarget::Group::Programs,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Evolution (.source files)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Close Evolution and put the three files into ~/.config/evolution/sources under "
        "just these names. Evolution asks for the password when it starts."),
    QT_TRANSLATE_NOOP(
        "postern::ExportAdvice", "The files cannot carry an accepted certificate: Evolution asks."),
    writeEvolution};

} // namespace postern
