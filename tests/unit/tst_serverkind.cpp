// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/serverkind.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Kind = Finding::Kind;
using Kinds = QList<Finding::Kind>;

class TestServerKind : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatItMostlyMeans_data();
    void tellsWhatItMostlyMeans();
};

void TestServerKind::tellsWhatItMostlyMeans_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::addColumn<Kinds>("findings");
    QTest::addColumn<bool>("isInterceptor");
    QTest::addColumn<ServerKind>("kind");

    const auto row = [](const char *name, const QString &host, const QString &address,
                         const Kinds &findings, ServerKind kind, bool isInterceptor = false) {
        QTest::newRow(name) << host << address << findings << isInterceptor << kind;
    };
    const QString host = u"mail.example.org"_s;
    const QString address = u"192.0.2.7"_s; // for documentation, so far away
    row("bridge", u"127.0.0.1"_s, u"127.0.0.1"_s, {Kind::SelfSigned}, ServerKind::Bridge);
    row("bridge over IPv6", u"localhost"_s, u"::1"_s, {Kind::SelfSigned}, ServerKind::Bridge);
    row("at home by its address", u"192.168.1.9"_s, u"192.168.1.9"_s, {Kind::SelfSigned},
        ServerKind::Home);
    row("a name of the internet in a network of somebody's", host, u"192.168.1.9"_s,
        {Kind::SelfSigned}, ServerKind::Own);
    row("at home, but vouched for", u"nas.local"_s, u"192.168.1.9"_s, {Kind::NameMismatch},
        ServerKind::SharedHosting);
    row("of the past", host, address, {Kind::WeakKey}, ServerKind::Outdated);
    row("at home by its name", u"nas.local"_s, address, {Kind::SelfSigned}, ServerKind::Home);
    row("no home name", u"nas.local.example"_s, address, {Kind::SelfSigned}, ServerKind::Own);
    row("on the internet", host, address, {Kind::SelfSigned}, ServerKind::Own);
    row("many domains", host, address, {Kind::NameMismatch}, ServerKind::SharedHosting);
    row("out of date", host, address, {Kind::Expired}, ServerKind::Forgotten);
    row("out of date under another name", host, address, {Kind::NameMismatch, Kind::Expired},
        ServerKind::Forgotten);
    row("a company's", host, address, {Kind::UnknownIssuer}, ServerKind::Organization);
    row("alone", host, address, {Kind::UnknownIssuer, Kind::IncompleteChain},
        ServerKind::Organization);
    row("nothing in between", host, address, {Kind::IncompleteChain}, ServerKind::IncompleteChain);
    row("read along", host, address, {Kind::UnknownIssuer}, ServerKind::Intercepted, true);
    row("read along at home", host, u"127.0.0.1"_s, {Kind::UnknownIssuer}, ServerKind::Intercepted,
        true);
}

void TestServerKind::tellsWhatItMostlyMeans()
{
    QFETCH(QString, host);
    QFETCH(QString, address);
    QFETCH(Kinds, findings);
    QFETCH(bool, isInterceptor);
    QFETCH(ServerKind, kind);

    ProbeReport report;
    report.candidate.endpoint.host = hostName(host);
    report.address = QHostAddress(address);
    report.tls.emplace();
    for (const Kind finding : findings)
        report.tls->findings.append({finding, 0, {}});
    if (isInterceptor)
        report.tls->remarks.append({ChainRemark::Kind::Intercepted, {}, u"Some Antivirus"_s, {}});
    QCOMPARE(likelyKindOf(report), kind);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestServerKind)

#include "tst_serverkind.moc"
