// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trust/trustexception.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;

namespace postern {

class FactsView;

/// Accepted certificates, one a line, with a search above and all about the chosen one below.
class TrustList final : public QWidget
{
    Q_OBJECT
public:
    explicit TrustList(QWidget *parent = nullptr);

    void setExceptions(const QList<TrustException> &exceptions);
    const QList<TrustException> &exceptions() const { return m_exceptions; }
    /// Those that are selected and not hidden by the search.
    QList<TrustException> chosen() const;

signals:
    void choiceChanged();

private:
    static QString accountOfException(const TrustException &exception);
    static QString comparisonOf(const TrustException &exception);
    void filter();
    void showChosen();

    QList<TrustException> m_exceptions; ///< As they are shown.
    QLineEdit *m_search;
    QTreeWidget *m_list;
    FactsView *m_facts;
};

} // namespace postern
