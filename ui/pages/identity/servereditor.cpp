// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/identity/servereditor.h"

#include "account/hostname.h"
#include "endpointstate.h"
#include "theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace postern {

using namespace Qt::StringLiterals;

ServerEditor::ServerEditor(const QString &name, const QList<quint16> &ports, QWidget *parent)
    : QWidget(parent),
      m_host(new QLineEdit),
      m_port(new QComboBox),
      m_security(new QComboBox)
{
    m_host->setObjectName(name + "Host"_L1);
    m_host->setPlaceholderText(tr("Server: find out"));
    m_port->setObjectName(name + "Port"_L1);
    m_port->setAccessibleName(tr("Port"));
    m_port->setEditable(true);
    m_port->setInsertPolicy(QComboBox::NoInsert);
    m_port->addItem(tr("Port: find out"));
    for (const quint16 port : ports)
        m_port->addItem(QString::number(port));
    m_security->setObjectName(name + "Security"_L1);
    m_security->setAccessibleName(tr("Security"));
    m_security->addItem(tr("Security: find out"));
    for (const Security security : {Security::ImplicitTls, Security::StartTls, Security::Plaintext})
        m_security->addItem(EndpointState::securityName(security), static_cast<int>(security));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::spacing);
    layout->addWidget(m_host, 3);
    layout->addWidget(m_port, 1);
    layout->addWidget(m_security, 1);
    connect(m_host, &QLineEdit::textChanged, this, &ServerEditor::changed);
    connect(m_port, &QComboBox::currentTextChanged, this, &ServerEditor::changed);
    connect(m_security, &QComboBox::currentIndexChanged, this, &ServerEditor::changed);
}

std::optional<ServerWish> ServerEditor::wish() const
{
    ServerWish wish;
    if (const QString typed = m_host->text().trimmed(); !typed.isEmpty()) {
        const auto host = HostName::parse(typed);
        if (!host)
            return std::nullopt;
        wish.host = *host;
    }
    const QString port = m_port->currentText().trimmed();
    if (!port.isEmpty() && port != m_port->itemText(0)) {
        bool isNumber = false;
        const uint number = port.toUInt(&isNumber);
        if (!isNumber || number < 1 || number > 65535)
            return std::nullopt;
        wish.port = static_cast<quint16>(number);
    }
    if (m_security->currentIndex() > 0)
        wish.security = static_cast<Security>(m_security->currentData().toInt());
    return wish;
}

} // namespace postern
