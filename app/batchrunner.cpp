// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchrunner.h"

#include "base/inerttext.h"
#include "console.h"
#include "document/detectiondocument.h"
#include "typedvalues.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What `end` says of a line whose time was over before its answers were in.
const auto outOfTime = "out-of-time"_L1;

void printObject(const QJsonObject &object)
{
    Console::print(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

BatchRunner::BatchRunner(
    RealServices &services, const DetectCommand &command, TranscriptLog &log, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_log(log),
      m_command(command),
      m_lines(command.batchFile)
{
    connect(&m_lines, &InputLines::available, this, &BatchRunner::fillUp);
}

BatchRunner::~BatchRunner() = default;

QString BatchRunner::open()
{
    if (!readDone())
        return m_command.skipDoneFile;
    return m_lines.open() ? QString() : m_command.batchFile;
}

void BatchRunner::start()
{
    QMetaObject::invokeMethod(this, &BatchRunner::fillUp, Qt::QueuedConnection);
}

void BatchRunner::interrupt()
{
    m_isInterrupted = true;
    for (SetupSession *session : std::as_const(m_sessions)) {
        session->disconnect(this); // half a search is no line
        session->deleteLater();
    }
    m_sessions.clear();
    concludeIfDone();
}

void BatchRunner::fillUp()
{
    while (!m_isInterrupted && m_sessions.size() < m_command.jobs) {
        const auto line = m_lines.takeLine();
        if (!line)
            break;
        startLine(*line);
    }
    concludeIfDone();
}

void BatchRunner::startLine(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line);
    if (m_done.contains(text))
        return;
    DetectionRequest request = m_command.request;
    if (!setSubject(request, text)) {
        printObject({{"address"_L1, inertText(text)},
            {"error"_L1, u"neither an e-mail address nor a domain"_s}});
        return;
    }
    auto *session = new SetupSession(m_services.setupServices(), m_services.trustStore(), this);
    m_sessions.append(session);
    session->agreeTo(m_command.agreed);
    for (const QByteArray &sha256 : m_command.accepted)
        session->acceptFingerprint(sha256);
    connect(session, &SetupSession::finished, this,
        [this, session, text] { onFinished(session, text); });
    connect(session, &SetupSession::idle, this, [this, session] { onIdle(session); });
    session->detect(request);
}

void BatchRunner::onFinished(SetupSession *session, const QString &line)
{
    QJsonObject object
        = detectionToJson(session->state().detection, DocumentDetail::WithoutTranscripts);
    object.insert("address"_L1, line);
    if (session->state().end == SetupState::End::OutOfTime)
        object.insert("end"_L1, outOfTime);
    printObject(object);
    ++m_finished;
    m_log.append(session->state().detection);
}

/// The search is over and its connections are closed: the next one may begin.
void BatchRunner::onIdle(SetupSession *session)
{
    if (session->state().phase != SetupState::Phase::Finished || !m_sessions.removeOne(session))
        return;
    session->deleteLater();
    start(); // from the event loop: a search may be over before it began
}

void BatchRunner::concludeIfDone()
{
    if (m_isOver || !m_sessions.isEmpty() || !(m_isInterrupted || m_lines.isAtEnd()))
        return;
    m_isOver = true;
    if (m_isInterrupted)
        Console::complain(tr(
            "Interrupted after %n search(es); with --skip-done and their output the same command "
            "goes on.",
            nullptr, m_finished));
    else if (m_lines.hasFailed())
        Console::complain(tr("%1 could not be read to its end.").arg(m_command.batchFile));
    const ExitCode code = m_lines.hasFailed() ? ExitCode::MalformedInput : ExitCode::Success;
    emit finished(m_isInterrupted ? ExitCode::Interrupted : code);
}

/// The addresses of an earlier run's output; a line that was cut off does not count.
bool BatchRunner::readDone()
{
    if (m_command.skipDoneFile.isEmpty())
        return true;
    QFile file(m_command.skipDoneFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        // Where the network was down nothing was learnt, and where the time was over not enough.
        const bool isOffline = object.value("verdict"_L1).toString() == toString(Verdict::Offline);
        const bool isCutShort = object.value("end"_L1).toString() == outOfTime;
        if (!object.isEmpty() && !isOffline && !isCutShort)
            m_done.insert(object.value("address"_L1).toString());
    }
    return true;
}

} // namespace postern
