// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether the handshake that postern-cli tells of is the one that `openssl s_client` negotiates with the
// same Dovecot and Postfix.

#include "support/dovecotserver.h"
#include "support/postfixserver.h"
#include "support/serversuite.h"
#include "support/testcertificates.h"
#include "support/testnetwork.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

class TestHandshakes : public QObject
{
    Q_OBJECT

private slots:
    void agrees_data();
    void agrees();

private:
    QTemporaryDir m_folder;
    int m_lastHost = 60;
};

namespace {

struct Service
{
    quint16 port;
    QString service;
    QString security;
    QString startTls; ///< The word for s_client; empty: implicit TLS.
};

const QList<Service> services{
    {993, u"imap"_s, u"tls"_s, {}},
    {143, u"imap"_s, u"starttls"_s, u"imap"_s},
    {995, u"pop3"_s, u"tls"_s, {}},
    {110, u"pop3"_s, u"starttls"_s, u"pop3"_s},
    {465, u"smtp"_s, u"tls"_s, {}},
    {587, u"smtp"_s, u"starttls"_s, u"smtp"_s},
};

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(45'000);
    return process.readAllStandardOutput();
}

QString found(const QString &text, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption)
        .match(text)
        .captured(1);
}

/// s_client's `X25519`, `ECDH, prime256v1` or `ECDH, secp384r1`, by the names of RFC 8446.
QString groupOf(const QString &temporaryKey)
{
    const QString name
        = temporaryKey.section(u", "_s, temporaryKey.startsWith("ECDH"_L1) ? 1 : 0, -2);
    return name == "prime256v1"_L1 ? u"secp256r1"_s : name.toLower();
}

QStringList fingerprintsIn(const QByteArray &pem)
{
    QStringList all;
    for (const QSslCertificate &certificate : QSslCertificate::fromData(pem))
        all.append(QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex()));
    return all;
}

} // namespace

void TestHandshakes::agrees_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"TLSv1.2"_s, u"TLSv1.3"_s}) {
        QTest::addRow("RSA, %s", qPrintable(version)) << static_cast<int>(TestKey::Rsa) << version;
        QTest::addRow("ECDSA, %s", qPrintable(version))
            << static_cast<int>(TestKey::EcP256) << version;
    }
}

void TestHandshakes::agrees()
{
    QFETCH(int, key);
    QFETCH(QString, version);
    const QString address = u"127.0.0.%1"_s.arg(++m_lastHost);
    CertificateSpec authority;
    authority.isCa = true;
    authority.commonName = u"Postern test root"_s;
    const IssuedCertificate root = selfSigned(authority);
    authority.commonName = u"Postern test intermediate"_s;
    const IssuedCertificate middle = issue(authority, root);
    CertificateSpec spec;
    spec.commonName = address;
    spec.ipNames = {QHostAddress(address)};
    spec.key = static_cast<TestKey>(key);
    const IssuedCertificate leaf = issue(spec, middle);
    QFile file(m_folder.filePath(u"root.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(root.certificatePem) > 0);
    file.close();
    DovecotSetup dovecotSetup;
    PostfixSetup postfixSetup;
    dovecotSetup.address = postfixSetup.address = address;
    dovecotSetup.certificatePem = postfixSetup.certificatePem = chainPem({leaf, middle});
    dovecotSetup.keyPem = postfixSetup.keyPem = leaf.keyPem;
    dovecotSetup.minTls = dovecotSetup.maxTls = version;
    postfixSetup.minTls = postfixSetup.maxTls = version;
    DovecotServer dovecot(dovecotSetup);
    postfixSetup.authSocket = dovecot.authSocket();
    PostfixServer postfix(postfixSetup);
    QVERIFY2(dovecot.waitUntilReady(), qPrintable(dovecot.log()));
    QVERIFY2(postfix.waitUntilReady(), qPrintable(postfix.log()));
    for (const Service &service : services) {
        const QString place = u"%1:%2"_s.arg(address).arg(service.port);
        const QJsonObject document = QJsonDocument::fromJson(
            run(QStringLiteral(POSTERN_CLI),
                {u"inspect"_s, place, u"--service"_s, service.service, u"--security"_s,
                    service.security, u"--format"_s, u"json"_s, u"--ca"_s, file.fileName(),
                    u"--trust-store"_s, m_folder.filePath(u"trust.json"_s)}))
                                         .object();
        const QJsonObject handshake = document["attempts"_L1][0]["tls"_L1].toObject();
        QStringList arguments{u"s_client"_s, u"-connect"_s, place, u"-CAfile"_s, file.fileName(),
            u"-showcerts"_s, u"-status"_s, u"-verify_ip"_s, address};
        if (!service.startTls.isEmpty())
            arguments += {u"-starttls"_s, service.startTls};
        const QByteArray output = run(ServerProcess::findProgram(u"openssl"_s), arguments);
        const QString text = QString::fromUtf8(output);
        QVERIFY2(text.contains("Verify return code: 0"_L1), output.constData());
        QCOMPARE(handshake["verified"_L1], QJsonValue(true));
        QCOMPARE(handshake["version"_L1].toString(), found(text, "^New, (\\S+), Cipher is"));
        QCOMPARE(handshake["version"_L1].toString(), version);
        QCOMPARE(handshake["cipher"_L1].toString(), found(text, "^New, \\S+, Cipher is (\\S+)$"));
        QCOMPARE(handshake["keyExchangeGroup"_L1].toString(),
            groupOf(found(text, "^Server Temp Key: (.*)$")));
        QCOMPARE(handshake["peerSignature"_L1].toString(),
            u"%1 with %2"_s.arg(found(text, "^Peer signature type: (.*)$"),
                found(text, "^Peer signing digest: (.*)$")));
        QCOMPARE(handshake["alpn"_L1].isNull(), text.contains("No ALPN negotiated"_L1));
        QCOMPARE(
            handshake["ocsp"_L1].isNull(), text.contains("OCSP response: no response sent"_L1));
        QCOMPARE(handshake["resumed"_L1], QJsonValue(text.contains("Reused, "_L1)));
        QStringList chain;
        for (const auto &certificate : handshake["chain"_L1].toArray())
            chain.append(certificate["sha256"_L1].toString());
        // The server's certificate is shown once more behind the chain.
        const QByteArray sent = output.left(output.indexOf("---\nServer certificate"));
        QCOMPARE(chain, fingerprintsIn(sent));
        QCOMPARE(chain.size(), 2);
    }
}

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    return runServerSuite<TestHandshakes>(argc, argv, {u"dovecot"_s, u"master"_s, u"openssl"_s});
}

#include "tst_handshakes.moc"
