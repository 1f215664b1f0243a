// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/ranking.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Reports = QList<ProbeReport>;
using Places = QList<int>;

class TestRanking : public QObject
{
    Q_OBJECT

private slots:
    void ranksIncoming_data();
    void ranksIncoming();
    void ranksOutgoing_data();
    void ranksOutgoing();
    void leavesOutWhatIsOfNoUse_data();
    void leavesOutWhatIsOfNoUse();
    void splitsDirections();
    void grades_data();
    void grades();
    void tellsWhatCouldBeat_data();
    void tellsWhatCouldBeat();
};

namespace {

/// A usable endpoint: `report("imap tls 993")`, with a verified certificate where there is TLS.
ProbeReport report(const char *text, Trust trust = Trust::Verified)
{
    const QStringList words = QString::fromLatin1(text).split(u' ');
    ProbeReport report;
    report.candidate.endpoint = {*protocolFromString(words.at(0)), hostName(u"mail.example.org"_s),
        words.at(2).toUShort(), *securityFromString(words.at(1))};
    report.outcome = ProbeReport::Outcome::Ok;
    report.profile.mechanisms = {u"PLAIN"_s};
    if (report.candidate.endpoint.security != Security::Plaintext) {
        report.tls = Handshake();
        report.tls->trust = trust;
        if (trust == Trust::Unverified)
            report.outcome = ProbeReport::Outcome::Certificate;
    }
    return report;
}

ProbeReport planned(int order, ProbeReport report)
{
    report.candidate.order = order;
    return report;
}

ProbeReport withoutSignIn(ProbeReport report)
{
    report.profile.mechanisms.clear();
    report.profile.isLoginDisabled = true;
    return report;
}

ProbeReport withStartTls(ProbeReport report)
{
    report.profile.offersStartTls = true;
    return report;
}

ProbeReport from(Source source, ProbeReport report)
{
    report.candidate.provenance.source = source;
    return report;
}

ProbeReport ended(ProbeReport::Outcome outcome, ProbeReport report)
{
    report.outcome = outcome;
    return report;
}

Places placesOf(const QList<RankedEndpoint> &ranked)
{
    Places places;
    for (const RankedEndpoint &endpoint : ranked)
        places += static_cast<int>(endpoint.report);
    return places;
}

void addColumns()
{
    QTest::addColumn<Reports>("reports");
    QTest::addColumn<Places>("places");
}

} // namespace

void TestRanking::ranksIncoming_data()
{
    addColumns();

    QTest::newRow("IMAP before POP3")
        << Reports{report("pop3 tls 995"), report("imap tls 993")} << Places{1, 0};
    QTest::newRow("IMAP with STARTTLS before POP3 with implicit TLS")
        << Reports{report("pop3 tls 995"), report("imap starttls 143")} << Places{1, 0};
    QTest::newRow("implicit TLS before STARTTLS")
        << Reports{report("imap starttls 143"), report("imap tls 993")} << Places{1, 0};
    QTest::newRow("a verified certificate before everything") << Reports{
        report("imap tls 993", Trust::Unverified), report("imap tls 993", Trust::AcceptedByUser),
        report("pop3 starttls 110")} << Places{2, 1, 0};
    QTest::newRow("TLS with a bad certificate before plaintext") << Reports{report("imap none 143"),
        report("pop3 starttls 110", Trust::Unverified)} << Places{1, 0};
    QTest::newRow("plaintext last, wherever it stands in the plan") << Reports{
        planned(0, report("imap none 143")),
        planned(1, report("pop3 starttls 110", Trust::Unverified)),
        planned(2, report("pop3 tls 995", Trust::AcceptedByUser)),
        planned(3, report("pop3 tls 995"))} << Places{3, 2, 1, 0};
    QTest::newRow("the order of the plan among equals") << Reports{
        planned(2, report("imap tls 993")), planned(0, report("imap tls 993")),
        planned(1, report("imap tls 993"))} << Places{1, 2, 0};
    QTest::newRow("the same bad certificate in both modes") << Reports{
        report("imap starttls 143", Trust::Unverified),
        report("imap tls 993", Trust::Unverified)} << Places{1, 0};
    QTest::newRow("a server where one can sign in before one where one cannot") << Reports{
        planned(0, withoutSignIn(report("imap tls 993"))),
        planned(1, report("imap tls 993"))} << Places{1, 0};
}

