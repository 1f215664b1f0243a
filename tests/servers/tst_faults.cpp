// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes wrong with Debian's own Dovecot, Postfix and dnsmasq, and with the network itself, in a
// network that holds nothing else: the code, the stage and the evidence that postern-cli tells.

#include "support/deafports.h"
#include "support/dovecotserver.h"
#include "support/nameserver.h"
#include "support/postfixserver.h"
#include "support/serversuite.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;

namespace postern {

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void names_data();
    void names();

private:
    void addRow(const char *name, const QString &place, const QString &service,
        const QString &security, const QString &code, const QString &stage, const QString &evidence,
        const QStringList &more = {}) const;
    void addNetworkRows() const;
    void addModeRows() const;
    void addStartTlsRows() const;
    void startMailServers();

    QTemporaryDir m_folder;
    IssuedCertificate m_root;
    std::unique_ptr<NameServer> m_names;
    std::unique_ptr<DovecotServer> m_dovecot; ///< As it should be.
    std::unique_ptr<DovecotServer> m_clearDovecot; ///< Without TLS, also on the ports for it.
    std::unique_ptr<PostfixServer> m_postfix;
    std::unique_ptr<PostfixServer> m_clearPostfix;
    std::unique_ptr<PostfixServer> m_brokenPostfix; ///< With a key that does not fit.
    std::unique_ptr<PostfixServer> m_rejectingPostfix;
    std::unique_ptr<DovecotServer> m_swappedDovecot; ///< TLS on the ports for plaintext.
    std::unique_ptr<PostfixServer> m_swappedPostfix;
    std::unique_ptr<PostfixServer> m_swappedRelay; ///< The same on 25.
    std::unique_ptr<DeafPorts> m_deaf;
    QUdpSocket m_silence; ///< A name server that never answers.
    QUdpSocket m_failure; ///< One that always says SERVFAIL.
};

namespace {

const QString good = u"127.0.0.30"_s;
const QString clear = u"127.0.0.31"_s;
const QString broken = u"127.0.0.32"_s;
const QString rejecting = u"127.0.0.33"_s;
const QString swapped = u"127.0.0.35"_s;
const QString swappedToo = u"127.0.0.36"_s;
const QString deaf = u"127.0.0.34"_s;

/// Turns questions into answers with a response code of SERVFAIL (RFC 1035, 4.1.1).
void answerServFail(QUdpSocket &socket)
{
    while (socket.hasPendingDatagrams()) {
        QByteArray message(512, 0);
        QHostAddress sender;
        quint16 port = 0;
        const qint64 size = socket.readDatagram(message.data(), message.size(), &sender, &port);
        if (size < 12)
            continue;
        message.truncate(size);
        message[2] = static_cast<char>(message[2] | 0x80);
        message[3] = 2;
        socket.writeDatagram(message, sender, port);
    }
}

} // namespace

