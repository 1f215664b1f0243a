// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoservers.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

struct DemoServiceRow
{
    DemoProtocol protocol;
    DemoSecurity security;
    QLatin1StringView name;
    QLatin1StringView host;
    quint16 priority; // RFC 6186, 3.4: also tells that IMAP is preferred to POP3.
};

constexpr auto demoDomain = "demo.example"_L1;

// RFC 6186, 3 and RFC 8314, 5.1
constexpr std::array demoServiceRows{
    DemoServiceRow{DemoProtocol::Imap, DemoSecurity::ImplicitTls, "_imaps"_L1, "imap"_L1, 0},
    DemoServiceRow{DemoProtocol::Imap, DemoSecurity::StartTls, "_imap"_L1, "imap"_L1, 10},
    DemoServiceRow{DemoProtocol::Pop3, DemoSecurity::ImplicitTls, "_pop3s"_L1, "pop"_L1, 20},
    DemoServiceRow{DemoProtocol::Pop3, DemoSecurity::StartTls, "_pop3"_L1, "pop"_L1, 30},
    DemoServiceRow{DemoProtocol::Smtp, DemoSecurity::ImplicitTls, "_submissions"_L1, "smtp"_L1, 0},
    DemoServiceRow{DemoProtocol::Smtp, DemoSecurity::StartTls, "_submission"_L1, "smtp"_L1, 10},
};

QString demoHostName(const DemoServiceRow &row)
{
    return row.host + u'.' + demoDomain;
}

std::optional<QSslConfiguration> loadDemoIdentity(
    const QString &certificatePath, const QString &keyPath)
{
    QFile certificateFile(certificatePath);
    QFile keyFile(keyPath);
    if (!certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QSslCertificate certificate(&certificateFile);
    const QSslKey key(&keyFile, QSsl::Ec);
    if (certificate.isNull() || key.isNull())
        return std::nullopt;

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // The default asks clients for a certificate.
    return tls;
}

} // namespace

DemoServers::DemoServers(QObject *parent) : QObject(parent), m_nameServer(this) { }

bool DemoServers::start()
{
    if (!loadCertificates())
        return false;
    if (!listen()) {
        m_mailServers.clear();
        return false;
    }
    publish();
    return true;
}

QString DemoServers::errorString() const
{
    return m_errorString;
}

QString DemoServers::address() const
{
    return "alice@"_L1 + demoDomain;
}

QString DemoServers::nameServerHost() const
{
    return QHostAddress(QHostAddress::LocalHost).toString();
}

quint16 DemoServers::nameServerPort() const
{
    return m_nameServer.port();
}

QList<DemoListener> DemoServers::listeners() const
{
    QList<DemoListener> listeners;
    for (size_t i = 0; i < m_mailServers.size(); ++i) {
        const DemoServiceRow &row = demoServiceRows[i];
        listeners.append({row.protocol, row.security, demoHostName(row), m_mailServers[i]->port()});
    }
    return listeners;
}

void DemoServers::replaceCertificate()
{
    showCertificate(m_secondTls);
}

void DemoServers::showCertificate(const QSslConfiguration &tls)
{
    for (const auto &server : m_mailServers)
        server->setTlsConfiguration(tls);
}

bool DemoServers::loadCertificates()
{
    const auto first = loadDemoIdentity(u":/demo/certificate.pem"_s, u":/demo/key.pem"_s);
    const auto second = loadDemoIdentity(u":/demo/certificate2.pem"_s, u":/demo/key2.pem"_s);
    if (!first || !second) {
        m_errorString = tr("The certificates of the demonstration cannot be read.");
        return false;
    }
    m_tls = *first;
    m_secondTls = *second;
    return true;
}

bool DemoServers::listen()
{
    for (const DemoServiceRow &row : demoServiceRows) {
        m_mailServers.push_back(
            std::make_unique<DemoMailServer>(row.protocol, row.security, m_tls));
        if (!m_mailServers.back()->listen()) {
            m_errorString = tr("A mail server of the demonstration cannot start: %1")
                                .arg(m_mailServers.back()->errorString());
            return false;
        }
    }
    if (!m_nameServer.listen()) {
        m_errorString = tr("The name server of the demonstration cannot start: %1")
                            .arg(m_nameServer.errorString());
        return false;
    }
    return true;
}

void DemoServers::publish()
{
    const QHostAddress loopback(QHostAddress::LocalHost);
    QList<DemoRecord> records{{demoDomain, loopback}};
    for (const auto host : {"imap."_L1, "pop."_L1, "smtp."_L1})
        records.append({host + demoDomain, loopback});
    for (size_t i = 0; i < demoServiceRows.size(); ++i) {
        const DemoServiceRow &row = demoServiceRows[i];
        records.append({row.name + "._tcp."_L1 + demoDomain,
            DemoService{demoHostName(row), m_mailServers[i]->port(), row.priority}});
    }
    m_nameServer.setRecords(std::move(records));
}

} // namespace postern
