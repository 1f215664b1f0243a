// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/places.h"

#include <QLocale>

namespace postern {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxPlaces = 12; // what a person still reads

/// The texts of all endpoints that the diagnosis is about, each once.
template <typename TextOf>
QString listOf(const Diagnosis &diagnosis, TextOf textOf)
{
    QStringList places;
    for (const Endpoint &endpoint : endpointsOf(diagnosis)) {
        const QString text = textOf(endpoint);
        if (!places.contains(text))
            places.append(text);
    }
    if (places.size() > maxPlaces)
        places = places.first(maxPlaces) + QStringList{u"…"_s};
    return QLocale().createSeparatedList(places);
}

QString placeText(const Endpoint &endpoint)
{
    return endpoint.port == 0 ? endpoint.host.text() : hostAndPort(endpoint.host, endpoint.port);
}

} // namespace

QString placeOf(const Diagnosis &diagnosis)
{
    return placeText(diagnosis.endpoint);
}

QString hostsOf(const Diagnosis &diagnosis)
{
    return listOf(diagnosis, [](const Endpoint &endpoint) { return endpoint.host.text(); });
}

QString placesOf(const Diagnosis &diagnosis)
{
    return listOf(diagnosis, placeText);
}

quint16 tlsPortOf(const Diagnosis &diagnosis)
{
    return standardPorts(diagnosis.endpoint.protocol, Security::ImplicitTls).constFirst();
}

QList<Endpoint> endpointsOf(const Diagnosis &diagnosis)
{
    return QList{diagnosis.endpoint} + diagnosis.alsoAt;
}

} // namespace postern
