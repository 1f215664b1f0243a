// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/hostname.h"
#include "certificate/certificate.h"

#include <QList>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace postern {

/// What can be done about a certificate in question, the safest first; not to accept it is chosen
/// until the user says otherwise.
class WaysOut final : public QWidget
{
    Q_OBJECT
public:
    enum Way { UseName, UseAuthority, AcceptOnce, AcceptAndRemember, Stop };

    explicit WaysOut(QWidget *parent = nullptr);

    /// Another question: @p names are those of the certificate that could be used instead.
    void ask(const QList<HostName> &names);
    Way chosen() const;
    /// The name to use instead, of UseName.
    HostName name() const;
    /// What the chosen file holds, of UseAuthority.
    const QList<Certificate> &authorities() const { return m_authorities; }
    /// Whether the certificate itself may be accepted at all.
    void setAcceptable(bool isAcceptable);
    /// Opens the dialogue for the authority's file.
    void chooseFile();

signals:
    void changed();

private:
    QWidget *makeAuthority();
    QWidget *add(const QString &text, const QString &description, const QString &name, int id);
    void readFile(const QString &path);

    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    QLabel *m_file;
    QList<HostName> m_names;
    QList<QWidget *> m_nameWays;
    QList<Certificate> m_authorities;
};

} // namespace postern
