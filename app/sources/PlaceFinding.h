// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Place.h"

namespace sources {

/// What is wrong with where a key is kept, seen by comparing places.
enum class PlaceProblem {
    OtherNameSet, ///< the client's own variable holds nothing, another one holds a key
    OtherPlaceDiffers, ///< another place, which a client may read first, holds a different key
    EmptyVariableHides, ///< a variable that is set to nothing hides the one in `other`
    OlderValue, ///< a running program or a terminal still holds another value than the file or the keychain
    FileNotLoaded, ///< the key stands in a file that nothing has loaded
    LineMisread, ///< the line means something else to its reader than it looks
    ContainerOwnValue, ///< an image or a compose file carries its own value
};

struct PlaceFinding {
    PlaceProblem problem = PlaceProblem::OtherPlaceDiffers;
    Place place; ///< where it was seen
    QString other; ///< the variable, file or program that it concerns beside `place`; empty where there is none
    bool certain = false; ///< the client is known, and what it reads was seen
};

} // namespace sources
