// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/identity/identitypage.h"

#include "pages/identity/errorexplainer.h"
#include "pages/identity/servereditor.h"
#include "pages/identity/settingsopener.h"
#include "pages/identity/sourcechooser.h"
#include "setup/openedadvice.h"
#include "theme.h"
#include "widgets/collapsible.h"
#include "widgets/columnscroller.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int anyProtocol = -1;
constexpr auto leftOutKey = "search/notAsked"_L1; // what the user does not want asked, remembered

} // namespace

IdentityPage::IdentityPage(QWidget *parent)
    : SetupPage(parent),
      m_name(new QLineEdit),
      m_address(new QLineEdit),
      m_addressHint(Theme::makeLabel()),
      m_protocol(new QButtonGroup(this)),
      m_incoming(new ServerEditor(u"incoming"_s, {993, 143, 995, 110})),
      m_outgoing(new ServerEditor(u"outgoing"_s, {465, 587, 25})),
      m_sources(new SourceChooser),
      m_demonstration(new QPushButton(Theme::icon(u"search"_s), tr("&Try the demonstration"))),
      m_inspect(new QPushButton(Theme::icon(u"certificate"_s), tr("Inspect a ser&ver …"))),
      m_accepted(new QPushButton(Theme::icon(u"accepted"_s), {})),
      m_open(new QPushButton(Theme::icon(u"details"_s), tr("Open settin&gs …"))),
      m_openedNote(Theme::makeLabel())
{
    setTitle(tr("Your account"));
    setSubTitle(tr("Postern finds the settings that work and shows how it found them."));
    m_name->setObjectName(u"name"_s);
    m_address->setObjectName(u"address"_s);
    m_address->setPlaceholderText(tr("you@example.org"));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    Theme::makeSmall(*m_addressHint);
    m_demonstration->setObjectName(u"demonstration"_s);
    m_inspect->setObjectName(u"inspectServer"_s);
    m_inspect->setToolTip(tr("Shows the certificate, the handshake and the capabilities of one "
                             "server."));
    connect(m_inspect, &QPushButton::clicked, this, [this] { emit inspectionWanted({}); });
    m_accepted->setObjectName(u"acceptedCertificates"_s);
    m_demonstration->setToolTip(
        tr("Runs real mail servers on this computer only, so that you can try everything "
           "without an account."));
    m_servers = new Collapsible(tr("I &know my server"), makeServers());
    m_servers->setHeaderObjectName(u"knowMyServer"_s);
    m_sources->setLeftOut(QSettings().value(leftOutKey).toStringList());
    layOut();
    for (QPushButton *button : {m_demonstration, m_inspect, m_accepted, m_open})
        button->setAutoDefault(false);
    for (QLineEdit *field : {m_name, m_address}) {
        connect(field, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
        connect(field, &QLineEdit::textEdited, this, &IdentityPage::forgetOpened);
    }
    connect(m_address, &QLineEdit::textChanged, this, &IdentityPage::showAddressHint);
    connect(m_address, &QLineEdit::editingFinished, this, &IdentityPage::showAddressHint);
    connect(m_sources, &SourceChooser::changed, this, [this] {
        QSettings().setValue(leftOutKey, m_sources->leftOut());
        emit completeChanged();
    });
    for (ServerEditor *editor : {m_incoming, m_outgoing})
        connect(editor, &ServerEditor::changed, this, &IdentityPage::forgetOpened);
    connect(m_demonstration, &QPushButton::clicked, this, &IdentityPage::demonstrationRequested);
    connect(m_accepted, &QPushButton::clicked, this, &IdentityPage::acceptedCertificatesWanted);
    setUpOpening();
    showAddressHint();
}

void IdentityPage::setUpOpening()
{
    m_open->setObjectName(u"openSettings"_s);
    m_open->setToolTip(tr("Reads a saved search, a config-v1.1.xml or a .mobileconfig, and tries "
                          "what it says."));
    m_openedNote->setObjectName(u"openedNote"_s);
    m_openedNote->hide();
    auto *opener = new SettingsOpener(this);
    connect(m_open, &QPushButton::clicked, opener, [this, opener] {
        const auto typed = typedAddress();
        opener->ask(typed ? *typed : EmailAddress());
    });
    connect(opener, &SettingsOpener::opened, this, &IdentityPage::showOpened);
    connect(opener, &SettingsOpener::refused, this, [this](const QString &message) {
        forgetOpened();
        m_openedNote->setText(message);
        m_openedNote->show();
    });
}

void IdentityPage::layOut()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(Theme::gap);
    form->setHorizontalSpacing(Theme::margin);
    form->addRow(tr("Your na&me:"), m_name);
    auto *addressField = new QVBoxLayout;
    addressField->setSpacing(Theme::spacing / 2);
    addressField->addWidget(m_address);
    addressField->addWidget(m_addressHint);
    auto *addressLabel = new QLabel(tr("E-mail &address:"));
    addressLabel->setBuddy(m_address);
    form->addRow(addressLabel, addressField);
    form->addRow(tr("I read mail:"), makeProtocolChoice());
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::gap);
    layout->addLayout(form);
    layout->addWidget(m_openedNote);
    layout->addWidget(m_servers);
    auto *whereToLook = new Collapsible(tr("Wh&ere to look"), m_sources);
    whereToLook->setHeaderObjectName(u"whereToLook"_s);
    whereToLook->setExpanded(!m_sources->leftOut().isEmpty());
    layout->addWidget(whereToLook);
    auto *explainer = new Collapsible(tr("W&hat does an error mean?"), new ErrorExplainer);
    explainer->setHeaderObjectName(u"whatDoesItMean"_s);
    layout->addWidget(explainer);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_inspect);
    buttons->addWidget(m_demonstration);
    buttons->addWidget(m_accepted);
    buttons->addStretch();
    layout->addLayout(buttons);
    auto *page = new QVBoxLayout(this);
    page->addWidget(new ColumnScroller(content));
}

