// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace sources {

/// A path as the system has it, with "/" between its parts on every system. On Unix any bytes: a name need not be
/// UTF-8, and as a QString it could not be opened again.
using NativePath = std::filesystem::path::string_type;
using NativePathView = std::basic_string_view<NativePath::value_type>;

/// For people to read, and for readers that choose by name: what is not UTF-8 is replaced.
[[nodiscard]] QString shownPath(NativePathView path);
[[nodiscard]] NativePath nativePath(const QString &path);
[[nodiscard]] NativePath joinedPath(NativePathView folder, NativePathView name);
/// The folder that a path lies in; empty for a name alone.
[[nodiscard]] NativePathView folderOf(NativePathView path);
[[nodiscard]] NativePathView nameOf(NativePathView path);
/// A name in small letters, what is not ASCII replaced by "?": to be compared with names that are ASCII.
[[nodiscard]] std::string lowerAscii(NativePathView name);

/// Both canonical. A folder holds itself.
[[nodiscard]] bool holds(NativePathView folder, NativePathView path);

/// The path without links and dots; nothing where it does not exist, and `circle` set where its links have no end.
struct CanonicalPath {
    std::optional<NativePath> path{};
    bool circle = false;
};
[[nodiscard]] CanonicalPath canonicalPath(const NativePath &path);

} // namespace sources
