// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/finish/targetlist.h"

#include "export/exportadvice.h"
#include "theme.h"

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QListWidgetItem *makeHeading(ExportTarget::Group group)
{
    auto *item = new QListWidgetItem(ExportAdvice::groupName(group));
    item->setFlags(Qt::NoItemFlags);
    QFont font = item->font();
    font.setBold(true);
    item->setFont(font);
    return item;
}

} // namespace

TargetList::TargetList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"targets"_s);
    setAccessibleName(tr("Where the settings go"));
    setWordWrap(true);
    std::optional<ExportTarget::Group> group;
    for (const ExportTarget *target : exportTargets()) {
        if (group != target->group)
            addItem(makeHeading(target->group));
        group = target->group;
        auto *item = new QListWidgetItem(ExportAdvice::targetName(*target));
        item->setData(Qt::UserRole, QString(target->name));
        addItem(item);
    }
    setCurrentRow(1); // below the first heading
    connect(this, &QListWidget::currentRowChanged, this, &TargetList::choiceChanged);
}

const ExportTarget &TargetList::chosen() const
{
    const QListWidgetItem *item = currentItem();
    const ExportTarget *target = item ? exportTarget(item->data(Qt::UserRole).toString()) : nullptr;
    return target ? *target : *exportTargets().constFirst();
}

void TargetList::setRefusing(const QStringList &targets)
{
    for (int row = 0; row < count(); ++row) {
        const ExportTarget *target = exportTarget(item(row)->data(Qt::UserRole).toString());
        if (!target)
            continue; // a heading
        const bool isRefusing = targets.contains(target->name);
        const QString name = ExportAdvice::targetName(*target);
        item(row)->setIcon(Theme::icon(isRefusing ? u"skipped"_s : u"done"_s,
            isRefusing ? ColorRole::Muted : ColorRole::Good));
        item(row)->setToolTip(isRefusing ? tr("Not possible with these settings.") : QString());
        item(row)->setData(Qt::AccessibleTextRole,
            isRefusing ? tr("%1, not possible with these settings").arg(name) : name);
    }
}

} // namespace postern
