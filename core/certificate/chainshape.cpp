// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/chainshape.h"

#include "certificate/chaincomplaints.h"

#include <QSet>

namespace postern {

namespace {

bool hasIssued(X509 *issuer, X509 *certificate)
{
    return X509_check_issued(issuer, certificate) == X509_V_OK;
}

/// The places in the chain of the way from the first certificate upwards.
QList<int> pathThrough(STACK_OF(X509) * chain)
{
    QList<int> path{0};
    bool isLonger = true;
    while (isLonger) {
        isLonger = false;
        X509 *last = sk_X509_value(chain, path.constLast());
        for (int i = 1; i < sk_X509_num(chain) && !isLonger; ++i) {
            if (!path.contains(i) && hasIssued(sk_X509_value(chain, i), last)) {
                path.append(i);
                isLonger = true;
            }
        }
    }
    return path;
}

/// Which places any way from the first certificate upwards passes; what is sent twice counts once.
QSet<int> neededIn(STACK_OF(X509) * chain)
{
    QSet<int> needed{0};
    QList<int> unseen{0};
    while (!unseen.isEmpty()) {
        X509 *certificate = sk_X509_value(chain, unseen.takeFirst());
        for (int i = 1; i < sk_X509_num(chain); ++i) {
            X509 *issuer = sk_X509_value(chain, i);
            const bool isKnown = std::any_of(needed.begin(), needed.end(),
                [&](int place) { return X509_cmp(sk_X509_value(chain, place), issuer) == 0; });
            if (isKnown || !hasIssued(issuer, certificate))
                continue;
            needed.insert(i);
            unseen.append(i);
        }
    }
    return needed;
}

} // namespace

ChainShape shapeOf(const QList<Certificate> &chain)
{
    const ErrorQueueGuard guard;
    const X509StackHandle stack = toStack(chain);
    if (sk_X509_num(stack.get()) < 1)
        return {};
    ChainShape shape{pathThrough(stack.get()), {}};
    if (sk_X509_num(stack.get()) != chain.size())
        return {{0}, {}};
    const QSet<int> needed = neededIn(stack.get());
    for (int i = 1; i < chain.size(); ++i) {
        if (!needed.contains(i))
            shape.superfluous.append(i);
    }
    return shape;
}

} // namespace postern
