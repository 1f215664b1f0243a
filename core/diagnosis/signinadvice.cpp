// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/signinadvice.h"

#include <QLocale>

namespace postern {

using namespace Qt::StringLiterals;

QString SignInAdvice::textFor(const KnownProvider &provider)
{
    QStringList sentences;
    if (const QString way = wayText(provider); !way.isEmpty())
        sentences.append(way);
    QStringList switchedOff;
    for (const Protocol protocol : provider.switchedOffByDefault)
        switchedOff.append(toString(protocol).toUpper());
    if (!switchedOff.isEmpty())
        sentences.append(tr("%1 is switched off at %2 until you switch it on in its web settings.",
            "protocols, provider")
                             .arg(QLocale().createSeparatedList(switchedOff), provider.name));
    if (!sentences.isEmpty() && !provider.help.isEmpty())
        sentences.append(tr("Its own words: %1").arg(provider.help.toString()));
    return sentences.join(u' ');
}

QString SignInAdvice::wayText(const KnownProvider &provider)
{
    const QList<SignInWay> &ways = provider.signIn;
    const bool hasPassword = ways.contains(SignInWay::Password);
    const bool hasApplicationPassword = ways.contains(SignInWay::ApplicationPassword);
    if (ways.startsWith(SignInWay::OAuth) && hasApplicationPassword)
        return tr("%1 wants mail programs to sign in through the browser (OAuth); an application "
                  "password made in its web settings does as well.")
            .arg(provider.name);
    if (ways.startsWith(SignInWay::OAuth))
        return tr("%1 lets mail programs sign in through the browser only (OAuth).")
            .arg(provider.name);
    if (ways.startsWith(SignInWay::ApplicationPassword) && !hasPassword)
        return tr("%1 refuses your usual password here: make an application password for this "
                  "program in its web settings.")
            .arg(provider.name);
    if (hasApplicationPassword)
        return tr("%1 may ask for an application password, made in its web settings, where your "
                  "usual password is refused.")
            .arg(provider.name);
    return {};
}

} // namespace postern
