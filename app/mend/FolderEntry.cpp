// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/FolderEntry.h"

#ifdef Q_OS_UNIX

#include "key/Wiped.h"
#include "sources/project/NativePath.h"

#include <cerrno>

#ifdef Q_OS_LINUX
#include <sys/syscall.h>
#endif

namespace mend {

namespace {

constexpr mode_t ownerAlone = 0700; // of a folder that is made

#if defined(Q_OS_LINUX) && defined(SYS_renameat2)

/// Source: renameat2(2); the C library of some distributions has no function for it.
bool renameWith(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    return ::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags) == 0;
}
constexpr unsigned noReplace = 1; // RENAME_NOREPLACE
constexpr unsigned exchange = 2; // RENAME_EXCHANGE

#elif defined(Q_OS_DARWIN)

/// Source: rename(2) of macOS 10.12 and later.
bool renameWith(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    return ::renameatx_np(fromFolder, from, toFolder, to, flags) == 0;
}
constexpr unsigned noReplace = RENAME_EXCL;
constexpr unsigned exchange = RENAME_SWAP;

#else

bool renameWith(int, const char *, int, const char *, unsigned)
{
    errno = ENOSYS;
    return false;
}
constexpr unsigned noReplace = 1;
constexpr unsigned exchange = 2;

#endif

} // namespace

MendFailure failureOf(int error)
{
    switch (error) {
    case ENOENT:
        return MendFailure::NotFound;
    case ELOOP:
    case ENOTDIR:
        return MendFailure::OutsideFolder; // a link has taken its place since
    case EACCES:
    case EPERM:
    case EROFS:
        return MendFailure::NotWritable;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return MendFailure::DiskFull;
    default:
        return MendFailure::Other;
    }
}

tl::unexpected<MendFailure> lastFailure()
{
    return tl::unexpected(failureOf(errno));
}

tl::expected<Descriptor, MendFailure> openFolder(const Spot &spot, Missing missing)
{
    using sources::NativePathView;
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    const auto root = sources::nativePath(spot.folder);
    const auto target = sources::nativePath(spot.target);
    if (!sources::holds(root, target))
        return tl::unexpected(MendFailure::OutsideFolder);
    Descriptor folder(::open(root.c_str(), flags));
    NativePathView rest = sources::folderOf(target);
    rest = rest.size() > root.size() ? rest.substr(root.size()) : NativePathView();
    while (folder.isOpen() && !rest.empty()) {
        const auto slash = rest.find('/');
        const std::string name(rest.substr(0, slash));
        rest = slash == NativePathView::npos ? NativePathView() : rest.substr(slash + 1);
        if (name.empty())
            continue;
        if (missing == Missing::IsMade && ::mkdirat(folder.number(), name.c_str(), ownerAlone) != 0 && errno != EEXIST)
            return lastFailure();
        folder = Descriptor(::openat(folder.number(), name.c_str(), flags));
    }
    if (!folder.isOpen())
        return lastFailure();
    return folder;
}

Identity Entry::identity() const
{
    struct stat status { };
    if (::fstatat(m_folder, m_name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return {};
    return {status.st_dev, status.st_ino};
}

tl::expected<Entry::Content, MendFailure> Entry::read() const
{
    Content content;
    // Without O_NONBLOCK, to open a pipe would wait for its writer.
    content.file =
        Descriptor(::openat(m_folder, m_name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!content.file.isOpen() && errno == ENXIO) // a socket
        return tl::unexpected(MendFailure::NotAFile);
    if (!content.file.isOpen())
        return tl::unexpected(errno == EACCES || errno == EPERM ? MendFailure::NotReadable : failureOf(errno));
    if (::fstat(content.file.number(), &content.status) != 0)
        return lastFailure();
    // The other names of a file would keep the old text.
    if (!S_ISREG(content.status.st_mode) || content.status.st_nlink > 1)
        return tl::unexpected(MendFailure::NotAFile);
    if (content.status.st_size > largestMended)
        return tl::unexpected(MendFailure::TooLarge);
    key::Wiped<std::string> memory;
    memory.value.resize(static_cast<std::size_t>(content.status.st_size) + 1);
    std::size_t size = 0;
    while (size < memory.value.size()) {
        const ssize_t count = ::read(content.file.number(), memory.value.data() + size, memory.value.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tl::unexpected(MendFailure::NotReadable);
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    if (size == memory.value.size())
        return tl::unexpected(MendFailure::ChangedMeanwhile); // it has grown
    content.bytes = key::Secret(QByteArrayView(memory.value.data(), static_cast<qsizetype>(size)));
    return content;
}

bool isUnknownWay(int error)
{
    return error == ENOSYS || error == EINVAL || error == ENOTSUP || error == EOPNOTSUPP;
}

bool Entry::exchangeWith(const Entry &other) const
{
    return renameWith(m_folder, m_name.c_str(), other.m_folder, other.m_name.c_str(), exchange);
}

bool Entry::moveTo(const Entry &to) const
{
    if (renameWith(m_folder, m_name.c_str(), to.m_folder, to.m_name.c_str(), noReplace))
        return true;
    if (!isUnknownWay(errno))
        return false;
    if (::linkat(m_folder, m_name.c_str(), to.m_folder, to.m_name.c_str(), 0) == 0)
        return remove();
    if (errno == EEXIST)
        return false;
    // A file system without second names, such as a memory stick's: a look, and then the rename.
    if (to.exists()) {
        errno = EEXIST;
        return false;
    }
    return moveOver(to);
}

} // namespace mend

#endif
