// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <optional>

namespace cli {

/// The clipboard's text, read through the system's own command (wl-paste, xclip, xsel, pbpaste, Get-Clipboard), since
/// a command line links no Gui. Nothing where none of them is there or answers.
[[nodiscard]] std::optional<key::Secret> readClipboard();

} // namespace cli
