// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "tls/handshake.h"

#include <QWidget>

class QLabel;
class QModelIndex;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QTreeView;
class QVBoxLayout;

namespace postern {

class CertificateChainModel;
class FactsView;

/// A certificate chain: the verdict first, the chain as a tree, and everything about the chosen
/// certificate as facts, as libcrypto prints it, and as PEM; to copy and to save.
class CertificateView final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateView(QWidget *parent = nullptr);

    /// @p host: the name that was asked for.
    void setHandshake(const Handshake &handshake, const QString &host);
    /// All certificates with their facts and PEM, for the clipboard.
    QString toText() const;

private:
    QWidget *makeButtons();
    QPlainTextEdit *makeText(const QString &accessibleName, const QString &objectName) const;
    void showVerdict();
    void showCertificate(const QModelIndex &chosen);
    Certificate chosen() const;
    void save(const QList<Certificate> &certificates, const QString &name);
    void fillCopyMenu();
    QList<struct Fact> factsAt(int place) const;

    Handshake m_handshake;
    QString m_host;
    int m_place = -1; ///< Of the chosen certificate.
    QVBoxLayout *m_verdict;
    CertificateChainModel *m_model;
    QTreeView *m_chain;
    QTabWidget *m_tabs;
    FactsView *m_facts;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_pem;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_saveChain;
    QLabel *m_message;
};

} // namespace postern
