// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <optional>

namespace cli {

/// Standard input's bytes as they are, the last line break included. At a terminal it asks for one line, which is not
/// shown; there the line break is the Enter key and no part of the key. Nothing where it is larger than any key.
[[nodiscard]] std::optional<key::Secret> readStandardInput();

} // namespace cli
