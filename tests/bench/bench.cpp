// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast a detection is, as ratios against a floor that is measured in the same run: on a line
// with a round trip of 40 ms (or what the first argument says), with real Dovecot and Postfix.

#include "benchnetwork.h"
#include "support/dovecotserver.h"
#include "support/nameserver.h"
#include "support/postfixserver.h"
#include "support/programrun.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"
#include "support/webserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/resource.h>

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

/// Dovecot and Postfix at one address, as usual or with STARTTLS alone.
struct MailServers
{
    MailServers(const QString &address, const IssuedCertificate &own, bool isStartTlsOnly)
    {
        DovecotSetup forDovecot;
        forDovecot.address = address;
        forDovecot.implicitTls = !isStartTlsOnly;
        forDovecot.certificatePem = own.certificatePem;
        forDovecot.keyPem = own.keyPem;
        dovecot = std::make_unique<DovecotServer>(forDovecot);
        PostfixSetup forPostfix;
        forPostfix.address = address;
        forPostfix.port25 = true;
        forPostfix.port465 = !isStartTlsOnly;
        forPostfix.certificatePem = own.certificatePem;
        forPostfix.keyPem = own.keyPem;
        forPostfix.authSocket = dovecot->authSocket();
        postfix = std::make_unique<PostfixServer>(forPostfix);
    }

    bool waitUntilReady() { return dovecot->waitUntilReady() && postfix->waitUntilReady(); }

    std::unique_ptr<DovecotServer> dovecot;
    std::unique_ptr<PostfixServer> postfix;
};

