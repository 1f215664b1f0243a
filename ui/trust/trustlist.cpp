// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trust/trustlist.h"

#include "certificate/certificate.h"

#include "account/endpoint.h"
#include "theme.h"
#include "widgets/certificatewords.h"
#include "widgets/columnscroller.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QString placeOfException(const TrustException &exception)
{
    return hostAndPort(exception.host, exception.port);
}

QString findingsOf(const TrustException &exception)
{
    QStringList names;
    for (const Finding::Kind kind : exception.findings)
        names.append(toString(kind));
    return names.join(u", "_s);
}

QString dayOf(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime().date(), QLocale::ShortFormat);
}

CertificateFacts certificateOf(const TrustException &exception)
{
    return Certificate::listFromPem(exception.certificatePem).value(0).facts();
}

} // namespace

TrustList::TrustList(QWidget *parent)
    : QWidget(parent),
      m_search(new QLineEdit),
      m_list(new QTreeWidget),
      m_facts(new FactsView)
{
    m_search->setObjectName(u"trustSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("server, account, issuer or fingerprint"));
    connect(m_search, &QLineEdit::textChanged, this, &TrustList::filter);
    auto *label = new QLabel(tr("&Search:"));
    label->setBuddy(m_search);
    m_list->setObjectName(u"trustList"_s);
    m_list->setAccessibleName(tr("Accepted certificates"));
    m_list->setHeaderLabels(
        {tr("Server"), tr("Account"), tr("In spite of"), tr("Accepted on"), tr("Valid until")});
    m_list->setRootIsDecorated(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTabKeyNavigation(false);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &TrustList::showChosen);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_search, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(row);
    column->addWidget(m_list, 3);
    column->addWidget(new ColumnScroller(m_facts, tr("Facts of the certificate")), 4);
}

void TrustList::setExceptions(const QList<TrustException> &exceptions)
{
    const QSignalBlocker quiet(m_list); // what is chosen is told when all of it is there
    m_exceptions = exceptions;
    m_list->clear();
    for (const TrustException &exception : exceptions) {
        QString place = placeOfException(exception);
        if (exception.duration == TrustException::Duration::ThisRun)
            place = tr("%1 (until Postern is closed)", "server and port").arg(place);
        auto *item
            = new QTreeWidgetItem({place, accountOfException(exception), findingsOf(exception),
                dayOf(exception.acceptedAt), dayOf(certificateOf(exception).notAfter)});
        item->setIcon(0, Theme::icon(u"accepted"_s, ColorRole::Caution));
        m_list->addTopLevelItem(item);
    }
    for (int column = 0; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    filter();
    if (!exceptions.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showChosen();
}

QList<TrustException> TrustList::chosen() const
{
    QList<TrustException> all;
    for (int i = 0; i < m_exceptions.size(); ++i) {
        const QTreeWidgetItem *item = m_list->topLevelItem(i);
        if (item->isSelected() && !item->isHidden())
            all.append(m_exceptions.at(i));
    }
    return all;
}

QString TrustList::accountOfException(const TrustException &exception)
{
    return exception.account.isEmpty() ? tr("whoever uses this server") : exception.account;
}

QString TrustList::comparisonOf(const TrustException &exception)
{
    switch (exception.comparison) {
    case TrustException::Comparison::Sha256:
        return tr("by its SHA-256 fingerprint");
    case TrustException::Comparison::Sha1:
        return tr("by its SHA-1 fingerprint, which can be forged with much effort");
    case TrustException::Comparison::None:
        break;
    }
    return tr("with nothing");
}

void TrustList::filter()
{
    const QString wanted = m_search->text().trimmed();
    const QString digits = QString::fromLatin1(fingerprintFromPeople(wanted));
    for (int i = 0; i < m_exceptions.size(); ++i) {
        const TrustException &exception = m_exceptions.at(i);
        const CertificateFacts &facts = certificateOf(exception);
        const QString text = QStringList{placeOfException(exception), exception.account,
            facts.subject, facts.issuer}
                                 .join(u'\n');
        const bool isWanted = text.contains(wanted, Qt::CaseInsensitive)
            || QString::fromLatin1(exception.sha256).contains(digits);
        m_list->topLevelItem(i)->setHidden(!isWanted);
    }
}

void TrustList::showChosen()
{
    const QList<TrustException> all = chosen();
    emit choiceChanged();
    if (all.size() != 1) {
        m_facts->setFacts({});
        return;
    }
    const TrustException &exception = all.constFirst();
    const bool isAuthority = exception.subject == TrustException::Subject::Authority;
    QList<Fact> facts{{tr("Accepted for"), placeOfException(exception)},
        {tr("Account"), accountOfException(exception)},
        {tr("Accepted is"),
            isAuthority ? tr("this authority, for whatever certificate it vouches for there")
                        : tr("just this certificate")},
        {tr("In spite of"), findingsOf(exception)}, {tr("Compared"), comparisonOf(exception)},
        {tr("Accepted on"),
            QLocale().toString(exception.acceptedAt.toLocalTime(), QLocale::LongFormat)}};
    facts += CertificateWords::facts(certificateOf(exception), QDateTime::currentDateTimeUtc());
    facts += CertificateWords::facts(
        Certificate::listFromPem(exception.certificatePem).value(0).extensions());
    m_facts->setFacts(facts);
}

} // namespace postern
