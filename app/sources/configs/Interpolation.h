// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "key/Wiped.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Variables within values: $NAME, ${NAME}, ${NAME:-text} and their kin, as compose files and Dockerfiles have them.
namespace sources::configs {

/// A text that grows, and leaves no copy of what it held behind.
class GrowingText {
public:
    /// Longer values are cut: they are no keys, and "$A$A$A…" must not grow without end.
    static constexpr std::size_t maximum = std::size_t{1024} * 1024;

    void append(std::string_view more);
    [[nodiscard]] std::string_view view() const { return m_text.value; }

private:
    key::Wiped<std::string> m_text;
};

/// The value of a variable; nothing where it is not set.
using Lookup = std::function<std::optional<key::Secret>(std::string_view name)>;

struct Filled {
    GrowingText text;
    bool elsewhere = false; ///< a part of it came from a variable, or would have, had that been set
    bool known = true; ///< false where a variable was not found and nothing was to stand in for it
};

/// Fills in the variable that begins with the '$' at `text[at]`, appends it to `filled`, and gives the place behind it.
/// What is no variable is taken as it stands.
[[nodiscard]] std::size_t fillVariable(std::string_view text, std::size_t at, const Lookup &lookup, Filled &filled);

/// Fills in every variable; "$$" is a dollar sign.
/// Source: Docker's compose file reference, "Interpolation", 2026-08.
[[nodiscard]] Filled fillCompose(std::string_view text, const Lookup &lookup);

} // namespace sources::configs
