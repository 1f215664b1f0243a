// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/interception.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestInterception : public QObject
{
    Q_OBJECT

private slots:
    void hints_data();
    void hints();
};

namespace {

struct Seen
{
    const char *host;
    const char *issuer;
    TlsFinding::Kind kind = TlsFinding::Kind::UnknownIssuer;
};

} // namespace

void TestInterception::hints_data()
{
    QTest::addColumn<QList<ProbeReport>>("reports");
    QTest::addColumn<QString>("evidence"); // empty: no hint
    const auto row = [](const char *name, const QList<Seen> &all, const QString &evidence) {
        QList<ProbeReport> reports;
        for (const Seen &seen : all) {
            ProbeReport report;
            report.candidate.endpoint
                = {Protocol::Imap, QString::fromLatin1(seen.host), 993, Security::ImplicitTls};
            report.tls = TlsSession();
            TlsFinding finding;
            finding.kind = seen.kind;
            finding.issuer = QString::fromLatin1(seen.issuer);
            report.tls->findings = {finding};
            reports.append(report);
        }
        QTest::newRow(name) << reports << evidence;
    };
    row("nothing", {}, {});
    row("two domains, one authority",
        {{"imap.example.org", "Box CA"}, {"mx.hoster.example", "Box CA"}},
        u"issuer Box CA at example.org, hoster.example"_s);
    row("one domain, its own authority",
        {{"imap.example.org", "Example CA"}, {"smtp.example.org", "Example CA"}}, {});
    row("two domains, two authorities",
        {{"imap.example.org", "Example CA"}, {"mx.hoster.example", "Hoster CA"}}, {});
    row("something else is wrong",
        {{"imap.example.org", "R11", TlsFinding::Kind::Expired},
            {"mx.hoster.example", "R11", TlsFinding::Kind::NameMismatch}},
        {});
    row("addresses belong to nobody", {{"192.0.2.1", "Box CA"}, {"192.0.2.2", "Box CA"}}, {});
}

void TestInterception::hints()
{
    QFETCH(QList<ProbeReport>, reports);
    QFETCH(QString, evidence);
    const auto hint = interceptionHint(reports);
    QCOMPARE(hint.has_value(), !evidence.isEmpty());
    if (!hint)
        return;
    QVERIFY(hint->problem == Problem::CertificateIntercepted);
    QVERIFY(hint->severity == Severity::Warning);
    QCOMPARE(hint->evidence, evidence);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestInterception)
#include "tst_interception.moc"
