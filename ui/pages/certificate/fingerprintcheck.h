// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trust/trustexception.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace postern {

class Sign;

/// Where somebody pastes the fingerprint that the administrator gave, and sees in large letters
/// whether it is that of the certificate in question.
class FingerprintCheck final : public QWidget
{
    Q_OBJECT
public:
    explicit FingerprintCheck(QWidget *parent = nullptr);

    /// Another certificate is in question: nothing is compared yet. Lower-case hex.
    void setCertificate(const QByteArray &sha256, const QByteArray &sha1);
    /// By which algorithm what was pasted matches.
    TrustException::Comparison comparison() const;
    /// Whether what was pasted is another certificate's, or none's.
    bool isMismatch() const;

signals:
    void changed();

private:
    QByteArray typed() const;
    bool isBeginning() const;
    void showResult();

    QLineEdit *m_field;
    Sign *m_sign;
    QLabel *m_result;
    QByteArray m_sha256;
    QByteArray m_sha1;
};

} // namespace postern
