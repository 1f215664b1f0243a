// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a server says first: a name or none, and what is shown of it is inert.

#include "base/inerttext.h"
#include "protocol/servicesniffer.h"

#include <cstdlib>

using namespace postern;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto service = sniffService(bytes);
    if (service && serviceName(*service).isEmpty())
        std::abort();
    if (service && bytes.isEmpty())
        std::abort();
    const QString shown = inertText(bytes);
    for (const QChar c : shown) {
        if (c.category() == QChar::Other_Control)
            std::abort();
    }
    return 0;
}
