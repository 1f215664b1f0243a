// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/certificateview.h"

#include "base/inerttext.h"
#include "base/privatefile.h"
#include "models/certificatechainmodel.h"
#include "theme.h"
#include "widgets/certificateverdict.h"
#include "widgets/certificatewords.h"
#include "widgets/columnscroller.h"
#include "widgets/sign.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTreeView>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCharacters = 4000; // of one line of libcrypto's text

/// Line by line, since a line break is all that may stay of what a certificate brings along.
QString inertLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = inertText(line, mostCharacters);
    return lines.join(u'\n');
}

} // namespace

CertificateView::CertificateView(QWidget *parent)
    : QWidget(parent),
      m_verdict(new QVBoxLayout),
      m_model(new CertificateChainModel(this)),
      m_chain(new QTreeView),
      m_tabs(new QTabWidget),
      m_facts(new FactsView),
      m_text(makeText(tr("The certificate as text"), u"certificateText"_s)),
      m_pem(makeText(tr("The certificate as PEM"), u"certificatePem"_s)),
      m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Copy as"))),
      m_save(new QPushButton(Theme::icon(u"save"_s), tr("Save certificate …"))),
      m_saveChain(new QPushButton(tr("Save chain …"))),
      m_message(Theme::makeLabel())
{
    m_chain->setObjectName(u"certificateChain"_s);
    m_chain->setAccessibleName(tr("Certificate chain"));
    m_chain->setModel(m_model);
    m_chain->setHeaderHidden(true);
    m_chain->setItemsExpandable(false);
    m_chain->setIndentation(Theme::gap);
    m_chain->setTextElideMode(Qt::ElideMiddle);
    connect(m_chain->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &CertificateView::showCertificate);
    m_tabs->setObjectName(u"certificateTabs"_s);
    m_tabs->addTab(new ColumnScroller(m_facts, tr("Facts of the certificate")), tr("Facts"));
    m_tabs->addTab(m_text, tr("Text"));
    m_tabs->addTab(m_pem, u"PEM"_s);
    setAutoFillBackground(true); // one colour with the facts, also on a tab
    auto *splitter = new QSplitter;
    splitter->addWidget(m_chain);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    splitter->setChildrenCollapsible(false);
    m_verdict->setSpacing(Theme::spacing / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::spacing, 0, 0);
    layout->setSpacing(Theme::spacing);
    layout->addLayout(m_verdict);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeButtons());
}

QPlainTextEdit *CertificateView::makeText(
    const QString &accessibleName, const QString &objectName) const
{
    auto *text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(Theme::fixedFont());
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(accessibleName);
    text->setObjectName(objectName);
    return text;
}

QWidget *CertificateView::makeButtons()
{
    m_copy->setObjectName(u"copyCertificateAs"_s);
    m_save->setObjectName(u"saveCertificate"_s);
    m_saveChain->setObjectName(u"saveChain"_s);
    m_message->setObjectName(u"certificateMessage"_s);
    m_copy->setMenu(new QMenu(m_copy));
    connect(m_copy->menu(), &QMenu::aboutToShow, this, &CertificateView::fillCopyMenu);
    connect(m_save, &QPushButton::clicked, this, [this] { save({chosen()}, m_host + ".pem"_L1); });
    connect(m_saveChain, &QPushButton::clicked, this,
        [this] { save(m_handshake.chain, m_host + "-chain.pem"_L1); });
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    for (QPushButton *button : {m_copy, m_save, m_saveChain}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addWidget(m_message, 1);
    return box;
}

void CertificateView::setHandshake(const Handshake &handshake, const QString &host)
{
    m_handshake = handshake;
    m_host = host;
    m_message->clear();
    showVerdict();
    m_model->setHandshake(handshake);
    m_chain->expandAll();
    m_chain->setCurrentIndex(m_model->index(0, 0));
    showCertificate(m_chain->currentIndex());
}

void CertificateView::showVerdict()
{
    while (QLayoutItem *item = m_verdict->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CertificateVerdict::Line &line : CertificateVerdict::lines(m_handshake, m_host)) {
        auto *box = new QWidget;
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(Theme::spacing, 0, 0, 0);
        row->setSpacing(Theme::spacing);
        row->addWidget(new Sign(line.icon, line.role, 16), 0, Qt::AlignTop);
        row->addWidget(Theme::makeLabel(line.text), 1);
        m_verdict->addWidget(box);
    }
}

QString CertificateView::toText() const
{
    QString text;
    for (const CertificateVerdict::Line &line : CertificateVerdict::lines(m_handshake, m_host))
        text += line.text + u'\n';
    for (int place = 0; place < m_handshake.chain.size(); ++place) {
        text += u'\n' + FactsView::textOf(factsAt(place))
            + QString::fromLatin1(m_handshake.chain.at(place).toPem());
    }
    return text;
}

QList<Fact> CertificateView::factsAt(int place) const
{
    const Certificate &certificate = m_handshake.chain.at(place);
    QList<Fact> facts
        = CertificateWords::facts(certificate.facts(), QDateTime::currentDateTimeUtc());
    if (place == 0)
        facts.insert(2, CertificateWords::comparedNames(certificate.facts(), m_host));
    return facts + CertificateWords::facts(certificate.extensions());
}

void CertificateView::showCertificate(const QModelIndex &chosenOne)
{
    const QVariant place = chosenOne.data(CertificateChainModel::PlaceRole);
    m_place = place.isValid() ? place.toInt() : -1;
    const bool isShown = m_place >= 0 && m_place < m_handshake.chain.size();
    for (QPushButton *button : {m_copy, m_save})
        button->setEnabled(isShown);
    m_saveChain->setEnabled(!m_handshake.chain.isEmpty());
    m_facts->setFacts(isShown ? factsAt(m_place) : QList<Fact>());
    m_text->setPlainText(isShown ? inertLines(chosen().toQt().toText()) : QString());
    m_pem->setPlainText(QString::fromLatin1(chosen().toPem()));
}

Certificate CertificateView::chosen() const
{
    return m_handshake.chain.value(m_place);
}

/// The forms in which people compare.
void CertificateView::fillCopyMenu()
{
    QMenu &menu = *m_copy->menu();
    menu.clear();
    const CertificateFacts facts = chosen().facts();
    const auto add = [&](const QString &name, const QString &text) {
        menu.addAction(name, this, [text] { QGuiApplication::clipboard()->setText(text); });
    };
    add(tr("SHA-256 with colons"), fingerprintForPeople(facts.sha256));
    add(tr("SHA-256, digits only"), QString::fromLatin1(facts.sha256));
    add(tr("SHA-1 with colons"), fingerprintForPeople(facts.sha1));
    add(tr("Key SHA-256, Base64 (pin)"),
        QString::fromLatin1(QByteArray::fromHex(facts.spkiSha256).toBase64()));
    add(tr("Serial number"), facts.serialNumber);
    add(u"PEM"_s, facts.pem);
}

void CertificateView::save(const QList<Certificate> &certificates, const QString &name)
{
    QByteArray pem;
    for (const Certificate &certificate : certificates)
        pem += certificate.toPem();
    auto *dialog = new QFileDialog(this, tr("Save as PEM"));
    dialog->setObjectName(u"pemSaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, pem](const QString &path) {
        const auto written = writePrivateFile(path, pem);
        m_message->setText(written ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path))
                                   : tr("%1 could not be written: %2.")
                                         .arg(QDir::toNativeSeparators(path), written.error()));
    });
    dialog->open();
}

} // namespace postern
