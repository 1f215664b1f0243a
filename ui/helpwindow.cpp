// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpwindow.h"

#include "diagnosis/advice.h"
#include "diagnosis/errortexts.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace postern {

using namespace Qt::StringLiterals;

HelpWindow::HelpWindow(QWidget *parent) : QDialog(parent), m_text(new QTextBrowser)
{
    setObjectName(u"help"_s);
    setWindowTitle(tr("Help"));
    resize(640, 600);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("Handbook"));
    m_text->setHtml(handbook() + codes());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::gap);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
}

void HelpWindow::openAt(const QString &anchor)
{
    show();
    raise();
    activateWindow();
    m_text->scrollToAnchor(anchor);
}

/// In the language of the program, or else in English.
QString HelpWindow::handbook()
{
    for (const QString &language : {tr("en", "the language of the handbook"), u"en"_s}) {
        QFile file(u":/help/help_%1.html"_s.arg(language));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

QString HelpWindow::codes()
{
    QString text = u"<h1><a name=\"codes\">%1</a></h1><p>%2</p>"_s.arg(tr("Diagnosis codes"),
        tr("What Postern says about a server, with mail.example.org in its place."));
    for (const Problem problem : allProblems()) {
        const AdviceText words = Advice::textFor(exampleOf(problem));
        text += u"<h3><a name=\"%1\">%1</a></h3><p><b>%2</b><br>%3<br>%4</p>"_s.arg(
            toString(problem), words.title.toHtmlEscaped(), words.cause.toHtmlEscaped(),
            words.remedy.toHtmlEscaped());
        if (const QStringList errors = wordsFor(problem); !errors.isEmpty())
            text += u"<p><small>%1</small></p>"_s.arg(
                tr("Other programs say: %1").arg(errors.join(u" · "_s)).toHtmlEscaped());
    }
    return text;
}

} // namespace postern
