// SPDX-FileCopyrightText: 2026 The Postern authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/detection.h"

namespace postern {

/// What the user goes on with, whatever else is found later: at most one endpoint for a direction.
class Choices
{
public:
    /// What is recommended now stays, and a better one is offered when it comes.
    void goOnWith(const AccountSettings &settings);
    /// The user picked this one from all that works, and is not asked again.
    void pick(const Endpoint &endpoint);

    [[nodiscard]] QList<Endpoint> endpoints() const;
    /// The alternatives that are worth more than what the user went on with.
    [[nodiscard]] QList<ServerSetting> betterIn(const Detection &detection) const;

    friend bool operator==(const Choices &, const Choices &) = default;

private:
    struct Choice
    {
        Endpoint endpoint;
        bool isPicked = false;

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    void take(const Choice &choice);

    QList<Choice> m_choices;
};

} // namespace postern
