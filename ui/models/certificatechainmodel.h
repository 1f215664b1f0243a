// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tls/handshake.h"

#include <QStandardItemModel>

namespace postern {

/// A chain as a tree: the server's own certificate, below it its issuer, and so on up to the root;
/// then what was sent besides. Each with its state in words; what is missing has a line too.
class CertificateChainModel final : public QStandardItemModel
{
    Q_OBJECT
public:
    /// Of an item: the place of its certificate in the chain as it was sent; -1: it was not sent.
    static constexpr int PlaceRole = Qt::UserRole;

    explicit CertificateChainModel(QObject *parent = nullptr);

    void setHandshake(const Handshake &handshake);

private:
    QStandardItem *makeItem(const Handshake &handshake, int place, const QString &remark) const;
    QStandardItem *makeEnd(const Handshake &handshake, int lastPlace) const;
};

} // namespace postern
