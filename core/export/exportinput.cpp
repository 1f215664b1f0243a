// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportinput.h"

#include "base/inerttext.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFileNameLength = 80;
constexpr qsizetype longestUserName = 320; // bytes: the longest address (RFC 5321, 4.5.3.1)

bool hasAnyOf(const Attempt &attempt, std::initializer_list<Problem> problems)
{
    return std::any_of(attempt.diagnoses.begin(), attempt.diagnoses.end(),
        [&problems](const Diagnosis &diagnosis) {
            return std::find(problems.begin(), problems.end(), diagnosis.problem) != problems.end();
        });
}

/// What the handshake of @p attempt rested on, if that was not the system's roots. Only a
/// certificate that is here as a whole can be pinned.
std::optional<CertificatePin> pinFrom(const Attempt &attempt)
{
    if (!attempt.report.tls)
        return std::nullopt;
    const Handshake &handshake = *attempt.report.tls;
    const Certificate leaf = handshake.chain.value(0);
    const bool hasAnchor = handshake.anchor.isWhole();
    if (hasAnchor && handshake.anchor != leaf)
        return CertificatePin{CertificatePin::Subject::Authority, handshake.anchor};
    if (!leaf.isWhole() || !(hasAnchor || handshake.trust == Trust::AcceptedByUser))
        return std::nullopt;
    return CertificatePin{CertificatePin::Subject::Certificate, leaf,
        hasAnyOf(attempt, {Problem::CertificateNameMismatch}),
        hasAnyOf(attempt, {Problem::CertificateExpired, Problem::CertificateNotYetValid}),
        hasAnyOf(attempt,
            {Problem::CertificateSelfSigned, Problem::CertificateUnknownIssuer,
                Problem::CertificateIncompleteChain})};
}

QByteArray keyOf(const Attempt &attempt)
{
    const Certificate leaf
        = attempt.report.tls ? attempt.report.tls->chain.value(0) : Certificate();
    return leaf.isWhole() ? leaf.facts().spkiSha256 : QByteArray();
}

ExportServer serverWithPin(const ServerSetting &setting, const Detection &detection)
{
    const Attempt *attempt = attemptFor(detection, setting.endpoint);
    return attempt ? ExportServer{setting, pinFrom(*attempt), keyOf(*attempt)}
                   : ExportServer{setting, std::nullopt, {}};
}

std::optional<ExportRefusal> pinRefusal(const CertificatePin &pin, ProgramAbility::Pinning pinning)
{
    switch (pinning) {
    case ProgramAbility::Pinning::AsksItself:
    case ProgramAbility::Pinning::AnyCertificate:
        return std::nullopt;
    case ProgramAbility::Pinning::MatchingName:
        return pin.hasOtherName ? std::optional(ExportRefusal::OtherName) : std::nullopt;
    case ProgramAbility::Pinning::SystemRoots:
        break;
    }
    return ExportRefusal::CannotPin;
}

bool takesPassword(const ServerSetting &setting)
{
    switch (signInKindOf(setting)) {
    case SignInKind::None:
    case SignInKind::Password:
    case SignInKind::CramMd5:
    case SignInKind::DigestMd5:
    case SignInKind::Scram:
        return true;
    case SignInKind::OAuth2:
    case SignInKind::Gssapi:
    case SignInKind::Ntlm:
    case SignInKind::ClientCertificate:
    case SignInKind::Unknown:
        break;
    }
    return false;
}

/// What is wrong with the person's own data.
std::optional<ExportRefusal> personRefusal(const ExportInput &input, const ProgramAbility &ability)
{
    if (input.detection.isRedacted)
        return ExportRefusal::Redacted;
    if (!input.identity().hasAddress() && ability.userName == ProgramAbility::UserName::Needed)
        return ExportRefusal::NoAddress;
    if (!isPlainText(input.identity().toString()) || !isPlainText(input.identity().displayName())
        || !isPlainText(input.options.folder))
        return ExportRefusal::InvalidValue;
    return std::nullopt;
}

std::optional<ExportRefusal> refusalFor(const ExportServer &server, const ProgramAbility &ability)
{
    const ServerSetting &setting = server.setting;
    // Never believe a document that plaintext is harmless.
    if (setting.endpoint.security == Security::Plaintext)
        return ExportRefusal::NotEncrypted;
    if (!setting.needsConsent.isEmpty() || (!setting.isTrusted && !server.pin))
        return ExportRefusal::DecisionNeeded;
    if (!isPlainText(setting.username) || setting.username.toUtf8().size() > longestUserName)
        return ExportRefusal::InvalidValue;
    if (setting.username.isEmpty() && ability.userName == ProgramAbility::UserName::Needed)
        return ExportRefusal::NoAddress;
    if (isOldTls(setting))
        return ExportRefusal::OldTls;
    if (ability.signIn != ProgramAbility::SignIn::AnyMechanism && !takesPassword(setting))
        return ExportRefusal::NoPassword;
    if (ability.signIn == ProgramAbility::SignIn::PasswordWithoutScram
        && signInKindOf(setting) == SignInKind::Scram)
        return ExportRefusal::NoPassword;
    if (!ability.modes.contains(setting.endpoint.security))
        return ExportRefusal::StartTlsUnsafe;
    return server.pin ? pinRefusal(*server.pin, ability.pinning) : std::nullopt;
}

