// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate/rootstore.h"

#include <QDir>

namespace postern {

void RootStore::addDefaults()
{
    const bool isRedirected = qEnvironmentVariableIsSet(X509_get_default_cert_file_env())
        || qEnvironmentVariableIsSet(X509_get_default_cert_dir_env());
    const QDir directory(QString::fromLocal8Bit(X509_get_default_cert_dir()));
    X509_LOOKUP *lookup = X509_STORE_add_lookup(m_store.get(), X509_LOOKUP_hash_dir());
    if (!isRedirected && directory.exists() && lookup)
        X509_LOOKUP_add_dir(lookup, nullptr, X509_FILETYPE_DEFAULT);
    else
        X509_STORE_set_default_paths(m_store.get());
}

void RootStore::add(const QList<Certificate> &certificates)
{
    for (const Certificate &certificate : certificates) {
        if (const X509Handle x509 = toX509(certificate.toQt()))
            X509_STORE_add_cert(m_store.get(), x509.get());
    }
}

} // namespace postern
