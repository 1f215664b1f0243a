// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolerunner.h"

#include "account/emailaddress.h"
#include "console.h"
#include "export/detectiondocument.h"
#include "export/exportadvice.h"
#include "export/filewriter.h"
#include "tls/certificatefacts.h"
#include "tls/trustdocument.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// Nothing where the file cannot be read or holds no certificate.
std::optional<QList<QSslCertificate>> certificatesFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto certificates = QSslCertificate::fromData(file.read(maxDocumentBytes), QSsl::Pem);
    return certificates.isEmpty() ? std::nullopt : std::optional(certificates);
}

QString trustProblemText(const TrustStoreProblem &problem)
{
    switch (problem.kind) {
    case TrustStoreProblem::Kind::Malformed:
        return ConsoleRunner::tr("The accepted certificates in %1 could not be read. The file was "
                                 "kept as %2; nothing is accepted until you accept it again.")
            .arg(problem.path, problem.keptAs);
    case TrustStoreProblem::Kind::NewerVersion:
        return ConsoleRunner::tr("%1 was written by a newer Postern and is left alone.")
            .arg(problem.path);
    case TrustStoreProblem::Kind::NotWritten:
        return ConsoleRunner::tr("%1 could not be written: %2.").arg(problem.path, problem.detail);
    case TrustStoreProblem::Kind::Unreadable:
        break;
    }
    return ConsoleRunner::tr("%1 could not be read: %2.").arg(problem.path, problem.detail);
}

QByteArray pemOf(const QList<ProbeReport> &attempts)
{
    for (const ProbeReport &attempt : attempts) {
        if (!attempt.tls)
            continue;
        QByteArray pem;
        for (const QSslCertificate &certificate : attempt.tls->chain)
            pem += certificate.toPem();
        return pem;
    }
    return {};
}

} // namespace

ConsoleRunner::ConsoleRunner(const ParsedCommand &parsed, QObject *parent)
    : QObject(parent),
      m_parsed(parsed),
      m_common(parsed.common)
{
    connect(&m_interrupt, &InterruptSignal::interrupted, this, [this] {
        m_isInterrupted = true;
        if (m_session && m_session->state().phase == SetupState::Phase::Searching)
            m_session->stop();
        else
            end(ExitCode::Interrupted);
    });
}

ConsoleRunner::~ConsoleRunner() = default;

void ConsoleRunner::start()
{
    const auto run = [this] {
        if (const auto *detect = std::get_if<DetectCommand>(&m_parsed.command))
            runDetect(*detect);
        else if (const auto *inspect = std::get_if<InspectCommand>(&m_parsed.command))
            runInspect(*inspect);
        else if (const auto *exportCommand = std::get_if<ExportCommand>(&m_parsed.command))
            runExport(*exportCommand);
        else if (const auto *trust = std::get_if<TrustCommand>(&m_parsed.command))
            runTrust(*trust);
        else if (const auto *print = std::get_if<PrintText>(&m_parsed.command)) {
            Console::print(print->text);
            end(ExitCode::Success);
        } else {
            runDemo();
        }
    };
    QMetaObject::invokeMethod(this, run, Qt::QueuedConnection);
}

void ConsoleRunner::runDetect(DetectCommand command)
{
    if (command.isDemonstration) {
        m_demo = std::make_unique<DemoServers>();
        if (!m_demo->start()) {
            Console::complain(m_demo->errorString());
            end(ExitCode::Offline);
            return;
        }
        m_common.nameServer = hostAndPort(m_demo->nameServerHost(), m_demo->nameServerPort());
        const auto address = EmailAddress::parse(m_demo->address());
        if (command.request.domain.isEmpty() && address) {
            command.request.address = address->toString();
            command.request.domain = address->domain();
        }
    }
    if (!openSession())
        return;
    for (const QByteArray &sha256 : command.accepted)
        m_session->acceptFingerprint(sha256);
    detectThen(command.request, [this] { return printDetection(); });
}

void ConsoleRunner::runInspect(const InspectCommand &command)
{
    if (openSession())
        detectThen(command.request, [this, command] { return printInspection(command); });
}

