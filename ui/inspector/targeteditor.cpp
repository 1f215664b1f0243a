// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/targeteditor.h"

#include "endpointstate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int anything = -1;

template <typename Value>
std::optional<Value> valueOf(const QComboBox &box)
{
    const int value = box.currentData().toInt();
    return value == anything ? std::nullopt : std::optional(static_cast<Value>(value));
}

template <typename Value>
void choose(QComboBox &box, const std::optional<Value> &value)
{
    box.setCurrentIndex(box.findData(value ? static_cast<int>(*value) : anything));
}

} // namespace

TargetEditor::TargetEditor(QWidget *parent)
    : QWidget(parent),
      m_server(new QLineEdit),
      m_service(new QComboBox),
      m_security(new QComboBox)
{
    m_server->setObjectName(u"inspectedServer"_s);
    m_server->setPlaceholderText(tr("mail.example.org or mail.example.org:993"));
    m_service->setObjectName(u"inspectedService"_s);
    m_service->setAccessibleName(tr("Service"));
    m_service->addItem(tr("Service: find out"), anything);
    for (const Protocol protocol : {Protocol::Imap, Protocol::Pop3, Protocol::Smtp})
        m_service->addItem(EndpointState::protocolName(protocol), static_cast<int>(protocol));
    m_security->setObjectName(u"inspectedSecurity"_s);
    m_security->setAccessibleName(tr("Security"));
    m_security->addItem(tr("Security: find out"), anything);
    for (const Security security : {Security::ImplicitTls, Security::StartTls, Security::Plaintext})
        m_security->addItem(EndpointState::securityName(security), static_cast<int>(security));
    auto *label = new QLabel(tr("&Server:"));
    label->setBuddy(m_server);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(label);
    row->addWidget(m_server, 1);
    row->addWidget(m_service);
    row->addWidget(m_security);
    setFocusProxy(m_server);
    connect(m_server, &QLineEdit::textChanged, this, &TargetEditor::changed);
    for (QComboBox *box : {m_service, m_security})
        connect(box, &QComboBox::currentIndexChanged, this, &TargetEditor::changed);
}

void TargetEditor::setTarget(const InspectionTarget &target)
{
    const auto &[host, port] = target.server;
    m_server->setText(port == 0 ? host : hostAndPort(host, port));
    choose(*m_service, target.protocol);
    choose(*m_security, target.security);
}

std::optional<InspectionTarget> TargetEditor::target() const
{
    const auto server = parseHostPort(m_server->text().trimmed());
    if (!server)
        return std::nullopt;
    return InspectionTarget{*server, valueOf<Protocol>(*m_service), valueOf<Security>(*m_security)};
}

} // namespace postern
