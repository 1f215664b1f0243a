#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Postern authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whether clang-format would leave every source as it is. Runs in the project's folder.
set -eu
if ! command -v clang-format >/dev/null; then
    echo "format: clang-format is not installed" >&2
    [ "${CI:-}" = true ] && exit 1
    exit 77
fi
find core ui app tests -type f \( -name '*.h' -o -name '*.cpp' \) -print0 \
    | xargs -0 clang-format --dry-run -Werror
