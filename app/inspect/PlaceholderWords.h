// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace inspect {

/// Whether a text consists of the words of examples and of nothing else, in any case, with or without anything
/// between them: YOUR_API_KEY, your-cohere-api-key-here, changeme, "insert key here", test-key-123.
[[nodiscard]] bool isMadeOfPlaceholderWords(std::u32string_view text);

} // namespace inspect
