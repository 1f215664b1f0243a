// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;
class QLabel;

namespace postern {

/// Light or dark.
enum class ColorScheme { Light, Dark };

/// What a colour stands for; always beside a shape and a word that say the same.
enum class ColorRole { Neutral, Good, Caution, Danger, Muted, Accent };

/// The looks of the program: Fusion with palettes of its own, spacing in multiples of 6 px,
/// three text sizes.
class Theme
{
public:
    static constexpr int spacing = 6;
    static constexpr int gap = 12;
    static constexpr int margin = 18;

    /// The scheme of the desktop, by how light its windows are.
    static ColorScheme desktopScheme();
    static void apply(QApplication &application, ColorScheme scheme);
    static ColorScheme scheme();

    static QColor color(ColorRole role);
    /// An icon of ours, `:/icons/NAME.svg`, in the colour of the role.
    static QIcon icon(const QString &name, ColorRole role = ColorRole::Neutral);

    /// A label for text from anywhere: plain text, selectable by mouse and keyboard, wrapping.
    static QLabel *makeLabel(const QString &text = {});
    static void makeTitle(QLabel &label);
    static void makeSmall(QLabel &label);
    static QFont fixedFont();
    /// A number with its unit, or what a machine says, that stays in its order among words that are
    /// read from the right.
    static QString leftToRight(const QString &text);
};

} // namespace postern
