// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tls/ciphersuite.h"
#include "tls/clienthello.h"
#include "tls/serverhelloreader.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace postern {

using Kind = ServerHelloAnswer::Kind;

class TestServerHelloReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void looksAtNoMoreThanItMust();
    void readsItsOwnHello_data();
    void readsItsOwnHello();
};

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

QByteArray sized(const QByteArray &content, int bytes)
{
    QByteArray length;
    for (int i = bytes - 1; i >= 0; --i)
        length += static_cast<char>((content.size() >> (8 * i)) & 0xff);
    return length + content;
}

QByteArray message(int type, const QByteArray &body)
{
    return QByteArray(1, static_cast<char>(type)) + sized(body, 3);
}

QByteArray record(int type, const QByteArray &content)
{
    return QByteArray(1, static_cast<char>(type)) + hex("0301") + sized(content, 2);
}

QByteArray handshake(const QByteArray &messages)
{
    return record(22, messages);
}

/// RFC 5246, 7.4.1.3
QByteArray serverHello(
    const QByteArray &version, const QByteArray &suite, const QByteArray &extensions = {})
{
    const QByteArray tail = extensions.isEmpty() ? QByteArray() : sized(extensions, 2);
    return message(2, version + QByteArray(32, 'r') + sized("sid", 1) + suite + hex("00") + tail);
}

ServerHelloAnswer chosen(TlsVersion version, quint16 suite)
{
    ServerHelloAnswer answer;
    answer.kind = Kind::ServerHello;
    answer.version = version;
    answer.cipherSuite = suite;
    return answer;
}

ServerHelloAnswer other(Kind kind, int alert = -1)
{
    ServerHelloAnswer answer;
    answer.kind = kind;
    answer.alert = alert;
    return answer;
}

void addRow(const char *name, const QByteArray &bytes, const ServerHelloAnswer &answer)
{
    QTest::newRow(name) << bytes << answer;
}

void addHellos()
{
    ServerHelloAnswer full = chosen(TlsVersion::Tls1_2, 0x0033);
    full.certificates = QList<QByteArray>{"leaf", "issuer"};
    full.dhBits = 1023;
    full.wantsClientCertificate = true;
    const QByteArray group = sized(hex("007f") + QByteArray(127, '\xff'), 2);
    const QByteArray flight = serverHello(hex("0303"), hex("0033"))
        + message(11, sized(sized("leaf", 3) + sized("issuer", 3), 3)) + message(12, group)
        + message(13, {}) + message(14, {});
    addRow("a whole flight", handshake(flight), full);
    QByteArray split;
    for (const char byte : flight)
        split += handshake(QByteArray(1, byte));
    addRow("each byte in a record of its own", split, full);
    addRow("SSL 3.0", handshake(serverHello(hex("0300"), hex("000a"))),
        chosen(TlsVersion::Ssl3, 0x000a));
    addRow("TLS 1.3 by its extension",
        handshake(serverHello(hex("0303"), hex("1302"), hex("002b00020304"))),
        chosen(TlsVersion::Tls1_3, 0x1302));
    ServerHelloAnswer unknown = chosen(TlsVersion::Tls1_2, 0x0001);
    unknown.version.reset();
    addRow(
        "a version that does not exist", handshake(serverHello(hex("0399"), hex("0001"))), unknown);
    ServerHelloAnswer refused = chosen(TlsVersion::Tls1_2, 0x009c);
    refused.alert = 40;
    addRow("an alert behind it",
        handshake(serverHello(hex("0303"), hex("009c"))) + record(21, hex("0228")), refused);
    addRow("a warning before it",
        record(21, hex("0170")) + handshake(serverHello(hex("0303"), hex("009c"))),
        chosen(TlsVersion::Tls1_2, 0x009c));
    addRow("half of it", handshake(serverHello(hex("0303"), hex("009c"))).chopped(10),
        other(Kind::Nothing));
}

} // namespace

void TestServerHelloReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ServerHelloAnswer>("answer");
    addHellos();
    addRow("nothing", {}, other(Kind::Nothing));
    addRow("an alert", record(21, hex("0246")), other(Kind::Alert, 70));
    addRow("an alert of one byte", record(21, hex("02")), other(Kind::Malformed));
    addRow("a greeting", "220 mail.example.org ESMTP\r\n", other(Kind::NotTls));
    addRow("half a greeting", "* OK rea", other(Kind::NotTls));
    addRow("a web server", "HTTP/1.1 400 Bad Request\r\n", other(Kind::NotTls));
    addRow("a byte of TLS in something else", hex("1648454c4c4f0a"), other(Kind::NotTls));
    addRow("a record that is too long", hex("160301ffff"), other(Kind::Malformed));
    addRow("an empty record of a handshake", handshake({}), other(Kind::Malformed));
    addRow("data before a handshake", record(23, "x"), other(Kind::Malformed));
    addRow("a certificate first", handshake(message(11, sized({}, 3))), other(Kind::Malformed));
    addRow("a hello that ends early", handshake(message(2, hex("0303"))), other(Kind::Malformed));
    addRow("extensions that lie about their size",
        handshake(serverHello(hex("0303"), hex("1302"), hex("002bffff0304"))),
        other(Kind::Malformed));
    addRow("a second hello",
        handshake(serverHello(hex("0303"), hex("009c")) + serverHello(hex("0303"), hex("009d"))),
        [] {
            ServerHelloAnswer answer = chosen(TlsVersion::Tls1_2, 0x009c);
            answer.kind = Kind::Malformed;
            return answer;
        }());
}

void TestServerHelloReader::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ServerHelloAnswer, answer);
    answer.firstBytes = bytes.first(qMin<qsizetype>(bytes.size(), 512));
    ServerHelloReader whole;
    whole.append(bytes);
    ServerHelloReader bytewise;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytewise.append(bytes.mid(i, 1));
    for (const ServerHelloReader &reader : {whole, bytewise}) {
        ServerHelloAnswer found = reader.answer();
        QCOMPARE(static_cast<int>(found.kind), static_cast<int>(answer.kind));
        QVERIFY(answer.firstBytes.startsWith(found.firstBytes)); // up to where it stopped listening
        found.firstBytes = answer.firstBytes;
        QVERIFY(found == answer);
    }
}

/// A server that never stops is not listened to for ever.
void TestServerHelloReader::looksAtNoMoreThanItMust()
{
    ServerHelloReader reader;
    const QByteArray endless = handshake(serverHello(hex("0303"), hex("009c")))
        + handshake(QByteArray(1, '\x0b') + hex("ffffff"));
    reader.append(endless);
    for (int i = 0; i < 100 && !reader.isComplete(); ++i)
        reader.append(handshake(QByteArray(16000, 'x')));
    QVERIFY(reader.isComplete());
    QCOMPARE(static_cast<int>(reader.answer().kind), static_cast<int>(Kind::Malformed));
    QVERIFY(reader.answer().firstBytes.size() <= 512);
}

void TestServerHelloReader::readsItsOwnHello_data()
{
    QTest::addColumn<quint16>("version");
    for (const TlsVersion version : allTlsVersions)
        QTest::newRow(qPrintable(toString(version))) << static_cast<quint16>(version);
}

/// A ClientHello is one record with one message, whose lengths are right.
void TestServerHelloReader::readsItsOwnHello()
{
    QFETCH(quint16, version);
    const auto known = *tlsVersionFromWire(version);
    const QByteArray hello = clientHello(known, u"mail.example.org"_s, QByteArray(32, 'r'));
    QCOMPARE(hello.at(0), '\x16');
    const auto byteAt = [&hello](qsizetype at) { return static_cast<quint8>(hello.at(at)); };
    QCOMPARE((byteAt(3) << 8) + byteAt(4), hello.size() - 5);
    QCOMPARE(hello.at(5), '\x01');
    QCOMPARE((byteAt(6) << 16) + (byteAt(7) << 8) + byteAt(8), hello.size() - 9);
    const quint16 legacy = qMin<quint16>(version, 0x0303);
    QCOMPARE((byteAt(9) << 8) + byteAt(10), legacy);
    QCOMPARE(hello.contains("mail.example.org"), known != TlsVersion::Ssl3);
    QCOMPARE(hello.contains(hex("002b0003020304")), known == TlsVersion::Tls1_3);
    QCOMPARE(hello.contains(hex("000a")), known != TlsVersion::Tls1_3 || hello.contains("\n"));
}

} // namespace postern

Q_DECLARE_METATYPE(postern::ServerHelloAnswer)

QTEST_APPLESS_MAIN(postern::TestServerHelloReader)

#include "tst_serverhelloreader.moc"
