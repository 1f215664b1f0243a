// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolerunner.h"

#include "account/emailaddress.h"
#include "console.h"
#include "demoannouncement.h"
#include "diagnosis/tlsadvice.h"
#include "export/detectiondocument.h"
#include "exportcommand.h"
#include "outputfile.h"
#include "tls/certificatefacts.h"
#include "tls/trustdocument.h"

#include <QFile>

#include <tuple>

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
            end(runExport(*exportCommand));
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

void ConsoleRunner::runDemo()
{
    m_demo = std::make_unique<DemoServers>();
    if (!m_demo->start()) {
        Console::complain(m_demo->errorString());
        end(ExitCode::Offline);
        return;
    }
    if (isJson())
        Console::print(DemoAnnouncement::json(*m_demo));
    else
        Console::print(DemoAnnouncement::text(*m_demo));
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
            if (const auto &problem = m_session->state().trustProblem)
                return printExceptions(Failure{*problem});
            return printExceptions(m_services->trustStore().load());
        }
        Console::complain(tr("%1 does not show a certificate with this fingerprint that needs "
                             "accepting and can be accepted.")
                              .arg(hostAndPort(command.host, command.port)));
        return ExitCode::NothingFound;
    });
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
        Console::complain(TlsAdvice::textFor(*problem));
    return true;
}

void ConsoleRunner::detectThen(
    const DetectionRequest &request, const std::function<ExitCode()> &conclude)
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
    const QByteArray pem = pemOf(detection.attempts);
    if (!command.pemFile.isEmpty() && pem.isEmpty())
        Console::complain(tr("No certificate was shown; %1 was not written.").arg(command.pemFile));
    if (!command.pemFile.isEmpty() && !pem.isEmpty()) {
        const ExitCode written = writeOutput(command.pemFile, pem);
        if (written != ExitCode::Success)
            return written;
    }
    return exitCodeOfInspection(detection);
}

ExitCode ConsoleRunner::printExceptions(
    const Result<QList<TrustException>, TrustStoreProblem> &stored)
{
    if (!stored) {
        Console::complain(TlsAdvice::textFor(stored.error()));
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
    std::ignore = writeOutput(m_common.logFile, log.toUtf8());
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
