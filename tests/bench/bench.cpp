// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast a detection is, as ratios against a floor that is measured in the same run: on a line
// with a round trip of 40 ms (or what the first argument says), with real Dovecot and Postfix.

#include "benchnetwork.h"
#include "support/dovecotserver.h"
#include "support/nameserver.h"
#include "support/postfixserver.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"
#include "support/webserver.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

constexpr int rounds = 9;
constexpr double goalOfFirst = 1.3;
constexpr double goalOfGapMs = 30;

enum class Way { CommonNames, Srv, Autoconfig };

struct Scenario
{
    const char *name;
    Way way = Way::CommonNames;
    bool isStartTlsOnly = false;
    bool arePlaintextPortsDropped = false;
    bool isSelfSigned = false;
    bool hasIpv6BlackHole = false;
    double goalOfAll = 2;
};

const Scenario scenarios[] = {
    {.name = "all ports open"},
    {.name = "plaintext ports dropped", .arePlaintextPortsDropped = true, .goalOfAll = 3},
    {.name = "STARTTLS only", .isStartTlsOnly = true, .goalOfAll = 3},
    {.name = "self-signed", .isSelfSigned = true},
    {.name = "IPv6 black hole", .hasIpv6BlackHole = true},
    {.name = "SRV only", .way = Way::Srv},
    {.name = "autoconfig only", .way = Way::Autoconfig},
};

struct Samples
{
    QList<double> values;

    double median() const
    {
        QList<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.isEmpty() ? 0 : sorted.at(sorted.size() / 2);
    }
};

const QString autoconfigPath = u"/mail/config-v1.1.xml"_s;

QByteArray autoconfigFor(const QString &host)
{
    return u"<clientConfig version=\"1.1\"><emailProvider id=\"%1\">"
           "<incomingServer type=\"imap\"><hostname>%1</hostname><port>993</port>"
           "<socketType>SSL</socketType></incomingServer><outgoingServer type=\"smtp\">"
           "<hostname>%1</hostname><port>465</port><socketType>SSL</socketType></outgoingServer>"
           "</emailProvider>\n</clientConfig>\n"_s.arg(host)
               .toUtf8();
}

/// One scenario's servers and names, and what it takes to be found there.
class Contest
{
public:
    Contest(BenchNetwork &network, const Scenario &scenario, const QString &domain,
        const IssuedCertificate &root, const QString &rootFile)
        : m_network(network),
          m_scenario(scenario),
          m_domain(domain),
          m_rootFile(rootFile)
    {
        const QString address = network.addAddress();
        const bool isNamed = scenario.way == Way::CommonNames;
        m_imapHost = (isNamed ? u"imap."_s : u"box7."_s) + domain;
        m_smtpHost = (isNamed ? u"smtp."_s : u"box7."_s) + domain;
        CertificateSpec spec;
        spec.commonName = m_imapHost;
        spec.dnsNames
            = QStringList{m_imapHost, m_smtpHost, u"pop."_s + domain, u"autoconfig."_s + domain};
        const IssuedCertificate own = scenario.isSelfSigned ? selfSigned(spec) : issue(spec, root);
        startServers(address, own);
        publish(address, own);
    }

    bool waitUntilReady()
    {
        return m_dovecot->waitUntilReady() && m_postfix->waitUntilReady()
            && m_names->waitUntilReady() && (!m_web || m_web->waitUntilReady());
    }

