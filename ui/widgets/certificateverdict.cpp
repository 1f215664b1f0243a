// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/certificateverdict.h"

#include "certificate/certificatefacts.h"

#include <QLocale>

namespace postern {

using namespace Qt::StringLiterals;

QList<CertificateVerdict::Line> CertificateVerdict::lines(
    const Handshake &handshake, const QString &host)
{
    if (handshake.chain.isEmpty())
        return {};
    QList<Line> lines{verdict(handshake, host)};
    for (const Finding &finding : handshake.findings) {
        const bool isAllowed = isAcceptable(finding.kind, handshake.consent);
        const QString name = finding.subject.isEmpty()
            ? handshake.chain.value(finding.depth, handshake.chain.constFirst()).facts().subjectName
            : finding.subject;
        lines.append(
            {tr("%1: %2.", "certificate: what is wrong with it").arg(name, words(finding.kind)),
                isAllowed ? u"warning"_s : u"failed"_s,
                isAllowed ? ColorRole::Caution : ColorRole::Danger});
    }
    for (const ChainRemark &remark : handshake.remarks)
        lines.append({words(remark), u"info"_s, ColorRole::Muted});
    return lines;
}

CertificateVerdict::Line CertificateVerdict::verdict(
    const Handshake &handshake, const QString &host)
{
    switch (handshake.trust) {
    case Trust::Verified:
        return {tr("Verified: %1 vouches that this is %2.")
                    .arg(handshake.chain.constFirst().facts().issuerName, host),
            u"verified"_s, ColorRole::Good};
    case Trust::AcceptedByUser:
        return {handshake.vouchedBy.isEmpty()
                ? tr("Accepted by you for %1, in spite of this:").arg(host)
                : tr("Accepted by you for %1: %2 vouches for it, an authority of your choice.")
                      .arg(host, handshake.vouchedBy),
            u"accepted"_s, ColorRole::Caution};
    case Trust::Unverified:
        break;
    }
    if (handshake.isRefused())
        return {tr("Refused: as it is, nobody may rely on this certificate."), u"failed"_s,
            ColorRole::Danger};
    return {tr("Not verified: nothing shows yet that this is %1.").arg(host), u"question"_s,
        ColorRole::Caution};
}

QString CertificateVerdict::words(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::SelfSigned:
        return tr("signed by itself, so nobody else vouches for it");
    case Finding::Kind::UnknownIssuer:
        return tr("issued by an authority that this computer does not know");
    case Finding::Kind::IncompleteChain:
        return tr("the certificate of its issuer was not sent");
    case Finding::Kind::NameMismatch:
        return tr("made for other names than the one asked for");
    case Finding::Kind::Expired:
        return tr("no longer valid");
    case Finding::Kind::NotYetValid:
        return tr("not valid yet");
    case Finding::Kind::Revoked:
        return tr("revoked by its issuer");
    case Finding::Kind::NotForServers:
        return tr("not made for servers");
    case Finding::Kind::WeakSignature:
        return tr("signed with a method that can be forged");
    case Finding::Kind::WeakKey:
        return tr("its key is so short that it can be broken");
    case Finding::Kind::Missing:
        return tr("no certificate was shown");
    case Finding::Kind::Invalid:
        break;
    }
    return tr("not valid");
}

QString CertificateVerdict::words(const ChainRemark &remark)
{
    switch (remark.kind) {
    case ChainRemark::Kind::ExpiresSoon:
        return tr("It expires soon: on %1.")
            .arg(QLocale().toString(remark.date.toLocalTime().date(), QLocale::LongFormat));
    case ChainRemark::Kind::WrongOrder:
        return tr("The certificates were sent in the wrong order.");
    case ChainRemark::Kind::Superfluous:
        return tr("Certificates were sent that nobody needs: %1.").arg(remark.evidence);
    case ChainRemark::Kind::Intercepted:
        break;
    }
    return tr("Its authority bears the name of %1, which reads encrypted connections. Anybody can "
              "write that name.")
        .arg(remark.product);
}

} // namespace postern
