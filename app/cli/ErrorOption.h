// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Options.h"
#include "cli/Stop.h"
#include "errortext/ErrorReading.h"

#include <optional>

#include <tl/expected.hpp>

namespace cli {

/// Adds --error.
void addErrorOption(Options &options);

/// Reads the file that --error names; nothing where it is not given.
[[nodiscard]] tl::expected<std::optional<errortext::ErrorReading>, Stop> takeErrorText(const Options &options);

/// Reads a file, or standard input where `path` is "-": no more of it than errortext::longestErrorText.
[[nodiscard]] tl::expected<errortext::ErrorReading, Stop> readErrorInput(const QString &path);

} // namespace cli