Result<EmailAddress, AddressError> IdentityPage::typedAddress() const
{
    return EmailAddress::parse(m_address->text());
}

bool IdentityPage::isComplete() const
{
    return request().has_value();
}

std::optional<DetectionRequest> IdentityPage::request() const
{
    if (m_opened)
        return m_opened;
    const auto address = typedAddress();
    const auto known = wishes();
    const QList<Source> sources = m_sources->sources();
    const bool isSomethingKnown
        = known && !(known->imap.host.isEmpty() && known->smtp.host.isEmpty());
    if (!address || !known || (sources.isEmpty() && !isSomethingKnown))
        return std::nullopt;
    DetectionRequest request;
    request.identity = Identity(*address, m_name->text().trimmed());
    request.wishes = *known;
    request.sources = sources;
    if (!m_sources->mayAskDatabase())
        request.databaseUrl.clear(); // nor is it asked about the provider behind the domain
    request.isWatched = true;
    return request;
}

void IdentityPage::setAddress(const QString &address)
{
    m_address->setText(address);
}

QString IdentityPage::stepName() const
{
    return tr("Your account");
}

void IdentityPage::render(const SetupState &state)
{
    const auto count = static_cast<int>(state.exceptions.size());
    m_accepted->setText(tr("Accepted certi&ficates (%1)").arg(count));
    m_accepted->setVisible(count > 0 || m_accepted->hasFocus());
}

