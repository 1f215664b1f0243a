// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/serverhelloreader.h"

#include "tls/ciphersuite.h"
#include "tls/tlsalert.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxBytes = 64 * 1024; // of all that is looked at
constexpr qsizetype maxRecordBytes = 16384 + 2048; // RFC 5246, 6.2.3
constexpr qsizetype maxFirstBytes = 512;
constexpr qsizetype enoughOfPlaintext = 200;
constexpr qsizetype maxCertificates = 10;

constexpr quint8 recordAlert = 21;
constexpr quint8 recordHandshake = 22;
constexpr char warningLevel = 1;
constexpr quint8 messageServerHello = 2;
constexpr quint8 messageCertificate = 11;
constexpr quint8 messageKeyExchange = 12;
constexpr quint8 messageCertificateRequest = 13;
constexpr quint8 messageServerHelloDone = 14;
constexpr quint16 chosenVersionExtension = 43;

/// Takes numbers and vectors from the front; once something is missing all is.
class Bytes
{
public:
    explicit Bytes(const QByteArray &bytes) : m_rest(bytes) { }

    bool isGood() const { return m_isGood; }
    bool isEmpty() const { return m_rest.isEmpty(); }

    QByteArray take(qsizetype count)
    {
        m_isGood &= count <= m_rest.size();
        if (!m_isGood)
            return {};
        QByteArray taken = m_rest.first(count);
        m_rest.remove(0, count);
        return taken;
    }

    quint32 number(int bytes)
    {
        quint32 value = 0;
        const QByteArray taken = take(bytes);
        for (const char byte : taken)
            value = value << 8 | static_cast<quint8>(byte);
        return value;
    }

    QByteArray vector(int lengthBytes)
    {
        const auto length = static_cast<qsizetype>(number(lengthBytes));
        return take(length);
    }

private:
    QByteArray m_rest;
    bool m_isGood = true;
};

int bitsOf(const QByteArray &integer)
{
    for (qsizetype i = 0; i < integer.size(); ++i) {
        auto byte = static_cast<quint8>(integer.at(i));
        if (byte == 0)
            continue;
        int bits = static_cast<int>(integer.size() - i - 1) * 8;
        for (; byte != 0; byte >>= 1)
            ++bits;
        return bits;
    }
    return 0;
}

} // namespace

void ServerHelloReader::append(const QByteArray &bytes)
{
    if (m_isComplete)
        return;
    const QByteArray looked = bytes.first(qMin(bytes.size(), maxBytes - m_seen));
    m_seen += looked.size();
    m_answer.firstBytes
        += looked.first(qMin(looked.size(), maxFirstBytes - m_answer.firstBytes.size()));
    m_bytes += looked;
    readRecords();
    if (!m_isComplete && m_seen >= maxBytes)
        end(ServerHelloAnswer::Kind::Malformed);
}

void ServerHelloReader::onClosed()
{
    if (m_answer.kind == ServerHelloAnswer::Kind::Nothing)
        m_answer.kind = ServerHelloAnswer::Kind::HungUp;
    m_isComplete = true;
}

void ServerHelloReader::readRecords()
{
    while (!m_isComplete && !m_bytes.isEmpty()) {
        Bytes header(m_bytes);
        const auto type = static_cast<quint8>(header.number(1));
        const quint32 major = header.number(1);
        if (!m_isTls && (type < 20 || type > 23 || (m_bytes.size() > 1 && major != 3))) {
            m_answer.kind = ServerHelloAnswer::Kind::NotTls;
            // A line, or as much as a line may be, tells who speaks.
            m_isComplete = m_bytes.contains('\n') || m_bytes.size() >= enoughOfPlaintext;
            return;
        }
        header.number(1);
        const auto length = static_cast<qsizetype>(header.number(2));
        if (!header.isGood())
            return;
        m_isTls = true;
        if (length > maxRecordBytes || major != 3) {
            end(ServerHelloAnswer::Kind::Malformed);
            return;
        }
        const QByteArray content = header.take(length);
        if (!header.isGood())
            return;
        m_bytes.remove(0, 5 + length);
        readRecord(type, content);
    }
}

