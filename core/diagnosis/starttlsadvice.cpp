// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/catalogue.h"
#include "diagnosis/places.h"

#include <QCoreApplication>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

class StartTlsWords
{
    Q_DECLARE_TR_FUNCTIONS(postern::Advice)
};

AdviceText notOffered(const Diagnosis &diagnosis)
{
    const QString where = placeOf(diagnosis);
    if (detailsOf<OfferDetails>(diagnosis).isOverwritten)
        return {
            StartTlsWords::tr("Something on the way to %1 probably removes encryption.").arg(where),
            StartTlsWords::tr(
                "The server's offer was written over: the evidence shows the X's. Firewalls "
                "with an inspection of mail do that."),
            StartTlsWords::tr(
                "Use implicit TLS on port %1, or ask whoever runs the network to let STARTTLS "
                "through.")
                .arg(tlsPortOf(diagnosis))};
    return {StartTlsWords::tr("%1 does not offer encryption.").arg(where),
        StartTlsWords::tr(
            "STARTTLS is switched off at the server, or something on the way removes the "
            "offer."),
        StartTlsWords::tr("Use implicit TLS on port %1.").arg(tlsPortOf(diagnosis))};
}

AdviceText startTlsRefused(const Diagnosis &diagnosis)
{
    return {StartTlsWords::tr("%1 offers STARTTLS and then refuses it.").arg(placeOf(diagnosis)),
        StartTlsWords::tr(
            "The server is set up wrongly, or something on the way prevents encryption."),
        StartTlsWords::tr("Use implicit TLS on port %1.").arg(tlsPortOf(diagnosis))};
}

AdviceText injection(const Diagnosis &diagnosis)
{
    return {StartTlsWords::tr("Somebody slipped data into the start of encryption at %1.")
                .arg(placeOf(diagnosis)),
        StartTlsWords::tr(
            "Plaintext followed the answer to STARTTLS. That is an attack, or a faulty server "
            "that makes one possible."),
        StartTlsWords::tr("Use implicit TLS instead, and tell the administrator.")};
}

constexpr ProblemRow startTlsRows[] = {
    {Problem::StartTlsNotOffered, "starttls.not-offered"_L1, Topic::StartTls, Severity::Error,
        std::nullopt, notOffered,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "switch STARTTLS on, or close the port and offer implicit TLS."),
        NextStep::TlsPort},
    {Problem::StartTlsRefused, "starttls.refused"_L1, Topic::StartTls, Severity::Error,
        std::nullopt, startTlsRefused,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "switch STARTTLS on, or close the port and offer implicit TLS."),
        NextStep::TlsPort},
    {Problem::StartTlsInjection, "starttls.injection"_L1, Topic::StartTls, Severity::Error,
        std::nullopt, injection,
        QT_TRANSLATE_NOOP("postern::ChangeAdvice",
            "update the server; it takes commands that were sent before TLS."),
        NextStep::TlsPort},
};

} // namespace

std::span<const ProblemRow> startTlsProblems()
{
    return startTlsRows;
}

} // namespace postern
