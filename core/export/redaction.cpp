// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/redaction.h"

#include "base/inerttext.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNames = 50;
const auto hiddenAddress = "[address]"_L1;

/// What names somebody, and what stands for it.
struct Replacement
{
    QString name;
    QString placeholder;
    QRegularExpression word; ///< The name as a word of its own.
};

/// The longest first.
using Replacements = QList<Replacement>;

Replacement replacementFor(const QString &name, const QString &placeholder)
{
    return {name, placeholder,
        QRegularExpression(u"(?<![\\w.-])"_s + QRegularExpression::escape(name) + u"(?![\\w-])"_s,
            QRegularExpression::CaseInsensitiveOption
                | QRegularExpression::UseUnicodePropertiesOption)};
}

QList<ServerSetting> settingsOf(const Detection &detection)
{
    QList<ServerSetting> settings = detection.incomingAlternatives + detection.outgoingAlternatives;
    for (const auto &setting : {detection.settings.incoming, detection.settings.outgoing}) {
        if (setting)
            settings.append(*setting);
    }
    return settings;
}

Replacements replacementsFor(const Detection &detection)
{
    const Identity &identity = detection.settings.identity;
    const QString address = identity.address().toString();
    QStringList names;
    for (const ServerSetting &setting : settingsOf(detection))
        names.append(setting.username);
    Replacements replacements;
    if (identity.hasAddress()) {
        replacements.append(replacementFor(address, u"user@"_s + identity.domain()));
        names.append(identity.address().localPart());
    }
    names.append(identity.displayName());
    names.removeAll(QString());
    names.removeDuplicates();
    names = names.first(qMin(names.size(), maxNames));
    for (const QString &name : names) {
        if (name != address)
            replacements.append(replacementFor(name, u"user"_s));
    }
    std::sort(replacements.begin(), replacements.end(),
        [](const auto &a, const auto &b) { return a.name.size() > b.name.size(); });
    return replacements;
}

/// What has the form of an IP address and is one, whatever stands around it.
QString withoutIpAddresses(const QString &text)
{
    static const QRegularExpression address(
        uR"((?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)|)"
        uR"((?:(?<=IPv6:)|(?<![0-9A-Za-z:]))[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![0-9A-Fa-f:]))"_s);
    QString hidden;
    qsizetype done = 0;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isDotted = !match.captured().contains(u':');
        if (!isDotted && QHostAddress(match.captured()).isNull())
            continue;
        hidden += text.sliced(done, match.capturedStart() - done) + hiddenAddress;
        done = match.capturedEnd();
    }
    return hidden + text.sliced(done);
}

/// A server's answer to EHLO may greet the client with the name of its address.
QString withoutGreetedName(QString text)
{
    static const QRegularExpression answer(uR"(^(250[- ][\w-]+(?:\.[\w-]+)+)\s.*$)"_s);
    return text.replace(answer, u"\\1"_s);
}

QString redactedText(QString text, const Replacements &replacements)
{
    constexpr qsizetype shortestName = 3; // a shorter one stands in many words
    static const QRegularExpression mailbox(uR"([\w.+=-]{1,64}@([\w-]+(?:\.[\w-]+)+))"_s);
    for (const Replacement &replacement : replacements) {
        if (text == replacement.name)
            return replacement.placeholder;
        if (replacement.name.size() >= shortestName
            && text.contains(replacement.name, Qt::CaseInsensitive))
            text.replace(replacement.word, replacement.placeholder);
    }
    if (text.contains(u'@'))
        text.replace(mailbox, u"user@\\1"_s);
    return withoutIpAddresses(withoutGreetedName(text));
}

bool isObjectIdentifier(const QString &text)
{
    static const QRegularExpression form(u"^[0-2](\\.[0-9]+){1,20}$"_s);
    return form.match(text).hasMatch();
}

/// Takes a detection's values one by one; what is one of our own words stays as it is.
class Redactor
{
public:
    explicit Redactor(const Detection &detection) : m_replacements(replacementsFor(detection)) { }

    void redact(QString &text) const { text = redactedText(text, m_replacements); }
    void redact(QStringList &texts) const
    {
        for (QString &text : texts)
            redact(text);
    }
    void redact(HostName &host);
    void redact(Endpoint &endpoint) { redact(endpoint.host); }
    void redact(Identity &identity);
    void redact(ServerSetting &setting);
    void redact(SourceReport &source) const;
    void redact(KnownProvider &provider) const;
    void redact(Certificate &certificate) const;
    void redact(Handshake &handshake) const;
    void redact(DiagnosisDetails &details) const;
    void redact(Diagnosis &diagnosis);
    void redact(ProbeReport &report);

private:
    Replacements m_replacements;
    QList<HostName> m_addresses; ///< Hosts that are only addresses, in the order of their numbers.
};

/// The same address has the same number wherever it stands.
void Redactor::redact(HostName &host)
{
    if (!host.isIpLiteral())
        return;
    if (!m_addresses.contains(host))
        m_addresses.append(host);
    const auto placeholder
        = HostName::parse(u"address-%1.invalid"_s.arg(m_addresses.indexOf(host) + 1));
    host = placeholder ? *placeholder : HostName();
}

void Redactor::redact(Identity &identity)
{
    HostName domain = identity.domain();
    redact(domain);
    const auto user = EmailAddress::parse(u"user@"_s + domain);
    identity = identity.hasAddress() && user ? Identity(*user) : Identity(domain);
}

