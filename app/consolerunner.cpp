// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolerunner.h"

#include "account/emailaddress.h"
#include "certificate/certificatefacts.h"
#include "certificate/certificatefile.h"
#include "console.h"
#include "demoannouncement.h"
#include "diagnosis/trustadvice.h"
#include "document/detectiondocument.h"
#include "explaincommand.h"
#include "exportcommand.h"
#include "settingsfile.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

ConsoleRunner::ConsoleRunner(const ParsedCommand &parsed, QObject *parent)
    : QObject(parent),
      m_parsed(parsed),
      m_common(parsed.common),
      m_output(parsed),
      m_log(parsed.common.logFile)
{
    connect(&m_interrupt, &InterruptSignal::interrupted, this, [this] {
        m_isInterrupted = true;
        if (m_batch)
            m_batch->interrupt();
        else if (m_session && m_session->state().phase == SetupState::Phase::Searching)
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
        else if (const auto *explain = std::get_if<ExplainCommand>(&m_parsed.command))
            end(runExplain(*explain, m_common));
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
    if (const QString fault = useSettingsFile(command); !fault.isEmpty()) {
        Console::complain(fault);
        end(ExitCode::MalformedInput);
        return;
    }
    if (command.isDemonstration) {
        m_demo = std::make_unique<DemoServers>();
        if (!m_demo->start()) {
            Console::complain(m_demo->errorString());
            end(ExitCode::Offline);
            return;
        }
        m_common.nameServer = hostAndPort(m_demo->nameServerHost(), m_demo->nameServerPort());
        const auto address = EmailAddress::parse(m_demo->address());
        if (command.request.identity.domain().isEmpty() && address)
            command.request.identity = Identity(*address);
    }
    if (!openSession())
        return;
    if (!command.batchFile.isEmpty()) {
        runBatch(command);
        return;
    }
    m_session->agreeTo(command.agreed);
    for (const QByteArray &sha256 : command.accepted)
        m_session->acceptFingerprint(sha256);
    detectThen(
        command.request, [this] { return m_output.detection(m_session->state().detection); });
}

void ConsoleRunner::runBatch(const DetectCommand &command)
{
    m_batch = std::make_unique<BatchRunner>(*m_services, command, m_log);
    if (const QString unreadable = m_batch->open(); !unreadable.isEmpty()) {
        Console::complain(tr("%1 cannot be read.").arg(unreadable));
        end(ExitCode::MalformedInput);
        return;
    }
    connect(m_batch.get(), &BatchRunner::finished, this, &ConsoleRunner::end);
    m_batch->start();
}

void ConsoleRunner::runInspect(const InspectCommand &command)
{
    if (openSession())
        detectThen(command.request,
            [this, command] { return m_output.inspection(m_session->state().detection, command); });
}

void ConsoleRunner::runDemo()
{
    m_demo = std::make_unique<DemoServers>();
    if (!m_demo->start()) {
        Console::complain(m_demo->errorString());
        end(ExitCode::Offline);
        return;
    }
    if (m_output.isJson())
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
        end(m_output.exceptions(store.load()));
        return;
    case TrustCommand::Action::Remove:
        end(removeTrust(store, command));
        return;
    case TrustCommand::Action::Add:
        addTrust(command);
        return;
    }
}

ExitCode ConsoleRunner::removeTrust(TrustStore &store, const TrustCommand &command)
{
    const auto before = store.load();
    const auto after
        = store.remove([&command](const TrustException &known) { return command.means(known); });
    if (before && after) {
        const QString place = hostAndPort(command.host, command.port);
        const auto removed = static_cast<int>(before->size() - after->size());
        const bool isLeft = std::any_of(after->begin(), after->end(), [&](const auto &known) {
            return known.host == command.host && known.port == command.port;
        });
        Console::complain(removed == 0
                ? tr("No certificate of %1 was accepted; nothing was removed.").arg(place)
                : tr("%n acceptance(s) for %1 were removed.", nullptr, removed).arg(place));
        if (isLeft)
            Console::complain(tr("What was accepted for others there is listed below."));
    }
    return m_output.exceptions(after);
}

/// Looks at the server first: only the certificate that it really shows can be accepted, and
/// only if it is the one that was compared.
void ConsoleRunner::addTrust(const TrustCommand &command)
{
    detectThen(command.request, [this, command] {
        for (const Attempt &each : m_session->state().detection.attempts) {
            const ProbeReport &attempt = each.report;
            const bool isAsked = attempt.tls && !attempt.tls->chain.isEmpty()
                && attempt.tls->chain.constFirst().sha256() == command.sha256;
            if (isAsked && attempt.tls->trust == Trust::AcceptedByUser) {
                Console::complain(
                    tr("This certificate is accepted already, for this account or for "
                       "whoever uses the server."));
                return m_output.exceptions(m_services->trustStore().load());
            }
            if (isAsked && attempt.outcome == ProbeReport::Outcome::Ok) {
                Console::complain(tr("This certificate is verified and needs no accepting."));
                return m_output.exceptions(m_services->trustStore().load());
            }
            if (!isAsked || attempt.outcome != ProbeReport::Outcome::Certificate)
                continue;
            m_session->acceptCertificates({attempt.candidate.endpoint},
                {TrustException::Duration::UntilWithdrawn, TrustException::Comparison::Sha256});
            if (const auto &problem = m_session->state().trustProblem)
                return m_output.exceptions(Failure{*problem});
            Console::complain(tr("The certificate of %1 is accepted from now on.")
                                  .arg(hostAndPort(command.host, command.port)));
            return m_output.exceptions(m_services->trustStore().load());
        }
        return refuseTrust(command);
    });
}

/// Nothing was accepted: the server shows another certificate, one that nobody may accept, or
/// none at all.
ExitCode ConsoleRunner::refuseTrust(const TrustCommand &command) const
{
    const Detection &detection = m_session->state().detection;
    QStringList shown;
    for (const Attempt &attempt : detection.attempts) {
        const std::optional<Handshake> &tls = attempt.report.tls;
        if (tls && !tls->chain.isEmpty())
            shown.append(fingerprintForPeople(tls->chain.constFirst().sha256()));
    }
    shown.removeDuplicates();
    const QString place = hostAndPort(command.host, command.port);
    if (shown.contains(fingerprintForPeople(command.sha256)))
        Console::complain(tr("The certificate of %1 cannot be accepted.").arg(place));
    else if (!shown.isEmpty())
        Console::complain(tr("%1 shows another certificate; nothing was accepted. The SHA-256 "
                             "fingerprint of what it shows:\n  %2")
                              .arg(place, shown.join("\n  "_L1)));
    else
        Console::complain(tr("%1 showed no certificate; nothing was accepted.").arg(place));
    if (shown.isEmpty() || shown.contains(fingerprintForPeople(command.sha256)))
        m_output.whyNot(detection);
    return detection.verdict == Verdict::Offline ? ExitCode::Offline : ExitCode::NothingFound;
}

bool ConsoleRunner::openSession()
{
    ServiceOptions options{m_common.nameServer, {}, m_common.trustStorePath};
    const auto *detect = std::get_if<DetectCommand>(&m_parsed.command);
    if (detect && !detect->batchFile.isEmpty())
        options.searches = detect->jobs;
    if (!m_common.caFile.isEmpty()) {
        options.moreRoots = certificatesInFile(m_common.caFile);
        if (options.moreRoots.isEmpty()) {
            Console::complain(tr("%1 holds no certificate that can be read.").arg(m_common.caFile));
            end(ExitCode::MalformedInput);
            return false;
        }
    }
    if (!openLog())
        return false;
    m_services = std::make_unique<RealServices>(options);
    if (!m_services->isUsable()) {
        Console::complain(tr("“%1” is no address of a name server.").arg(m_common.nameServer));
        end(ExitCode::WrongUsage);
        return false;
    }
    m_session
        = std::make_unique<SetupSession>(m_services->setupServices(), m_services->trustStore());
    if (const auto &problem = m_session->state().trustProblem)
        Console::complain(TrustAdvice::textFor(*problem));
    return true;
}

bool ConsoleRunner::openLog()
{
    const QString fault = m_log.open();
    if (!fault.isEmpty()) {
        Console::complain(tr("%1 could not be written: %2.").arg(m_log.path(), fault));
        end(ExitCode::NotWritten);
    }
    return fault.isEmpty();
}

void ConsoleRunner::detectThen(
    const DetectionRequest &request, const std::function<ExitCode()> &conclude)
{
    auto code = std::make_shared<std::optional<ExitCode>>();
    connect(m_session.get(), &SetupSession::finished, this, [this, code, conclude] {
        if (code->has_value())
            return; // an endpoint was only tried again
        *code = conclude();
        m_log.append(m_session->state().detection);
        if (m_isInterrupted)
            *code = ExitCode::Interrupted;
        m_output.whyItEnded(m_session->state());
    });
    // What remains is saying goodbye to the servers.
    connect(m_session.get(), &SetupSession::idle, this, [this, code] {
        if (code->has_value() && m_session->state().phase == SetupState::Phase::Finished)
            end(**code);
    });
    m_session->detect(request);
}

void ConsoleRunner::end(ExitCode code)
{
    if (Console::hasLostOutput()) {
        Console::complain(tr("Standard output could not be written."));
        code = ExitCode::NotWritten;
    }
    if (!m_log.isComplete()) {
        Console::complain(tr("%1 could not be written.").arg(m_log.path()));
        code = ExitCode::NotWritten;
    }
    emit finished(static_cast<int>(code));
}

} // namespace postern
