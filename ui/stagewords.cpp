// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stagewords.h"

namespace postern {

using namespace Qt::StringLiterals;

QString StageWords::name(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return tr("name");
    case Stage::Connect:
        return tr("connection");
    case Stage::Greeting:
        return tr("greeting");
    case Stage::StartTls:
        return u"STARTTLS"_s;
    case Stage::Handshake:
        return tr("handshake");
    case Stage::Capabilities:
        break;
    }
    return tr("capabilities");
}

} // namespace postern
