// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/dnsrecords.h"

#include <ares.h>

#include <algorithm>

namespace postern {

namespace {

constexpr qsizetype maxRead = 64; // an honest answer has a handful

template <typename Records, typename Rank>
void sortAndCut(Records &records, Rank rank)
{
    std::stable_sort(records.begin(), records.end(),
        [rank](const auto &a, const auto &b) { return a.*rank < b.*rank; });
    records.resize(qMin(records.size(), maxRecords));
}

} // namespace

int readSrvRecords(const unsigned char *bytes, int size, DnsResolver::SrvRecords &records)
{
    ares_srv_reply *first = nullptr;
    const int status = ares_parse_srv_reply(bytes, size, &first);
    for (auto *each = first; each && records.size() < maxRead; each = each->next)
        records.append({QString::fromLatin1(each->host), each->port, each->priority, each->weight});
    ares_free_data(first);
    sortAndCut(records, &SrvRecord::priority);
    return status;
}

int readMxRecords(const unsigned char *bytes, int size, DnsResolver::MxRecords &records)
{
    ares_mx_reply *first = nullptr;
    const int status = ares_parse_mx_reply(bytes, size, &first);
    for (auto *each = first; each && records.size() < maxRead; each = each->next)
        records.append({QString::fromLatin1(each->host), each->priority});
    ares_free_data(first);
    sortAndCut(records, &MxRecord::preference);
    return status;
}

} // namespace postern
