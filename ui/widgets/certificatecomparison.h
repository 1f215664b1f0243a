// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/certificatefacts.h"
#include "tls/trustexception.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace postern {

/// The certificate that was accepted earlier beside the one that is shown now: what differs,
/// whether the old one had expired, and whether the key is the same.
class CertificateComparison final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateComparison(QWidget *parent = nullptr);

    void setCertificates(const TrustException &before, const CertificateFacts &now);

private:
    void addRow(
        const QString &name, const QString &before, const QString &now, const QFont &font = {});

    QLabel *m_summary;
    QGridLayout *m_table;
};

} // namespace postern
