// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/tlssession.h"

#include <QWidget>

class QTreeWidget;

namespace postern {

class FactsView;

/// A certificate chain as the server sent it: a list from the server's certificate upwards and
/// everything about the chosen one.
class CertificateView final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateView(QWidget *parent = nullptr);

    void setSession(const TlsSession &session);
    /// All certificates with their facts and PEM, for the clipboard.
    QString toText() const;

private:
    void showCertificate(int index);

    TlsSession m_session;
    QTreeWidget *m_chain;
    FactsView *m_facts;
};

} // namespace postern
