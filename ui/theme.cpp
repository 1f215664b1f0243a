// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr double titleScale = 1.35;
constexpr double smallScale = 0.9;

ColorScheme currentScheme = ColorScheme::Light;

/// Draws one of our SVGs in one colour, sharp at every size and scale.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(const QString &name, const QByteArray &svg, ColorRole role)
        : m_name(name),
          m_svg(svg),
          m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor color = Theme::color(m_role);
        if (mode == QIcon::Disabled)
            color = QApplication::palette().color(QPalette::Disabled, QPalette::WindowText);
        else if (mode == QIcon::Selected)
            color = QApplication::palette().color(QPalette::HighlightedText);
        painter->drawPixmap(rect, drawn(color, rect.size(), painter->device()->devicePixelRatio()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

private:
    /// Parsing and drawing an SVG for every cell of a table would take most of its time.
    QPixmap drawn(const QColor &color, const QSize &size, double ratio) const
    {
        const QString key = u"%1 %2 %3x%4 %5"_s.arg(m_name, color.name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(ratio);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QByteArray svg = m_svg;
        svg.replace("#000000", color.name().toLatin1());
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter, QRect(QPoint(0, 0), size));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    QByteArray m_svg;
    ColorRole m_role;
};

QPalette paletteFor(ColorScheme scheme)
{
    const bool isDark = scheme == ColorScheme::Dark;
    const QColor window(isDark ? u"#2b2f34"_s : u"#f5f6f8"_s);
    const QColor base(isDark ? u"#1c1f22"_s : u"#ffffff"_s);
    const QColor text(isDark ? u"#e6e8ea"_s : u"#1b1f24"_s);
    const QColor muted(isDark ? u"#9aa3ab"_s : u"#5c6670"_s);
    const QColor accent(isDark ? u"#3d7fe0"_s : u"#1f5fbf"_s);
    const QColor disabled(isDark ? u"#6c747b"_s : u"#9aa2aa"_s);

    QPalette palette(isDark ? QColor(u"#3b4046"_s) : QColor(u"#eceef1"_s), window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, isDark ? QColor(u"#22262a"_s) : QColor(u"#f8f9fb"_s));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, isDark ? QColor(u"#7db0ff"_s) : accent);
    palette.setColor(QPalette::LinkVisited, isDark ? QColor(u"#7db0ff"_s) : accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, disabled);
    return palette;
}

void scaleFont(QLabel &label, double factor)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    label.setFont(font);
}

} // namespace

ColorScheme Theme::desktopScheme()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness()
            < palette.color(QPalette::WindowText).lightness()
        ? ColorScheme::Dark
        : ColorScheme::Light;
}

void Theme::apply(QApplication &application, ColorScheme scheme)
{
    currentScheme = scheme;
    if (QApplication::style()->objectName().compare("fusion"_L1, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(paletteFor(scheme));
    // Fusion draws the empty circle of a choice in the window's own shade; on dark it vanishes.
    QPalette choice = paletteFor(scheme);
    if (scheme == ColorScheme::Dark)
        choice.setColor(QPalette::Base, QColor(u"#565d65"_s));
    application.setPalette(choice, "QRadioButton");
}

ColorScheme Theme::scheme()
{
    return currentScheme;
}

QColor Theme::color(ColorRole role)
{
    const bool isDark = currentScheme == ColorScheme::Dark;
    switch (role) {
    case ColorRole::Neutral:
        return QApplication::palette().color(QPalette::WindowText);
    case ColorRole::Good:
        return isDark ? QColor(u"#5fca80"_s) : QColor(u"#1a7f37"_s);
    case ColorRole::Caution:
        return isDark ? QColor(u"#e5ac45"_s) : QColor(u"#8a5a00"_s);
    case ColorRole::Danger:
        return isDark ? QColor(u"#f58376"_s) : QColor(u"#b42318"_s);
    case ColorRole::Muted:
        return isDark ? QColor(u"#9aa3ab"_s) : QColor(u"#5c6670"_s);
    case ColorRole::Accent:
        break;
    }
    return isDark ? QColor(u"#7db0ff"_s) : QColor(u"#1f5fbf"_s);
}

QIcon Theme::icon(const QString &name, ColorRole role)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedIconEngine(name, file.readAll(), role));
}

QLabel *Theme::makeLabel(const QString &text)
{
    auto *label = new QLabel;
    // Never rich text: much of what is shown comes from servers.
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void Theme::makeTitle(QLabel &label)
{
    scaleFont(label, titleScale);
}

void Theme::makeSmall(QLabel &label)
{
    scaleFont(label, smallScale);
    label.setForegroundRole(QPalette::PlaceholderText);
}

QFont Theme::fixedFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QString Theme::leftToRight(const QString &text)
{
    constexpr QChar isolate(0x2066);
    constexpr QChar end(0x2069);
    return QGuiApplication::isRightToLeft() ? isolate + text + end : text;
}

} // namespace postern
