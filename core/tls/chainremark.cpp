// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/chainremark.h"

#include "base/inerttext.h"
#include "tls/asn1time.h"
#include "tls/certificatefacts.h"
#include "tls/chaincomplaints.h"

#include <QSet>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 soonSeconds = 14 * 24 * 3600;

/// Words in the name of an authority that a product makes to read encrypted connections, and the
/// product. No authority for the public has such a name.
constexpr std::pair<QLatin1StringView, QLatin1StringView> interceptors[] = {
    {"avast! web/mail shield"_L1, "Avast"_L1},
    {"avast web/mail shield"_L1, "Avast"_L1},
    {"avg web/mail shield"_L1, "AVG"_L1},
    {"norton web/mail shield"_L1, "Norton"_L1},
    {"eset ssl filter ca"_L1, "ESET"_L1},
    {"kaspersky anti-virus personal root"_L1, "Kaspersky"_L1},
    {"kaspersky web anti-virus"_L1, "Kaspersky"_L1},
    {"bitdefender personal ca"_L1, "Bitdefender"_L1},
    {"bullguard ssl proxy"_L1, "BullGuard"_L1},
    {"adguard personal ca"_L1, "AdGuard"_L1},
    {"g data personal"_L1, "G DATA"_L1},
    {"fortigate ca"_L1, "FortiGate"_L1},
    {"fortinet_ca"_L1, "FortiGate"_L1},
    {"sophos ssl ca"_L1, "Sophos"_L1},
    {"sophos web appliance"_L1, "Sophos"_L1},
    {"zscaler"_L1, "Zscaler"_L1},
    {"cisco umbrella"_L1, "Cisco Umbrella"_L1},
    {"netskope"_L1, "Netskope"_L1},
    {"blue coat"_L1, "Blue Coat"_L1},
    {"mcafee web gateway"_L1, "McAfee"_L1},
    {"watchguard https proxy"_L1, "WatchGuard"_L1},
    {"sonicwall firewall dpi"_L1, "SonicWall"_L1},
    {"untangle"_L1, "Untangle"_L1},
    {"mitmproxy"_L1, "mitmproxy"_L1},
    {"charles proxy"_L1, "Charles"_L1},
    {"do_not_trust_fiddlerroot"_L1, "Fiddler"_L1},
    {"portswigger ca"_L1, "Burp"_L1},
    {"superfish"_L1, "Superfish"_L1},
};

bool hasIssued(X509 *issuer, X509 *certificate)
{
    return X509_check_issued(issuer, certificate) == X509_V_OK;
}

/// The places in the chain of the way from the first certificate upwards.
QList<int> pathThrough(STACK_OF(X509) * chain)
{
    QList<int> path{0};
    bool isLonger = true;
    while (isLonger) {
        isLonger = false;
        X509 *last = sk_X509_value(chain, path.constLast());
        for (int i = 1; i < sk_X509_num(chain) && !isLonger; ++i) {
            if (!path.contains(i) && hasIssued(sk_X509_value(chain, i), last)) {
                path.append(i);
                isLonger = true;
            }
        }
    }
    return path;
}

/// Which places any way from the first certificate upwards passes; what is sent twice counts once.
QSet<int> neededIn(STACK_OF(X509) * chain)
{
    QSet<int> needed{0};
    QList<int> unseen{0};
    while (!unseen.isEmpty()) {
        X509 *certificate = sk_X509_value(chain, unseen.takeFirst());
        for (int i = 1; i < sk_X509_num(chain); ++i) {
            X509 *issuer = sk_X509_value(chain, i);
            const bool isKnown = std::any_of(needed.begin(), needed.end(),
                [&](int place) { return X509_cmp(sk_X509_value(chain, place), issuer) == 0; });
            if (isKnown || !hasIssued(issuer, certificate))
                continue;
            needed.insert(i);
            unseen.append(i);
        }
    }
    return needed;
}

void remarkOnOrder(
    const QList<QSslCertificate> &chain, STACK_OF(X509) * stack, QList<ChainRemark> &remarks)
{
    if (sk_X509_num(stack) < 2 || sk_X509_num(stack) != chain.size())
        return; // one that cannot be read, or too many of them, is another matter
    const QList<int> path = pathThrough(stack);
    const QSet<int> needed = neededIn(stack);
    QStringList superfluous;
    for (int i = 1; i < sk_X509_num(stack); ++i) {
        if (!needed.contains(i))
            superfluous.append(factsOf(chain.at(i)).subject);
    }
    if (!std::is_sorted(path.begin(), path.end())) {
        QStringList names;
        for (const QSslCertificate &certificate : chain)
            names.append(factsOf(certificate).subject);
        remarks.append(
            {ChainRemark::Kind::WrongOrder, inertText(u"sent: %1"_s.arg(names.join(u" | "_s)))});
    }
    if (!superfluous.isEmpty())
        remarks.append({ChainRemark::Kind::Superfluous, inertText(superfluous.join(u" | "_s))});
}

void remarkOnDate(X509 *leaf, const QDateTime &now, QList<ChainRemark> &remarks)
{
    const QDateTime end = toDateTime(X509_get0_notAfter(leaf));
    const qint64 lifetime = toDateTime(X509_get0_notBefore(leaf)).secsTo(end);
    const qint64 left = now.secsTo(end);
    if (left >= 0 && left < qMin(soonSeconds, lifetime / 4))
        remarks.append({ChainRemark::Kind::ExpiresSoon,
            u"notAfter %1"_s.arg(end.toString(Qt::ISODate)), {}, end});
}

/// The organization and the common name.
QString lowerNames(const X509_NAME *name)
{
    QString all;
    for (const int part : {NID_organizationName, NID_commonName}) {
        char text[256] = {}; // the library cuts what is longer
        if (X509_NAME_get_text_by_NID(const_cast<X509_NAME *>(name), part, text, sizeof text) > 0)
            all += QString::fromLatin1(text).toLower() + u'\n';
    }
    return all;
}

void remarkOnIssuer(
    const QList<QSslCertificate> &chain, STACK_OF(X509) * stack, QList<ChainRemark> &remarks)
{
    for (const int place : {0, pathThrough(stack).constLast()}) {
        const QString issuer = lowerNames(X509_get_issuer_name(sk_X509_value(stack, place)));
        for (const auto &[words, product] : interceptors) {
            if (issuer.contains(words)) {
                remarks.append({ChainRemark::Kind::Intercepted,
                    u"issuer %1"_s.arg(factsOf(chain.value(place)).issuer), product});
                return;
            }
        }
    }
}

} // namespace

QList<ChainRemark> remarksOn(const QList<QSslCertificate> &chain, const QDateTime &now)
{
    const ErrorQueueGuard guard;
    const X509StackHandle stack = toStack(chain);
    if (sk_X509_num(stack.get()) < 1)
        return {};
    QList<ChainRemark> remarks;
    remarkOnIssuer(chain, stack.get(), remarks);
    remarkOnDate(sk_X509_value(stack.get(), 0), now, remarks);
    remarkOnOrder(chain, stack.get(), remarks);
    return remarks;
}

} // namespace postern
