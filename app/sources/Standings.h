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
/// Whether the client's usual loader gets a value from a place in a .env file; python-dotenv where none is known.
[[nodiscard]] bool isLoaded(const Place &place, const Client *client);
/// The `.env` that lies highest in the project, of those from which a variable is loaded; nullptr where none is.
[[nodiscard]] const FoundKey *envFileOf(const std::vector<FoundKey> &keys, const QString &name, const Client *client);
/// The place of one kind that sets a variable; nullptr where none does.
[[nodiscard]] const FoundKey *findPlace(const std::vector<FoundKey> &keys, PlaceKind kind, const QString &name);
/// What programs started from here get for a variable; nullptr where it is not set.
[[nodiscard]] const FoundKey *valueHere(const std::vector<FoundKey> &keys, const QString &name, const Client *client);
/// What the client takes its key from; nullptr where there is nothing.
[[nodiscard]] const FoundKey *findWinner(const std::vector<FoundKey> &keys, const Client *client);

/// Sets Place::standing of each.
void giveStandings(std::vector<FoundKey> &keys, const Client *client);
/// Most telling first: what wins, what is hidden by it, and the rest by kind.
void putInOrder(std::vector<FoundKey> &keys);

} // namespace sources