void ConsoleRunner::runExport(const ExportCommand &command)
{
    if (command.isList) {
        for (const auto &exporter : allExporters())
            Console::print(u"%1  %2\n%3%4\n"_s.arg(exporter->target().leftJustified(12),
                ExportAdvice::targetName(exporter->target()), QString(14, u' '),
                ExportAdvice::usageText(exporter->target())));
        end(ExitCode::Success);
        return;
    }
    const Exporter *exporter = exporterFor(command.target);
    if (!exporter) {
        Console::complain(tr("There is no target “%1”; --list shows them.").arg(command.target));
        end(ExitCode::WrongUsage);
        return;
    }
    QFile file(command.file);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray document = isOpen ? file.read(maxDocumentBytes + 1) : QByteArray();
    const auto settings = readDetectionDocument(document);
    if (!isOpen || !settings) {
        Console::complain(tr("%1 is not a saved detection that can be read.").arg(command.file));
        end(ExitCode::MalformedInput);
        return;
    }
    const auto files = exporter->write({*settings, document});
    if (!files) {
        Console::complain(ExportAdvice::refusalText(files.error()));
        end(ExitCode::Incomplete);
        return;
    }
    end(writeFile(command.output, files->constFirst().content));
}

void ConsoleRunner::runTrust(const TrustCommand &command)
{
    if (!openSession())
        return;
    TrustStore store = m_services->trustStore();
    switch (command.action) {
    case TrustCommand::Action::List:
        end(printExceptions(store.load()));
        return;
    case TrustCommand::Action::Remove:
        end(printExceptions(store.remove(command.host, command.port, command.sha256)));
        return;
    case TrustCommand::Action::Add:
        addTrust(command);
        return;
    }
}

/// Looks at the server first: only the certificate that it really shows can be accepted, and
/// only if it is the one that was compared.
void ConsoleRunner::addTrust(const TrustCommand &command)
{
    detectThen(command.request, [this, command] {
        for (const ProbeReport &attempt : m_session->state().detection.attempts) {
            if (attempt.outcome != ProbeReport::Outcome::Certificate
                || sha256Of(attempt.tls->chain.constFirst()) != command.sha256)
                continue;
            m_session->acceptCertificates(
                {attempt.candidate.endpoint}, TrustException::Duration::UntilWithdrawn);
            return printExceptions(m_services->trustStore().load());
        }
        Console::complain(tr("%1 does not show a certificate with this fingerprint that needs to "
                             "be accepted and may be.")
                              .arg(hostAndPort(command.host, command.port)));
        return ExitCode::NothingFound;
    });
}

void ConsoleRunner::runDemo()
{
    m_demo = std::make_unique<DemoServers>();
    if (!m_demo->start()) {
        Console::complain(m_demo->errorString());
        end(ExitCode::Offline);
        return;
    }
    QJsonArray listeners;
    QString lines;
    for (const DemoListener &listener : m_demo->listeners()) {
        const bool isImplicit = listener.security == DemoSecurity::ImplicitTls;
        const auto protocol = listener.protocol == DemoProtocol::Imap ? Protocol::Imap
            : listener.protocol == DemoProtocol::Pop3                 ? Protocol::Pop3
                                                                      : Protocol::Smtp;
        const Security security = isImplicit ? Security::ImplicitTls : Security::StartTls;
        listeners.append(QJsonObject{{"service"_L1, toString(protocol)}, {"host"_L1, listener.host},
            {"port"_L1, listener.port}, {"security"_L1, toString(security)}});
        lines += u"  %1 %2 %3\n"_s.arg(toString(protocol).toUpper().leftJustified(5),
            hostAndPort(listener.host, listener.port).leftJustified(28), toString(security));
    }
    const QString nameServer = hostAndPort(m_demo->nameServerHost(), m_demo->nameServerPort());
    if (isJson()) {
        Console::print(
            QJsonDocument(QJsonObject{{"address"_L1, m_demo->address()},
                              {"nameserver"_L1, nameServer}, {"listeners"_L1, listeners}})
                .toJson());
        return;
    }
    Console::print(tr("The demonstration servers are running on 127.0.0.1:\n%1\nTry them from "
                      "another terminal:\n  postern-cli detect --nameserver %2 %3\n\nCtrl+C ends "
                      "them.\n")
                       .arg(lines, nameServer, m_demo->address()));
}

