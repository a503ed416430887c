// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"

#include <functional>

namespace cli {

/// Who hears how a check goes on.
struct CheckListener {
    std::function<void(const diagnosis::ProbeResult &)> onProbe{}; ///< each probe as it ends
    std::function<void()> onSearch{}; ///< the computer is searched now
};

/// Runs a check over the network to its end, in an event loop of its own: for a command, not for a window.
/// `search` is nullptr where nothing is to be searched.
[[nodiscard]] check::CheckResult runToTheEnd(
    check::CheckRequest request, const CheckListener &listener = {}, check::PlaceSearch *search = nullptr);

} // namespace cli
