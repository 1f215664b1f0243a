// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/certificate/fingerprintcheck.h"

#include "certificate/certificatefacts.h"
#include "theme.h"
#include "widgets/sign.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace postern {

using namespace Qt::StringLiterals;

FingerprintCheck::FingerprintCheck(QWidget *parent)
    : QWidget(parent),
      m_field(new QLineEdit),
      m_sign(new Sign(24)),
      m_result(Theme::makeLabel())
{
    m_field->setObjectName(u"compare"_s);
    m_field->setClearButtonEnabled(true);
    m_field->setPlaceholderText(tr("paste the fingerprint that the administrator told you"));
    m_result->setObjectName(u"comparison"_s);
    Theme::makeTitle(*m_result);
    auto *copy = new QPushButton(Theme::icon(u"copy"_s), tr("Co&py fingerprint"));
    copy->setObjectName(u"copyFingerprint"_s);
    copy->setAutoDefault(false);
    auto *label = new QLabel(tr("Co&mpare with:"));
    label->setBuddy(m_field);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(fingerprintForPeople(m_sha256)); });
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        showResult();
        emit changed();
    });
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(Theme::spacing);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_field, 0, 1);
    grid->addWidget(copy, 0, 2);
    auto *result = new QHBoxLayout;
    result->setSpacing(Theme::gap);
    result->addWidget(m_sign, 0, Qt::AlignTop);
    result->addWidget(m_result, 1);
    grid->addLayout(result, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    showResult();
}

void FingerprintCheck::setCertificate(const QByteArray &sha256, const QByteArray &sha1)
{
    m_sha256 = sha256;
    m_sha1 = sha1;
    m_field->clear();
}

TrustException::Comparison FingerprintCheck::comparison() const
{
    const QByteArray digits = typed();
    if (!digits.isEmpty() && digits == m_sha256)
        return TrustException::Comparison::Sha256;
    return !digits.isEmpty() && digits == m_sha1 ? TrustException::Comparison::Sha1
                                                 : TrustException::Comparison::None;
}

bool FingerprintCheck::isMismatch() const
{
    return !typed().isEmpty() && comparison() == TrustException::Comparison::None && !isBeginning();
}

QByteArray FingerprintCheck::typed() const
{
    return fingerprintFromPeople(m_field->text());
}

bool FingerprintCheck::isBeginning() const
{
    const QByteArray digits = typed();
    return digits.size() < m_sha256.size()
        && (m_sha256.startsWith(digits) || m_sha1.startsWith(digits));
}

void FingerprintCheck::showResult()
{
    const bool isShown = !typed().isEmpty();
    m_sign->setVisible(isShown);
    m_result->setVisible(isShown);
    if (comparison() == TrustException::Comparison::Sha256) {
        m_sign->setIcon(u"verified"_s, ColorRole::Good);
        m_result->setText(tr("✓ It matches: this is the certificate you were told about."));
    } else if (comparison() == TrustException::Comparison::Sha1) {
        m_sign->setIcon(u"accepted"_s, ColorRole::Caution);
        m_result->setText(tr("✓ It matches by SHA-1, which can be forged with much effort. "
                             "Better ask for the SHA-256 fingerprint."));
    } else if (isMismatch()) {
        m_sign->setIcon(u"failed"_s, ColorRole::Danger);
        m_result->setText(tr("✗ It does not match. Do not accept this certificate."));
    } else {
        m_sign->setIcon(u"running"_s, ColorRole::Neutral);
        m_result->setText(tr("So far it matches; SHA-256 has 64 digits."));
    }
}

} // namespace postern
