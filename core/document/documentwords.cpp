// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/documentwords.h"

namespace postern {

QString DocumentWords::textFor(const DocumentError &error, const QString &path)
{
    switch (error.kind) {
    case DocumentError::Kind::TooLarge:
        return tr("%1 is too large to be a saved detection.").arg(path);
    case DocumentError::Kind::NotJson:
        return tr("%1 is no saved detection, or only a part of one.").arg(path);
    case DocumentError::Kind::WrongSchema:
        return tr("%1 is no saved detection: its “schema” is another one.").arg(path);
    case DocumentError::Kind::WrongValue:
        break;
    }
    return tr("%1 cannot be used: what stands at %2 is not what belongs there. "
              "The file may have been changed, or written by a newer version.")
        .arg(path, error.place);
}

} // namespace postern
