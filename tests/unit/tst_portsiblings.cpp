// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/portsiblings.h"
#include "support/names.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestPortSiblings : public QObject
{
    Q_OBJECT

private slots:
    void decidesAboutImplicitTls_data();
    void decidesAboutImplicitTls() { decides(Security::ImplicitTls); }
    void decidesAboutStartTls_data();
    void decidesAboutStartTls() { decides(Security::StartTls); }
    void decidesAboutPlaintext_data();
    void decidesAboutPlaintext() { decides(Security::Plaintext); }
    void leavesUnreachablePortsAlone_data();
    void leavesUnreachablePortsAlone();
    void decidesOnSilence_data();
    void decidesOnSilence();

private:
    void decides(Security waiting);
};

namespace {

Candidate candidate(Security security)
{
    return {{Protocol::Imap, hostName(u"imap.example.org"_s), 993, security},
        Candidate::Start::IfSuggested, {Source::Guess, {}}, 0};
}

ProbeReport connected(Security security)
{
    ProbeReport report;
    report.candidate = candidate(security);
    report.address = QHostAddress(u"192.0.2.7"_s);
    return report;
}

ProbeReport failed(Security security, Fault fault, Stage stage)
{
    ProbeReport report = connected(security);
    report.outcome = ProbeReport::Outcome::Failed;
    report.fault = SeenFault{fault, {}};
    report.lastStage = stage;
    return report;
}

/// A server that greeted before it failed.
ProbeReport greetedThenFailed(Security security, Fault fault, Stage stage)
{
    ProbeReport report = failed(security, fault, stage);
    report.profile.greeting = "* OK ready";
    return report;
}

ProbeReport worked(Security security, ProbeReport::Outcome outcome = ProbeReport::Outcome::Ok)
{
    ProbeReport report = connected(security);
    report.outcome = outcome;
    report.profile.greeting = "* OK ready";
    report.lastStage = Stage::Capabilities;
    return report;
}

void addColumns()
{
    QTest::addColumn<ProbeReport>("report");
    QTest::addColumn<FollowUp>("decision");
}

} // namespace

void TestPortSiblings::decides(Security waiting)
{
    QFETCH(ProbeReport, report);
    QFETCH(FollowUp, decision);
    QCOMPARE(followUp(candidate(waiting), report), decision);
}

void TestPortSiblings::decidesAboutImplicitTls_data()
{
    addColumns();

    QTest::newRow("STARTTLS found silence")
        << failed(Security::StartTls, Fault::NoGreeting, Stage::Greeting) << FollowUp::Try;
    QTest::newRow("STARTTLS found TLS")
        << failed(Security::StartTls, Fault::TlsOnPlaintextPort, Stage::Greeting) << FollowUp::Try;
    QTest::newRow("STARTTLS was hung up on before a greeting")
        << failed(Security::StartTls, Fault::Closed, Stage::Greeting) << FollowUp::Try;
    QTest::newRow("plaintext found silence")
        << failed(Security::Plaintext, Fault::NoGreeting, Stage::Greeting) << FollowUp::Try;
    QTest::newRow("STARTTLS was hung up on later") << greetedThenFailed(Security::StartTls,
        Fault::Closed, Stage::Capabilities) << FollowUp::Pointless;
    QTest::newRow("STARTTLS worked") << worked(Security::StartTls) << FollowUp::Pointless;
    QTest::newRow("STARTTLS worked but for the certificate")
        << worked(Security::StartTls, ProbeReport::Outcome::Certificate) << FollowUp::Pointless;
    QTest::newRow("STARTTLS was not offered")
        << greetedThenFailed(Security::StartTls, Fault::StartTlsNotOffered, Stage::Capabilities)
        << FollowUp::Pointless;
    QTest::newRow("another service spoke")
        << failed(Security::StartTls, Fault::WrongService, Stage::Greeting) << FollowUp::Undecided;
}

