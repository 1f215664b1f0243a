// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consoletext.h"

#include "base/inerttext.h"
#include "base/shellword.h"
#include "certificate/certificate.h"
#include "diagnosis/advice.h"
#include "diagnosis/signinadvice.h"
#include "probe/ranking.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {
constexpr int red = 31, green = 32, amber = 33;

QString securityName(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return u"TLS"_s;
    case Security::StartTls:
        return u"STARTTLS"_s;
    case Security::Plaintext:
        break;
    }
    return ConsoleText::tr("none");
}

QString endpointColumns(const Endpoint &endpoint)
{
    return u"%1 %2 %3 %4"_s.arg(toString(endpoint.protocol).toUpper().leftJustified(4),
        endpoint.host.text().leftJustified(28), QString::number(endpoint.port).leftJustified(5),
        securityName(endpoint.security).leftJustified(8));
}

QString chainText(const QList<Certificate> &chain)
{
    QString text;
    for (qsizetype i = 0; i < chain.size(); ++i) {
        const CertificateFacts &facts = chain.at(i).facts();
        text += ConsoleText::tr("  Certificate %1: %2\n"
                                "    Issuer        %3\n"
                                "    Names         %4\n"
                                "    Valid         %5 to %6\n"
                                "    Key           %7\n"
                                "    Signature     %8\n"
                                "    SHA-256       %9\n")
                    .arg(i)
                    .arg(facts.subject, facts.issuer,
                        (facts.dnsNames + facts.ipAddresses).join(u", "_s),
                        facts.notBefore.toString(Qt::ISODate), facts.notAfter.toString(Qt::ISODate),
                        u"%1 %2"_s.arg(facts.keyAlgorithm).arg(facts.keyBits),
                        facts.signatureAlgorithm, fingerprintForPeople(facts.sha256));
    }
    return text;
}

} // namespace

QString ConsoleText::detection(const Detection &detection) const
{
    QString text = headline(detection) + u'\n';
    if (!detection.meantDomain.isEmpty())
        text += tr("Did you mean %1?\n").arg(detection.meantDomain);
    const AccountSettings &settings = detection.settings;
    if (settings.incoming)
        text += settingLine(tr("Incoming"), *settings.incoming);
    if (settings.outgoing)
        text += settingLine(tr("Outgoing"), *settings.outgoing);
    text += userNames(settings);
    if (const QString words
        = detection.provider ? SignInAdvice::textFor(*detection.provider) : QString();
        !words.isEmpty() && (settings.incoming || settings.outgoing))
        text += words + u'\n';
    text += problems(detection.diagnoses);
    text += agreement(settings);
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        const ProbeReport *report = setting ? reportFor(detection, setting->endpoint) : nullptr;
        if (report)
            text += decision(*report);
    }

    const auto alternatives = detection.incomingAlternatives + detection.outgoingAlternatives;
    if (!alternatives.isEmpty()) {
        text += u'\n' + bold(tr("Alternatives")) + u'\n';
        for (const ServerSetting &setting : alternatives)
            text += u"  %1 %2\n"_s.arg(endpointColumns(setting.endpoint), state(setting));
    }
    text += u'\n' + bold(tr("What was tried")) + u'\n';
    if (detection.attempts.isEmpty())
        text += tr("  Nothing: no source named a server that fits what was asked for.\n");
    for (const Attempt &attempt : detection.attempts) {
        if (attempt.report.outcome != ProbeReport::Outcome::Skipped)
            text += attemptLine(attempt);
    }
    return text;
}

QString ConsoleText::inspection(const Detection &detection) const
{
    QString text;
    QList<Certificate> chain;
    for (const Attempt &attempt : detection.attempts) {
        const ProbeReport &report = attempt.report;
        if (report.outcome == ProbeReport::Outcome::Skipped)
            continue;
        text += bold(attemptLine(attempt).trimmed()) + u'\n';
        if (!report.address.isNull())
            text += tr("  Address       %1\n").arg(report.address.toString());
        if (!report.profile.greeting.isEmpty())
            text += tr("  Greeting      %1\n").arg(inertText(report.profile.greeting));
        if (!report.profile.capabilities.isEmpty())
            text += tr("  Capabilities  %1\n")
                        .arg(inertText(report.profile.capabilities.join(u' '), 1000));
        if (report.tls) {
            text += handshake(*report.tls, !chain.isEmpty() && report.tls->chain == chain);
            chain = report.tls->chain;
        }
        if (report.secondLook && report.secondLook->hasSpokenTls())
            text += versions(*report.secondLook);
        text += problems(attempt.diagnoses) + decision(report) + u'\n';
    }
    return text;
}

