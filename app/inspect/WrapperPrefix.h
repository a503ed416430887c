// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <string_view>

namespace inspect {

/// What stands before a key: "Bearer ", "Authorization: ", "export CO_API_KEY=", "{\"apiKey\": ", "API key: ".
struct WrapperPrefix {
    Detail detail = Detail::BearerPrefix;
    std::size_t length = 0; ///< the blanks behind it included; 0: there is none
};

/// The outermost prefix. Where its syntax alone is not clear, what follows must look like a key.
/// The time does not depend on the size of the text, but for a run of blanks in the prefix.
[[nodiscard]] WrapperPrefix wrapperPrefix(std::u32string_view text);

/// The length of the beginning of a line of JSON or YAML alone: `{"apiKey": `, `"apiKey": `, `'key' => `, `apiKey: `.
[[nodiscard]] std::size_t structuredPrefixLength(std::u32string_view text);

} // namespace inspect
