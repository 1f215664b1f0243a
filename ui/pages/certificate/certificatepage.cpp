// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/certificate/certificatepage.h"

#include "diagnosis/diagnose.h"
#include "endpointstate.h"
#include "pages/certificate/certificatecomparison.h"
#include "pages/certificate/decisionwords.h"
#include "pages/certificate/fingerprintcheck.h"
#include "pages/certificate/waysout.h"
#include "setup/remedy.h"
#include "taborder.h"
#include "theme.h"
#include "widgets/certificateview.h"
#include "widgets/certificatewords.h"
#include "widgets/collapsible.h"
#include "widgets/columnscroller.h"
#include "widgets/factsview.h"
#include "widgets/sign.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWizard>

#include <algorithm>

namespace postern {

using namespace Qt::StringLiterals;

CertificatePage::CertificatePage(QWidget *parent)
    : SetupPage(parent),
      m_title(Theme::makeLabel()),
      m_cause(Theme::makeLabel()),
      m_change(new CertificateComparison),
      m_meaning(Theme::makeLabel()),
      m_facts(new FactsView),
      m_check(new FingerprintCheck),
      m_ways(new WaysOut),
      m_message(Theme::makeLabel()),
      m_certificate(new CertificateView)
{
    setTitle(tr("A certificate needs your decision"));
    setSubTitle(tr("Your password has not been sent, and is not sent before you decide."));
    setButtonText(QWizard::NextButton, tr("&Continue"));
    m_drawer = new Collapsible(tr("A&ll about this certificate"), m_certificate);
    m_drawer->setHeaderObjectName(u"allAboutCertificate"_s);
    m_certificate->setMinimumHeight(320);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addWidget(makeQuestion());
    column->addWidget(m_ways);
    column->addWidget(m_message);
    column->addWidget(m_drawer);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    m_scroller = new ColumnScroller(content);
    layout->addWidget(m_scroller);
    connect(
        m_drawer, &Collapsible::toggled, this,
        [this] { m_scroller->ensureWidgetVisible(m_drawer); }, Qt::QueuedConnection);
    m_message->setObjectName(u"decisionMessage"_s);
    m_message->hide();
    connect(m_ways, &WaysOut::changed, m_message, &QWidget::hide);
    connect(m_check, &FingerprintCheck::changed, this,
        [this] { m_ways->setAcceptable(!m_check->isMismatch()); });
}

bool CertificatePage::isNeeded(const SetupState &state) const
{
    return !undecidedIn(state.detection).isEmpty();
}

bool CertificatePage::isComplete() const
{
    return !m_isApplying;
}

bool CertificatePage::validatePage()
{
    if (m_isApplying)
        return false;
    const QList<Endpoint> endpoints = undecidedIn(session().state().detection);
    if (endpoints.isEmpty() || m_ways->chosen() == WaysOut::Stop)
        return true;
    const ProbeReport *report = reportFor(session().state().detection, endpoints.constFirst());
    if (isShown(endpoints, *report))
        apply(endpoints);
    else // what was decided on is not what is there now
        render(session().state());
    return false; // the page goes on by itself once the servers were tried with it
}

void CertificatePage::apply(const QList<Endpoint> &endpoints)
{
    switch (m_ways->chosen()) {
    case WaysOut::UseName:
        searchUnder(m_ways->name(), endpoints);
        break;
    case WaysOut::UseAuthority:
        letAuthorityVouch(endpoints);
        break;
    case WaysOut::AcceptOnce:
        accept(endpoints, TrustException::Duration::ThisRun);
        break;
    case WaysOut::AcceptAndRemember:
        accept(endpoints, TrustException::Duration::UntilWithdrawn);
        break;
    case WaysOut::Stop:
        break;
    }
}

void CertificatePage::accept(const QList<Endpoint> &endpoints, TrustException::Duration duration)
{
    m_isApplying = true;
    session().acceptCertificates(endpoints, {duration, m_check->comparison()});
}

void CertificatePage::letAuthorityVouch(const QList<Endpoint> &endpoints)
{
    if (m_ways->authorities().isEmpty()) {
        m_ways->chooseFile();
        return;
    }
    m_isApplying = true;
    const auto refusal = session().acceptAuthority(
        endpoints, m_ways->authorities(), {TrustException::Duration::UntilWithdrawn});
    if (!refusal)
        return;
    m_isApplying = false;
    m_message->setText(DecisionWords::refusal(*refusal));
    m_message->show();
}

void CertificatePage::searchUnder(const HostName &name, const QList<Endpoint> &endpoints)
{
    DetectionRequest request = session().state().request;
    const QList<HostName> names = otherNamesIn(diagnose(*m_question));
    for (Endpoint endpoint : endpoints) {
        endpoint.host = nameLike(endpoint.host, name, names);
        request = withRemedy(request, {Remedy::Kind::TryServer, endpoint});
    }
    emit searchWanted(request);
}

void CertificatePage::initializePage()
{
    m_question.reset();
    m_isApplying = false;
}

/// Whether the page asks just this.
bool CertificatePage::isShown(const QList<Endpoint> &endpoints, const ProbeReport &report) const
{
    return m_question && m_endpoints == endpoints && isSameQuestion(*m_question, report);
}

QString CertificatePage::stepName() const
{
    return tr("Certificate");
}

void CertificatePage::render(const SetupState &state)
{
    const bool isTriedAgain = std::any_of(state.attempts.begin(), state.attempts.end(),
        [](const AttemptState &attempt) { return attempt.before && !attempt.report; });
    const QList<Endpoint> endpoints = undecidedIn(state.detection);
    if (m_isApplying && !isTriedAgain) {
        m_isApplying = false;
        m_message->hide();
        if (endpoints.isEmpty()) {
            emit decided();
            return;
        }
    }
    m_ways->setEnabled(!m_isApplying);
    if (m_isApplying) {
        m_message->setText(tr("Trying again with your decision …"));
        m_message->show();
    }
    if (endpoints.isEmpty() || m_isApplying)
        return;
    const ProbeReport *report = reportFor(state.detection, endpoints.constFirst());
    if (!isShown(endpoints, *report))
        ask(*report, endpoints);
}

/// Each certificate is a question of its own: nothing of the last one stays.
void CertificatePage::ask(const ProbeReport &report, const QList<Endpoint> &endpoints)
{
    m_question = report;
    m_endpoints = endpoints;
    m_message->hide();
    const CertificateFacts &leaf = report.tls->chain.constFirst().facts();
    m_check->setCertificate(leaf.sha256, leaf.sha1);
    m_ways->ask(otherNamesIn(diagnose(report)));
    visitAfter(*m_check, *m_ways);
    renderQuestion(report, endpoints);
    m_change->setVisible(report.superseded.has_value());
    if (report.superseded)
        m_change->setChange(*report.superseded, *report.tls);
    m_certificate->setHandshake(*report.tls, report.candidate.endpoint.host);
    m_drawer->setExpanded(false);
    m_scroller->verticalScrollBar()->setValue(0);
}

QWidget *CertificatePage::makeQuestion()
{
    m_title->setObjectName(u"question"_s);
    m_meaning->setObjectName(u"usualMeaning"_s);
    Theme::makeTitle(*m_title);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(Theme::spacing);
    auto *sign = new Sign(u"warning"_s, ColorRole::Caution, 24);
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(Theme::gap);
    titleRow->addWidget(sign, 0, Qt::AlignTop);
    titleRow->addWidget(m_title, 1);
    column->addLayout(titleRow);
    column->addWidget(m_cause);
    column->addWidget(m_meaning);
    column->addWidget(m_change);
    column->addWidget(m_facts);
    column->addWidget(m_check);
    return box;
}

void CertificatePage::renderQuestion(const ProbeReport &report, const QList<Endpoint> &endpoints)
{
    const DecisionWords::Question question = DecisionWords::question(report);
    m_title->setText(question.title);
    m_cause->setText(question.cause);
    m_meaning->setText(
        u"%1 %2"_s.arg(DecisionWords::usualMeaning(report), DecisionWords::atStake(report)));

    const CertificateFacts &leaf = report.tls->chain.constFirst().facts();
    QStringList places;
    for (const Endpoint &endpoint : endpoints)
        places.append(u"%1 %2"_s.arg(EndpointState::protocolName(endpoint.protocol),
            hostAndPort(endpoint.host, endpoint.port)));
    QList<Fact> facts;
    if (!question.also.isEmpty())
        facts.append({tr("Also"), question.also});
    facts += {
        {tr("Asked for"), places.join(u", "_s)},
        {tr("It is good for"), CertificateWords::names(leaf)},
    };
    // The comparison of an old and a new certificate has the rest already.
    if (!report.superseded) {
        facts += {
            {tr("Issued by"), leaf.issuer},
            {tr("Validity"), CertificateWords::validity(leaf, QDateTime::currentDateTimeUtc())},
            {tr("SHA-256"), fingerprintForPeople(leaf.sha256), Fact::Font::Fixed},
        };
    }
    m_facts->setFacts(facts);
}

} // namespace postern
