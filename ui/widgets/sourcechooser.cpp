// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sourcechooser.h"

#include "setup/detectionrequest.h"
#include "theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

const QString settingsKey = u"search/notAsked"_s;

} // namespace

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
        tr("%1 learns the domain, never your address.").arg(DetectionRequest().databaseUrl.host()),
        {Source::Database});
    add(u"lookAtNames"_s, tr("Common &server names"),
        tr("Your name server is asked for names such as imap.example.org."), {Source::Guess});
    m_nothing->setObjectName(u"nowhereToLook"_s);
    layout->addWidget(m_nothing);
    showWhetherNothingIsLeft();
}

bool SourceChooser::isRestricted() const
{
    return sources() != DetectionRequest().sources;
}

QList<Source> SourceChooser::sources() const
{
    QList<Source> chosen;
    for (const Source source : DetectionRequest().sources) {
        for (const Choice &choice : m_choices) {
            if (choice.box->isChecked() && choice.sources.contains(source))
                chosen.append(source);
        }
    }
    return chosen;
}

void SourceChooser::add(const QString &name, const QString &text, const QString &whoLearns,
    const QList<Source> &sources)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(name);
    box->setAccessibleDescription(whoLearns);
    box->setChecked(!QSettings().value(settingsKey).toStringList().contains(name));
    auto *note = Theme::makeLabel(whoLearns);
    Theme::makeSmall(*note);
    note->setIndent(Theme::margin);
    layout()->addWidget(box);
    layout()->addWidget(note);
    m_choices.append({box, sources});
    connect(box, &QCheckBox::toggled, this, [this] {
        remember();
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

void SourceChooser::remember() const
{
    QStringList notAsked;
    for (const Choice &choice : m_choices) {
        if (!choice.box->isChecked())
            notAsked.append(choice.box->objectName());
    }
    QSettings().setValue(settingsKey, notAsked);
}

} // namespace postern