QString ConsoleText::versions(const SecondLook &look)
{
    QString text;
    for (const TlsVersion version : allTlsVersions) {
        const auto isAccepted = look.accepts(version);
        const QString word = !isAccepted ? tr("not known") : *isAccepted ? tr("yes") : tr("no");
        const QString name = toString(version).leftJustified(13);
        text += tr("  %1 %2\n", "TLS version, accepted or not").arg(name, word);
    }
    return text;
}

QString ConsoleText::exceptions(const QList<TrustException> &exceptions) const
{
    const bool isNone = exceptions.isEmpty();
    QString text = isNone ? tr("No certificates are accepted.\n") : tr("Accepted certificates:\n");
    for (const TrustException &exception : exceptions) {
        QStringList findings;
        for (const Finding::Kind kind : exception.findings)
            findings.append(toString(kind));
        text += bold(hostAndPort(exception.host, exception.port));
        if (exception.subject == TrustException::Subject::Authority)
            text += tr(": an authority");
        text += tr("\n  For          %1\n  SHA-256      %2\n  Accepted     %3\n  In spite of  %4\n")
                    .arg(exception.account.isEmpty() ? tr("whoever uses it") : exception.account,
                        fingerprintForPeople(exception.sha256),
                        exception.acceptedAt.toString(Qt::ISODate), findings.join(u", "_s));
    }
    return text;
}

/// One line, or two where the servers know the user by different names.
QString ConsoleText::userNames(const AccountSettings &settings)
{
    const QString incoming = settings.incoming ? settings.incoming->username : QString();
    const QString outgoing = settings.outgoing ? settings.outgoing->username : QString();
    const auto line = [](const QString &label, const QString &name) {
        return name.isEmpty() ? QString()
                              : u"%1 %2\n"_s.arg(label.leftJustified(9), inertText(name));
    };
    if (incoming.isEmpty() || outgoing.isEmpty() || incoming == outgoing)
        return line(tr("User name"), incoming.isEmpty() ? outgoing : incoming);
    return line(tr("User name (incoming)"), incoming) + line(tr("User name (outgoing)"), outgoing);
}

/// The options with which the user agrees to hosts that nobody vouches for.
QString ConsoleText::agreement(const AccountSettings &settings)
{
    QStringList options;
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        const bool isAsked = setting
            && (setting->needsConsent.contains(Problem::DiscoveryForeignHost)
                || setting->needsConsent.contains(Problem::DiscoveryUntrustedSource));
        const QString option
            = isAsked ? u"--agree %1"_s.arg(shellWord(setting->endpoint.host)) : QString();
        if (isAsked && !options.contains(option))
            options.append(option);
    }
    return options.isEmpty()
        ? QString()
        : tr("\nIf you know these servers, run the command again with:\n  %1\n")
              .arg(options.join(u' '));
}

/// What to compare, and what accepts it.
QString ConsoleText::decision(const ProbeReport &report) const
{
    if (report.outcome != ProbeReport::Outcome::Certificate)
        return {};
    const Endpoint &endpoint = report.candidate.endpoint;
    const QString place = hostAndPort(endpoint.host, endpoint.port);
    const QString sha256 = fingerprintForPeople(report.tls->chain.constFirst().sha256());
    QString text
        = tr("\nThe certificate of %1 has this SHA-256 fingerprint:\n  %2\n").arg(place, sha256);
    if (m_trustOptions)
        text += tr("If it is the one that the administrator gave you:\n  %1\n")
                    .arg(u"postern-cli trust add %1 --service %2 --sha256 %3%4"_s.arg(
                        shellWord(place), toString(endpoint.protocol), sha256, *m_trustOptions));
    return text;
}

