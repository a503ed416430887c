// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Options.h"
#include "cli/Stop.h"
#include "key/Secret.h"
#include "sources/Clients.h"
#include "sources/Environment.h"

#include <tl/expected.hpp>

namespace cli {

/// A key as a command takes it, and where from.
struct SourcedKey {
    key::Secret secret;
    sources::Place place;
};

/// Adds the options of SOURCE: --stdin, --env, --env-file, --keychain, --clipboard.
void addSourceOptions(Options &options);

/// Takes the key from where the options say; with none of them, from the variable that `client` reads.
/// A variable that is not set is no error: then the place says so, and the secret is empty.
/// The keychain is asked in an event loop of its own: for a command, not for a window.
[[nodiscard]] tl::expected<SourcedKey, Stop> takeKey(
    const Options &options, const sources::Environment &environment, const sources::Client *client);

/// Reads --client.
[[nodiscard]] tl::expected<const sources::Client *, Stop> takeClient(const Options &options);

} // namespace cli
