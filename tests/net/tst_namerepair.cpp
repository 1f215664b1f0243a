// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificate/certificate.h"
#include "setup/namerepair.h"
#include "support/fakedns.h"
#include "support/names.h"
#include "support/testcertificates.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestNameRepair : public QObject
{
    Q_OBJECT

private slots:
    void repairsNothingButTheName_data();
    void repairsNothingButTheName();
    void saysNothingOnceCancelled();
};

namespace {

const QHostAddress place(u"192.0.2.7"_s);

/// A server that works, but whose certificate is made out to another name.
ProbeReport reportOf(const Candidate &candidate)
{
    CertificateSpec spec;
    spec.commonName = u"box.example.org"_s;
    spec.dnsNames = QStringList{u"*.example.org"_s, u"elsewhere.example.org"_s, spec.commonName};
    ProbeReport report;
    report.candidate = candidate;
    report.outcome = ProbeReport::Outcome::Certificate;
    report.address = place;
    report.tls.emplace();
    report.tls->chain = Certificate::listFromPem(selfSigned(spec).certificatePem);
    report.tls->findings = {{Finding::Kind::NameMismatch, 0, {}}};
    return report;
}

void addNames(FakeDns &dns)
{
    dns.addHost(u"box.example.org"_s, {place});
    dns.addHost(u"elsewhere.example.org"_s, {QHostAddress(u"192.0.2.8"_s)});
}

} // namespace

void TestNameRepair::repairsNothingButTheName_data()
{
    QTest::addColumn<bool>("isUntrusted");
    QTest::newRow("found on a safe way") << false;
    QTest::newRow("found on a way that could have been tampered with") << true;
}

void TestNameRepair::repairsNothingButTheName()
{
    QFETCH(bool, isUntrusted);
    Candidate candidate;
    candidate.endpoint
        = {Protocol::Imap, hostName(u"imap.example.org"_s), 10993, Security::ImplicitTls};
    candidate.provenance.source = Source::Autoconfig;
    candidate.username = UsernameRule(u"%EMAILLOCALPART%"_s);
    candidate.authentication = QStringList{u"password-cleartext"_s};
    candidate.provenance.isUntrusted = isUntrusted;
    FakeDns dns;
    addNames(dns);
    NameRepair repair(dns, hostName(u"example.org"_s));
    QList<Offer> offers;
    connect(&repair, &NameRepair::offered, this, [&](const QList<Offer> &more) { offers += more; });
    repair.consider(reportOf(candidate));
    QTRY_VERIFY(repair.isIdle());
    QCOMPARE(offers.size(), 1);
    const Offer offer = offers.constFirst();
    QCOMPARE(offer.endpoint.host, u"box.example.org"_s);
    QCOMPARE(offer.endpoint.port, 10993);
    QCOMPARE(offer.username.pattern(), candidate.username.pattern());
    QCOMPARE(offer.authentication, candidate.authentication);
    QCOMPARE(offer.provenance.isUntrusted, isUntrusted);
    QVERIFY(!offer.provenance.isForeign);
}

void TestNameRepair::saysNothingOnceCancelled()
{
    Candidate candidate;
    candidate.endpoint
        = {Protocol::Imap, hostName(u"imap.example.org"_s), 993, Security::ImplicitTls};
    FakeDns dns;
    addNames(dns);
    dns.setSilent(u"box.example.org"_s);
    NameRepair repair(dns, hostName(u"example.org"_s));
    bool hasSpoken = false;
    connect(&repair, &NameRepair::offered, this, [&] { hasSpoken = true; });
    repair.consider(reportOf(candidate));
    repair.cancel();
    dns.speak(u"box.example.org"_s);
    QCoreApplication::processEvents();
    QVERIFY(!hasSpoken);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestNameRepair)

#include "tst_namerepair.moc"
