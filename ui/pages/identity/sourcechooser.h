// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/offer.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace postern {

/// Where to look for settings, and who learns the domain that way; all of it unless the user
/// says otherwise.
class SourceChooser final : public QWidget
{
    Q_OBJECT
public:
    explicit SourceChooser(QWidget *parent = nullptr);

    /// In the order in which a request has them.
    QList<Source> sources() const;
    /// Whether others may be asked too for what is known of providers.
    bool mayAskDatabase() const;
    /// The object names of the boxes that are not ticked; what is to be remembered.
    QStringList leftOut() const;
    void setLeftOut(const QStringList &names);

signals:
    void changed();

private:
    struct Choice
    {
        QCheckBox *box;
        QList<Source> sources;
    };

    void add(const QString &name, const QString &text, const QString &whoLearns,
        const QList<Source> &sources);
    void showWhetherNothingIsLeft();

    QList<Choice> m_choices;
    QCheckBox *m_database = nullptr;
    QLabel *m_nothing;
};

} // namespace postern
