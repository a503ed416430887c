// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <vector>

namespace sources {

/// The keys in a text of no known kind: an INI file, JSON, properties, notes. A KeyReader.
/// A key is taken where the name of a key's variable, in capitals or small letters, is followed at once by "=", ":",
/// ":=" or "=>" and a value with a part that looks like a key. Rather none than a wrong one: references such as ${…},
/// calls, placeholders and commented lines are no keys.
[[nodiscard]] std::vector<FoundKey> keysInAnyText(QByteArrayView text, const FileSurroundings &surroundings);

} // namespace sources
