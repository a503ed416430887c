// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/KeyDifference.h"
#include "sources/Place.h"

#include <optional>

namespace sources {

/// What is wrong with where a key is kept, seen by comparing places.
enum class PlaceProblem {
    OtherNameSet, ///< the client's own variable holds nothing, another one holds a key
    OtherPlaceDiffers, ///< another place, which a client may read first, holds a different key
    EmptyVariableHides, ///< a variable that is set to nothing hides the one in `other`
    OlderValue, ///< a running program or a terminal still holds another value than `other`, or none
    NearlySame, ///< a copy of the tested key, `other`, that differs from it in a few characters: one is mistyped
    FileNotLoaded, ///< the key stands in a file that nothing has loaded
    LineMisread, ///< the line means something else to its reader than it looks
    ContainerOwnValue, ///< an image or a compose file carries its own value
    TrackedByGit, ///< a key in a file that git keeps: a danger of its own, no cause
};

struct PlaceFinding {
    PlaceProblem problem = PlaceProblem::OtherPlaceDiffers;
    Place place{}; ///< where it was seen
    std::optional<Place> other{}; ///< the place that it concerns beside `place`
    bool certain = false; ///< the client is known, and what it reads was seen
    std::optional<KeyDifference> difference{}; ///< where two keys were compared: `place` is the first
};

} // namespace sources