/// Without what would change which roots are read, and when.
QProcessEnvironment cleanEnvironment(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"SSL_CERT_FILE"_s, u"SSL_CERT_DIR"_s})
        environment.remove(name);
    environment.insert(u"HOME"_s, home);
    return environment;
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
        m_servers = std::make_unique<MailServers>(address, own, scenario.isStartTlsOnly);
        publish(address, own);
    }

    bool waitUntilReady()
    {
        return m_servers->waitUntilReady() && m_names->waitUntilReady()
            && (!m_web || m_web->waitUntilReady());
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
        QProcessEnvironment environment = cleanEnvironment(home);
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
        QProcessEnvironment environment = cleanEnvironment(home);
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
    std::unique_ptr<MailServers> m_servers;
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

/// CPU time and memory of the children that have ended so far.
struct ChildUsage
{
    double cpuMs = 0;
    double peakMiB = 0;

    static ChildUsage now()
    {
        rusage usage = {};
        getrusage(RUSAGE_CHILDREN, &usage);
        const auto ms = [](const timeval &time) {
            return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
        };
        return {
            ms(usage.ru_utime) + ms(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
    }
};

/// Many domains on one server, in one process, against the floor's CPU time for just the
/// handshakes that were made.
bool measureBatch(BenchNetwork &network, const IssuedCertificate &root, const QString &rootFile,
    const QString &home)
{
    constexpr int domains = 200;
    constexpr double goalOfCpu = 2;
    constexpr double goalOfMemoryMiB = 120;
    network.link().setDroppedPorts({});
    const QString address = network.addAddress();
    CertificateSpec spec;
    spec.commonName = u"box.batch.test"_s;
    spec.dnsNames = QStringList{spec.commonName};
    NameServerSetup names;
    names.address = QString::fromLatin1(BenchNetwork::nameServer);
    names.addresses << AddressRecord{spec.commonName, address};
    QByteArray list;
    for (int i = 0; i < domains; ++i) {
        const QString domain = u"d%1.batch.test"_s.arg(i);
        const std::pair<QString, quint16> services[]
            = {{u"_imaps"_s, 993}, {u"_imap"_s, 143}, {u"_pop3s"_s, 995}, {u"_pop3"_s, 110},
                {u"_submissions"_s, 465}, {u"_submission"_s, 587}};
        for (const auto &[label, port] : services)
            names.services << ServiceRecord{label + u"._tcp."_s + domain, spec.commonName, port};
        list += domain.toUtf8() + '\n';
    }
    const IssuedCertificate own = issue(spec, root);
    MailServers servers(address, own, false);
    NameServer nameServer(names);
    QFile file(home + u"/list"_s);
    if (!servers.waitUntilReady() || !nameServer.waitUntilReady()
        || !file.open(QIODevice::WriteOnly) || file.write(list) < 0)
        qFatal("the batch cannot begin");
    file.close();

    const QProcessEnvironment environment = cleanEnvironment(home);
    const double before = ChildUsage::now().cpuMs;
    const ClientRun run = network.run(QStringLiteral(POSTERN_CLI),
        {u"detect"_s, u"--batch"_s, file.fileName(), u"--jobs"_s, u"64"_s, u"--nameserver"_s,
            names.address, u"--ca"_s, rootFile, u"--timeout"_s, u"300"_s},
        environment);
    const ChildUsage after = ChildUsage::now();
    QStringList services; // four words for each handshake
    int lines = 0;
    for (const QByteArray &line : run.output.split('\n')) {
        const QJsonObject document = QJsonDocument::fromJson(line).object();
        lines += document.value("verdict"_L1).toString() == "ready"_L1 ? 1 : 0;
        const QJsonArray attempts = document.value("attempts"_L1).toArray();
        for (const auto &attempt : attempts) {
            if (attempt.toObject().value("tls"_L1).isObject())
                services << attempt["service"_L1].toString() << attempt["host"_L1].toString()
                         << QString::number(attempt["port"_L1].toInt())
                         << attempt["security"_L1].toString();
        }
    }
    // One after the other they take a while; what a handshake costs shows in some of them.
    constexpr int turns = 3;
    const QStringList some = services.first(qMin<qsizetype>(services.size(), 4 * 60));
    Samples floors;
    for (int round = 0; round < turns; ++round) {
        const ClientRun floor = network.run(QStringLiteral(POSTERN_FLOOR),
            QStringList{u"--in-turn"_s, names.address, rootFile, u"1"_s} + some,
            QProcessEnvironment::systemEnvironment());
        if (floor.exitCode != 0)
            qFatal("floor: %s", floor.errors.constData());
        floors.values.append(floor.output.split(' ').last().toDouble());
    }
    const double floorMs
        = floors.median() * static_cast<double>(services.size()) / static_cast<double>(some.size());
    const double ratio = (after.cpuMs - before) / floorMs;
    const bool isGood = ratio <= goalOfCpu && after.peakMiB <= goalOfMemoryMiB && lines == domains;
    std::printf(
        "Batch: %d of %d domains ready, %lld handshakes; CPU time %.1f ms a domain, %.2f of "
        "the floor's; peak memory %.0f MiB%s\n",
        lines, domains, static_cast<long long>(services.size() / 4),
        (after.cpuMs - before) / domains, ratio, after.peakMiB, isGood ? "" : "  over its goal");
    return isGood;
}

/// How long a search takes that finds nothing: where a firewall drops all that is sent to the
/// servers, each named with its address and ports; and where the domain does not exist.
bool measureFailures(BenchNetwork &network, const QString &home, int roundTripMs)
{
    constexpr double goalOfSilenceMs = 12'000;
    const QSet<quint16> ports{993, 143, 995, 110, 465, 587, 25};
    network.link().setDroppedPorts(ports + QSet<quint16>{80, 443});
    NameServerSetup names;
    names.address = QString::fromLatin1(BenchNetwork::nameServer);
    const QString address = network.addAddress();
    for (const QString &host : {u"imap"_s, u"pop"_s, u"smtp"_s, u"mail"_s, u"autoconfig"_s})
        names.addresses << AddressRecord{host + u".silent.test"_s, address};
    NameServer nameServer(names);
    if (!nameServer.waitUntilReady())
        qFatal("the name server does not start");
    const auto detect = [&](const QString &domain) {
        const ClientRun run = network.run(QStringLiteral(POSTERN_CLI),
            {u"detect"_s, u"alice@"_s + domain, u"--format"_s, u"json"_s, u"--nameserver"_s,
                names.address},
            cleanEnvironment(home));
        if (run.exitCode != 4)
            qFatal("%s: exit code %d", qUtf8Printable(domain), run.exitCode);
        return QJsonDocument::fromJson(run.output).object();
    };
    const QJsonObject silent = detect(u"silent.test"_s);
    const double silentMs = silent.value("elapsedMs"_L1).toDouble();
    QString evidence;
    for (const auto &problem : silent.value("problems"_L1).toArray())
        evidence += problem["evidence"_L1].toString();
    const bool namesAll = std::all_of(ports.begin(), ports.end(),
        [&](quint16 port) { return evidence.contains(u"%1 port %2:"_s.arg(address).arg(port)); });
    Samples missing;
    for (int round = 0; round < rounds; ++round)
        missing.values << detect(u"nosuch.test"_s).value("elapsedMs"_L1).toDouble();
    const bool isGood = silentMs <= goalOfSilenceMs && namesAll;
    std::printf("All ports dropped: %.0f ms, %s. A domain that does not exist: %.0f ms, %.1f round "
                "trips.%s\n",
        silentMs, namesAll ? "each address and port named" : "not all of them named",
        missing.median(), missing.median() / roundTripMs, isGood ? "" : "  over its goal");
    std::fflush(stdout);
    return isGood;
}

/// What taking the settings along costs, from the demonstration's search.
bool measureExports(const QString &home)
{
    const QString path = home + u"/found.json"_s;
    const ProgramRun search = runProgram(QStringLiteral(POSTERN_CLI),
        {u"detect"_s, u"--demo"_s, u"--format"_s, u"json"_s}, cleanEnvironment(home));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(search.output) <= 0)
        qFatal("the demonstration: %s", search.errors.constData());
    file.close();
    const ProgramRun exports
        = runProgram(QStringLiteral(POSTERN_EXPORT_BENCH), {path}, cleanEnvironment(home));
    std::printf("%s", exports.output.constData());
    std::fflush(stdout);
    return exports.exitCode == EXIT_SUCCESS;
}

int runBench(int roundTripMs, const QString &only)
{
    if (only == "exports"_L1) {
        const QTemporaryDir home;
        return measureExports(home.path()) ? EXIT_SUCCESS : EXIT_FAILURE;
    }
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
    if (only.isEmpty() || only == "failures"_L1)
        isGood &= measureFailures(network, home.path(), roundTripMs);
    if (only.isEmpty())
        isGood &= measureExports(home.path());
    if (only.isEmpty() || only == "batch"_L1)
        isGood &= measureBatch(network, root, rootFile, home.path());
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
