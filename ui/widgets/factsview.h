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

    QString name;
    QString value; ///< Inert text.
    Font font = Font::Normal;
};

/// Names and values one below the other; every value can be selected and copied, and all of
/// them at once as text.
class FactsView final : public QWidget
{
    Q_OBJECT
public:
    explicit FactsView(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    /// `Name: value` lines.
    QString toText() const;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    void addRow(const Fact &fact, int row);

    QList<Fact> m_facts;
    QGridLayout *m_grid;
};

} // namespace postern
