// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a server answers to a ClientHello: never a crash, and never another result because the network cut it elsewhere.

#include "tls/serverhelloreader.h"

#include <cstdlib>

using namespace postern;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    ServerHelloReader whole;
    whole.append(bytes);
    ServerHelloReader bytewise;
    for (qsizetype i = 0; i < bytes.size() && !bytewise.isComplete(); ++i)
        bytewise.append(bytes.mid(i, 1));
    ServerHelloAnswer first = whole.answer();
    ServerHelloAnswer second = bytewise.answer();
    first.firstBytes.clear(); // up to where each stopped listening
    second.firstBytes.clear();
    if (first != second || whole.isComplete() != bytewise.isComplete())
        std::abort();
    for (const QByteArray &certificate : first.certificates) {
        if (certificate.size() > bytes.size())
            std::abort();
    }
    return 0;
}
