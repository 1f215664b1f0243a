// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demodnsanswer.h"

#include <QtEndian>

#include <algorithm>

namespace postern {

namespace {

constexpr qsizetype dnsHeaderSize = 12;
constexpr qsizetype dnsLargestLabel = 63;
constexpr qsizetype dnsLargestName = 255;
constexpr qsizetype dnsLargestMessage = 512;

constexpr quint16 dnsTypeA = 1;
constexpr quint16 dnsTypeSrv = 33;
constexpr quint16 dnsClassIn = 1;

constexpr quint16 dnsFlagResponse = 0x8000;
constexpr quint16 dnsFlagAuthoritative = 0x0400;
constexpr quint16 dnsFlagTruncated = 0x0200;
constexpr quint16 dnsMaskOpcode = 0x7800;
constexpr quint16 dnsMaskCopied = 0x7900; // opcode and "recursion desired"

enum class DemoResponseCode : quint16 {
    NoError = 0,
    FormErr = 1,
    NxDomain = 3,
    NotImp = 4,
    Refused = 5,
};

struct DemoQuestion
{
    QByteArray name; ///< In wire format, as asked.
    quint16 type = 0;
    quint16 dnsClass = 0;
};

struct DemoAnswers
{
    quint16 count = 0;
    QByteArray wire;
};

quint16 readDnsNumber(QByteArrayView message, qsizetype at)
{
    return qFromBigEndian<quint16>(message.sliced(at, sizeof(quint16)).data());
}

template <typename T>
void appendDnsNumber(QByteArray &message, T number)
{
    char bytes[sizeof(T)];
    qToBigEndian(number, bytes);
    message.append(bytes, sizeof(T));
}

/// The first question, or nothing where it is malformed. A compression pointer has nothing to
/// point to there and counts as malformed, so that no packet can send the reader in circles.
std::optional<DemoQuestion> readDnsQuestion(QByteArrayView query)
{
    qsizetype at = dnsHeaderSize;
    for (;;) {
        if (at >= query.size())
            return std::nullopt;
        const auto length = static_cast<uchar>(query[at++]);
        if (length == 0)
            break;
        if (length > dnsLargestLabel || length > query.size() - at)
            return std::nullopt;
        at += length;
    }
    if (at - dnsHeaderSize > dnsLargestName || query.size() - at < 4)
        return std::nullopt;
    return DemoQuestion{query.sliced(dnsHeaderSize, at - dnsHeaderSize).toByteArray(),
        readDnsNumber(query, at), readDnsNumber(query, at + 2)};
}

QByteArray wireName(const QString &name)
{
    QByteArray wire;
    for (const QByteArray &label : name.toLatin1().toLower().split('.')) {
        Q_ASSERT(!label.isEmpty() && label.size() <= dnsLargestLabel);
        wire.append(static_cast<char>(label.size()));
        wire.append(label);
    }
    wire.append('\0');
    return wire;
}

quint16 dnsTypeOf(const DemoRecord &record)
{
    return std::holds_alternative<DemoService>(record.data) ? dnsTypeSrv : dnsTypeA;
}

QByteArray wireData(const DemoRecord &record)
{
    QByteArray wire;
    if (const auto *service = std::get_if<DemoService>(&record.data)) {
        appendDnsNumber<quint16>(wire, service->priority);
        appendDnsNumber<quint16>(wire, 0);
        appendDnsNumber<quint16>(wire, service->port);
        wire.append(wireName(service->target));
    } else {
        appendDnsNumber<quint32>(wire, std::get<QHostAddress>(record.data).toIPv4Address());
    }
    return wire;
}

void appendDemoRecord(DemoAnswers &answers, const DemoQuestion &question, const DemoRecord &record)
{
    const QByteArray data = wireData(record);
    answers.wire.append(question.name);
    appendDnsNumber<quint16>(answers.wire, dnsTypeOf(record));
    appendDnsNumber<quint16>(answers.wire, dnsClassIn);
    // Never to be cached, since the ports change with every run.
    appendDnsNumber<quint32>(answers.wire, 0);
    appendDnsNumber<quint16>(answers.wire, static_cast<quint16>(data.size()));
    answers.wire.append(data);
    ++answers.count;
}

DemoAnswers findDemoAnswers(const DemoQuestion &question, const QList<DemoRecord> &records)
{
    DemoAnswers answers;
    const QByteArray name = question.name.toLower();
    for (const DemoRecord &record : records) {
        if (dnsTypeOf(record) == question.type && wireName(record.name) == name)
            appendDemoRecord(answers, question, record);
    }
    return answers;
}

/// Names above a known one exist as well, though without records (RFC 8020, 2).
bool isKnownName(const DemoQuestion &question, const QList<DemoRecord> &records)
{
    // A length byte is never a capital letter, so the wire format can be lowered as a whole.
    const QByteArray name = question.name.toLower();
    return std::any_of(records.begin(), records.end(),
        [&name](const DemoRecord &record) { return wireName(record.name).endsWith(name); });
}

QByteArray makeDnsHeader(QByteArrayView query, quint16 flags, quint16 questions, quint16 answers)
{
    QByteArray header = query.first(2).toByteArray();
    const auto copied = static_cast<quint16>(readDnsNumber(query, 2) & dnsMaskCopied);
    appendDnsNumber<quint16>(header, static_cast<quint16>(dnsFlagResponse | copied | flags));
    appendDnsNumber<quint16>(header, questions);
    appendDnsNumber<quint16>(header, answers);
    appendDnsNumber<quint32>(header, 0); // authority and additional
    return header;
}

QByteArray refuseDnsQuery(QByteArrayView query, DemoResponseCode code)
{
    return makeDnsHeader(query, static_cast<quint16>(code), 0, 0);
}

QByteArray answerDnsQuestion(
    QByteArrayView query, const DemoQuestion &question, const QList<DemoRecord> &records)
{
    const DemoAnswers answers = findDemoAnswers(question, records);
    const auto code
        = isKnownName(question, records) ? DemoResponseCode::NoError : DemoResponseCode::NxDomain;
    const auto flags = static_cast<quint16>(dnsFlagAuthoritative | static_cast<quint16>(code));

    const auto questionSize = question.name.size() + 4;
    const QByteArrayView asked = query.sliced(dnsHeaderSize, questionSize);
    if (dnsHeaderSize + questionSize + answers.wire.size() > dnsLargestMessage)
        return makeDnsHeader(query, flags | dnsFlagTruncated, 1, 0).append(asked);
    return makeDnsHeader(query, flags, 1, answers.count).append(asked).append(answers.wire);
}

} // namespace

std::optional<QByteArray> answerDnsQuery(QByteArrayView query, const QList<DemoRecord> &records)
{
    if (query.size() < dnsHeaderSize)
        return std::nullopt;
    const quint16 flags = readDnsNumber(query, 2);
    if (flags & dnsFlagResponse)
        return std::nullopt; // Two servers answering each other's answers would never stop.
    if (flags & dnsMaskOpcode)
        return refuseDnsQuery(query, DemoResponseCode::NotImp);

    const std::optional<DemoQuestion> question = readDnsQuestion(query);
    if (readDnsNumber(query, 4) != 1 || !question)
        return refuseDnsQuery(query, DemoResponseCode::FormErr);
    if (question->dnsClass != dnsClassIn)
        return refuseDnsQuery(query, DemoResponseCode::Refused);
    return answerDnsQuestion(query, *question, records);
}

} // namespace postern
