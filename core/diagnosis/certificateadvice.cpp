// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/inerttext.h"
#include "diagnosis/catalogue.h"
#include "diagnosis/dateadvice.h"
#include "diagnosis/places.h"

#include <QCoreApplication>
#include <QLocale>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class ChainWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::TlsAdvice)
};

/// What a certificate says of somebody, told as its words and not as ours.
QString quoted(const QString &name)
{
    constexpr int longestName = 120;
    return name.isEmpty() ? QString() : QLocale().quoteString(inertText(name, longestName));
}

AdviceText selfSigned(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("%1 signed its own certificate, so nobody vouches for it.")
                .arg(diagnosis.endpoint.host),
        ChainWords::tr(
            "That is normal for a server at home or in a company, and it is also what an "
            "eavesdropper would show."),
        ChainWords::tr("Compare the fingerprint with the one that the administrator gives you.")};
}

AdviceText unknownIssuer(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    const QString issuer = quoted(detailsOf<IssuerDetails>(diagnosis).issuer);
    return {issuer.isEmpty()
            ? ChainWords::tr("The certificate of %1 comes from an issuer that is not known here.")
                  .arg(host)
            : ChainWords::tr(
                "The certificate of %1 comes from an issuer that is not known here: %2.")
                  .arg(host, issuer),
        ChainWords::tr("This is normal where a company or provider has an authority of its own; an "
                       "eavesdropper would look the same."),
        ChainWords::tr("Ask the administrator for the issuer's certificate, or compare the "
                       "fingerprint.")};
}

AdviceText incompleteChain(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    const QString issuer = quoted(detailsOf<IssuerDetails>(diagnosis).issuer);
    return {issuer.isEmpty()
            ? ChainWords::tr("%1 did not send the certificate of its issuer.").arg(host)
            : ChainWords::tr("%1 did not send the certificate of its issuer, %2.")
                  .arg(host, issuer),
        ChainWords::tr(
            "The server is probably set up incompletely: it must send the certificates between "
            "its own and a known authority. An eavesdropper could look the same."),
        ChainWords::tr("The administrator should install the full chain. Until then, compare the "
                       "fingerprint.")};
}

AdviceText nameMismatch(const Diagnosis &diagnosis)
{
    constexpr qsizetype maxNames = 5;
    const HostName &host = diagnosis.endpoint.host;
    const auto *details = std::get_if<NameDetails>(&diagnosis.details);
    if (details && details->names.isEmpty())
        return {ChainWords::tr("The certificate of %1 names no server.").arg(host),
            ChainWords::tr("It has at most the old common name, at which programs no longer look."),
            ChainWords::tr(
                "The administrator needs a certificate with a subject alternative name.")};
    const QStringList names
        = details ? details->names.first(qMin(details->names.size(), maxNames)) : QStringList();
    return {ChainWords::tr("The certificate of %1 is made out to another name.").arg(host),
        names.isEmpty() ? ChainWords::tr("With shared hosting that is common.")
                        : ChainWords::tr("It is good for: %1. With shared hosting that is common.")
                              .arg(names.join(u", "_s)),
        ChainWords::tr("Use a server name that is in the certificate, if it is your provider's.")};
}

AdviceText authorityExpired(const QString &title, const QString &authority)
{
    return {title, ChainWords::tr("The server sends an old certificate of its authority."),
        ChainWords::tr("The administrator should install the current certificate of %1.")
            .arg(quoted(authority))};
}

AdviceText expired(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    const auto details = detailsOf<DateDetails>(diagnosis);
    const QString distance = DateAdvice::distance(details.date, details.judgedAt);
    const QString day = DateAdvice::day(details.date);
    QString title = ChainWords::tr("The certificate of %1 has expired.").arg(host);
    if (details.isKnown() && details.authority.isEmpty())
        title = ChainWords::tr("The certificate of %1 expired %2 ago, on %3.")
                    .arg(host, distance, day);
    else if (details.isKnown())
        title
            = ChainWords::tr("The certificate of %1, which vouches for %2, expired %3 ago, on %4.")
                  .arg(quoted(details.authority), host, distance, day);
    if (!details.authority.isEmpty())
        return authorityExpired(title, details.authority);
    return {title,
        details.isKnown()
            ? ChainWords::tr(
                "This computer's clock says %1. If that is right, the provider has not renewed "
                "the certificate.")
                  .arg(DateAdvice::moment(details.judgedAt))
            : ChainWords::tr(
                "The provider has not renewed it, or the clock of this computer is wrong."),
        ChainWords::tr("Check the date of this computer. If it is right, ask the provider to renew "
                       "the certificate.")};
}

