// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/certificatechainmodel.h"

#include "certificate/certificatefacts.h"
#include "certificate/chainshape.h"
#include "theme.h"

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

CertificateChainModel::CertificateChainModel(QObject *parent) : QStandardItemModel(parent) { }

void CertificateChainModel::setHandshake(const Handshake &handshake)
{
    clear();
    const ChainShape shape = shapeOf(handshake.chain);
    QStandardItem *above = invisibleRootItem();
    int latest = -1;
    for (const int place : shape.path) {
        auto *item = makeItem(
            handshake, place, place < latest ? tr("sent in the wrong place") : QString());
        above->appendRow(item);
        above = item;
        latest = qMax(latest, place);
    }
    if (!shape.path.isEmpty()) {
        if (auto *end = makeEnd(handshake, shape.path.constLast()))
            above->appendRow(end);
    }
    for (int place = 0; place < handshake.chain.size(); ++place) {
        if (!shape.path.contains(place))
            appendRow(makeItem(handshake, place,
                shape.superfluous.contains(place) ? tr("sent, but not needed") : QString()));
    }
}

QStandardItem *CertificateChainModel::makeItem(
    const Handshake &handshake, int place, const QString &remark) const
{
    // A finding counts along the way upwards, not along what was sent.
    const auto step = shapeOf(handshake.chain).path.indexOf(place);
    const bool isFlawed = step >= 0
        && std::any_of(handshake.findings.begin(), handshake.findings.end(),
            [step](const Finding &finding) { return finding.depth == step; });
    QStringList words;
    if (isFlawed)
        words.append(tr("something is wrong with it"));
    if (!remark.isEmpty())
        words.append(remark);
    const QString name = handshake.chain.at(place).facts().subjectName;
    auto *item = new QStandardItem(words.isEmpty() ? name : name + u'\n' + words.join(u", "_s));
    item->setIcon(isFlawed     ? Theme::icon(u"warning"_s, ColorRole::Caution)
            : remark.isEmpty() ? Theme::icon(u"certificate"_s)
                               : Theme::icon(u"info"_s, ColorRole::Muted));
    item->setToolTip(u"<qt>%1</qt>"_s.arg(item->text().toHtmlEscaped()));
    item->setData(place, PlaceRole);
    item->setEditable(false);
    return item;
}

/// What follows behind the last that was sent: a root that this computer has, or a gap.
QStandardItem *CertificateChainModel::makeEnd(const Handshake &handshake, int lastPlace) const
{
    const CertificateFacts &last = handshake.chain.at(lastPlace).facts();
    if (last.isSelfSigned || last.issuerName.isEmpty())
        return nullptr;
    const QList<Finding::Kind> kinds = kindsOf(handshake.findings);
    const bool isMissing = kinds.contains(Finding::Kind::UnknownIssuer)
        || kinds.contains(Finding::Kind::IncompleteChain);
    const bool isChosen = !handshake.vouchedBy.isEmpty();
    QString text = tr("%1\nthe way ends at a root of this computer").arg(last.issuerName);
    if (isChosen)
        text = tr("%1\nan authority of your choice").arg(handshake.vouchedBy);
    else if (isMissing)
        text = tr("%1\nmissing, or not known here").arg(last.issuerName);
    auto *item = new QStandardItem(text);
    item->setIcon(isMissing && !isChosen ? Theme::icon(u"question"_s, ColorRole::Caution)
                                         : Theme::icon(u"verified"_s, ColorRole::Good));
    item->setData(-1, PlaceRole);
    item->setEditable(false);
    return item;
}

} // namespace postern