void TestPortSiblings::decidesAboutStartTls_data()
{
    addColumns();

    QTest::newRow("TLS found plaintext") << failed(Security::ImplicitTls, Fault::PlaintextOnTlsPort,
        Stage::Handshake) << FollowUp::Try;
    QTest::newRow("TLS worked") << worked(Security::ImplicitTls) << FollowUp::Pointless;
    QTest::newRow("TLS worked but for the certificate")
        << worked(Security::ImplicitTls, ProbeReport::Outcome::Certificate) << FollowUp::Pointless;
    QTest::newRow("TLS broke for another reason") << failed(Security::ImplicitTls,
        Fault::TlsVersionTooOld, Stage::Handshake) << FollowUp::Pointless;
    QTest::newRow("TLS found silence") << failed(Security::ImplicitTls, Fault::HandshakeTimeout,
        Stage::Handshake) << FollowUp::Pointless;
    QTest::newRow("the certificate is unacceptable")
        << failed(Security::ImplicitTls, Fault::CertificateUnacceptable, Stage::Handshake)
        << FollowUp::Pointless;
    QTest::newRow("plaintext says nothing about it")
        << worked(Security::Plaintext) << FollowUp::Undecided;
}

void TestPortSiblings::decidesAboutPlaintext_data()
{
    addColumns();

    for (const auto &[name, fault, stage] :
        {std::tuple{"STARTTLS was not offered", Fault::StartTlsNotOffered, Stage::Capabilities},
            std::tuple{"STARTTLS was refused", Fault::StartTlsRefused, Stage::StartTls},
            std::tuple{"the handshake broke", Fault::HandshakeFailed, Stage::Handshake},
            std::tuple{"TLS is too old", Fault::TlsVersionTooOld, Stage::Handshake}}) {
        QTest::newRow(name) << greetedThenFailed(Security::StartTls, fault, stage) << FollowUp::Try;
    }
    QTest::newRow("STARTTLS worked") << worked(Security::StartTls) << FollowUp::Pointless;
    QTest::newRow("STARTTLS worked but for the certificate")
        << worked(Security::StartTls, ProbeReport::Outcome::Certificate) << FollowUp::Pointless;
    QTest::newRow("nobody greeted")
        << failed(Security::StartTls, Fault::NoGreeting, Stage::Greeting) << FollowUp::Pointless;
    QTest::newRow("another service spoke")
        << failed(Security::StartTls, Fault::WrongService, Stage::Greeting) << FollowUp::Pointless;
    QTest::newRow("TLS found plaintext, and STARTTLS comes first") << failed(Security::ImplicitTls,
        Fault::PlaintextOnTlsPort, Stage::Handshake) << FollowUp::Undecided;
    QTest::newRow("TLS worked") << worked(Security::ImplicitTls) << FollowUp::Undecided;
}

void TestPortSiblings::leavesUnreachablePortsAlone_data()
{
    QTest::addColumn<Security>("waiting");

    QTest::newRow("implicit TLS") << Security::ImplicitTls;
    QTest::newRow("STARTTLS") << Security::StartTls;
    QTest::newRow("plaintext") << Security::Plaintext;
}

void TestPortSiblings::leavesUnreachablePortsAlone()
{
    QFETCH(Security, waiting);

    for (const Security tried : {Security::ImplicitTls, Security::StartTls, Security::Plaintext}) {
        for (const Fault fault : {Fault::Refused, Fault::ConnectTimeout, Fault::Unreachable}) {
            ProbeReport report = failed(tried, fault, Stage::Connect);
            report.address.clear();
            QCOMPARE(followUp(candidate(waiting), report), FollowUp::Pointless);
        }
    }
}

void TestPortSiblings::decidesOnSilence_data()
{
    QTest::addColumn<Security>("waiting");
    QTest::addColumn<FollowUp>("decision");

    QTest::newRow("TLS may be what the server waits for") << Security::ImplicitTls << FollowUp::Try;
    QTest::newRow("STARTTLS needs a greeting first") << Security::StartTls << FollowUp::Undecided;
    QTest::newRow("so does plaintext") << Security::Plaintext << FollowUp::Undecided;
}

void TestPortSiblings::decidesOnSilence()
{
    QFETCH(Security, waiting);
    QFETCH(FollowUp, decision);
    QCOMPARE(followUpOnSilence(candidate(waiting)), decision);
}

} // namespace postern

QTEST_APPLESS_MAIN(postern::TestPortSiblings)

#include "tst_portsiblings.moc"
