// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/stage.h"

namespace postern {

using namespace Qt::StringLiterals;

QString toString(Stage stage)
{
    switch (stage) {
    case Stage::Resolve:
        return u"resolve"_s;
    case Stage::Connect:
        return u"connect"_s;
    case Stage::Greeting:
        return u"greeting"_s;
    case Stage::StartTls:
        return u"starttls"_s;
    case Stage::Handshake:
        return u"handshake"_s;
    case Stage::Capabilities:
        break;
    }
    return u"capabilities"_s;
}

std::optional<Stage> stageFromString(const QString &name)
{
    for (const Stage stage : {Stage::Resolve, Stage::Connect, Stage::Greeting, Stage::StartTls,
             Stage::Handshake, Stage::Capabilities}) {
        if (toString(stage) == name)
            return stage;
    }
    return std::nullopt;
}

} // namespace postern
