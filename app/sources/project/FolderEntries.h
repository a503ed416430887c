// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/NativePath.h"

#include <functional>

namespace sources {

enum class EntryKind {
    File,
    Folder,
    Link,
    Special, ///< a pipe, a socket, a device: to open one may wait for ever
};

/// Called for each entry; false ends the listing.
using EntryVisitor = std::function<bool(NativePathView name, EntryKind kind)>;

/// Lists a folder, in no order. Follows no links. False where it could not be read to its end.
[[nodiscard]] bool listFolder(const NativePath &folder, const EntryVisitor &visit);

} // namespace sources
