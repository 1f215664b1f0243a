// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/certificatepage.h"

#include "diagnosis/advice.h"
#include "diagnosis/diagnose.h"
#include "endpointstate.h"
#include "theme.h"
#include "widgets/certificatecomparison.h"
#include "widgets/certificateview.h"
#include "widgets/certificatewords.h"
#include "widgets/collapsible.h"
#include "widgets/columnscroller.h"
#include "widgets/factsview.h"
#include "widgets/sign.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QWizard>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

QByteArray leafOf(const ProbeReport &report)
{
    return report.tls && !report.tls->chain.isEmpty() ? sha256Of(report.tls->chain.constFirst())
                                                      : QByteArray();
}

/// The certificate that was accepted before this one; empty where none was.
QByteArray supersededBy(const ProbeReport &report)
{
    return report.superseded ? report.superseded->sha256 : QByteArray();
}

/// Whether one answer may serve both: the same certificate, wrong in the same ways.
bool isSameQuestion(const ProbeReport &a, const ProbeReport &b)
{
    return leafOf(a) == leafOf(b) && kindsOf(a.tls->findings) == kindsOf(b.tls->findings)
        && supersededBy(a) == supersededBy(b);
}

} // namespace

CertificatePage::CertificatePage(QWidget *parent)
    : SetupPage(parent),
      m_title(Theme::makeLabel()),
      m_cause(Theme::makeLabel()),
      m_change(new CertificateComparison),
      m_facts(new FactsView),
      m_compare(new QLineEdit),
      m_comparison(Theme::makeLabel()),
      m_choices(new QButtonGroup(this)),
      m_progress(Theme::makeLabel()),
      m_certificate(new CertificateView)
{
    setTitle(tr("A certificate needs your decision"));
    setSubTitle(tr("Your password has not been sent, and is not sent before you decide."));
    setButtonText(QWizard::NextButton, tr("&Continue"));
    auto *drawer = new Collapsible(tr("A&ll about this certificate"), m_certificate);
    drawer->setHeaderObjectName(u"allAboutCertificate"_s);
    m_certificate->setMinimumHeight(180);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(Theme::gap);
    column->addWidget(makeQuestion());
    column->addWidget(makeChoices());
    column->addWidget(drawer);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new ColumnScroller(content));
}

QList<Endpoint> CertificatePage::undecided(const SetupState &state)
{
    QList<Endpoint> endpoints;
    const ProbeReport *first = nullptr;
    const auto &settings = state.detection.settings;
    for (const auto &setting : {settings.incoming, settings.outgoing}) {
        if (!setting)
            continue;
        const ProbeReport *report = reportFor(state.detection, setting->endpoint);
        if (!report || report->outcome != ProbeReport::Outcome::Certificate)
            continue;
        if (!first)
            first = report;
        if (isSameQuestion(*report, *first))
            endpoints.append(setting->endpoint);
    }
    return endpoints;
}

bool CertificatePage::isComplete() const
{
    return !m_isApplying;
}

bool CertificatePage::validatePage()
{
    if (m_isApplying)
        return false;
    const QList<Endpoint> endpoints = undecided(session().state());
    if (endpoints.isEmpty() || m_choices->checkedId() == Reject)
        return true;
    const ProbeReport *report = reportFor(session().state().detection, endpoints.constFirst());
    if (!isShown(endpoints, *report)) { // what was decided on is not what is there now
        render(session().state());
        return false;
    }
    m_isApplying = true;
    session().acceptCertificates(endpoints,
        {m_choices->checkedId() == AcceptAndRemember ? TrustException::Duration::UntilWithdrawn
                                                     : TrustException::Duration::ThisRun});
    return false; // the page goes on by itself once the servers were tried with it
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

void CertificatePage::render(const SetupState &state)
{
    const bool isTriedAgain = std::any_of(state.attempts.begin(), state.attempts.end(),
        [](const AttemptState &attempt) { return attempt.before && !attempt.report; });
    const QList<Endpoint> endpoints = undecided(state);
    if (m_isApplying && !isTriedAgain) {
        m_isApplying = false;
        if (endpoints.isEmpty()) {
            emit decided();
            return;
        }
    }
    m_progress->setVisible(m_isApplying);
    for (QAbstractButton *button : m_choices->buttons())
        button->setEnabled(!m_isApplying);
    if (endpoints.isEmpty() || m_isApplying)
        return;
    const ProbeReport *report = reportFor(state.detection, endpoints.constFirst());
    if (isShown(endpoints, *report))
        return;
    m_question = *report;
    m_endpoints = endpoints;
    m_shown = leafOf(*report);
    m_shownSha1 = factsOf(report->tls->chain.constFirst()).sha1;
    m_choices->button(Reject)->setChecked(true); // each certificate is a question of its own
    m_compare->clear();
    renderQuestion(*report, endpoints);
    m_change->setVisible(report->superseded.has_value());
    if (report->superseded)
        m_change->setCertificates(*report->superseded, factsOf(report->tls->chain.constFirst()));
    m_certificate->setSession(*report->tls);
}

QWidget *CertificatePage::makeQuestion()
{
    m_title->setObjectName(u"question"_s);
    m_comparison->setObjectName(u"comparison"_s);
    m_comparison->hide();
    m_compare->setObjectName(u"compare"_s);
    m_compare->setPlaceholderText(tr("paste the fingerprint that the administrator told you"));
    Theme::makeTitle(*m_title);
    auto *copy = new QPushButton(Theme::icon(u"copy"_s), tr("Co&py fingerprint"));
    copy->setObjectName(u"copyFingerprint"_s);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(fingerprintForPeople(m_shown)); });
    connect(m_compare, &QLineEdit::textChanged, this, &CertificatePage::compareFingerprint);
    auto *label = new QLabel(tr("Co&mpare with:"));
    label->setBuddy(m_compare);

    auto *compareRow = new QHBoxLayout;
    compareRow->addWidget(label);
    compareRow->addWidget(m_compare, 1);
    compareRow->addWidget(copy);
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
    column->addWidget(m_change);
    column->addWidget(m_facts);
    column->addLayout(compareRow);
    column->addWidget(m_comparison);
    return box;
}

