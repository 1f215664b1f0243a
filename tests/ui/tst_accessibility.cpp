// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/inspectorwindow.h"
#include "setup/inspection.h"
#include "support/names.h"
#include "trust/trustwindow.h"
#include "wizardrun.h"

#include <QAccessible>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QWizard>

#include <algorithm>

using namespace postern;
using namespace Qt::StringLiterals;

namespace {

/// What the Tab key visits in @p window, in its order.
QList<QWidget *> tabStops(QWidget &window)
{
    QList<QWidget *> stops;
    QWidget *widget = &window;
    do {
        const bool isStop = widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) && widget->window() == &window
            && !widget->focusProxy();
        if (isStop)
            stops.append(widget);
        widget = widget->nextInFocusChain();
    } while (widget != &window);
    // The chain is a ring; a wizard is entered at its page.
    if (const auto *wizard = qobject_cast<const QWizard *>(&window)) {
        const auto first = std::find_if(stops.begin(), stops.end(),
            [wizard](const QWidget *stop) { return wizard->currentPage()->isAncestorOf(stop); });
        std::rotate(stops.begin(), first, stops.end());
    }
    return stops;
}

QRect placeIn(const QWidget &window, const QWidget &widget)
{
    return {widget.mapTo(&window, QPoint(0, 0)), widget.size()};
}

/// Where a widget is seen, or comes into view where it has the focus.
QRect placeOf(const QWidget &widget)
{
    QRect place = placeIn(*widget.window(), widget);
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        const auto *area = qobject_cast<const QScrollArea *>(parent);
        if (!area)
            continue;
        const QRect view = placeIn(*widget.window(), *area->viewport());
        place.setTop(qBound(view.top(), place.top(), view.bottom()));
        place.setBottom(qBound(view.top(), place.bottom(), view.bottom()));
    }
    return place;
}

QString describe(const QWidget &widget)
{
    return u"%1 “%2”"_s.arg(
        QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
}

/// Whether a reader comes to @p later after @p earlier: below it, or beside it on the right.
bool isReadAfter(const QRect &earlier, const QRect &later)
{
    const bool isSameRow
        = qMin(earlier.bottom(), later.bottom()) > qMax(earlier.top(), later.top());
    return isSameRow ? later.left() >= earlier.left() : later.top() >= earlier.top();
}

QStringList faultsOf(QWidget &window)
{
    QStringList faults;
    const QList<QWidget *> stops = tabStops(window);
    if (stops.size() < 3)
        faults.append(u"the Tab key leads nowhere"_s);
    for (qsizetype i = 0; i < stops.size(); ++i) {
        QAccessibleInterface *shown = QAccessible::queryAccessibleInterface(stops.at(i));
        if (!shown || shown->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(u"no name: "_s + describe(*stops.at(i)));
        if (i > 0 && !isReadAfter(placeOf(*stops.at(i - 1)), placeOf(*stops.at(i))))
            faults.append(
                u"%1 comes before %2"_s.arg(describe(*stops.at(i - 1)), describe(*stops.at(i))));
    }
    return faults;
}

} // namespace

/// What a screen reader says and where the Tab key leads, on every page and in every window.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void namesAndOrdersThePages();
    void namesAndOrdersTheInspector();
    void namesAndOrdersTheAcceptedCertificates();
    void namesTheHandbook();

private:
    void expandAll(QWidget &window);
    void check(QWidget &window, const QString &where);
    void checkTabs(QWidget &window, const QString &where);

    std::unique_ptr<DemoServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestAccessibility::init()
{
    m_servers = std::make_unique<DemoServers>();
    QVERIFY2(m_servers->start(), qPrintable(m_servers->errorString()));
    m_directory = std::make_unique<QTemporaryDir>();
    QSettings().clear();
}

void TestAccessibility::expandAll(QWidget &window)
{
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isCheckable() && button->inherits("QToolButton"))
            button->setChecked(true);
    }
}

void TestAccessibility::check(QWidget &window, const QString &where)
{
    QTRY_VERIFY2_WITH_TIMEOUT(faultsOf(window).isEmpty(),
        qPrintable(where + u": "_s + faultsOf(window).join(u'\n')), 2000);
}

void TestAccessibility::checkTabs(QWidget &window, const QString &where)
{
    for (auto *tabs : window.findChildren<QTabWidget *>()) {
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            check(window, where + u", "_s + tabs->tabText(tab));
        }
    }
}

void TestAccessibility::namesAndOrdersThePages()
{
    Run run(*m_servers, m_directory->filePath(u"trust.json"_s));
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patienceMs);
    check(run.wizard, u"first page"_s);
    run.search(m_servers->address());
    expandAll(*run.wizard.currentPage());
    check(run.wizard, u"search"_s);
    checkTabs(run.wizard, u"search"_s);
    run.wizard.next();
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(CertificatePageId), patienceMs);
    check(run.wizard, u"certificate"_s);
    expandAll(*run.wizard.currentPage());
    checkTabs(run.wizard, u"certificate"_s);
    run.find<QAbstractButton>(u"acceptOnce"_s)->setChecked(true);
    run.wizard.next();
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(SettingsPageId), patienceMs);
    expandAll(*run.wizard.currentPage());
    check(run.wizard, u"settings"_s);
    run.wizard.next();
    QTRY_VERIFY_WITH_TIMEOUT(run.isOn(FinishPageId), patienceMs);
    check(run.wizard, u"finish"_s);
}

void TestAccessibility::namesAndOrdersTheInspector()
{
    RealServices services({hostAndPort(m_servers->nameServerHost(), m_servers->nameServerPort()),
        {}, m_directory->filePath(u"trust.json"_s)});
    SetupSession session(services.setupServices(), services.trustStore());
    InspectorWindow window(session);
    window.show();
    check(window, u"empty inspector"_s);
    const DemoListener first = m_servers->listeners().constFirst();
    window.inspect({{hostName(u"imap.demo.example"_s), first.port}, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(window.isSettled(), patienceMs);
    check(window, u"inspector"_s);
    checkTabs(window, u"inspector"_s);
}

void TestAccessibility::namesAndOrdersTheAcceptedCertificates()
{
    Run run(*m_servers, m_directory->filePath(u"trust.json"_s));
    run.wizard.openTrust();
    auto *window = run.wizard.findChild<TrustWindow *>();
    QTRY_VERIFY_WITH_TIMEOUT(window->isVisible(), patienceMs);
    check(*window, u"accepted certificates"_s);
}

void TestAccessibility::namesTheHandbook()
{
    Run run(*m_servers, m_directory->filePath(u"trust.json"_s));
    run.wizard.openHelp();
    auto *text = run.wizard.findChild<QWidget *>(u"helpText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text && text->isVisible(), patienceMs);
    QAccessibleInterface *shown = QAccessible::queryAccessibleInterface(text);
    QVERIFY(shown && !shown->text(QAccessible::Name).trimmed().isEmpty());
}

POSTERN_WIZARD_MAIN(TestAccessibility)

#include "tst_accessibility.moc"
