// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/certificate/waysout.h"

#include "account/registereddomain.h"
#include "certificate/certificate.h"
#include "certificate/certificatefile.h"
#include "theme.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int indent = 24; // below the text of a radio button
constexpr qsizetype mostShown = 3;
constexpr int firstName = 100; // the identifiers of the names follow those of the other ways

} // namespace

WaysOut::WaysOut(QWidget *parent)
    : QWidget(parent),
      m_group(new QButtonGroup(this)),
      m_column(new QVBoxLayout(this)),
      m_file(Theme::makeLabel())
{
    setAccessibleName(tr("Your decision"));
    m_column->setContentsMargins({});
    m_column->setSpacing(Theme::spacing);
    m_column->addWidget(makeAuthority());
    m_column->addWidget(
        add(tr("Accept it for n&ow"), tr("Until Postern is closed."), u"acceptOnce"_s, AcceptOnce));
    m_column->addWidget(add(tr("Accept it and &remember"),
        tr("Only this certificate, only for this account and these servers and ports, until you "
           "withdraw it."),
        u"acceptAndRemember"_s, AcceptAndRemember));
    m_column->addWidget(
        add(tr("&Do not accept it"), tr("Go on without these servers."), u"reject"_s, Stop));
    m_group->button(Stop)->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, &WaysOut::changed);
}

QWidget *WaysOut::makeAuthority()
{
    auto *box = new QWidget;
    auto *choose = new QPushButton(tr("Choose its &file …"));
    choose->setObjectName(u"chooseAuthority"_s);
    choose->setAutoDefault(false);
    choose->setToolTip(
        tr("A file with the certificate of the authority, or with the missing one in "
           "between, often named .pem or .crt."));
    connect(choose, &QPushButton::clicked, this, &WaysOut::chooseFile);
    m_file->setObjectName(u"authorityFile"_s);
    m_file->hide();
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(Theme::spacing);
    column->addWidget(add(tr("Let an a&uthority of mine vouch for it"),
        tr("If your company or provider gave you a file with its certificate. Only for this "
           "account and "
           "these servers and ports, until you withdraw it."),
        u"useAuthority"_s, UseAuthority));
    auto *row = new QHBoxLayout;
    row->addSpacing(indent);
    row->addWidget(choose);
    row->addWidget(m_file, 1);
    row->addStretch();
    column->addLayout(row);
    return box;
}

QWidget *WaysOut::add(const QString &text, const QString &description, const QString &name, int id)
{
    auto *button = new QRadioButton(text);
    button->setObjectName(name);
    button->setAccessibleDescription(description);
    m_group->addButton(button, id);
    auto *words = Theme::makeLabel(description);
    Theme::makeSmall(*words);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(button);
    auto *row = new QHBoxLayout;
    row->addSpacing(indent); // on the right where people read from there
    row->addWidget(words, 1);
    column->addLayout(row);
    return box;
}

void WaysOut::ask(const QList<HostName> &names)
{
    m_group->button(Stop)->setChecked(true);
    qDeleteAll(m_nameWays);
    m_nameWays.clear();
    m_authorities.clear();
    m_file->hide();
    m_names = names;
    for (int i = 0; i < names.size(); ++i) {
        auto *way = add(tr("Use the server name %1 instead").arg(names.at(i)),
            tr("Only if you know that %1 is your provider's: an interceptor puts a name of its own "
               "there. The search is made again with it.")
                .arg(registeredDomain(names.at(i)).isEmpty() ? names.at(i).text()
                                                             : registeredDomain(names.at(i))),
            u"useName"_s, firstName + i);
        m_column->insertWidget(i, way);
        m_nameWays.append(way);
    }
}

WaysOut::Way WaysOut::chosen() const
{
    return m_group->checkedId() >= firstName ? UseName : static_cast<Way>(m_group->checkedId());
}

HostName WaysOut::name() const
{
    return m_names.value(m_group->checkedId() - firstName);
}

void WaysOut::setAcceptable(bool isAcceptable)
{
    for (const Way way : {UseAuthority, AcceptOnce, AcceptAndRemember}) {
        m_group->button(way)->setEnabled(isAcceptable);
        if (!isAcceptable && chosen() == way)
            m_group->button(Stop)->setChecked(true);
    }
}

void WaysOut::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("The certificate of the authority"));
    dialog->setObjectName(u"authorityDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &WaysOut::readFile);
    dialog->open();
}

void WaysOut::readFile(const QString &path)
{
    m_authorities = certificatesInFile(path);
    QStringList lines;
    for (const Certificate &certificate :
        m_authorities.first(qMin(m_authorities.size(), mostShown))) {
        const CertificateFacts &facts = certificate.facts();
        lines.append(tr("%1, SHA-256 %2", "authority, fingerprint")
                         .arg(facts.subjectName, fingerprintForPeople(facts.sha256)));
    }
    m_file->setVisible(true);
    m_file->setText(lines.isEmpty()
            ? tr("%1 holds no certificate that can be read.").arg(QDir::toNativeSeparators(path))
            : tr("Chosen; compare it with what its owner says: %1").arg(lines.join(u'\n')));
    m_group->button(UseAuthority)->setChecked(true);
    emit changed();
}

} // namespace postern
