// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"
#include "sources/PlaceFinding.h"

#include <vector>

namespace sources {

struct Client;

/// Gives every place its standing towards a program that is started from here with this client (nullptr: any client),
/// puts the places in order, the winner first, and says what disagrees. Pure.
///
/// What wins: of the variables that the client reads, in its order, the first that is set. A variable of this process
/// comes before the same one in the project's `.env`, since no loader replaces a variable that exists, even an empty
/// one (python-dotenv, Node; measured).
[[nodiscard]] std::vector<PlaceFinding> comparePlaces(std::vector<FoundKey> &keys, const Client *client);

/// Adds to `findings` what the key under test has to do with the places that were found: another one that wins, a copy
/// that is nearly the same, and, where there is no key to test, a place that has one. Pure.
void addFindingsOfTested(std::vector<PlaceFinding> &findings, const std::vector<FoundKey> &keys, const Place &tested,
    const key::Secret &secret, const Client *client);

} // namespace sources