AdviceText notYetValid(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    const auto details = detailsOf<DateDetails>(diagnosis);
    if (!details.authority.isEmpty())
        return {ChainWords::tr("The certificate of %1, which vouches for %2, is not valid yet.")
                    .arg(quoted(details.authority), host),
            ChainWords::tr(
                "The server sends a certificate of its authority that counts from a later "
                "day on, or the clock of this computer is wrong."),
            ChainWords::tr("Check the date of this computer. If it is right, ask the provider.")};
    return {details.isKnown() ? ChainWords::tr("The certificate of %1 becomes valid in %2, on %3.")
                                    .arg(host, DateAdvice::distance(details.date, details.judgedAt),
                                        DateAdvice::day(details.date))
                              : ChainWords::tr("The certificate of %1 is not valid yet.").arg(host),
        details.isKnown() ? ChainWords::tr("This computer's clock says %1, which may be wrong.")
                                .arg(DateAdvice::moment(details.judgedAt))
                          : ChainWords::tr("The clock of this computer may be wrong."),
        ChainWords::tr("Check the date of this computer. If it is right, ask the provider.")};
}

AdviceText revoked(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("The certificate of %1 was revoked.").arg(diagnosis.endpoint.host),
        ChainWords::tr("Its issuer declared it invalid, perhaps because the key was stolen."),
        ChainWords::tr("Do not use this server until the provider has replaced the certificate.")};
}

AdviceText notForServers(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("The certificate of %1 is not meant for servers.")
                .arg(diagnosis.endpoint.host),
        ChainWords::tr("It was issued for another purpose."),
        ChainWords::tr("The administrator has to install a certificate for servers.")};
}

AdviceText invalid(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("The certificate of %1 is not valid.").arg(diagnosis.endpoint.host),
        ChainWords::tr("It breaks the rules for certificates; the evidence names which."),
        ChainWords::tr("Send the evidence to the administrator of the server.")};
}

AdviceText changed(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("%1 shows another certificate than the one you accepted.")
                .arg(diagnosis.endpoint.host),
        ChainWords::tr("The provider may have renewed it, or it may be somebody else's server."),
        ChainWords::tr(
            "Ask the administrator whether the certificate was replaced, and compare the "
            "new fingerprint.")};
}

AdviceText expiresSoon(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    const auto details = detailsOf<DateDetails>(diagnosis);
    return {details.isKnown() ? ChainWords::tr("The certificate of %1 expires in %2, on %3.")
                                    .arg(host, DateAdvice::distance(details.judgedAt, details.date),
                                        DateAdvice::day(details.date))
                              : ChainWords::tr("The certificate of %1 expires soon.").arg(host),
        ChainWords::tr(
            "It should have been renewed by now; perhaps the renewal has failed unnoticed."),
        ChainWords::tr(
            "Nothing has to be done yet. The administrator should renew the certificate.")};
}

AdviceText wrongOrder(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("%1 sends its certificates in the wrong order.")
                .arg(diagnosis.endpoint.host),
        ChainWords::tr(
            "Each certificate should stand behind the one that it vouches for. Most programs "
            "put "
            "them in order themselves; old ones fail."),
        ChainWords::tr(
            "Nothing has to be done here. The administrator should put the chain in order.")};
}

AdviceText superfluous(const Diagnosis &diagnosis)
{
    return {ChainWords::tr("%1 sends certificates that nobody needs.").arg(diagnosis.endpoint.host),
        ChainWords::tr(
            "They do not belong to the chain of its own certificate, and each connection "
            "carries them along."),
        ChainWords::tr("Nothing has to be done here. The administrator can leave them out.")};
}