QString ConsoleText::headline(const Detection &detection) const
{
    const QString who = inertText(detection.settings.identity.toString());
    switch (detection.verdict) {
    case Verdict::Ready:
        return bold(tr("Settings for %1: ready to use.").arg(who));
    case Verdict::DecisionNeeded:
        return bold(tr("Settings for %1: they work, but need your decision first.").arg(who));
    case Verdict::Partial:
        return bold(tr("Settings for %1: only one direction was found.").arg(who));
    case Verdict::InsecureOnly:
        return bold(tr("Settings for %1: only insecure ones were found.").arg(who));
    case Verdict::NothingFound:
        return bold(tr("No settings were found for %1.").arg(who));
    case Verdict::Offline:
        break;
    }
    return bold(tr("The network or the DNS is down; nothing could be tried for %1.").arg(who));
}

QString ConsoleText::settingLine(const QString &label, const ServerSetting &setting) const
{
    return u"%1 %2 %3\n"_s.arg(
               label.leftJustified(9), endpointColumns(setting.endpoint), state(setting))
        + tr("          found by %1: %2\n", "source: origin")
              .arg(toString(setting.provenance.source), inertText(setting.provenance.origin));
}

QString ConsoleText::problems(const QList<Diagnosis> &problems) const
{
    QString text;
    for (const Diagnosis &problem : problems) {
        const AdviceText words = Advice::textFor(problem);
        text += u"\n%1  [%2]\n  %3\n  %4\n"_s.arg(
            bold(words.title), toString(problem.problem), words.cause, words.remedy);
        for (const QString &line : problem.evidence.split(u'\n', Qt::SkipEmptyParts))
            text += tr("  Evidence: %1\n").arg(line);
    }
    return text;
}

QString ConsoleText::attemptLine(const Attempt &attempt) const
{
    const ProbeReport &report = attempt.report;
    QString outcome = toString(report.outcome);
    if (!report.isUsable() && !attempt.diagnoses.isEmpty())
        outcome = toString(attempt.diagnoses.constFirst().problem);
    const QString version = report.tls ? toString(report.tls->version) : QString();
    return u"  %1 %2 %3 %4 ms\n"_s
        .arg(endpointColumns(attempt.endpoint()), outcome.leftJustified(33),
            version.leftJustified(7))
        .arg(report.endMs(), 0, 'f', 0);
}

QString ConsoleText::handshake(const Handshake &handshake, bool isChainKnown) const
{
    QString trust = handshake.isRefused() ? colored(tr("refused"), red)
                                          : colored(tr("needs a decision"), amber);
    if (handshake.trust == Trust::Verified)
        trust = colored(tr("verified"), green);
    else if (handshake.trust == Trust::AcceptedByUser)
        trust = colored(tr("accepted by you"), amber);
    return tr("  Handshake     %1, %2 (%3)\n")
               .arg(toString(handshake.version), handshake.cipher, trust)
        + (isChainKnown ? tr("  Certificates  the same as above\n") : chainText(handshake.chain));
}

QString ConsoleText::state(const ServerSetting &setting) const
{
    if (setting.endpoint.security == Security::Plaintext)
        return colored(tr("not encrypted"), red);
    if (!setting.needsConsent.isEmpty())
        return colored(
            tr("needs your decision: %1").arg(codesOf(setting.needsConsent).join(u", "_s)), amber);
    if (setting.isTrusted)
        return colored(tr("verified, %1").arg(toString(setting.tlsVersion)), green);
    return colored(tr("accepted by you, %1").arg(toString(setting.tlsVersion)), amber);
}

QString ConsoleText::bold(const QString &text) const
{
    return m_colors == Colors::Ansi ? u"\x1b[1m%1\x1b[0m"_s.arg(text) : text;
}

QString ConsoleText::colored(const QString &text, int color) const
{
    return m_colors == Colors::Ansi ? u"\x1b[%1m%2\x1b[0m"_s.arg(color).arg(text) : text;
}

} // namespace postern