void TestRanking::ranksIncoming()
{
    QFETCH(Reports, reports);
    QFETCH(Places, places);

    const RankedResult ranked = rankReports(reports);
    QCOMPARE(placesOf(ranked.incoming), places);
    QVERIFY(ranked.outgoing.isEmpty());
}

void TestRanking::ranksOutgoing_data()
{
    addColumns();

    QTest::newRow("implicit TLS before STARTTLS, port 25 last")
        << Reports{report("smtp starttls 25"), report("smtp starttls 587"), report("smtp tls 465")}
        << Places{2, 1, 0};
    QTest::newRow("port 25 behind 587, even with implicit TLS and earlier in the plan") << Reports{
        planned(0, report("smtp tls 25")), planned(1, report("smtp starttls 587"))} << Places{1, 0};
    QTest::newRow("port 25 with a verified certificate before 587 with a bad one") << Reports{
        report("smtp starttls 587", Trust::Unverified), report("smtp starttls 25")} << Places{1, 0};
    QTest::newRow("587 with a bad certificate before 25 without encryption")
        << Reports{report("smtp none 25"), report("smtp starttls 587", Trust::Unverified)}
        << Places{1, 0};
    QTest::newRow("an unusual port before 25")
        << Reports{report("smtp starttls 25"), report("smtp starttls 2525")} << Places{1, 0};
    QTest::newRow("a server where one can sign in before one where one cannot") << Reports{
        planned(0, withoutSignIn(report("smtp tls 465"))),
        planned(1, report("smtp tls 465"))} << Places{1, 0};
}

void TestRanking::ranksOutgoing()
{
    QFETCH(Reports, reports);
    QFETCH(Places, places);

    const RankedResult ranked = rankReports(reports);
    QCOMPARE(placesOf(ranked.outgoing), places);
    QVERIFY(ranked.incoming.isEmpty());
}

void TestRanking::leavesOutWhatIsOfNoUse_data()
{
    QTest::addColumn<ProbeReport>("useless");
    QTest::addColumn<bool>("isListed");

    QTest::newRow("port 25 without a sign-in")
        << withoutSignIn(report("smtp starttls 25")) << false;
    QTest::newRow("port 25 without a sign-in and without encryption")
        << withoutSignIn(report("smtp none 25")) << false;
    QTest::newRow("port 25 without a sign-in, but typed by the user")
        << from(Source::User, withoutSignIn(report("smtp starttls 25"))) << true;
    QTest::newRow("port 25 with a sign-in") << report("smtp starttls 25") << true;
    QTest::newRow("a port for submission, plaintext, where STARTTLS comes before the sign-in")
        << withStartTls(withoutSignIn(report("smtp none 587"))) << false;
    QTest::newRow("a port for submission, plaintext, that never asks who one is")
        << withoutSignIn(report("smtp none 587")) << true;
    QTest::newRow("port 25 that was typed, plaintext, where STARTTLS comes before the sign-in")
        << from(Source::User, withStartTls(withoutSignIn(report("smtp none 25")))) << false;
    QTest::newRow("IMAP in plaintext, without a sign-in")
        << withoutSignIn(report("imap none 143")) << false;
    QTest::newRow("POP3 in plaintext, without a sign-in, though typed by the user")
        << from(Source::User, withoutSignIn(report("pop3 none 110"))) << false;
    QTest::newRow("plaintext with a sign-in") << report("imap none 143") << true;
    QTest::newRow("failed") << ended(ProbeReport::Outcome::Failed, report("imap tls 993")) << false;
    QTest::newRow("cancelled") << ended(ProbeReport::Outcome::Cancelled, report("imap tls 993"))
                               << false;
    QTest::newRow("skipped") << ended(ProbeReport::Outcome::Skipped, report("imap tls 993"))
                             << false;
}

