// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <string_view>

namespace sources::configs {

/// One of the variables that some client reads the key from.
[[nodiscard]] bool isKeyVariable(std::string_view name);
/// Such a variable, or another name that tells of a key for Cohere: "cohere-api-key", "cohereToken", "COHERE_KEY".
/// Not the names of other settings: "COHERE_MODEL", "cohere_key_file".
[[nodiscard]] bool isCohereKeyName(std::string_view name);
/// A name of a key, token or secret of anything: "api_key", "TOKEN". Not "key_file", "max_tokens".
[[nodiscard]] bool isKeyishName(std::string_view name);
/// "cohere" in one of its usual spellings.
[[nodiscard]] bool mentionsCohere(std::string_view text);
[[nodiscard]] char lowered(char c);
[[nodiscard]] bool isWordCharacter(char c); ///< a letter, a digit or '_'
[[nodiscard]] bool isBlank(char c); ///< a space or a tab

[[nodiscard]] QString toText(std::string_view text); ///< of a name, never of a key: nobody wipes it
[[nodiscard]] key::Secret secretOf(std::string_view text);

} // namespace sources::configs
