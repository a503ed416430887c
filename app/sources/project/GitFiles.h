// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/project/NativePath.h"

#include <atomic>
#include <chrono>
#include <unordered_set>
#include <vector>

namespace sources {

/// Which of some files git keeps. `root` is canonical and may lie within a repository; repositories and submodules in
/// it are asked by themselves. The paths are those in `root`. Runs nothing that a repository's settings name, and takes
/// no lock. Without git, outside of a repository, or where git does not answer in time: none.
/// Blocks for `limit` at most; ends early where `cancelled` becomes true.
[[nodiscard]] std::unordered_set<NativePath> filesInGit(const NativePath &root, const std::vector<NativePath> &files,
    const std::atomic<bool> &cancelled, std::chrono::milliseconds limit = std::chrono::seconds(3));

enum class GitIgnores {
    Yes,
    No,
    Unknown, ///< no git, no repository, or no answer in time
};

/// Whether git leaves a file of `folder` out, by all the patterns that it knows; the file need not exist, and may be
/// kept by git all the same. Runs as filesInGit() does.
[[nodiscard]] GitIgnores ignoredByGit(
    const NativePath &folder, NativePathView name, std::chrono::milliseconds limit = std::chrono::seconds(3));

} // namespace sources
