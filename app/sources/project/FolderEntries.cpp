// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/project/FolderEntries.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#endif

namespace sources {

// std::filesystem does the same everywhere, but takes every path apart into its names: with it, the scan of 20,000
// files took a third longer as a whole.
#ifdef Q_OS_UNIX

namespace {

EntryKind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return EntryKind::File;
    if (S_ISDIR(mode))
        return EntryKind::Folder;
    return S_ISLNK(mode) ? EntryKind::Link : EntryKind::Special;
}

EntryKind kindOf(int folder, const dirent &entry)
{
    switch (entry.d_type) {
    case DT_REG:
        return EntryKind::File;
    case DT_DIR:
        return EntryKind::Folder;
    case DT_LNK:
        return EntryKind::Link;
    case DT_UNKNOWN: { // some file systems do not tell
        struct stat status { };
        const bool known = ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0;
        return known ? kindOf(status.st_mode) : EntryKind::File; // to read it will tell why it cannot be read
    }
    default:
        return EntryKind::Special;
    }
}

} // namespace

bool listFolder(const NativePath &folder, const EntryVisitor &visit)
{
    // Not opendir(): it would follow a link that has just taken the folder's place.
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const auto close = [](DIR *stream) { ::closedir(stream); };
    const std::unique_ptr<DIR, decltype(close)> stream(::fdopendir(descriptor));
    if (!stream) {
        ::close(descriptor);
        return false;
    }
    for (errno = 0; const dirent *entry = ::readdir(stream.get()); errno = 0) {
        const NativePathView name = entry->d_name;
        if (name != "." && name != ".." && !visit(name, kindOf(descriptor, *entry)))
            return true;
    }
    return errno == 0;
}

#else

bool listFolder(const NativePath &folder, const EntryVisitor &visit)
{
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        std::error_code unknown;
        EntryKind kind = EntryKind::Special;
        switch (entry->symlink_status(unknown).type()) {
        case std::filesystem::file_type::regular:
            kind = EntryKind::File;
            break;
        case std::filesystem::file_type::directory:
            kind = EntryKind::Folder;
            break;
        case std::filesystem::file_type::symlink:
            kind = EntryKind::Link;
            break;
        default:
            break;
        }
        if (!visit(entry->path().filename().native(), kind))
            return true;
    }
    return !error;
}

#endif

} // namespace sources
