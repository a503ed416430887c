// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/NativePath.h"

namespace sources {

/// Folders that hold other people's programs, or what programs made for themselves, by their name. Not "build", "dist"
/// or "vendor": a real .env may stand there.
[[nodiscard]] bool isClutterFolder(NativePathView name);
/// A virtual environment of Python, whatever its name.
[[nodiscard]] bool isVirtualEnvironment(const NativePath &folder);
/// Files of formats that are no text, by the ending of their name.
[[nodiscard]] bool isClutterFile(NativePathView name);
/// Files that are read whatever stands in them: .env, .env.local, local.env, .envrc, and compose files, which may name
/// such a file and hold no key's name themselves.
[[nodiscard]] bool isKeyFile(NativePathView name);

} // namespace sources