void ServerHelloReader::readRecord(quint8 type, const QByteArray &content)
{
    if (type == recordAlert && content.size() == 2 && content.at(0) == warningLevel
        && content.at(1) != tlsalert::closeNotify) {
        return; // the server goes on all the same (RFC 6066, 3)
    }
    if (type == recordAlert && content.size() == 2) {
        m_answer.alert = static_cast<quint8>(content.at(1));
        // Behind a ServerHello it changes nothing about what was chosen.
        const bool isChosen = m_answer.kind == ServerHelloAnswer::Kind::ServerHello;
        end(isChosen ? m_answer.kind : ServerHelloAnswer::Kind::Alert);
    } else if (type == recordHandshake && !content.isEmpty()) {
        m_messages += content;
        readMessages();
    } else {
        end(ServerHelloAnswer::Kind::Malformed);
    }
}

void ServerHelloReader::readMessages()
{
    while (!m_isComplete) {
        Bytes bytes(m_messages);
        const auto type = static_cast<quint8>(bytes.number(1));
        const QByteArray body = bytes.vector(3);
        if (!bytes.isGood())
            return; // the rest is on its way
        m_messages.remove(0, 4 + body.size());
        if (!readMessage(type, body))
            end(ServerHelloAnswer::Kind::Malformed);
    }
}

bool ServerHelloReader::readMessage(quint8 type, const QByteArray &body)
{
    const bool isFirst = m_answer.kind != ServerHelloAnswer::Kind::ServerHello;
    if (isFirst)
        return type == messageServerHello && readServerHello(body);
    switch (type) {
    case messageServerHello:
        return false; // there is one
    case messageCertificate:
        return readCertificates(body);
    case messageKeyExchange:
        readKeyExchange(body);
        return true;
    case messageCertificateRequest:
        m_answer.wantsClientCertificate = true;
        return true;
    case messageServerHelloDone:
        end(ServerHelloAnswer::Kind::ServerHello);
        return true;
    default:
        return true; // CertificateStatus and what else there may be
    }
}

bool ServerHelloReader::readServerHello(const QByteArray &body)
{
    Bytes bytes(body);
    auto version = static_cast<quint16>(bytes.number(2));
    bytes.take(32); // random
    bytes.vector(1); // session
    const auto suite = static_cast<quint16>(bytes.number(2));
    bytes.number(1); // compression
    if (!bytes.isGood())
        return false;
    Bytes extensions(bytes.isEmpty() ? QByteArray() : bytes.vector(2));
    while (!extensions.isEmpty() && extensions.isGood()) {
        const auto type = static_cast<quint16>(extensions.number(2));
        Bytes content(extensions.vector(2));
        if (type == chosenVersionExtension)
            version = static_cast<quint16>(content.number(2));
        if (!content.isGood())
            return false;
    }
    if (!bytes.isGood() || !extensions.isGood())
        return false;
    m_answer.kind = ServerHelloAnswer::Kind::ServerHello;
    m_answer.version = tlsVersionFromWire(version);
    m_answer.cipherSuite = suite;
    m_isComplete = m_answer.version == TlsVersion::Tls1_3; // the rest is encrypted
    return true;
}

bool ServerHelloReader::readCertificates(const QByteArray &body)
{
    Bytes bytes(body);
    Bytes list(bytes.vector(3));
    while (bytes.isGood() && list.isGood() && !list.isEmpty()) {
        const QByteArray certificate = list.vector(3);
        if (m_answer.certificates.size() < maxCertificates && !certificate.isEmpty())
            m_answer.certificates.append(certificate);
    }
    return bytes.isGood() && list.isGood();
}

/// The size of the group, where the suite is one of those with ephemeral Diffie-Hellman.
void ServerHelloReader::readKeyExchange(const QByteArray &body)
{
    const QString suite = cipherSuiteName(m_answer.cipherSuite);
    if (!suite.startsWith("TLS_DHE_"_L1) && !suite.startsWith("TLS_DH_anon_"_L1))
        return;
    Bytes bytes(body);
    m_answer.dhBits = bitsOf(bytes.vector(2));
}

void ServerHelloReader::end(ServerHelloAnswer::Kind kind)
{
    m_answer.kind = kind;
    m_isComplete = true;
}

} // namespace postern
