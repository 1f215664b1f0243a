// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/certificate/certificatecomparison.h"

#include "certificate/certificate.h"
#include "theme.h"
#include "widgets/certificateverdict.h"
#include "widgets/certificatewords.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

/// In lines of eight bytes, so that two of them stand beside each other and can be compared.
QString inShortLines(const QByteArray &sha256)
{
    QStringList lines;
    for (qsizetype i = 0; i < sha256.size(); i += 16)
        lines.append(fingerprintForPeople(sha256.mid(i, 16)));
    return lines.join(u'\n');
}

QString wordsOf(const QList<Finding::Kind> &findings)
{
    QStringList words;
    for (const Finding::Kind kind : findings)
        words.append(CertificateVerdict::words(kind));
    return words.join(u'\n');
}

} // namespace

CertificateComparison::CertificateComparison(QWidget *parent)
    : QWidget(parent),
      m_summary(Theme::makeLabel()),
      m_table(new QGridLayout)
{
    m_summary->setObjectName(u"changed"_s);
    m_table->setHorizontalSpacing(Theme::margin);
    m_table->setVerticalSpacing(Theme::spacing);
    m_table->setColumnStretch(1, 1);
    m_table->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::spacing);
    layout->addWidget(m_summary);
    layout->addLayout(m_table);
}

void CertificateComparison::setChange(const TrustException &before, const Handshake &handshake)
{
    const Certificate earlier = Certificate::listFromPem(before.certificatePem).value(0);
    const CertificateFacts &old = earlier.facts();
    const CertificateFacts &now = handshake.chain.constFirst().facts();
    const QDateTime today = QDateTime::currentDateTimeUtc();
    m_summary->setText(summary(before, handshake));
    while (QLayoutItem *item = m_table->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addRow({}, tr("Accepted earlier"), tr("Shown now"));
    addRow(tr("In spite of"), wordsOf(before.findings), wordsOf(kindsOf(handshake.findings)));
    addRow(tr("Subject"), old.subject, now.subject);
    addRow(tr("Issuer"), old.issuer, now.issuer);
    addRow(tr("Validity"), CertificateWords::validity(old, today),
        CertificateWords::validity(now, today));
    addRow(tr("Key"), CertificateWords::key(old), CertificateWords::key(now));
    addRow(
        tr("SHA-256"), inShortLines(before.sha256), inShortLines(now.sha256), Theme::fixedFont());
}

QString CertificateComparison::summary(const TrustException &before, const Handshake &handshake)
{
    const QString day
        = QLocale().toString(before.acceptedAt.toLocalTime().date(), QLocale::LongFormat);
    if (before.subject == TrustException::Subject::Authority)
        return tr("On %1 you let an authority vouch for this server. It does not vouch for the "
                  "certificate that is shown now.",
            "date")
            .arg(day);
    if (!handshake.isChanged)
        return tr("On %1 you accepted this very certificate. More is wrong with it now than then.",
            "date")
            .arg(day);
    const QDateTime end = Certificate::listFromPem(before.certificatePem).value(0).facts().notAfter;
    const bool hasExpired = !end.isNull() && end < QDateTime::currentDateTimeUtc();
    const bool isSameKey = before.spkiSha256 == handshake.chain.constFirst().facts().spkiSha256;
    return tr("On %1 you accepted another certificate here. %2 %3", "date")
        .arg(day,
            hasExpired ? tr("It has expired, so a renewal is plausible.")
                       : tr("It has not expired."),
            isSameKey ? tr("The key is the same, as in a renewal.")
                      : tr("The key is another one."));
}

void CertificateComparison::addRow(
    const QString &name, const QString &before, const QString &now, const QFont &font)
{
    const int row = m_table->rowCount();
    auto *label = Theme::makeLabel(name);
    label->setWordWrap(false);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_table->addWidget(label, row, 0, Qt::AlignTop);
    for (int column = 1; column <= 2; ++column) {
        auto *value = Theme::makeLabel(column == 1 ? before : now);
        value->setFont(font);
        if (name.isEmpty())
            value->setForegroundRole(QPalette::PlaceholderText);
        m_table->addWidget(value, row, column, Qt::AlignTop);
    }
}

} // namespace postern
