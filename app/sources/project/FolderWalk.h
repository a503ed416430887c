// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/NativePath.h"
#include "sources/project/ScanRequest.h"

#include <atomic>
#include <vector>

namespace sources {

/// A file to be looked at. Both paths are those in the folder.
struct WalkedFile {
    NativePath path; ///< what is opened: no link
    NativePath name; ///< where a link to it tells more than its own name does, the link's path; else empty
};

struct Walk {
    std::vector<WalkedFile> files{};
    std::vector<SkippedFile> skipped{};
};

/// Lists the files of a project's folder, near ones first, without clutter; each file once. `root` is canonical.
/// What a link leads to is never outside of the folder. Blocks; ends early where `cancelled` becomes true.
[[nodiscard]] Walk walkFolder(const NativePath &root, const ScanLimits &limits, const std::atomic<bool> &cancelled);

} // namespace sources
