// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"
#include "tls/handshakerating.h"
#include "widgets/factsview.h"

#include <QCoreApplication>

namespace postern {

/// The facts of a connection and its handshake in words. What is not known is said to be so.
class HandshakeWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::HandshakeWords)
public:
    [[nodiscard]] static QList<Fact> facts(const ProbeReport &report);
    /// Those that stay the same from one look to the next, unless something has changed.
    [[nodiscard]] static QList<Fact> steadyFacts(const ProbeReport &report);

private:
    static QList<Fact> connectionFacts(const ProbeReport &report);
    static QList<Fact> sessionFacts(const Handshake &handshake);
    static QList<Fact> versionFacts(const SecondLook &look);
    static QList<Fact> serverFacts(const ProbeReport &report);
    static Fact rated(Fact fact, const Rating &rating);
    static QString reasonText(Rating::Reason reason);
    static QString addressText(const ProbeReport &report);
    static QString foundBy(const ProbeReport &report);
    static QString timeText(const ProbeReport &report);
    static QString trustText(const Handshake &handshake);
    static QString revocationText(const Handshake &handshake);
    static QString modeText(const ProbeReport &report);
    static QString knownOr(const QString &value, const QString &unknown);
};

} // namespace postern
