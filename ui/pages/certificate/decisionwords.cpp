// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/certificate/decisionwords.h"

#include "diagnosis/advice.h"
#include "diagnosis/diagnose.h"
#include "diagnosis/serverkind.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString interceptorOf(const ProbeReport &report)
{
    for (const ChainRemark &remark : report.tls->remarks) {
        if (remark.kind == ChainRemark::Kind::Intercepted)
            return remark.product;
    }
    return {};
}

} // namespace

DecisionWords::Question DecisionWords::question(const ProbeReport &report)
{
    Question question;
    QStringList wrong;
    for (const Diagnosis &diagnosis : diagnose(report)) {
        if (diagnosis.severity != Severity::Error)
            continue;
        const AdviceText words = Advice::textFor(diagnosis);
        wrong.append(words.title);
        if (question.cause.isEmpty())
            question.cause = u"%1 %2"_s.arg(words.cause, words.remedy);
    }
    question.title = wrong.isEmpty()
        ? tr("%1 identifies itself with a certificate that nobody vouches for.")
              .arg(report.candidate.endpoint.host)
        : wrong.takeFirst();
    question.also = wrong.join(u' ');
    return question;
}

QString DecisionWords::usualMeaning(const ProbeReport &report)
{
    switch (likelyKindOf(report)) {
    case ServerKind::Intercepted:
        return tr("Its authority bears the name of %1, a product that reads encrypted connections "
                  "on the way. Anybody can write that name. If that product is yours, its own "
                  "authority's file is the way; if not, somebody may be listening.")
            .arg(interceptorOf(report));
    case ServerKind::Bridge:
        return tr("The server is a program on this computer, such as a provider's mail bridge. "
                  "Such programs sign their certificates themselves.");
    case ServerKind::Home:
        return tr("The server is in your own network. A server or storage box at home usually "
                  "signs its certificate itself; its settings page shows the fingerprint.");
    case ServerKind::SharedHosting:
        return tr(
            "A known authority vouches for it, but under another name. That is usual where "
            "one server hosts many domains; then the provider's own server name is the right "
            "one. But an interceptor can show a valid certificate of a name of its own, too.");
    case ServerKind::Outdated:
        return tr("A known authority vouches for it, but with cryptography of the past. Usually it "
                  "is an old server that nobody looks after.");
    case ServerKind::Forgotten:
        return tr("A known authority vouched for it, but not for today. Usually somebody forgot to "
                  "renew it, or this computer's clock is wrong.");
    case ServerKind::IncompleteChain:
        return tr("It looks like a public authority's, but the server does not send the "
                  "certificate in between. Usually the administrator installed half of it.");
    case ServerKind::Organization:
        return tr("It was issued by an authority that this computer does not know. That is usual "
                  "for a company or a university, whose administrators give you its file; and an "
                  "interceptor's looks the same.");
    case ServerKind::Own:
        break;
    }
    return tr(
        "The server signed it itself. That is usual for a small server of somebody's own; and "
        "an interceptor's looks the same. Only its fingerprint tells them apart.");
}

QString DecisionWords::atStake(const ProbeReport &report)
{
    QString stake = tr("If you accept a certificate that is not your server's, whoever shows "
                       "it can read your password and all of your mail.");
    const auto isWeak = [](const Finding &finding) {
        return finding.kind == Finding::Kind::WeakKey
            || finding.kind == Finding::Kind::WeakSignature;
    };
    const QList<Finding> &findings = report.tls->findings;
    if (std::none_of(findings.begin(), findings.end(), isWeak))
        return stake;
    return tr("%1 This one is so weak that others can forge it: even if it is the right one today, "
              "nobody can tell whether it is tomorrow. It counts only in searches that allow weak "
              "certificates.")
        .arg(stake);
}

QString DecisionWords::refusal(AuthorityRefusal refusal)
{
    switch (refusal) {
    case AuthorityRefusal::NoCertificate:
        return tr("That file holds no certificate that can be read. Nothing was changed.");
    case AuthorityRefusal::NoAuthority:
        return tr("That file holds a certificate, but not an authority's. Ask for the certificate "
                  "of the authority that issued this one. Nothing was changed.");
    case AuthorityRefusal::DoesNotVouch:
        break;
    }
    return tr("That authority does not vouch for this certificate under this name. Nothing was "
              "changed.");
}

} // namespace postern