    /// Milliseconds of the program that knows the answer; with @p isAsking after it has asked
    /// where the answer is published.
    double floor(bool isAsking) const
    {
        QStringList arguments;
        if (isAsking && m_scenario.way == Way::Srv)
            arguments << u"--first-srv"_s << u"_imaps._tcp."_s + m_domain;
        if (isAsking && m_scenario.way == Way::Autoconfig)
            arguments << u"--first-get"_s << u"autoconfig."_s + m_domain << autoconfigPath;
        const QString mode = m_scenario.isStartTlsOnly ? u"starttls"_s : u"tls"_s;
        arguments << QString::fromLatin1(BenchNetwork::nameServer)
                  << (m_scenario.isSelfSigned ? u"-"_s : m_rootFile) << u"1"_s;
        arguments << u"imap"_s << m_imapHost << (m_scenario.isStartTlsOnly ? u"143"_s : u"993"_s)
                  << mode;
        arguments << u"smtp"_s << m_smtpHost << (m_scenario.isStartTlsOnly ? u"587"_s : u"465"_s)
                  << mode;
        const ClientRun run = m_network.run(
            QStringLiteral(POSTERN_FLOOR), arguments, QProcessEnvironment::systemEnvironment());
        if (run.exitCode != 0)
            qFatal("floor: %s", run.errors.constData());
        return run.output.split('\n').first().toDouble();
    }

    QJsonObject detect(const QString &home) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        const ClientRun run = m_network.run(QStringLiteral(POSTERN_CLI),
            {u"detect"_s, u"alice@"_s + m_domain, u"--format"_s, u"json"_s, u"--nameserver"_s,
                QString::fromLatin1(BenchNetwork::nameServer), u"--ca"_s, m_rootFile},
            environment);
        const QJsonObject document = QJsonDocument::fromJson(run.output).object();
        if (run.exitCode != (m_scenario.isSelfSigned ? 2 : 0))
            qFatal("%s: exit code %d\n%s%s", m_scenario.name, run.exitCode, run.errors.constData(),
                run.output.constData());
        return document;
    }

    /// The longest time for which the wizard's event loop did not turn, in milliseconds.
    double longestGap(const QString &home) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        const ClientRun run = m_network.run(QStringLiteral(POSTERN_WIZARD_GAP),
            {u"alice@"_s + m_domain, QString::fromLatin1(BenchNetwork::nameServer), m_rootFile,
                home},
            environment);
        if (run.exitCode != 0)
            qFatal("wizardgap: %s", run.errors.constData());
        return run.output.split(' ').first().toDouble();
    }

private:
    void startServers(const QString &address, const IssuedCertificate &own)
    {
        DovecotSetup dovecot;
        dovecot.address = address;
        dovecot.implicitTls = !m_scenario.isStartTlsOnly;
        dovecot.certificatePem = own.certificatePem;
        dovecot.keyPem = own.keyPem;
        dovecot.userName = u"alice@"_s + m_domain;
        m_dovecot = std::make_unique<DovecotServer>(dovecot);
        PostfixSetup postfix;
        postfix.address = address;
        postfix.hostName = m_smtpHost;
        postfix.port25 = true;
        postfix.port465 = !m_scenario.isStartTlsOnly;
        postfix.certificatePem = own.certificatePem;
        postfix.keyPem = own.keyPem;
        postfix.authSocket = m_dovecot->authSocket();
        m_postfix = std::make_unique<PostfixServer>(postfix);
    }

    void publish(const QString &address, const IssuedCertificate &own)
    {
        NameServerSetup names;
        names.address = QString::fromLatin1(BenchNetwork::nameServer);
        QStringList hosts = {m_imapHost, m_smtpHost};
        if (m_scenario.way == Way::CommonNames)
            hosts << u"pop."_s + m_domain;
        if (m_scenario.way == Way::Autoconfig) {
            hosts << u"autoconfig."_s + m_domain;
            m_web = std::make_unique<WebServer>(
                address, own.certificatePem, own.keyPem, autoconfigPath, autoconfigFor(m_imapHost));
        }
        hosts.removeDuplicates();
        for (const QString &host : std::as_const(hosts)) {
            names.addresses << AddressRecord{host, address};
            if (m_scenario.hasIpv6BlackHole)
                names.addresses << AddressRecord{host, u"fd77:2::7"_s};
        }
        if (m_scenario.way == Way::Srv) {
            names.services << ServiceRecord{u"_imaps._tcp."_s + m_domain, m_imapHost, 993}
                           << ServiceRecord{u"_submissions._tcp."_s + m_domain, m_smtpHost, 465};
        }
        m_names = std::make_unique<NameServer>(names);
    }

    BenchNetwork &m_network;
    Scenario m_scenario;
    QString m_domain;
    QString m_rootFile;
    QString m_imapHost;
    QString m_smtpHost;
    std::unique_ptr<DovecotServer> m_dovecot;
    std::unique_ptr<PostfixServer> m_postfix;
    std::unique_ptr<NameServer> m_names;
    std::unique_ptr<WebServer> m_web;
};

