// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/advice.h"

#include "diagnosis/catalogue.h"

namespace postern {

namespace {

/// Whether somebody may wonder what became of the password. Of another program nobody knows.
bool isAtRisk(const Diagnosis &diagnosis)
{
    if (diagnosis.isExample)
        return false;
    switch (topicOf(diagnosis.problem)) {
    case Topic::Discovery:
        return true;
    case Topic::Protocol:
    case Topic::StartTls:
    case Topic::Tls:
    case Topic::Certificate:
        return diagnosis.severity == Severity::Error;
    case Topic::Dns:
    case Topic::Connection:
    case Topic::SignIn:
        break;
    }
    return false;
}

} // namespace

AdviceText Advice::textFor(const Diagnosis &diagnosis)
{
    AdviceText words = rowOf(diagnosis.problem).words(diagnosis);
    if (isAtRisk(diagnosis))
        words.cause += u' ' + tr("Your password was not sent.");
    return words;
}

} // namespace postern
