// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/Clutter.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace sources {

namespace {

constexpr auto clutterFolders = std::to_array<std::string_view>({
    ".git", ".gradle", ".hg", ".idea", ".mypy_cache", ".svn", ".tox", ".venv", //
    "__pycache__", "node_modules", "site-packages", "venv", //
});
static_assert(std::is_sorted(clutterFolders.begin(), clutterFolders.end()));

constexpr auto binaryEndings = std::to_array<std::string_view>({
    "7z", "a", "aac", "apk", "avi", "avif", "bin", "bmp", "bz2", "class", "dat", "db", "deb", "dll", "dmg", "doc",
    "docx", "dylib", "ear", "eot", "exe", "flac", "gif", "gz", "h5", "heic", "ico", "iso", "jar", "jpeg", "jpg", "lib",
    "lz4", "m4a", "mkv", "mo", "mov", "mp3", "mp4", "mpeg", "mpg", "msi", "npy", "npz", "o", "obj", "odt", "ogg",
    "onnx", "otf", "parquet", "pb", "pdb", "pdf", "pickle", "pkl", "png", "ppt", "pptx", "psd", "pt", "pth", "pyc",
    "pyd", "pyo", "qm", "rar", "rlib", "rpm", "safetensors", "so", "sqlite", "sqlite3", "tar", "tgz", "tif", "tiff",
    "ttf", "war", "wasm", "wav", "webm", "webp", "whl", "wmv", "woff", "woff2", "xls", "xlsx", "xz", "zip", "zst", //
});
static_assert(std::is_sorted(binaryEndings.begin(), binaryEndings.end()));

bool isComposeFile(std::string_view name)
{
    const bool yaml = name.ends_with(".yml") || name.ends_with(".yaml");
    return yaml && (name.starts_with("docker-compose") || name.starts_with("compose"));
}

} // namespace

bool isClutterFolder(NativePathView name)
{
    return std::binary_search(clutterFolders.begin(), clutterFolders.end(), lowerAscii(name));
}

bool isVirtualEnvironment(const NativePath &folder)
{
    std::error_code error;
    // PEP 405: this file makes it one.
    return std::filesystem::exists(joinedPath(folder, nativePath(QStringLiteral("pyvenv.cfg"))), error);
}

bool isClutterFile(NativePathView name)
{
    const auto dot = name.rfind('.');
    // A name such as ".db" has no ending.
    if (dot == NativePathView::npos || dot == 0)
        return false;
    const std::string lower = lowerAscii(name);
    return std::binary_search(binaryEndings.begin(), binaryEndings.end(), lower.substr(dot + 1))
        || lower.find(".so.") != std::string::npos; // libz.so.1.2
}

bool isKeyFile(NativePathView name)
{
    const std::string lower = lowerAscii(name);
    return lower == ".env" || lower == ".envrc" || lower.starts_with(".env.") || lower.ends_with(".env")
        || isComposeFile(lower);
}

} // namespace sources
