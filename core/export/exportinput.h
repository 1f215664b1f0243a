// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "certificate/certificate.h"
#include "diagnosis/accountsettings.h"
#include "diagnosis/detection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace postern {

/// Why a target writes nothing rather than something weaker than what was tested.
enum class ExportRefusal {
    Redacted, ///< The document is one without names, for a public ticket.
    NoAddress, ///< A domain was searched for, and the format is for one person's account.
    NoIncomingServer,
    NoImapServer,
    NoPop3Server,
    NoOutgoingServer,
    NotEncrypted, ///< A setting without TLS, whoever wrote it down.
    DecisionNeeded, ///< A setting waits for the user's consent.
    InvalidValue, ///< A value that the format cannot carry.
    OldTls, ///< TLS 1.0 or 1.1 only: the program would have to be weakened as a whole.
    NoPassword, ///< The server takes no password in a form that the program has.
    StartTlsUnsafe, ///< STARTTLS only, which the program does not have or does not enforce.
    NoImplicitTls, ///< Implicit TLS only, which the program does not have.
    CannotPin, ///< An accepted certificate, and the program knows the system's roots only.
    OtherName, ///< An accepted certificate with another name, which the program always compares.
    OutsideDates, ///< An accepted certificate outside its dates, which the program always compares.
    FileName, ///< The file was to have a name that the program does not read.
    MixedTrust, ///< One switch for both servers, which would weaken the one that needs none.
};

/// How another program can tell that it talks to the server that was accepted.
struct CertificatePin
{
    enum class Subject {
        Certificate, ///< Just this certificate of the server.
        Authority, ///< Whatever this one vouches for, under the right name.
    };

    Subject subject = Subject::Certificate;
    Certificate certificate;
    bool hasOtherName = false; ///< It is not issued for the host, and was accepted nevertheless.
    bool isOutsideDates = false; ///< Expired or not yet valid, and accepted nevertheless.
    bool hasUnknownIssuer = false; ///< Nobody known to the system vouches for it.

    bool isPlain() const { return !hasOtherName && !isOutsideDates; }
    friend bool operator==(const CertificatePin &, const CertificatePin &) = default;
};

/// A server of an export.
struct ExportServer
{
    ServerSetting setting;
    std::optional<CertificatePin> pin; ///< Absent: the system's roots vouch for it.
    QByteArray spkiSha256; ///< Of the key that it showed; lower-case hex; empty: not known.

    const Endpoint &endpoint() const { return setting.endpoint; }
    bool isImplicitTls() const { return endpoint().security == Security::ImplicitTls; }
    bool isPinned(CertificatePin::Subject subject) const { return pin && pin->subject == subject; }
};

/// How the password gets into the program; it is never part of an export.
enum class PasswordSource {
    Prompt, ///< The program asks for it.
    Keyring, ///< It asks libsecret's `secret-tool`; programs that cannot still ask.
};

struct ExportOptions
{
    /// Absolute: where the files will lie, for those that name each other.
    QString folder = {};
    QString fileName = {}; ///< What the first will be called; empty: as suggested.
    PasswordSource passwords = PasswordSource::Prompt;
    bool isRedacted = false; ///< Reports: no local part, no user name, no IP address.
};

/// What is exported.
struct ExportInput
{
    Detection detection; ///< What was found; redacted, where a document was.
    QList<ExportServer> servers; ///< The recommended ones first, then the alternatives.
    qsizetype recommendedCount = 0; ///< How many of the servers are recommended.
    ExportOptions options;

    /// Who; without an address where a domain was searched for.
    const Identity &identity() const { return detection.settings.identity; }
};

/// What the targets need of a detection, be it just made or read from a document.
[[nodiscard]] ExportInput exportInputFrom(const Detection &detection, const ExportOptions &options);

/// What a program can do.
struct ProgramAbility
{
    enum class Pinning {
        AsksItself, ///< It shows the certificate to its user.
        SystemRoots, ///< Nothing but what the system trusts.
        MatchingName, ///< An accepted certificate, if it is issued for the host.
        AnyCertificate,
    };
    enum class SignIn { Password, PasswordWithoutScram, AnyMechanism };
    enum class UserName { Needed, MayBeAbsent };

    QList<Protocol> protocols; ///< Those of one direction.
    Pinning pinning = Pinning::AnyCertificate;
    QList<Security> modes = {Security::ImplicitTls, Security::StartTls};
    SignIn signIn = SignIn::Password;
    UserName userName = UserName::Needed;
};

/// The first server that a program with this ability can use as it was tested, or why there is
/// none: the reason that holds for the one that is recommended.
[[nodiscard]] Result<ExportServer, ExportRefusal> serverFor(
    const ExportInput &input, const ProgramAbility &ability);

struct ExportServers
{
    ExportServer incoming;
    ExportServer outgoing;

    QList<ExportServer> both() const { return {incoming, outgoing}; }
};

/// The same for a program that needs both directions; the ability's protocols are the incoming ones.
[[nodiscard]] Result<ExportServers, ExportRefusal> serversFor(
    const ExportInput &input, const ProgramAbility &ability);

/// The way to sign in that is written where a format has room for one: what every reader has goes
/// before what is stronger, for inside TLS both are safe.
enum class SignInKind {
    None, ///< SMTP without AUTH.
    Password, ///< PLAIN, LOGIN, USER and PASS.
    CramMd5,
    DigestMd5,
    Scram,
    OAuth2,
    Gssapi,
    Ntlm,
    ClientCertificate,
    Unknown,
};
[[nodiscard]] SignInKind signInKindOf(const ServerSetting &setting);

/// TLS 1.0 or 1.1 was all that could be agreed on.
[[nodiscard]] bool isOldTls(const ServerSetting &setting);

/// A bare word for the account, for sections and folders: `alice-example.org`.
[[nodiscard]] QString accountLabel(const ExportInput &input);

/// @p name with everything replaced that is not safe in a file name.
[[nodiscard]] QString safeFileName(const QString &name);

} // namespace postern