bool ConsoleRunner::openSession()
{
    ServiceOptions options{m_common.nameServer, {}, m_common.trustStorePath};
    if (!m_common.caFile.isEmpty()) {
        const auto roots = certificatesFrom(m_common.caFile);
        if (!roots) {
            Console::complain(tr("%1 holds no certificate that can be read.").arg(m_common.caFile));
            end(ExitCode::MalformedInput);
            return false;
        }
        options.moreRoots = *roots;
    }
    m_services = std::make_unique<Services>(options);
    if (!m_services->isUsable()) {
        Console::complain(tr("“%1” is no address of a name server.").arg(m_common.nameServer));
        end(ExitCode::WrongUsage);
        return false;
    }
    m_session
        = std::make_unique<SetupSession>(m_services->probeServices(), m_services->trustStore());
    if (const auto &problem = m_session->state().trustProblem)
        Console::complain(trustProblemText(*problem));
    return true;
}

void ConsoleRunner::detectThen(const DetectionRequest &request, std::function<ExitCode()> conclude)
{
    auto code = std::make_shared<std::optional<ExitCode>>();
    connect(m_session.get(), &SetupSession::finished, this, [this, code, conclude] {
        if (code->has_value())
            return; // an endpoint was only tried again
        *code = conclude();
        writeLog();
        if (m_isInterrupted)
            *code = ExitCode::Interrupted;
    });
    // What remains is saying goodbye to the servers.
    connect(m_session.get(), &SetupSession::idle, this, [this, code] {
        if (code->has_value() && m_session->state().phase == SetupState::Phase::Finished)
            end(**code);
    });
    m_session->detect(request);
}

ExitCode ConsoleRunner::printDetection()
{
    const Detection &detection = m_session->state().detection;
    if (isJson())
        Console::print(writeDetectionDocument(detection));
    else
        Console::print(text().detection(detection));
    return exitCodeOf(detection.verdict);
}

ExitCode ConsoleRunner::printInspection(const InspectCommand &command)
{
    const Detection &detection = m_session->state().detection;
    if (isJson())
        Console::print(writeInspectionDocument(detection, command.host, command.port));
    else
        Console::print(text().inspection(detection));
    if (!command.pemFile.isEmpty()) {
        const ExitCode written = writeFile(command.pemFile, pemOf(detection.attempts));
        if (written != ExitCode::Success)
            return written;
    }
    return exitCodeOfInspection(detection);
}

ExitCode ConsoleRunner::printExceptions(
    const Result<QList<TrustException>, TrustStoreProblem> &stored)
{
    if (!stored) {
        Console::complain(trustProblemText(stored.error()));
        return stored.error().kind == TrustStoreProblem::Kind::NotWritten
            ? ExitCode::NotWritten
            : ExitCode::MalformedInput;
    }
    if (isJson())
        Console::print(writeTrustDocument(*stored));
    else
        Console::print(text().exceptions(*stored));
    return ExitCode::Success;
}

ExitCode ConsoleRunner::writeFile(const QString &path, const QByteArray &content)
{
    if (path.isEmpty()) {
        Console::print(content);
        return ExitCode::Success;
    }
    const auto written = writePrivateFile(path, content);
    if (!written) {
        Console::complain(tr("%1 could not be written: %2.").arg(path, written.error()));
        return ExitCode::NotWritten;
    }
    return ExitCode::Success;
}

void ConsoleRunner::writeLog()
{
    if (m_common.logFile.isEmpty())
        return;
    QString log;
    for (const ProbeReport &attempt : m_session->state().detection.attempts) {
        const Endpoint &endpoint = attempt.candidate.endpoint;
        if (!attempt.transcript.entries().isEmpty())
            log += u"%1 %2 %3\n%4\n"_s.arg(toString(endpoint.protocol),
                hostAndPort(endpoint.host, endpoint.port), toString(endpoint.security),
                attempt.transcript.toText());
    }
    writeFile(m_common.logFile, log.toUtf8());
}

void ConsoleRunner::end(ExitCode code)
{
    emit finished(static_cast<int>(code));
}

ConsoleText ConsoleRunner::text() const
{
    return ConsoleText(m_common.isColored ? ConsoleText::Colors::Ansi : ConsoleText::Colors::None);
}

} // namespace postern
