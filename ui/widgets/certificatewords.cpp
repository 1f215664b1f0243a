// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/certificatewords.h"

#include "account/registereddomain.h"
#include "base/inerttext.h"
#include "certificate/namematch.h"

#include <QHostAddress>
#include <QLocale>
#include <QUrl>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxNames = 12; // the PEM holds them all
constexpr qsizetype mostOfAName = 70;

} // namespace

QList<Fact> CertificateWords::facts(const CertificateFacts &facts, const QDateTime &now)
{
    return {
        {tr("Subject"), facts.subject},
        {tr("Issuer"), facts.issuer},
        {tr("Good for"), names(facts)},
        {tr("Validity"), validity(facts, now)},
        {tr("From"), moment(facts.notBefore)},
        {tr("Until"), moment(facts.notAfter)},
        {tr("Key"), key(facts)},
        {tr("Signature"), facts.signatureAlgorithm},
        {tr("Serial number"), facts.serialNumber, Fact::Font::Fixed},
        {tr("SHA-256"), fingerprintForPeople(facts.sha256), Fact::Font::Fixed},
        {tr("SHA-1"), fingerprintForPeople(facts.sha1), Fact::Font::Fixed},
        {tr("Key SHA-256"), fingerprintForPeople(facts.spkiSha256), Fact::Font::Fixed},
    };
}

QList<Fact> CertificateWords::facts(const CertificateExtensions &extensions)
{
    QList<Fact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, value});
    };
    add(tr("Key usage"), extensions.keyUsage.value_or(QStringList()).join(u", "_s));
    add(tr("Purposes"), extensions.extendedKeyUsage.value_or(QStringList()).join(u", "_s));
    if (extensions.isAuthority == true)
        facts.append({tr("Authority"),
            extensions.pathLength
                ? tr("yes, with at most %n authority(ies) below", nullptr, *extensions.pathLength)
                : tr("yes")});
    add(tr("Policies"), extensions.policies.join(u", "_s));
    add(tr("OCSP responder"), extensions.ocspUrls.join(u", "_s));
    add(tr("Issuer's certificate"), extensions.caIssuersUrls.join(u", "_s));
    add(tr("Revocation lists"), extensions.crlUrls.join(u", "_s));
    if (!extensions.timestamps.isEmpty())
        facts.append({tr("Logged (CT)"),
            tr("%n timestamp(s)", nullptr, static_cast<int>(extensions.timestamps.size()))});
    if (extensions.mustStaple)
        facts.append({tr("Must staple"), tr("yes")});
    const auto addId = [&facts](const QString &name, const QByteArray &id) {
        if (!id.isEmpty())
            facts.append({name, fingerprintForPeople(id), Fact::Font::Fixed});
    };
    addId(tr("Key identifier"), extensions.subjectKeyId);
    addId(tr("Issuer's key"), extensions.authorityKeyId);
    add(tr("Critical"), extensions.critical.join(u", "_s));
    return facts;
}

QString CertificateWords::validity(const CertificateFacts &facts, const QDateTime &now)
{
    const QString until
        = QLocale().toString(facts.notAfter.toLocalTime().date(), QLocale::LongFormat);
    if (now < facts.notBefore) {
        return tr(
            "not before %1 (in %n day(s))", nullptr, static_cast<int>(now.daysTo(facts.notBefore)))
            .arg(QLocale().toString(facts.notBefore.toLocalTime().date(), QLocale::LongFormat));
    }
    if (facts.notAfter.date() == now.date()) {
        return now > facts.notAfter ? tr("expired today, at %1").arg(moment(facts.notAfter))
                                    : tr("expires today, at %1").arg(moment(facts.notAfter));
    }
    if (now > facts.notAfter) {
        return tr(
            "expired %n day(s) ago, on %1", nullptr, static_cast<int>(facts.notAfter.daysTo(now)))
            .arg(until);
    }
    return tr("until %1 (%n day(s) left)", nullptr, static_cast<int>(now.daysTo(facts.notAfter)))
        .arg(until);
}

QString CertificateWords::names(const CertificateFacts &facts)
{
    QStringList all;
    for (const QString &name : facts.dnsNames)
        all.append(nameForPeople(name));
    all += facts.ipAddresses;
    if (all.isEmpty())
        return tr("no server name at all");
    if (all.size() <= maxNames)
        return all.join(u", "_s);
    return tr("%1 and %n more", nullptr, static_cast<int>(all.size() - maxNames))
        .arg(all.first(maxNames).join(u", "_s));
}

Fact CertificateWords::comparedNames(const CertificateFacts &facts, const QString &host)
{
    QStringList matching;
    const auto add = [&](const QString &name, bool isMatch) {
        if (isMatch)
            matching.append(nameForPeople(name));
    };
    for (const QString &name : facts.dnsNames)
        add(name, matchesDnsName(name.toLatin1(), host));
    for (const QString &address : facts.ipAddresses)
        add(address, QHostAddress(address) == QHostAddress(host));
    QStringList lines{nameForPeople(host)};
    for (const QString &name : matching.first(qMin(matching.size(), maxNames)))
        lines.append(tr("✓ matched by %1").arg(name));
    if (matching.isEmpty())
        lines.append(tr("✗ matched by none of its names"));
    return {tr("Asked for"), lines.join(u'\n')};
}

QString CertificateWords::nameForPeople(const QString &name)
{
    QString shown = name;
    const QString owner = registeredDomain(name);
    const qsizetype room = qMax<qsizetype>(mostOfAName - owner.size(), 2);
    const qsizetype front = name.size() - owner.size();
    if (name.size() > mostOfAName && front > room)
        shown = name.first(room / 2) + u'…' + name.sliced(front - room / 2);
    const QString readable = QUrl::fromAce(name.toLatin1(), QUrl::IgnoreIDNWhitelist);
    return readable == name || readable.isEmpty() || !name.contains("xn--"_L1)
        ? shown
        : tr("%1 (%2)", "a name in two forms").arg(shown, inertText(readable));
}

QString CertificateWords::key(const CertificateFacts &facts)
{
    const QString size = tr("%1, %n bit(s)", nullptr, facts.keyBits).arg(facts.keyAlgorithm);
    return facts.keyDetail.isEmpty() ? size : u"%1 (%2)"_s.arg(size, facts.keyDetail);
}

QString CertificateWords::moment(const QDateTime &utc)
{
    if (utc.toLocalTime().offsetFromUtc() == 0)
        return QLocale().toString(utc, QLocale::LongFormat);
    return tr("%1 (UTC %2)")
        .arg(QLocale().toString(utc.toLocalTime(), QLocale::LongFormat), utc.toString(Qt::ISODate));
}

} // namespace postern
