// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"
#include "diagnosis/places.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class SignInWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
};

AdviceText plaintext(const Diagnosis &diagnosis)
{
    return {SignInWords::tr("%1 works, but without any encryption.").arg(placeOf(diagnosis)),
        SignInWords::tr("Everybody on the way could read your password and your mail."),
        SignInWords::tr("Ask the provider for a server with TLS.")};
}

AdviceText loginBeforeTlsDisabled(const Diagnosis &diagnosis)
{
    return {SignInWords::tr("%1 accepts no password before encryption.").arg(placeOf(diagnosis)),
        SignInWords::tr("That is a protection: the server wants STARTTLS first."),
        SignInWords::tr(
            "Nothing has to be done where STARTTLS is used. A program that complains about it "
            "has to be "
            "switched to STARTTLS or TLS.")};
}

AdviceText noCommonMechanism(const Diagnosis &diagnosis)
{
    return {SignInWords::tr("%1 offers no way of signing in.").arg(placeOf(diagnosis)),
        SignInWords::tr("The server works, but it named no method of authentication."),
        SignInWords::tr("Ask the provider whether this is the server for customers.")};
}

constexpr ProblemRow signInRows[] = {
    {Problem::SecurityPlaintext, "security.plaintext"_L1, Topic::SignIn, Severity::Warning,
        std::nullopt, plaintext,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice", "demand TLS before a password is taken.")},
    {Problem::SecurityLoginBeforeTlsDisabled, "security.login-before-tls-disabled"_L1,
        Topic::SignIn, Severity::Info, Stage::Capabilities, loginBeforeTlsDisabled},
    {Problem::LoginNoCommonMechanism, "login.no-common-mechanism"_L1, Topic::SignIn,
        Severity::Warning, std::nullopt, noCommonMechanism},
};

} // namespace

std::span<const ProblemRow> signInProblems()
{
    return signInRows;
}

} // namespace postern
