// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <vector>

namespace sources {

struct Client;

/// The variables that a client reads, in its order; without one, those of most clients.
[[nodiscard]] QStringList namesRead(const Client *client);
/// A `.env` file as loaders look for it. `.env.local` and the like are read by some frameworks alone.
[[nodiscard]] bool isUsualEnvFile(const Place &place);
/// The `.env` that lies highest in the project, of those that set the variable; nullptr where none does.
[[nodiscard]] const FoundKey *envFileOf(const std::vector<FoundKey> &keys, const QString &name);
/// The place of one kind that sets a variable; nullptr where none does.
[[nodiscard]] const FoundKey *findPlace(const std::vector<FoundKey> &keys, PlaceKind kind, const QString &name);
/// What programs started from here get for a variable; nullptr where it is not set.
[[nodiscard]] const FoundKey *valueHere(const std::vector<FoundKey> &keys, const QString &name);
/// What the client takes its key from; nullptr where there is nothing.
[[nodiscard]] const FoundKey *findWinner(const std::vector<FoundKey> &keys, const Client *client);

/// Sets Place::standing of each.
void giveStandings(std::vector<FoundKey> &keys, const Client *client);
/// Most telling first: what wins, what is hidden by it, and the rest by kind.
void putInOrder(std::vector<FoundKey> &keys);

} // namespace sources
