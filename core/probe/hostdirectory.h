// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probecontext.h"
#include "probe/probereport.h"

#include <QHash>
#include <QObject>

namespace postern {

/// The names of one plan and their addresses: each is looked up once, with a deadline.
class HostDirectory final : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        StageTiming timing;
        QList<QHostAddress> addresses;
        std::optional<SeenFault> fault;
        bool isKnown = false;
    };

    HostDirectory(const ProbeContext &context, QObject *parent = nullptr);
    ~HostDirectory() override;

    /// known() follows from the event loop, also where the answer is there already.
    void lookUp(const QString &host);
    /// What is known now; an entry that is not isKnown where nothing is.
    Entry entry(const QString &host) const { return m_entries.value(host); }
    /// The fault of a name whose answer is awaited no longer: present where the DNS had its fair
    /// time and said nothing.
    std::optional<SeenFault> faultOfWaiting(const QString &host) const;

signals:
    void known(const QString &host);

private:
    void onAnswer(const QString &host, const Result<QList<QHostAddress>, SeenFault> &answer);
    double now() const;

    ProbeServices m_services;
    double m_originMs;
    QHash<QString, Entry> m_entries;
    QHash<QString, std::shared_ptr<Alarm>> m_deadlines; ///< While the DNS is asked.
};

} // namespace postern
