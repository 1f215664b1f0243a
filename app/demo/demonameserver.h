// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demorecord.h"

#include <QList>
#include <QObject>
#include <QUdpSocket>

namespace postern {

/// A stand-in for DNS: an authoritative server on UDP, 127.0.0.1 and a port that the kernel
/// chooses. It knows its records and nothing else, never asks another server, and ends with the
/// object.
class DemoNameServer : public QObject
{
    Q_OBJECT
public:
    explicit DemoNameServer(QObject *parent = nullptr);

    bool listen(); ///< Where it is false, errorString() says why.
    quint16 port() const; ///< 0 before listen().
    QString errorString() const;

    void setRecords(QList<DemoRecord> records); ///< Replaces all records at once.

private:
    void onReadyRead();

    QUdpSocket m_socket;
    QList<DemoRecord> m_records;
};

} // namespace postern
