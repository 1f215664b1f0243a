// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificate/certificate.h"
#include "certificate/x509handle.h"

#include <QList>

namespace postern {

/// The certificates that a verifier trusts, as libcrypto wants them.
class RootStore
{
public:
    /// The system's roots, from the directory in which each is found by its name's hash: nothing
    /// is read before it is needed. The one large file is for systems that have only that, or
    /// where the environment names one.
    void addDefaults();
    void add(const QList<Certificate> &certificates);
    /// Paths may end at a certificate of ours that somebody else has issued.
    void endPathsAtAny() { X509_STORE_set_flags(m_store.get(), X509_V_FLAG_PARTIAL_CHAIN); }
    X509_STORE *get() const { return m_store.get(); }

private:
    std::unique_ptr<X509_STORE, OpenSslDeleter<&X509_STORE_free>> m_store{X509_STORE_new()};
};

} // namespace postern
