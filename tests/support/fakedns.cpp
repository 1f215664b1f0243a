// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakedns.h"

#include "account/hostname.h"

#include <QPointer>

namespace postern {

void FakeDns::addHost(const QString &host, const QList<QHostAddress> &addresses)
{
    m_hosts.insert(host, addresses);
}

void FakeDns::addSrv(const QString &name, const QList<SrvRecord> &records)
{
    m_srv.insert(name, records);
}

void FakeDns::addMx(const QString &domain, const QList<MxRecord> &records)
{
    m_mx.insert(domain, records);
}

void FakeDns::setFault(const QString &name, Fault fault)
{
    m_faults.insert(name, fault);
}

void FakeDns::setSilent(const QString &name)
{
    m_silent.insert(name);
}

void FakeDns::speak(const QString &name)
{
    m_silent.remove(name);
    for (const auto &answer : m_unanswered.values(name))
        answer();
    m_unanswered.remove(name);
}

void FakeDns::lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer)
{
    if (isIpLiteral(host))
        answerFrom({{host, {QHostAddress(host)}}}, host, context, answer);
    else
        answerFrom(m_hosts, host, context, answer);
}

void FakeDns::lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer)
{
    answerFrom(m_srv, name, context, answer);
}

void FakeDns::lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer)
{
    answerFrom(m_mx, domain, context, answer);
}

template <typename T>
void FakeDns::answerFrom(
    const QHash<QString, T> &table, const QString &name, QObject *context, const Answer<T> &answer)
{
    m_questions.append(name);
    Result<T, SeenFault> result = Failure{SeenFault{m_faults.value(name, Fault::NoSuchName), name}};
    if (table.contains(name) && !m_faults.contains(name))
        result = table.value(name);
    const QPointer<QObject> listener(context);
    const auto give = [listener, answer, result] {
        if (listener)
            QMetaObject::invokeMethod(
                listener, [answer, result] { answer(result); }, Qt::QueuedConnection);
    };
    if (m_silent.contains(name))
        m_unanswered.insert(name, give);
    else
        give();
}

} // namespace postern
