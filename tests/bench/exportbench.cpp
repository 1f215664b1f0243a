// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long each export of a finished search takes, in memory. The search is a saved detection, named
// on the command line. Beside it stands what a way through JSON would cost: the document written and
// read once.
// usage: exportbench FILE [TARGET]; with a target only that one, which suits a profiler

#include "document/detectiondocument.h"
#include "document/detectionreader.h"
#include "export/exporttarget.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace postern {

namespace {

constexpr int rounds = 51;
constexpr double goalOfAllTextUs = 5000;

template <typename Work>
double medianUs(const Work &work)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e3);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times.at(rounds / 2);
}

/// As if the user had said yes to everything: what waits for a decision is not exported.
void decide(Detection &found)
{
    for (auto *setting : {&found.settings.incoming, &found.settings.outgoing}) {
        if (*setting)
            (*setting)->needsConsent.clear();
    }
    for (Attempt &attempt : found.attempts) {
        if (attempt.report.tls && attempt.report.tls->trust == Trust::Unverified)
            attempt.report.tls->trust = Trust::AcceptedByUser;
    }
}

int measure(Detection found, const QString &only)
{
    decide(found);
    const double inputUs = medianUs([&found] { return exportInputFrom(found, {}).servers.size(); });
    const ExportInput input = exportInputFrom(found, {});
    std::printf("Exports in memory; medians of %d rounds, in microseconds.\n", rounds);
    std::printf("  %-18s %9.1f\n", "(what they need)", inputUs);
    double textUs = inputUs;
    for (const ExportTarget *target : exportTargets()) {
        if (!only.isEmpty() && only != target->name)
            continue;
        const bool isWritten = target->write(input).has_value();
        const double us = medianUs([&] { return target->write(input).has_value(); });
        // The PDF is no text, and the document is the JSON that the others do without.
        if (target->name != "report-pdf"_L1 && target->name != "json"_L1)
            textUs += us;
        std::printf("  %-18s %9.1f%s\n", target->name.data(), us, isWritten ? "" : "  (refused)");
    }
    const double jsonUs
        = medianUs([&found] { return readDetection(writeDetectionDocument(found)).has_value(); });
    const bool isGood = textUs <= goalOfAllTextUs;
    std::printf("All but the PDF and the document itself: %.1f; JSON written and read: %.1f, %.2f "
                "of it.%s\n",
        textUs, jsonUs, textUs / jsonUs, isGood ? "" : "  over its goal");
    return isGood ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

} // namespace postern

int main(int argc, char **argv)
{
    using namespace postern;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QFile file(QCoreApplication::arguments().value(1));
    if (!file.open(QIODevice::ReadOnly))
        return 64;
    const auto found = readDetection(file.readAll());
    return found ? measure(*found, QCoreApplication::arguments().value(2)) : 65;
}
