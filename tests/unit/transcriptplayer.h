// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dialogue.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QTest>

namespace postern {

/// Plays a conversation against a dialogue and insists on every line of it:
///   `S: …` is what the server says (CR LF is added unless the line brings its own end),
///   `C: …` is what the dialogue must send next, to the byte,
///   `TLS`  is the handshake that it must ask for, and that succeeds.
/// What the dialogue wants in the end is left for the caller to judge; a line sent that the
/// transcript does not have shows up there.
class TranscriptPlayer
{
public:
    explicit TranscriptPlayer(Dialogue &dialogue) : m_dialogue(dialogue) { }

    /// Empty where all went as written, otherwise where it did not.
    [[nodiscard]] QByteArray play(const QByteArrayList &transcript)
    {
        for (const QByteArray &entry : transcript) {
            if (!follow(entry))
                return "at \"" + entry.left(100) + "\" the dialogue wants: " + describe(m_step);
        }
        return {};
    }

    /// What the dialogue wants after the last line that was played.
    const Step &step() const { return m_step; }
    /// The last line of the server, without its end.
    QByteArray lastServerLine() const { return m_lastServerLine.trimmed(); }

    [[nodiscard]] static QByteArray describe(const Step &step)
    {
        if (const auto *line = std::get_if<Send>(&step))
            return "Send " + line->line;
        if (std::holds_alternative<AwaitLine>(step))
            return "AwaitLine";
        if (std::holds_alternative<StartHandshake>(step))
            return "StartHandshake";
        if (std::holds_alternative<Learnt>(step))
            return "Learnt";
        const auto &end = std::get<GaveUp>(step);
        return "GaveUp " + QByteArray::number(static_cast<int>(end.fault)) + ' '
            + end.evidence.trimmed().left(100);
    }

private:
    bool follow(const QByteArray &entry)
    {
        if (entry == "TLS") {
            if (!std::holds_alternative<StartHandshake>(m_step))
                return false;
            m_step = m_dialogue.onEncrypted();
            return true;
        }
        if (entry.startsWith("C: ")) {
            if (m_step != Step{Send{entry.sliced(3)}})
                return false;
            m_step = AwaitLine{};
            return true;
        }
        if (!entry.startsWith("S: ") || !std::holds_alternative<AwaitLine>(m_step))
            return false;
        m_lastServerLine = entry.sliced(3);
        m_step = m_dialogue.onLine(
            m_lastServerLine.endsWith('\n') ? m_lastServerLine : m_lastServerLine + "\r\n");
        return true;
    }

    Dialogue &m_dialogue;
    Step m_step = AwaitLine{};
    QByteArray m_lastServerLine;
};

/// The same line of a server again and again: what a flood looks like in a transcript.
[[nodiscard]] inline QByteArrayList repeated(const QByteArray &entry, int times)
{
    return QByteArrayList(times, entry);
}

/// Field by field, so that a failure names the one that differs.
inline void compareProfiles(const ServerProfile &actual, const ServerProfile &expected)
{
    QCOMPARE(actual.greeting, expected.greeting);
    QCOMPARE(actual.capabilitiesBeforeTls, expected.capabilitiesBeforeTls);
    QCOMPARE(actual.capabilities, expected.capabilities);
    QCOMPARE(actual.mechanisms, expected.mechanisms);
    QCOMPARE(actual.isLoginDisabled, expected.isLoginDisabled);
    QCOMPARE(actual.isLoginDisabledBeforeTls, expected.isLoginDisabledBeforeTls);
    QCOMPARE(actual.offersStartTls, expected.offersStartTls);
    QVERIFY(actual == expected);
}

/// The columns of a table of conversations that end in a fault.
inline void addFaultColumns()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QByteArrayList>("transcript");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Stage>("stage");
}

} // namespace postern
