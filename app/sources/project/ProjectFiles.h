// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <QString>

namespace sources {

/// What a file of a project is read with, by its name and, for workflows, its folder. The path is relative to the
/// project's folder, with '/'. nullptr: it is not read. Files that show how a .env file should look are not read:
/// what stands there is no key.
[[nodiscard]] KeyReader readerFor(const QString &relativePath);

} // namespace sources