QWidget *IdentityPage::makeProtocolChoice()
{
    auto *box = new QWidget;
    box->setAccessibleName(tr("I read mail"));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::spacing);
    const auto add = [&](const QString &text, const QString &name, int id) {
        auto *button = new QRadioButton(text);
        button->setObjectName(name);
        m_protocol->addButton(button, id);
        layout->addWidget(button);
        return button;
    };
    // QButtonGroup gives ids below -1 by itself; those here are shifted to stay apart.
    add(tr("whichever &works best"), u"protocolAny"_s, anyProtocol + 1)->setChecked(true);
    add(tr("on the server (&IMAP)"), u"protocolImap"_s, static_cast<int>(Protocol::Imap) + 1);
    add(tr("by &download (POP3)"), u"protocolPop3"_s, static_cast<int>(Protocol::Pop3) + 1);
    connect(m_protocol, &QButtonGroup::idToggled, this, &IdentityPage::forgetOpened);
    return box;
}

QWidget *IdentityPage::makeServers()
{
    auto *content = new QWidget;
    auto *form = new QFormLayout(content);
    form->setContentsMargins(Theme::margin, Theme::spacing, 0, 0);
    form->setVerticalSpacing(Theme::spacing);
    auto *incoming = new QLabel(tr("In&coming:"));
    incoming->setBuddy(m_incoming->hostField());
    auto *outgoing = new QLabel(tr("&Outgoing:"));
    outgoing->setBuddy(m_outgoing->hostField());
    auto *note = Theme::makeLabel(
        tr("Server, port and security. Fill in what you know; the rest is found out."));
    Theme::makeSmall(*note);
    form->addRow(note);
    form->addRow(incoming, m_incoming);
    form->addRow(outgoing, m_outgoing);
    return content;
}

std::optional<SearchWishes> IdentityPage::wishes() const
{
    SearchWishes wishes;
    if (const int chosen = m_protocol->checkedId() - 1; chosen != anyProtocol)
        wishes.incoming = static_cast<Protocol>(chosen);
    if (!m_servers->isExpanded())
        return wishes;
    const auto incoming = m_incoming->wish();
    const auto outgoing = m_outgoing->wish();
    if (!incoming || !outgoing)
        return std::nullopt;
    wishes.imap = *incoming;
    wishes.pop3 = *incoming;
    wishes.smtp = *outgoing;
    // A standard port says which protocol is meant.
    if (incoming->port && !wishes.incoming) {
        const auto usual = usualProtocol(*incoming->port);
        if (usual && directionOf(*usual) == Direction::Incoming)
            wishes.incoming = usual;
    }
    return wishes;
}

/// Shows what the file says; to go on is to try it.
void IdentityPage::showOpened(const OpenedSettings &settings)
{
    m_opened = checkOf(settings);
    m_opened->isWatched = true;
    m_name->setText(settings.identity.displayName());
    m_address->setText(settings.identity.address().toString());
    m_openedNote->setText(
        OpenedAdvice::textFor(settings) + u'\n' + tr("“Next” tries these servers."));
    m_openedNote->show();
    emit completeChanged();
}

void IdentityPage::forgetOpened()
{
    m_opened.reset();
    m_openedNote->hide();
    emit completeChanged();
}

void IdentityPage::showAddressHint()
{
    const auto address = typedAddress();
    if (address) {
        m_addressHint->setText(tr("Only %1 is looked up. Your address stays on this computer.")
                                   .arg(address->domain()));
    } else if (m_address->hasFocus() || m_address->text().isEmpty()) {
        m_addressHint->setText(tr("Only the part behind the @ is looked up. Your address stays on "
                                  "this computer."));
    } else {
        m_addressHint->setText(hintFor(address.error()));
    }
}

QString IdentityPage::hintFor(AddressError error)
{
    switch (error) {
    case AddressError::Empty:
        return {};
    case AddressError::NoAtSign:
        return tr("An e-mail address has an @ in it.");
    case AddressError::NoLocalPart:
    case AddressError::InvalidLocalPart:
        return tr("The part before the @ is not complete or has characters that cannot be there.");
    case AddressError::NoDomain:
    case AddressError::InvalidDomain:
        break;
    }
    return tr("The part behind the @ must be a domain such as example.org.");
}

} // namespace postern
