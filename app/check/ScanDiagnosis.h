// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"

namespace check {

/// What the places tell by themselves, with no network: the key that wins, as the one in question, and the causes that
/// its text and the other places show. Pure.
[[nodiscard]] CheckResult diagnosePlaces(const SearchResult &found, const sources::Client *client);

/// Whether places conflict, or what wins could not work: there is none, or its text says so.
[[nodiscard]] bool needsAttention(const CheckResult &scan);

} // namespace check
