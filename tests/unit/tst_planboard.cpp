// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/planboard.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestPlanBoard : public QObject
{
    Q_OBJECT

private slots:
    void triesOneNameOfAnAddress();
    void waitsForPreferredNames();
    void twoNamesNeverWaitForEachOther();
    void waitsForPreferredNamesNoLongerThanItMust();
    void triesAnotherNameWhereItMayDiffer();
    void forgetsNobodyWhenThePlanChanges();
    void triesAgainWhatWasDecided();
    void startsWhatIsPublishedMeanwhile();
};

namespace {

const QList<QHostAddress> addresses = {QHostAddress(u"127.0.0.7"_s)};

Candidate candidateFor(const QString &host, int order, Security security = Security::ImplicitTls)
{
    Candidate candidate;
    candidate.endpoint = {Protocol::Imap, hostName(host), 993, security};
    candidate.order = order;
    return candidate;
}

ProbeReport reportFor(const Candidate &candidate, ProbeReport::Outcome outcome)
{
    ProbeReport report;
    report.candidate = candidate;
    report.outcome = outcome;
    report.addresses = addresses;
    report.address = addresses.constFirst();
    report.lastStage = Stage::Capabilities;
    report.tls = Handshake();
    if (outcome == ProbeReport::Outcome::Certificate)
        report.tls->findings = {{Finding::Kind::NameMismatch, 0, {}}};
    return report;
}

QString startNext(PlanBoard &board)
{
    const auto next = board.startNext([](const QList<QHostAddress> &) { return true; });
    return next ? next->endpoint.host : QString();
}

/// A board with two names of one address.
PlanBoard boardOf(const QList<Candidate> &plan)
{
    PlanBoard board;
    board.add(plan);
    for (const Candidate &candidate : plan)
        board.setAddresses(candidate.endpoint.host, addresses);
    return board;
}

} // namespace

void TestPlanBoard::triesOneNameOfAnAddress()
{
    const Candidate first = candidateFor(u"imap"_s, 0);
    const Candidate second = candidateFor(u"mail"_s, 1);
    PlanBoard board = boardOf({first, second});
    QCOMPARE(startNext(board), u"imap"_s);
    QCOMPARE(startNext(board), QString());
    const QList<Candidate> skipped = board.settle(reportFor(first, ProbeReport::Outcome::Ok));
    QCOMPARE(skipped.size(), 1);
    QVERIFY(board.isEmpty());
}

/// Which of two names of one server is tried does not depend on whose address came first.
void TestPlanBoard::waitsForPreferredNames()
{
    PlanBoard board;
    const Candidate first = candidateFor(u"imap"_s, 0);
    board.add({first});
    board.add({candidateFor(u"mail"_s, 1)});
    board.setAddresses(u"mail"_s, addresses);
    QCOMPARE(startNext(board), QString());
    board.setAddresses(u"imap"_s, addresses);
    QCOMPARE(startNext(board), u"imap"_s);
    QCOMPARE(startNext(board), QString());
    board.endPatience(u"mail"_s);
    board.endPatience(u"imap"_s);
    QCOMPARE(startNext(board), QString()); // it is a twin now
    QCOMPARE(board.settle(reportFor(first, ProbeReport::Outcome::Ok)).size(), 1);
    QVERIFY(board.isEmpty());
}

/// A plan in a new order must not make two names wait for each other.
void TestPlanBoard::twoNamesNeverWaitForEachOther()
{
    PlanBoard board;
    board.add({candidateFor(u"imap"_s, 0), candidateFor(u"mail"_s, 1), candidateFor(u"box"_s, 2)});
    board.setAddresses(u"mail"_s, addresses);
    board.setAddresses(u"box"_s, addresses); // the twin of mail, which waits for imap
    Candidate published = candidateFor(u"box"_s, 0);
    Candidate odd = published;
    odd.endpoint.port = 10993;
    odd.order = 3;
    board.add({published, odd, candidateFor(u"imap"_s, 1), candidateFor(u"mail"_s, 2)});
    board.setAddresses(u"box"_s, addresses);
    board.takeAll(u"imap"_s);
    QSet<QString> started;
    for (QString host = startNext(board); !host.isEmpty(); host = startNext(board))
        started.insert(host);
    QVERIFY(started.contains(u"mail"_s) || started.contains(u"box"_s));
    QVERIFY(!board.settle(reportFor(candidateFor(u"mail"_s, 2), ProbeReport::Outcome::Ok)).isEmpty()
        || started.size() == 2);
}

void TestPlanBoard::waitsForPreferredNamesNoLongerThanItMust()
{
    PlanBoard board;
    board.add({candidateFor(u"imap"_s, 0)});
    board.add({candidateFor(u"mail"_s, 1)});
    board.add({candidateFor(u"box"_s, 2)});
    board.setAddresses(u"mail"_s, {QHostAddress(u"127.0.0.8"_s)});
    board.endPatience(u"mail"_s);
    QCOMPARE(startNext(board), u"mail"_s);
    board.setAddresses(u"box"_s, {QHostAddress(u"127.0.0.9"_s)});
    QCOMPARE(startNext(board), QString());
    QCOMPARE(board.takeAll(u"imap"_s).size(), 1); // there is no such name
    QCOMPARE(startNext(board), u"box"_s);
}

void TestPlanBoard::triesAnotherNameWhereItMayDiffer()
{
    const Candidate first = candidateFor(u"imap"_s, 0);
    PlanBoard board = boardOf({first, candidateFor(u"mail"_s, 1)});
    startNext(board);
    QVERIFY(board.settle(reportFor(first, ProbeReport::Outcome::Certificate)).isEmpty());
    QCOMPARE(startNext(board), u"mail"_s);
}

/// An offer puts the name that waits before the one that is being tried.
void TestPlanBoard::forgetsNobodyWhenThePlanChanges()
{
    const Candidate first = candidateFor(u"imap"_s, 0);
    Candidate second = candidateFor(u"mail"_s, 1);
    PlanBoard board = boardOf({first, second});
    startNext(board);
    second.order = -1;
    board.add({second});
    QVERIFY(board.settle(reportFor(first, ProbeReport::Outcome::Ok)).isEmpty());
    QCOMPARE(startNext(board), u"mail"_s);
}

/// A decision concerns an endpoint that was reported already, and so were its twins.
void TestPlanBoard::triesAgainWhatWasDecided()
{
    const Candidate first = candidateFor(u"imap"_s, 0);
    PlanBoard board = boardOf({first});
    startNext(board);
    ProbeReport report = reportFor(first, ProbeReport::Outcome::Certificate);
    report.tls->findings = {{Finding::Kind::Expired, 0, {}}};
    board.settle(report);
    Candidate again = first;
    again.order = 5;
    board.forget(again.endpoint);
    QCOMPARE(board.add({again}).size(), 1);
    QVERIFY(board.setAddresses(u"imap"_s, addresses).isEmpty());
    QCOMPARE(startNext(board), u"imap"_s);
}

void TestPlanBoard::startsWhatIsPublishedMeanwhile()
{
    const Candidate usual = candidateFor(u"imap"_s, 0);
    Candidate odd = candidateFor(u"imap"_s, 1, Security::StartTls);
    odd.start = Candidate::Start::IfSuggested;
    PlanBoard board = boardOf({usual, odd});
    startNext(board);
    QCOMPARE(startNext(board), QString());
    odd.start = Candidate::Start::AtOnce;
    board.add({odd});
    QCOMPARE(startNext(board), u"imap"_s);
}

} // namespace postern

QTEST_GUILESS_MAIN(postern::TestPlanBoard)
#include "tst_planboard.moc"
