// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/runcomparison.h"

#include "endpointstate.h"
#include "inspector/handshakewords.h"
#include "theme.h"
#include "widgets/certificatewords.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// What a look showed, by the names of the facts; times differ always and say nothing.
QList<Fact> factsOfRun(ProbeReport report, bool isAsked)
{
    if (!isAsked)
        report.secondLook.reset();
    QList<Fact> facts = HandshakeWords::steadyFacts(report);
    if (report.tls && !report.tls->chain.isEmpty())
        facts += CertificateWords::facts(
            report.tls->chain.constFirst().facts(), report.tls->judgedAt);
    return facts;
}

QString valueIn(const QList<Fact> &facts, const QString &name)
{
    for (const Fact &fact : facts) {
        if (fact.name == name)
            return fact.value;
    }
    return u"–"_s;
}

} // namespace

RunComparison::RunComparison(QWidget *parent)
    : QWidget(parent),
      m_summary(Theme::makeLabel()),
      m_table(new QTreeWidget)
{
    m_summary->setObjectName(u"comparisonSummary"_s);
    m_table->setObjectName(u"runComparison"_s);
    m_table->setAccessibleName(tr("Two runs compared"));
    m_table->setHeaderLabels({tr("Fact"), tr("Earlier"), tr("Now")});
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::spacing, Theme::spacing, Theme::spacing, Theme::spacing);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
}

void RunComparison::setRuns(const ProbeReport &before, const ProbeReport &now)
{
    if (m_runs && *m_runs == std::pair(before, now))
        return;
    m_runs = {before, now};
    // Which versions a server accepts is asked in an inspection only.
    const bool isAsked = before.secondLook && now.secondLook;
    const QList<Fact> earlier = factsOfRun(before, isAsked);
    const QList<Fact> later = factsOfRun(now, isAsked);
    QStringList names;
    for (const Fact &fact : earlier + later)
        names.append(fact.name);
    names.removeDuplicates();
    m_table->clear();
    int differences = 0;
    for (const QString &name : std::as_const(names)) {
        const QString was = valueIn(earlier, name);
        const QString is = valueIn(later, name);
        const bool isDifferent = was != is;
        auto *item = new QTreeWidgetItem({isDifferent ? tr("≠ %1").arg(name) : name, was, is});
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, u"<qt>%1</qt>"_s.arg(item->text(column).toHtmlEscaped()));
        if (isDifferent) {
            QFont bold = m_table->font();
            bold.setBold(true);
            item->setFont(0, bold);
            item->setIcon(0, Theme::icon(u"warning"_s, ColorRole::Caution));
            m_table->insertTopLevelItem(differences++, item);
        } else {
            m_table->addTopLevelItem(item);
        }
    }
    m_summary->setText(differences == 0
            ? tr("Both looks showed the same.")
            : tr("%n fact(s) differ; they stand first.", nullptr, differences));
}

void RunComparison::clear(const QString &why)
{
    m_runs.reset();
    m_table->clear();
    m_summary->setText(why);
}

QString RunComparison::toText() const
{
    QString text = m_summary->text() + u'\n';
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_table->topLevelItem(i);
        text += u"%1: %2 | %3\n"_s.arg(item->text(0), item->text(1), item->text(2));
    }
    return text;
}

} // namespace postern