/// What to say where no server of these protocols was found at all.
ExportRefusal absenceOf(const QList<Protocol> &protocols)
{
    if (protocols.size() > 1)
        return ExportRefusal::NoIncomingServer;
    switch (protocols.constFirst()) {
    case Protocol::Imap:
        return ExportRefusal::NoImapServer;
    case Protocol::Pop3:
        return ExportRefusal::NoPop3Server;
    case Protocol::Smtp:
        break;
    }
    return ExportRefusal::NoOutgoingServer;
}

} // namespace

ExportInput exportInputFrom(const Detection &detection, const ExportOptions &options)
{
    ExportInput input{detection, {}, 0, options};
    for (const auto &recommended : {detection.settings.incoming, detection.settings.outgoing}) {
        if (recommended)
            input.servers.append(serverWithPin(*recommended, detection));
    }
    input.recommendedCount = input.servers.size();
    for (const ServerSetting &alternative :
        detection.incomingAlternatives + detection.outgoingAlternatives)
        input.servers.append(serverWithPin(alternative, detection));
    return input;
}

Result<ExportServer, ExportRefusal> serverFor(
    const ExportInput &input, const ProgramAbility &ability)
{
    if (const auto refusal = personRefusal(input, ability))
        return Failure{*refusal};
    std::optional<ExportRefusal> first;
    for (const ExportServer &server : input.servers) {
        if (!ability.protocols.contains(server.endpoint().protocol))
            continue;
        const auto refusal = refusalFor(server, ability);
        if (!refusal)
            return server;
        // What the user can decide goes before what only another program could do.
        if (!first
            || (*first == ExportRefusal::StartTlsUnsafe
                && *refusal == ExportRefusal::DecisionNeeded))
            first = refusal;
    }
    return Failure{first.value_or(absenceOf(ability.protocols))};
}

Result<ExportServers, ExportRefusal> serversFor(
    const ExportInput &input, const ProgramAbility &ability)
{
    const auto incoming = serverFor(input, ability);
    if (!incoming)
        return Failure{incoming.error()};
    ProgramAbility outgoingAbility = ability;
    outgoingAbility.protocols = {Protocol::Smtp};
    const auto outgoing = serverFor(input, outgoingAbility);
    if (!outgoing)
        return Failure{outgoing.error()};
    return ExportServers{*incoming, *outgoing};
}

SignInKind signInKindOf(const ServerSetting &setting)
{
    static const QList<std::pair<QStringList, SignInKind>> kinds{
        {{u"PLAIN"_s, u"LOGIN"_s, u"USER"_s}, SignInKind::Password},
        {{u"CRAM-MD5"_s}, SignInKind::CramMd5},
        {{u"DIGEST-MD5"_s}, SignInKind::DigestMd5},
        {{u"SCRAM-SHA-1"_s, u"SCRAM-SHA-256"_s, u"SCRAM-SHA-512"_s, u"SCRAM-SHA-1-PLUS"_s,
             u"SCRAM-SHA-256-PLUS"_s, u"SCRAM-SHA-512-PLUS"_s},
            SignInKind::Scram},
        {{u"OAUTHBEARER"_s, u"XOAUTH2"_s}, SignInKind::OAuth2},
        {{u"GSSAPI"_s}, SignInKind::Gssapi},
        {{u"NTLM"_s}, SignInKind::Ntlm},
        {{u"EXTERNAL"_s}, SignInKind::ClientCertificate},
    };
    const QStringList &offered = setting.authentication;
    // IMAP and POP3 have commands of their own for a password; only SMTP may do without any.
    if (offered.isEmpty())
        return setting.endpoint.protocol == Protocol::Smtp ? SignInKind::None
                                                           : SignInKind::Password;
    for (const auto &[names, kind] : kinds) {
        if (std::any_of(names.begin(), names.end(),
                [&offered](const QString &name) { return offered.contains(name); }))
            return kind;
    }
    return SignInKind::Unknown;
}

bool isOldTls(const ServerSetting &setting)
{
    return setting.tlsVersion && *setting.tlsVersion < TlsVersion::Tls1_2;
}

QString accountLabel(const ExportInput &input)
{
    const EmailAddress &address = input.identity().address();
    return safeFileName(input.identity().hasAddress()
            ? address.localPart() + u'-' + address.domain()
            : input.identity().domain().text());
}

QString safeFileName(const QString &name)
{
    QString safe;
    const QString beginning = name.first(qMin(name.size(), maxFileNameLength));
    for (const QChar c : beginning) {
        const bool isSafe = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
            || (c >= u'0' && c <= u'9') || c == u'-' || (c == u'.' && !safe.isEmpty());
        safe += isSafe ? c : QChar(u'_');
    }
    return safe.isEmpty() ? QStringLiteral("settings") : safe;
}

} // namespace postern
