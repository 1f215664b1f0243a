// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/handshake.h"
#include "trust/trustexception.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace postern {

/// What was accepted earlier beside what is shown now: what differs, whether the old certificate had
/// expired, whether the key is the same, and what is wrong now that was not then.
class CertificateComparison final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateComparison(QWidget *parent = nullptr);

    void setChange(const TrustException &before, const Handshake &handshake);

private:
    static QString summary(const TrustException &before, const Handshake &handshake);
    void addRow(
        const QString &name, const QString &before, const QString &now, const QFont &font = {});

    QLabel *m_summary;
    QGridLayout *m_table;
};

} // namespace postern
