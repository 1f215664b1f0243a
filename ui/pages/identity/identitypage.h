// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/emailaddress.h"
#include "pages/setuppage.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace postern {

class Collapsible;
struct OpenedSettings;
class ServerEditor;
class SourceChooser;

/// Who, and what is known already.
class IdentityPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit IdentityPage(QWidget *parent = nullptr);
    QString stepName() const override;
    QString helpAnchor() const override { return QStringLiteral("words"); }

    bool isComplete() const override;
    /// What is typed, as a request; nothing while it is not complete.
    Result<EmailAddress, AddressError> typedAddress() const;
    std::optional<DetectionRequest> request() const;
    /// Fills in an address as if it had been typed.
    void setAddress(const QString &address);

signals:
    void demonstrationRequested();
    void acceptedCertificatesWanted();

protected:
    void render(const SetupState &state) override;

private:
    void layOut();
    QWidget *makeProtocolChoice();
    QWidget *makeServers();
    std::optional<SearchWishes> wishes() const;
    void showAddressHint();
    void setUpOpening();
    void showOpened(const OpenedSettings &settings);
    void forgetOpened();
    static QString hintFor(AddressError error);

    QLineEdit *m_name;
    QLineEdit *m_address;
    QLabel *m_addressHint;
    QButtonGroup *m_protocol;
    Collapsible *m_servers;
    ServerEditor *m_incoming;
    ServerEditor *m_outgoing;
    SourceChooser *m_sources;
    QPushButton *m_demonstration;
    QPushButton *m_inspect;
    QPushButton *m_accepted;
    QPushButton *m_open;
    QLabel *m_openedNote; ///< What the opened file says, or why it is of no use.
    std::optional<DetectionRequest> m_opened; ///< Until something else is typed.
};

} // namespace postern
