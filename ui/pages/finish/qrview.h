// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace postern {

/// A QR code (ISO/IEC 18004, level L), black on white in every colour scheme, with the quiet zone of
/// four modules that readers need.
class QrView final : public QWidget
{
    Q_OBJECT
public:
    explicit QrView(QWidget *parent = nullptr);

    /// What the code says; empty: nothing is shown. Too much for one code shows nothing either.
    void setPayload(const QByteArray &payload);
    bool hasCode() const { return !m_modules.isEmpty(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QList<bool>> m_modules; ///< Row by row; true is black.
};

} // namespace postern
