// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/finish/qrview.h"

#include <QPainter>

#include <qrcodegen.hpp>

#include <algorithm>

namespace postern {

namespace {

constexpr int quietModules = 4;
constexpr int leastPixelsPerModule = 4;
/// Version 40, level L, in bytes.
constexpr qsizetype maxPayload = 2953;

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void QrView::setPayload(const QByteArray &payload)
{
    m_modules.clear();
    if (!payload.isEmpty() && payload.size() <= maxPayload) {
        const auto code = qrcodegen::QrCode::encodeBinary(
            {payload.begin(), payload.end()}, qrcodegen::QrCode::Ecc::LOW);
        for (int y = 0; y < code.getSize(); ++y) {
            QList<bool> row;
            for (int x = 0; x < code.getSize(); ++x)
                row.append(code.getModule(x, y));
            m_modules.append(row);
        }
    }
    setVisible(hasCode());
    updateGeometry();
    update();
}

QSize QrView::sizeHint() const
{
    const int modules = int(m_modules.size()) + 2 * quietModules;
    return QSize(modules, modules) * leastPixelsPerModule;
}

void QrView::paintEvent(QPaintEvent * /*event*/)
{
    if (!hasCode())
        return;
    QPainter painter(this);
    const int modules = int(m_modules.size()) + 2 * quietModules;
    const int pixels
        = std::max(1, std::min(width(), height()) / modules); // whole ones: sharp edges
    const QPoint corner((width() - modules * pixels) / 2, (height() - modules * pixels) / 2);
    painter.fillRect(QRect(corner, QSize(modules, modules) * pixels), Qt::white);
    for (int y = 0; y < m_modules.size(); ++y) {
        for (int x = 0; x < m_modules.at(y).size(); ++x) {
            if (m_modules.at(y).at(x))
                painter.fillRect(corner.x() + (x + quietModules) * pixels,
                    corner.y() + (y + quietModules) * pixels, pixels, pixels, Qt::black);
        }
    }
}

} // namespace postern