AdviceText intercepted(const Diagnosis &diagnosis)
{
    const HostName &host = diagnosis.endpoint.host;
    const auto details = detailsOf<InterceptionDetails>(diagnosis);
    return {details.product.isEmpty()
            ? ChainWords::tr("Something between you and %1 may be opening encrypted connections.")
                  .arg(details.domains.isEmpty() ? host.text()
                                                 : QLocale().createSeparatedList(details.domains))
            : ChainWords::tr("%1 opens encrypted connections between you and %2.")
                  .arg(details.product, host),
        ChainWords::tr(
            "The certificate does not come from the provider but from an authority of its own. "
            "Antivirus programs and company networks do that, and so do attackers."),
        ChainWords::tr(
            "Ask whoever looks after this computer or network. An antivirus program can be told "
            "to leave mail connections alone.")};
}

constexpr ProblemRow certificateRows[] = {
    {Problem::CertificateSelfSigned, "certificate.self-signed"_L1, Topic::Certificate,
        Severity::Error, Stage::Handshake, selfSigned,
        QT_TRANSLATE_NOOP(
            "postern::ChangeAdvice", "get a certificate of an authority that programs know.")},
    {Problem::CertificateUnknownIssuer, "certificate.unknown-issuer"_L1, Topic::Certificate,
        Severity::Error, Stage::Handshake, unknownIssuer,
        QT_TRANSLATE_NOOP(
            "postern::ChangeAdvice", "get a certificate of an authority that programs know.")},
    {Problem::CertificateIncompleteChain, "certificate.incomplete-chain"_L1, Topic::Certificate,
        Severity::Error, Stage::Handshake, incompleteChain,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "send the intermediate certificate too; put it behind the server’s own in the chain "
            "file.")},
    {Problem::CertificateNameMismatch, "certificate.name-mismatch"_L1, Topic::Certificate,
        Severity::Error, Stage::Handshake, nameMismatch,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice", "get a certificate with the name %1 in it."),
        NextStep::OtherName},
    {Problem::CertificateExpired, "certificate.expired"_L1, Topic::Certificate, Severity::Error,
        Stage::Handshake, expired,
        QT_TRANSLATE_NOOP(
            "postern::ChangeAdvice", "renew the certificate, and let a timer do it from now on.")},
    {Problem::CertificateNotYetValid, "certificate.not-yet-valid"_L1, Topic::Certificate,
        Severity::Error, Stage::Handshake, notYetValid,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "the certificate counts from a later day on; check the clock, or use the earlier one "
            "until then.")},
    {Problem::CertificateRevoked, "certificate.revoked"_L1, Topic::Certificate, Severity::Error,
        Stage::Handshake, revoked,
        QT_TRANSLATE_NOOP(
            "postern::ChangeAdvice", "the certificate is revoked; replace it and its key.")},
    {Problem::CertificateNotForServers, "certificate.not-for-servers"_L1, Topic::Certificate,
        Severity::Error, Stage::Handshake, notForServers,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "get a certificate for a TLS server (extended key usage serverAuth).")},
    {Problem::CertificateInvalid, "certificate.invalid"_L1, Topic::Certificate, Severity::Error,
        Stage::Handshake, invalid},
    {Problem::CertificateChanged, "certificate.changed"_L1, Topic::Certificate, Severity::Error,
        Stage::Handshake, changed},
    {Problem::CertificateExpiresSoon, "certificate.expires-soon"_L1, Topic::Certificate,
        Severity::Warning, Stage::Handshake, expiresSoon},
    {Problem::CertificateWrongOrder, "certificate.wrong-order"_L1, Topic::Certificate,
        Severity::Info, Stage::Handshake, wrongOrder},
    {Problem::CertificateSuperfluous, "certificate.superfluous"_L1, Topic::Certificate,
        Severity::Info, Stage::Handshake, superfluous},
    {Problem::CertificateIntercepted, "certificate.intercepted"_L1, Topic::Certificate,
        Severity::Warning, Stage::Handshake, intercepted},
};

} // namespace

std::span<const ProblemRow> certificateProblems()
{
    return certificateRows;
}

} // namespace postern
