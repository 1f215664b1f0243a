// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probereport.h"
#include "widgets/factsview.h"

#include <QCoreApplication>

namespace postern {

/// The facts of a connection and its handshake in words. What is not known is said to be so.
class HandshakeWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::HandshakeWords)
public:
    [[nodiscard]] static QList<Fact> facts(const ProbeReport &report);

private:
    static QList<Fact> connectionFacts(const ProbeReport &report);
    static QList<Fact> sessionFacts(const TlsSession &session);
    static QList<Fact> versionFacts(const SecondLook &look);
    static QList<Fact> serverFacts(const ProbeReport &report);
    static QString trustText(const TlsSession &session);
    static QString revocationText(const TlsSession &session);
    static QString modeText(const ProbeReport &report);
    static QString knownOr(const QString &value, const QString &unknown);
    static QString stageName(Stage stage);
};

} // namespace postern
