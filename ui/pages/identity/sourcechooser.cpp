// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/identity/sourcechooser.h"

#include "setup/detectionrequest.h"
#include "theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

SourceChooser::SourceChooser(QWidget *parent) : QWidget(parent), m_nothing(Theme::makeLabel())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::margin, Theme::spacing, 0, 0);
    layout->setSpacing(Theme::spacing / 2);
    add(u"lookInDns"_s, tr("DNS &records of the domain"), tr("Your name server learns the domain."),
        {Source::Srv});
    add(u"lookAtPublished"_s, tr("Settings that the provider &publishes"),
        tr("The web servers of the domain and of its mail provider are asked, without your "
           "address."),
        {Source::Autoconfig, Source::Mx, Source::Autodiscover});
    add(u"lookInDatabase"_s, tr("The public &list of providers"),
        tr("%1 learns the domain, never your address; for large providers Postern need not ask.")
            .arg(DetectionRequest().databaseUrl.host()),
        {Source::Database});
    m_database = m_choices.constLast().box;
    add(u"lookAtNames"_s, tr("Common &server names"),
        tr("Your name server is asked for names such as imap.example.org."), {Source::Guess});
    m_nothing->setObjectName(u"nowhereToLook"_s);
    layout->addWidget(m_nothing);
    showWhetherNothingIsLeft();
}

QStringList SourceChooser::leftOut() const
{
    QStringList names;
    for (const Choice &choice : m_choices) {
        if (!choice.box->isChecked())
            names.append(choice.box->objectName());
    }
    return names;
}

void SourceChooser::setLeftOut(const QStringList &names)
{
    for (const Choice &choice : m_choices)
        choice.box->setChecked(!names.contains(choice.box->objectName()));
}

QList<Source> SourceChooser::sources() const
{
    QList<Source> chosen;
    bool isAnyChosen = false;
    for (const Choice &choice : m_choices)
        isAnyChosen |= choice.box->isChecked();
    for (const Source source : DetectionRequest().sources) {
        for (const Choice &choice : m_choices) {
            // What Postern itself knows of a provider is told to nobody.
            const bool isWanted = choice.box->isChecked() || choice.box == m_database;
            if (isAnyChosen && isWanted && choice.sources.contains(source))
                chosen.append(source);
        }
    }
    return chosen;
}

bool SourceChooser::mayAskDatabase() const
{
    return m_database->isChecked();
}

void SourceChooser::add(const QString &name, const QString &text, const QString &whoLearns,
    const QList<Source> &sources)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(name);
    box->setAccessibleDescription(whoLearns);
    box->setChecked(true);
    auto *note = Theme::makeLabel(whoLearns);
    Theme::makeSmall(*note);
    note->setIndent(Theme::margin);
    layout()->addWidget(box);
    layout()->addWidget(note);
    m_choices.append({box, sources});
    connect(box, &QCheckBox::toggled, this, [this] {
        showWhetherNothingIsLeft();
        emit changed();
    });
}

void SourceChooser::showWhetherNothingIsLeft()
{
    m_nothing->setText(
        tr("Then there is nowhere to look: tick one of them, or name your servers."));
    m_nothing->setVisible(sources().isEmpty());
}

} // namespace postern
