// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace postern {

/// One line of facts: a name and what it is.
struct Fact
{
    enum class Font { Normal, Fixed };
    /// How good it is, where that can be said; shown as a sign and a word.
    enum class Badge { None, Good, Dated, Weak };

    QString name;
    QString value; ///< Inert text.
    Font font = Font::Normal;
    Badge badge = Badge::None;
    QString reason = {}; ///< Why the badge is what it is.

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// Names and values one below the other; every value can be selected and copied, and all of
/// them at once as text.
class FactsView final : public QWidget
{
    Q_OBJECT
public:
    explicit FactsView(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    /// `Name: value` lines; what a badge says stands behind the value.
    QString toText() const;
    [[nodiscard]] static QString textOf(const QList<Fact> &facts);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    void addRow(const Fact &fact, int row);
    static QWidget *makeBadge(const Fact &fact);
    static QString badgeText(const Fact &fact);

    QList<Fact> m_facts;
    QGridLayout *m_grid;
};

} // namespace postern
