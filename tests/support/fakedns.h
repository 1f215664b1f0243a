// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/dnsresolver.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace postern {

/// A DNS that consists of a table. What is not in it does not exist; what is silent is not answered
/// until it speaks.
class FakeDns final : public DnsResolver
{
public:
    void addHost(const QString &host, const QList<QHostAddress> &addresses);
    void addSrv(const QString &name, const QList<SrvRecord> &records);
    void addMx(const QString &domain, const QList<MxRecord> &records);
    void setFault(const QString &name, Fault fault); ///< For both kinds of question.
    void setSilent(const QString &name);
    /// Answers what was asked about a silent name.
    void speak(const QString &name);

    /// Every question, in its order.
    const QStringList &questions() const { return m_questions; }

    void lookUpHost(const QString &host, QObject *context, Answer<Addresses> answer) override;
    void lookUpSrv(const QString &name, QObject *context, Answer<SrvRecords> answer) override;
    void lookUpMx(const QString &domain, QObject *context, Answer<MxRecords> answer) override;

private:
    template <typename T>
    void answerFrom(const QHash<QString, T> &table, const QString &name, QObject *context,
        const Answer<T> &answer);

    QHash<QString, Addresses> m_hosts;
    QHash<QString, SrvRecords> m_srv;
    QHash<QString, MxRecords> m_mx;
    QHash<QString, Fault> m_faults;
    QSet<QString> m_silent;
    QMultiHash<QString, std::function<void()>> m_unanswered;
    QStringList m_questions;
};

} // namespace postern
