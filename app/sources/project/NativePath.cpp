// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/NativePath.h"

#include <QFile>

#include <system_error>

namespace sources {

namespace {

constexpr NativePath::value_type slash = '/';

} // namespace

QString shownPath(NativePathView path)
{
#ifdef Q_OS_WIN
    return QString::fromWCharArray(path.data(), static_cast<qsizetype>(path.size()));
#else
    return QFile::decodeName(QByteArray(path.data(), static_cast<qsizetype>(path.size())));
#endif
}

NativePath nativePath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toStdWString();
#else
    return QFile::encodeName(path).toStdString();
#endif
}

NativePath joinedPath(NativePathView folder, NativePathView name)
{
    NativePath path;
    path.reserve(folder.size() + 1 + name.size());
    path += folder;
    if (!folder.empty() && folder.back() != slash)
        path += slash;
    path += name;
    return path;
}

NativePathView folderOf(NativePathView path)
{
    const auto end = path.rfind(slash);
    return end == NativePathView::npos ? NativePathView() : path.substr(0, end);
}

NativePathView nameOf(NativePathView path)
{
    return path.substr(path.rfind(slash) + 1); // npos + 1 is 0
}

std::string lowerAscii(NativePathView name)
{
    std::string lower;
    lower.reserve(name.size());
    for (const auto unit : name) {
        const auto code = static_cast<char32_t>(static_cast<std::make_unsigned_t<NativePath::value_type>>(unit));
        const bool capital = code >= U'A' && code <= U'Z';
        lower += code < 0x80 ? static_cast<char>(capital ? code + 0x20 : code) : '?';
    }
    return lower;
}

bool holds(NativePathView folder, NativePathView path)
{
    if (!path.starts_with(folder))
        return false;
    return path.size() == folder.size() || (!folder.empty() && folder.back() == slash) || path[folder.size()] == slash;
}

CanonicalPath canonicalPath(const NativePath &path)
{
    std::error_code error;
    const auto canonical = std::filesystem::canonical(path, error);
    if (error)
        return {.circle = error == std::errc::too_many_symbolic_link_levels};
    return {.path = canonical.generic_string<NativePath::value_type>()};
}

} // namespace sources
