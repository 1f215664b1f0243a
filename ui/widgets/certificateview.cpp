// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/certificateview.h"

#include "theme.h"
#include "widgets/certificatewords.h"
#include "widgets/columnscroller.h"

#include <QHBoxLayout>
#include <QTreeWidget>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

CertificateView::CertificateView(QWidget *parent)
    : QWidget(parent),
      m_chain(new QTreeWidget),
      m_facts(new FactsView)
{
    m_chain->setObjectName(u"certificateChain"_s);
    m_chain->setAccessibleName(tr("Certificate chain"));
    m_chain->setHeaderHidden(true);
    m_chain->setRootIsDecorated(false);
    m_chain->setMaximumWidth(260);
    m_chain->setTextElideMode(Qt::ElideMiddle);
    connect(m_chain, &QTreeWidget::currentItemChanged, this,
        [this] { showCertificate(m_chain->indexOfTopLevelItem(m_chain->currentItem())); });
    setAutoFillBackground(true); // one colour with the facts, also on a tab
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::gap);
    layout->addWidget(m_chain, 2);
    layout->addWidget(new ColumnScroller(m_facts), 5);
}

void CertificateView::setSession(const TlsSession &session)
{
    m_session = session;
    m_chain->clear();
    for (int i = 0; i < session.chain.size(); ++i) {
        const bool isFlawed = std::any_of(session.findings.begin(), session.findings.end(),
            [i](const TlsFinding &finding) { return finding.depth == i; });
        const QString name = factsOf(session.chain.at(i)).subjectName;
        auto *item = new QTreeWidgetItem({name});
        item->setToolTip(0, u"<qt>%1</qt>"_s.arg(name.toHtmlEscaped()));
        item->setIcon(0,
            isFlawed ? Theme::icon(u"warning"_s, ColorRole::Caution)
                     : Theme::icon(u"certificate"_s));
        m_chain->addTopLevelItem(item);
    }
    m_chain->setCurrentItem(m_chain->topLevelItem(0));
}

QString CertificateView::toText() const
{
    QString text;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QSslCertificate &certificate : m_session.chain) {
        const CertificateFacts facts = factsOf(certificate);
        const QList<Fact> all = CertificateWords::facts(facts, now)
            + CertificateWords::facts(extensionsOf(certificate));
        for (const Fact &fact : all)
            text += u"%1: %2\n"_s.arg(fact.name, fact.value);
        text += facts.pem + u'\n';
    }
    return text;
}

void CertificateView::showCertificate(int index)
{
    if (index < 0 || index >= m_session.chain.size()) {
        m_facts->setFacts({});
        return;
    }
    QList<Fact> facts = CertificateWords::facts(
        factsOf(m_session.chain.at(index)), QDateTime::currentDateTimeUtc());
    facts += CertificateWords::facts(extensionsOf(m_session.chain.at(index)));
    for (const TlsFinding &finding : m_session.findings) {
        if (finding.depth == index)
            facts.prepend(
                {tr("Finding"), u"%1: %2"_s.arg(toString(finding.kind), finding.evidence)});
    }
    m_facts->setFacts(facts);
}

} // namespace postern