void Redactor::redact(ServerSetting &setting)
{
    redact(setting.endpoint);
    redact(setting.username);
    redact(setting.authentication);
    redact(setting.publishedAuthentication);
    redact(setting.provenance.origin);
}

void Redactor::redact(SourceReport &source) const
{
    redact(source.origin);
    redact(source.detail);
}

void Redactor::redact(KnownProvider &provider) const
{
    redact(provider.name);
    QString help = provider.help.toString();
    redact(help);
    provider.help = QUrl(help, QUrl::StrictMode);
    provider.offers.clear();
}

void Redactor::redact(Certificate &certificate) const
{
    if (certificate.isNull())
        return;
    CertificateFacts facts = certificate.facts();
    for (QString *text : {&facts.subject, &facts.issuer, &facts.subjectName, &facts.issuerName})
        redact(*text);
    for (QString *text :
        {&facts.serialNumber, &facts.keyAlgorithm, &facts.keyDetail, &facts.signatureAlgorithm})
        redact(*text);
    redact(facts.dnsNames);
    redact(facts.ipAddresses);
    facts.pem.clear(); // it has all names of the certificate in it
    CertificateExtensions extensions = certificate.extensions();
    for (QStringList *texts : {&extensions.ocspUrls, &extensions.caIssuersUrls, &extensions.crlUrls,
             &extensions.critical})
        redact(*texts);
    for (auto *texts : {&extensions.keyUsage, &extensions.extendedKeyUsage}) {
        if (*texts)
            redact(**texts);
    }
    // Object identifiers look like addresses and are none.
    extensions.policies.removeIf([](const QString &policy) { return !isObjectIdentifier(policy); });
    certificate = Certificate(facts, extensions);
}

void Redactor::redact(Handshake &handshake) const
{
    for (QString *text : {&handshake.cipher, &handshake.keyExchange, &handshake.authentication,
             &handshake.keyExchangeGroup, &handshake.peerSignature})
        redact(*text);
    redact(handshake.serverName);
    redact(handshake.alpn);
    redact(handshake.vouchedBy);
    redact(handshake.anchor);
    for (Certificate &certificate : handshake.chain)
        redact(certificate);
    for (Finding &finding : handshake.findings) {
        for (QString *text : {&finding.evidence, &finding.subject, &finding.issuer})
            redact(*text);
    }
    for (ChainRemark &remark : handshake.remarks)
        redact(remark.evidence);
    handshake.ocspResponse.clear();
    if (handshake.ocsp)
        redact(handshake.ocsp->evidence);
}

void Redactor::redact(DiagnosisDetails &details) const
{
    if (auto *names = std::get_if<NameDetails>(&details))
        redact(names->names);
    else if (auto *issuer = std::get_if<IssuerDetails>(&details))
        redact(issuer->issuer);
    else if (auto *dates = std::get_if<DateDetails>(&details))
        redact(dates->authority);
    else if (auto *interception = std::get_if<InterceptionDetails>(&details))
        redact(interception->domains);
}

void Redactor::redact(Diagnosis &diagnosis)
{
    redact(diagnosis.endpoint);
    for (Endpoint &endpoint : diagnosis.alsoAt)
        redact(endpoint);
    QStringList lines = diagnosis.evidence.split(u'\n');
    redact(lines);
    diagnosis.evidence = lines.join(u'\n');
    redact(diagnosis.details);
}

/// What was read of each answer stays; what it was read from goes.
void withoutBytes(SecondLook &look)
{
    for (SecondLook::Answer &each : look.answers) {
        each.answer.certificates.clear();
        each.answer.firstBytes.clear();
    }
}

void Redactor::redact(ProbeReport &report)
{
    redact(report.candidate.endpoint);
    redact(report.candidate.provenance.origin);
    report.candidate.username = {};
    redact(report.candidate.authentication);
    redact(report.profile.mechanisms);
    if (report.secondLook)
        withoutBytes(*report.secondLook);
    report.address.clear();
    report.addresses.clear();
    QString greeting = inertText(report.profile.greeting);
    redact(greeting);
    report.profile.greeting = greeting.toUtf8();
    redact(report.profile.capabilities);
    redact(report.profile.capabilitiesBeforeTls);
    if (report.tls)
        redact(*report.tls);
    if (report.fault)
        redact(report.fault->evidence);
    report.superseded.reset();
    Transcript transcript;
    for (Transcript::Entry entry : report.transcript.entries()) {
        redact(entry.text);
        transcript.append(entry);
    }
    report.transcript = transcript;
}

} // namespace

Detection redacted(const Detection &detection)
{
    Redactor redactor(detection);
    Detection result = detection;
    redactor.redact(result.settings.identity);
    for (auto *setting : {&result.settings.incoming, &result.settings.outgoing}) {
        if (*setting)
            redactor.redact(**setting);
    }
    for (auto *settings : {&result.incomingAlternatives, &result.outgoingAlternatives}) {
        for (ServerSetting &setting : *settings)
            redactor.redact(setting);
    }
    for (Attempt &attempt : result.attempts) {
        redactor.redact(attempt.report);
        for (Diagnosis &diagnosis : attempt.diagnoses)
            redactor.redact(diagnosis);
    }
    for (SourceReport &source : result.sources)
        redactor.redact(source);
    for (Diagnosis &diagnosis : result.diagnoses)
        redactor.redact(diagnosis);
    if (result.provider)
        redactor.redact(*result.provider);
    result.isRedacted = true;
    return result;
}

} // namespace postern