void TestFaults::initTestCase()
{
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Postern test root"_s;
    m_root = selfSigned(authority);
    QFile file(m_folder.filePath(u"root.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(m_root.certificatePem), m_root.certificatePem.size());

    NameServerSetup names;
    names.mailExchanges << MailExchangeRecord{u"mail-only.test"_s, u"mx.test"_s};
    m_names = std::make_unique<NameServer>(names);
    QVERIFY(m_silence.bind(QHostAddress(QHostAddress::LocalHost), 0));
    QVERIFY(m_failure.bind(QHostAddress(QHostAddress::LocalHost), 0));
    connect(&m_failure, &QUdpSocket::readyRead, this, [this] { answerServFail(m_failure); });
    m_deaf = std::make_unique<DeafPorts>(deaf, QList<quint16>{993});
    QVERIFY(m_deaf->areReady());
    startMailServers();
    QVERIFY2(m_names->waitUntilReady(), qPrintable(m_names->log()));
    QVERIFY2(m_dovecot->waitUntilReady(), qPrintable(m_dovecot->log()));
    QVERIFY2(m_clearDovecot->waitUntilReady(), qPrintable(m_clearDovecot->log()));
    QVERIFY2(m_swappedDovecot->waitUntilReady(), qPrintable(m_swappedDovecot->log()));
    for (const auto *postfix : {&m_swappedPostfix, &m_swappedRelay, &m_postfix, &m_clearPostfix,
             &m_brokenPostfix, &m_rejectingPostfix})
        QVERIFY2((*postfix)->waitUntilReady(), qPrintable((*postfix)->log()));
}

void TestFaults::startMailServers()
{
    CertificateSpec spec;
    spec.commonName = good;
    spec.ipNames = {QHostAddress(good)};
    const IssuedCertificate certificate = issue(spec, m_root);
    const IssuedCertificate other = issue(spec, m_root);
    DovecotSetup dovecot;
    dovecot.address = good;
    dovecot.certificatePem = certificate.certificatePem;
    dovecot.keyPem = certificate.keyPem;
    m_dovecot = std::make_unique<DovecotServer>(dovecot);
    DovecotSetup tlsOnly = dovecot;
    tlsOnly.address = swapped;
    tlsOnly.clearPorts = false;
    tlsOnly.imapsPort = 143;
    tlsOnly.pop3sPort = 110;
    m_swappedDovecot = std::make_unique<DovecotServer>(tlsOnly);
    dovecot.address = clear;
    dovecot.implicitTls = dovecot.startTls = false;
    dovecot.imapPort = 993;
    dovecot.pop3Port = 995;
    m_clearDovecot = std::make_unique<DovecotServer>(dovecot);

    PostfixSetup postfix;
    postfix.address = good;
    postfix.certificatePem = certificate.certificatePem;
    postfix.keyPem = certificate.keyPem;
    postfix.authSocket = m_dovecot->authSocket();
    m_postfix = std::make_unique<PostfixServer>(postfix);
    PostfixSetup submissions = postfix;
    submissions.address = swapped;
    submissions.port587 = false;
    submissions.submissionsPort = 587;
    m_swappedPostfix = std::make_unique<PostfixServer>(submissions);
    submissions.address = swappedToo;
    submissions.submissionsPort = 25;
    m_swappedRelay = std::make_unique<PostfixServer>(submissions);
    postfix.port465 = false;
    PostfixSetup change = postfix;
    change.address = rejecting;
    change.rejectsClients = true;
    m_rejectingPostfix = std::make_unique<PostfixServer>(change);
    change = postfix;
    change.address = broken;
    change.keyPem = other.keyPem;
    m_brokenPostfix = std::make_unique<PostfixServer>(change);
    change = postfix;
    change.address = clear;
    change.startTls = false;
    change.submissionPort = 465;
    m_clearPostfix = std::make_unique<PostfixServer>(change);
}

void TestFaults::addRow(const char *name, const QString &place, const QString &service,
    const QString &security, const QString &code, const QString &stage, const QString &evidence,
    const QStringList &more) const
{
    QTest::newRow(name) << QStringList{u"inspect"_s, place, u"--service"_s, service,
                               u"--security"_s, security}
            + more << code
                        << stage << evidence;
}

void TestFaults::names_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("evidence");
    addNetworkRows();
    addModeRows();
    addStartTlsRows();
}

void TestFaults::addNetworkRows() const
{
    const QString resolve = u"resolve"_s;
    const QString connect = u"connect"_s;
    const QString imap = u"imap"_s;
    const QString tls = u"tls"_s;
    const auto asking = [](const QUdpSocket &server) {
        return QStringList{u"--nameserver"_s, u"127.0.0.1:%1"_s.arg(server.localPort())};
    };
    addRow("no such name", u"nowhere.test:993"_s, imap, tls, "dns.no-such-name"_L1, resolve,
        u"nowhere.test"_s);
    addRow("a name without an address", u"mail-only.test:993"_s, imap, tls, "dns.no-address"_L1,
        resolve, u"mail-only.test"_s);
    addRow("a name server that fails", u"imap.test:993"_s, imap, tls, "dns.failure"_L1, resolve,
        u"imap.test"_s, asking(m_failure));
    addRow("a name server that is silent", u"imap.test:993"_s, imap, tls, "dns.timeout"_L1, resolve,
        u"imap.test"_s, asking(m_silence));
    addRow("no way there", u"192.0.2.1:993"_s, imap, tls, "network.unreachable"_L1, connect,
        u"192.0.2.1"_s);
    addRow("nobody listens", good + u":1993"_s, imap, tls, "connect.refused"_L1, connect,
        u"%1 port 1993"_s.arg(good));
    addRow("everything is dropped", deaf + u":993"_s, imap, tls, "connect.timeout"_L1, connect,
        u"%1 port 993"_s.arg(deaf));
    addRow("turned away by Postfix", rejecting + u":587"_s, u"smtp"_s, u"starttls"_s,
        "protocol.rejected"_L1, u"greeting"_s, u"554 5.7.1"_s);
}

void TestFaults::addModeRows() const
{
    const QString plaintext = "protocol.plaintext-on-tls-port"_L1;
    const QString speaksTls = "protocol.tls-on-plaintext-port"_L1;
    const QString wrong = "protocol.wrong-service"_L1;
    const QString handshake = u"handshake"_s;
    const QString greeting = u"greeting"_s;
    const QString tls = u"tls"_s;
    const QString startTls = u"starttls"_s;
    addRow("Dovecot in plaintext on 993", clear + u":993"_s, u"imap"_s, tls, plaintext, handshake,
        u"* OK "_s); // or that its authentication process has to start first
    addRow("Dovecot in plaintext on 995", clear + u":995"_s, u"pop3"_s, tls, plaintext, handshake,
        u"+OK Dovecot"_s);
    addRow("Postfix in plaintext on 465", clear + u":465"_s, u"smtp"_s, tls, plaintext, handshake,
        u"220 mail.example.test ESMTP"_s);
    addRow("TLS from the first byte, IMAP", good + u":993"_s, u"imap"_s, startTls, speaksTls,
        greeting, u"answers a ClientHello"_s);
    addRow("TLS from the first byte, POP3", good + u":995"_s, u"pop3"_s, startTls, speaksTls,
        greeting, u"answers a ClientHello"_s);
    addRow("TLS from the first byte, SMTP", good + u":465"_s, u"smtp"_s, startTls, speaksTls,
        greeting, u"answers a ClientHello"_s);
    addRow("TLS on 143", swapped + u":143"_s, u"imap"_s, startTls, speaksTls, greeting,
        u"answers a ClientHello"_s);
    addRow("TLS on 110", swapped + u":110"_s, u"pop3"_s, startTls, speaksTls, greeting,
        u"answers a ClientHello"_s);
    addRow("TLS on 587", swapped + u":587"_s, u"smtp"_s, startTls, speaksTls, greeting,
        u"answers a ClientHello"_s);
    addRow("TLS on 25", swappedToo + u":25"_s, u"smtp"_s, startTls, speaksTls, greeting,
        u"answers a ClientHello"_s);
    addRow("POP3 where IMAP was meant", good + u":110"_s, u"imap"_s, startTls, wrong, greeting,
        u"+OK Dovecot"_s);
    addRow("IMAP where POP3 was meant", good + u":143"_s, u"pop3"_s, startTls, wrong, greeting,
        u"* OK"_s);
    addRow("SMTP where IMAP was meant", good + u":587"_s, u"imap"_s, startTls, wrong, greeting,
        u"220 mail.example.test"_s);
    addRow("IMAP where SMTP was meant", good + u":143"_s, u"smtp"_s, startTls, wrong, greeting,
        u"* OK"_s);
}

void TestFaults::addStartTlsRows() const
{
    const QString missing = "starttls.not-offered"_L1;
    const QString capabilities = u"capabilities"_s;
    const QString startTls = u"starttls"_s;
    addRow("Dovecot without STARTTLS", clear + u":993"_s, u"imap"_s, startTls, missing,
        capabilities, u"IMAP4rev1"_s);
    addRow("Dovecot without STLS", clear + u":995"_s, u"pop3"_s, startTls, missing, capabilities,
        u"CAPA"_s);
    addRow("Postfix without STARTTLS", clear + u":465"_s, u"smtp"_s, startTls, missing,
        capabilities, u"PIPELINING"_s);
    addRow("Postfix with a key that does not fit", broken + u":587"_s, u"smtp"_s, startTls,
        "starttls.refused"_L1, startTls, u"454 4.7.0 TLS not available"_s);
    const QString protection = "security.login-before-tls-disabled"_L1;
    addRow("IMAP, no sign-in before TLS", good + u":143"_s, u"imap"_s, startTls, protection,
        capabilities, u"LOGINDISABLED"_s);
    addRow("SMTP, no sign-in before TLS", good + u":587"_s, u"smtp"_s, startTls, protection,
        capabilities, u"STARTTLS"_s);
    addRow("no encryption at all", clear + u":465"_s, u"smtp"_s, u"none"_s, "security.plaintext"_L1,
        capabilities, {});
}

void TestFaults::names()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    QFETCH(QString, stage);
    QFETCH(QString, evidence);
    QProcess process;
    process.setProgram(QStringLiteral(POSTERN_CLI));
    process.setArguments(arguments
        + QStringList{u"--format"_s, u"json"_s, u"--ca"_s, m_folder.filePath(u"root.pem"_s),
            u"--trust-store"_s, m_folder.filePath(u"trust.json"_s)});
    QSignalSpy finished(&process, &QProcess::finished);
    process.start();
    QVERIFY(process.state() != QProcess::NotRunning && finished.wait(60'000));
    const QJsonObject document = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QStringList said;
    for (const auto &attempt : document["attempts"_L1].toArray()) {
        for (const auto &each : attempt["diagnoses"_L1].toArray()) {
            const QJsonObject diagnosis = each.toObject();
            said.append(u"%1 at %2: %3"_s.arg(diagnosis["code"_L1].toString(),
                diagnosis["stage"_L1].toString(), diagnosis["evidence"_L1].toString()));
        }
    }
    const QString start = u"%1 at %2: "_s.arg(code, stage);
    const bool isNamed = std::any_of(said.begin(), said.end(), [&](const QString &line) {
        return line.startsWith(start) && line.sliced(start.size()).contains(evidence);
    });
    QVERIFY2(isNamed, said.join(u'\n').toUtf8() + process.readAllStandardError());
}

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    return runServerSuite<TestFaults>(argc, argv, {u"dovecot"_s, u"master"_s, u"dnsmasq"_s});
}

#include "tst_faults.moc"
