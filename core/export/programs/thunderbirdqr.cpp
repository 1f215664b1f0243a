// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonstrings.h"
#include "export/targets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

// The format of Thunderbird's "Export for mobile", version 1: nested arrays. Elements at the end may
// be left out; null is allowed by the description, but not read by the program.

namespace {

const ProgramAbility thunderbirdqrAbility{{Protocol::Imap, Protocol::Pop3},
    ProgramAbility::Pinning::AsksItself, {Security::ImplicitTls, Security::StartTls},
    ProgramAbility::SignIn::AnyMechanism};

constexpr int formatVersion = 1;

int protocolNumber(Protocol protocol)
{
    return protocol == Protocol::Pop3 ? 1 : 0;
}

int securityNumber(const ExportServer &server)
{
    return server.isImplicitTls() ? 3 : 2;
}

/// Nothing for what the reader refuses.
std::optional<int> authenticationNumber(const ServerSetting &setting)
{
    switch (signInKindOf(setting)) {
    case SignInKind::None:
        return 0;
    case SignInKind::Password:
        return 1;
    case SignInKind::CramMd5:
        return 2;
    case SignInKind::ClientCertificate:
        return 5;
    case SignInKind::OAuth2:
        return 6;
    case SignInKind::DigestMd5:
    case SignInKind::Scram:
    case SignInKind::Gssapi:
    case SignInKind::Ntlm:
    case SignInKind::Unknown:
        break;
    }
    return std::nullopt;
}

QJsonArray serverArray(const ExportServer &server, int authentication)
{
    return {protocolNumber(server.endpoint().protocol), server.endpoint().host.text(),
        server.endpoint().port, securityNumber(server), authentication, server.setting.username};
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

ExportResult writeThunderbirdQr(const ExportInput &input)
{
    if (!isAscii(input.identity().address().toString()))
        return Failure{ExportRefusal::InvalidValue};
    const auto servers = serversFor(input, thunderbirdqrAbility);
    if (!servers)
        return Failure{servers.error()};
    const auto incomingSignIn = authenticationNumber(servers->incoming.setting);
    const auto outgoingSignIn = authenticationNumber(servers->outgoing.setting);
    if (!incomingSignIn || !outgoingSignIn)
        return Failure{ExportRefusal::NoPassword};
    const QString name = input.identity().displayName().isEmpty()
        ? input.identity().address().toString()
        : input.identity().displayName();
    // A list of one element would be taken for a copy of that element.
    QJsonArray groups;
    groups.append(QJsonArray{serverArray(servers->outgoing, *outgoingSignIn),
        QJsonArray{input.identity().address().toString(), name}});
    const QJsonArray whole{
        formatVersion, QJsonArray{1, 1}, serverArray(servers->incoming, *incomingSignIn), groups};
    return QList<ExportedFile>{{u"thunderbird-android.json"_s,
        asciiJson(QJsonDocument(whole).toJson(QJsonDocument::Compact))}};
}

} // namespace

const ExportTarget thunderbirdQrTarget{"thunderbird-qr"_L1, ExportTarget::Group::Programs,
    QT_TRANSLATE_NOOP("postern::ExportAdvice", "Thunderbird for Android (QR code)"),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "Choose “Import from Thunderbird for desktop” on the phone and hold it in front "
        "of the code. It asks for the password; K-9 Mail cannot read the code."),
    QT_TRANSLATE_NOOP("postern::ExportAdvice",
        "The code cannot carry an accepted certificate (the phone asks), nor Kerberos "
        "and NTLM."),
    writeThunderbirdQr};

} // namespace postern