QWidget *CertificatePage::makeChoices()
{
    auto *box = new QWidget;
    box->setAccessibleName(tr("Your decision"));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(Theme::spacing);
    const auto add = [&](const QString &text, const QString &name, Choice choice) {
        auto *button = new QRadioButton(text);
        button->setObjectName(name);
        m_choices->addButton(button, choice);
        column->addWidget(button);
    };
    add(tr("&Do not accept it: go on without these servers"), u"reject"_s, Reject);
    add(tr("Accept it for n&ow: until Postern is closed"), u"acceptOnce"_s, AcceptOnce);
    add(tr("Accept it and &remember: only this certificate, only for these servers and ports"),
        u"acceptAndRemember"_s, AcceptAndRemember);
    m_choices->button(Reject)->setChecked(true);
    m_progress->setText(tr("Trying again with your decision …"));
    m_progress->hide();
    column->addWidget(m_progress);
    return box;
}

void CertificatePage::renderQuestion(const ProbeReport &report, const QList<Endpoint> &endpoints)
{
    QStringList wrong;
    QString cause;
    for (const Diagnosis &diagnosis : diagnose(report)) {
        if (diagnosis.severity != Severity::Error)
            continue;
        const AdviceText words = Advice::textFor(diagnosis);
        wrong.append(words.title);
        if (cause.isEmpty())
            cause = u"%1 %2"_s.arg(words.cause, words.remedy);
    }
    m_title->setText(wrong.isEmpty() ? introduction(report) : wrong.takeFirst());
    m_cause->setText(cause);

    const CertificateFacts leaf = factsOf(report.tls->chain.constFirst());
    QStringList places;
    for (const Endpoint &endpoint : endpoints)
        places.append(u"%1 %2"_s.arg(EndpointState::protocolName(endpoint.protocol),
            hostAndPort(endpoint.host, endpoint.port)));
    QList<Fact> facts;
    if (!wrong.isEmpty())
        facts.append({tr("Also"), wrong.join(u' ')});
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

void CertificatePage::compareFingerprint()
{
    const QByteArray typed = fingerprintFromPeople(m_compare->text());
    m_comparison->setVisible(!typed.isEmpty());
    if (typed == m_shown)
        m_comparison->setText(tr("✓ It matches: this is the certificate you were told about."));
    else if (typed == m_shownSha1)
        m_comparison->setText(tr("✓ It matches by SHA-1, which can be forged with much effort. "
                                 "Better ask for the SHA-256 fingerprint."));
    else if (typed.size() < m_shown.size()
        && (m_shown.startsWith(typed) || m_shownSha1.startsWith(typed)))
        m_comparison->setText(tr("So far it matches; SHA-256 has 64 digits."));
    else
        m_comparison->setText(tr("✗ It does not match. Do not accept this certificate."));
}

QString CertificatePage::introduction(const ProbeReport &report)
{
    return tr("%1 identifies itself with a certificate that nobody vouches for.")
        .arg(report.candidate.endpoint.host);
}

} // namespace postern
