// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"

#include <functional>

namespace cli {

/// Runs a check over the network to its end, in an event loop of its own: for a command, not for a window.
/// `onProbe` hears of each probe as it ends. `search` is nullptr where nothing is to be searched.
[[nodiscard]] check::CheckResult runToTheEnd(check::CheckRequest request,
    const std::function<void(const diagnosis::ProbeResult &)> &onProbe, check::PlaceSearch *search = nullptr);

} // namespace cli