bool measure(Contest &contest, const Scenario &scenario, const QString &home)
{
    const bool isPublished = scenario.way != Way::CommonNames;
    Samples floor;
    Samples asking;
    Samples first;
    Samples all;
    Samples gap;
    for (int round = -1; round < rounds; ++round) { // the first warms the servers up
        const double knows = contest.floor(false);
        const double asks = isPublished ? contest.floor(true) : knows;
        const QJsonObject document = contest.detect(home);
        if (round < 0)
            continue;
        floor.values << knows;
        asking.values << asks;
        first.values << document.value("firstUsableMs"_L1).toDouble();
        all.values << document.value("elapsedMs"_L1).toDouble();
        gap.values << contest.longestGap(home);
    }
    const double firstRatio = first.median() / asking.median();
    const double allRatio = all.median() / asking.median();
    const bool isGood = firstRatio <= goalOfFirst && allRatio <= scenario.goalOfAll
        && gap.median() <= goalOfGapMs;
    std::printf("%-24s %7.0f %8.0f %7.0f %7.0f   %5.2f %5.2f %6.1f %s", scenario.name,
        floor.median(), asking.median(), first.median(), all.median(), firstRatio, allRatio,
        gap.median(), isGood ? "" : "  over its goal");
    if (isPublished)
        std::printf("  (against a program that need not ask: %.2f, %.2f)",
            first.median() / floor.median(), all.median() / floor.median());
    std::printf("\n");
    std::fflush(stdout);
    return isGood;
}

int runBench(int roundTripMs, const QString &only)
{
    BenchNetwork network{std::chrono::milliseconds(roundTripMs)};
    const QString fault = network.start();
    if (!fault.isEmpty())
        return TestNetwork::unavailable(fault);
    QTemporaryDir home;
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Postern bench root"_s;
    const IssuedCertificate root = selfSigned(authority);
    const QString rootFile = home.filePath(u"root.pem"_s);
    QFile file(rootFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(root.certificatePem) < 0)
        return EXIT_FAILURE;
    file.close();

    std::printf("Round trip %d ms; medians of %d rounds, in milliseconds.\n"
                "                           floor  +asking   first     all   first/  all/    gap\n",
        roundTripMs, rounds);
    bool isGood = true;
    int number = 0;
    for (const Scenario &scenario : scenarios) {
        const QString domain = u"d%1.test"_s.arg(++number);
        if (!only.isEmpty() && !QString::fromLatin1(scenario.name).contains(only))
            continue;
        network.link().setIpv6Dropped(scenario.hasIpv6BlackHole);
        network.link().setDroppedPorts(
            scenario.arePlaintextPortsDropped ? QSet<quint16>{143, 110, 587, 25} : QSet<quint16>());
        Contest contest(network, scenario, domain, root, rootFile);
        if (!contest.waitUntilReady())
            return TestNetwork::unavailable(u"the servers do not start"_s);
        isGood &= measure(contest, scenario, home.path());
    }
    return isGood ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    if (const int code = TestNetwork::enter(argc, argv))
        return code;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int roundTripMs = arguments.size() > 1 ? arguments.at(1).toInt() : 40;
    return runBench(roundTripMs > 0 ? roundTripMs : 40, arguments.value(2));
}