void TestRanking::leavesOutWhatIsOfNoUse()
{
    QFETCH(ProbeReport, useless);
    QFETCH(bool, isListed);

    const RankedResult ranked = rankReports({useless});
    QCOMPARE(!ranked.incoming.isEmpty() || !ranked.outgoing.isEmpty(), isListed);
}

void TestRanking::splitsDirections()
{
    const Reports reports = {report("smtp tls 465"), report("pop3 none 110"),
        report("imap tls 993", Trust::Unverified), report("smtp none 587"),
        ended(ProbeReport::Outcome::Failed, report("imap starttls 143"))};
    const RankedResult expected = {{{2, Grade::NeedsDecision}, {1, Grade::Plaintext}},
        {{0, Grade::Verified}, {3, Grade::Plaintext}}};
    QVERIFY(rankReports(reports) == expected);
    QVERIFY(rankReports({}) == RankedResult());
}

void TestRanking::grades_data()
{
    QTest::addColumn<ProbeReport>("graded");
    QTest::addColumn<Grade>("grade");

    QTest::newRow("verified") << report("imap tls 993") << Grade::Verified;
    QTest::newRow("accepted") << report("imap starttls 143", Trust::AcceptedByUser)
                              << Grade::AcceptedByUser;
    QTest::newRow("to be decided")
        << report("imap tls 993", Trust::Unverified) << Grade::NeedsDecision;
    QTest::newRow("plaintext") << report("imap none 143") << Grade::Plaintext;
}

void TestRanking::grades()
{
    QFETCH(ProbeReport, graded);
    QFETCH(Grade, grade);
    QCOMPARE(gradeOf(graded), grade);
}

void TestRanking::tellsWhatCouldBeat_data()
{
    QTest::addColumn<ProbeReport>("challenger");
    QTest::addColumn<ProbeReport>("best");
    QTest::addColumn<bool>("couldBeatIt");

    const auto imap = report("imap tls 993");
    QTest::newRow("itself") << imap << imap << false;
    QTest::newRow("the same, earlier in the plan") << planned(0, imap) << planned(1, imap) << true;
    QTest::newRow("the same, later in the plan") << planned(1, imap) << planned(0, imap) << false;
    QTest::newRow("STARTTLS against implicit TLS") << report("imap starttls 143") << imap << false;
    QTest::newRow("implicit TLS against STARTTLS") << imap << report("imap starttls 143") << true;
    QTest::newRow("POP3 against IMAP") << report("pop3 tls 995") << imap << false;
    QTest::newRow("POP3 against IMAP that needs a decision")
        << report("pop3 starttls 110") << report("imap tls 993", Trust::Unverified) << true;
    QTest::newRow("POP3 against IMAP that was accepted")
        << report("pop3 starttls 110") << report("imap tls 993", Trust::AcceptedByUser) << true;
    QTest::newRow("plaintext against TLS that needs a decision")
        << report("imap none 143") << report("pop3 starttls 110", Trust::Unverified) << false;
    QTest::newRow("anything with TLS against plaintext")
        << report("pop3 starttls 110") << report("imap none 143") << true;
    QTest::newRow("port 25 against 587")
        << report("smtp tls 25") << report("smtp starttls 587") << false;
    QTest::newRow("465 against 587")
        << report("smtp tls 465") << report("smtp starttls 587") << true;
}

void TestRanking::tellsWhatCouldBeat()
{
    QFETCH(ProbeReport, challenger);
    QFETCH(ProbeReport, best);
    QTEST(couldBeat(challenger.candidate, best), "couldBeatIt");
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestRanking)

#include "tst_ranking.moc"
