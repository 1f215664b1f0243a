// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/chainremark.h"

#include "base/inerttext.h"
#include "certificate/asn1time.h"
#include "certificate/certificate.h"
#include "certificate/chaincomplaints.h"
#include "certificate/chainshape.h"

#include <algorithm>
#include <iterator>

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

QStringList subjectsAt(const QList<Certificate> &chain, const QList<int> &places)
{
    QStringList names;
    for (const int place : places)
        names.append(chain.at(place).facts().subject);
    return names;
}

void remarkOnOrder(
    const QList<Certificate> &chain, const ChainShape &shape, QList<ChainRemark> &remarks)
{
    if (!shape.isInOrder()) {
        QStringList names;
        for (const Certificate &certificate : chain)
            names.append(certificate.facts().subject);
        remarks.append(
            {ChainRemark::Kind::WrongOrder, inertText(u"sent: %1"_s.arg(names.join(u" | "_s)))});
    }
    if (!shape.superfluous.isEmpty())
        remarks.append({ChainRemark::Kind::Superfluous,
            inertText(subjectsAt(chain, shape.superfluous).join(u" | "_s))});
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

void remarkOnIssuer(const QList<Certificate> &chain, const ChainShape &shape,
    STACK_OF(X509) * stack, QList<ChainRemark> &remarks)
{
    for (const int place : {0, shape.path.constLast()}) {
        const QString issuer = lowerNames(X509_get_issuer_name(sk_X509_value(stack, place)));
        for (const auto &[words, product] : interceptors) {
            if (issuer.contains(words)) {
                remarks.append({ChainRemark::Kind::Intercepted,
                    u"issuer %1"_s.arg(chain.value(place).facts().issuer), product});
                return;
            }
        }
    }
}

} // namespace

bool isInterceptionProduct(const QString &name)
{
    return std::any_of(std::begin(interceptors), std::end(interceptors),
        [&name](const auto &row) { return row.second == name; });
}

QList<ChainRemark> remarksOn(const QList<Certificate> &chain, const QDateTime &now)
{
    const ErrorQueueGuard guard;
    const X509StackHandle stack = toStack(chain);
    if (sk_X509_num(stack.get()) < 1)
        return {};
    QList<ChainRemark> remarks;
    const ChainShape shape = shapeOf(chain);
    remarkOnIssuer(chain, shape, stack.get(), remarks);
    remarkOnDate(sk_X509_value(stack.get(), 0), now, remarks);
    remarkOnOrder(chain, shape, remarks);
    return remarks;
}

} // namespace postern
