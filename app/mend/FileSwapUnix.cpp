// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/FolderEntry.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include "sources/project/NativePath.h"

#include <QRandomGenerator>

#include <cerrno>
#include <string>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace mend {

namespace {

constexpr mode_t modeBits = 07777;
constexpr mode_t others = 0007;
constexpr mode_t ownerOnly = 0700;

/// A name that is gone at the end, unless it was moved away.
class Temporary : public Entry {
public:
    Temporary(const Descriptor &folder, std::string_view near)
        : Entry(folder, std::string(near) + ".mend-" + std::to_string(QRandomGenerator::system()->generate64()))
    {
    }
    ~Temporary()
    {
        if (m_isOwn)
            static_cast<void>(remove());
    }
    Temporary(const Temporary &) = delete;
    Temporary &operator=(const Temporary &) = delete;
    void release() { m_isOwn = false; }
    void own() { m_isOwn = true; }

private:
    bool m_isOwn = false;
};

tl::expected<void, MendFailure> writeAll(const Descriptor &file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(file.number(), bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return lastFailure();
        bytes = bytes.sliced(count);
    }
    // Some file systems notice only now that the disk is full.
    if (::fsync(file.number()) != 0)
        return lastFailure();
    return {};
}

/// Makes and fills a file; still open, for what is to be done to it next.
tl::expected<Descriptor, MendFailure> write(Temporary &to, QByteArrayView bytes, mode_t mode)
{
    Descriptor file = to.make(mode);
    if (!file.isOpen())
        return lastFailure();
    to.own();
    if (auto written = writeAll(file, bytes); !written)
        return tl::unexpected(written.error());
    return file;
}

/// Gives a new file the owner and the mode of the old one; what holds a key, without anything for others.
tl::expected<void, MendFailure> makeAlike(const Descriptor &made, const struct stat &old, bool holdsKey)
{
    struct stat now { };
    if (::fstat(made.number(), &now) != 0)
        return lastFailure();
    if ((now.st_uid != old.st_uid || now.st_gid != old.st_gid) && ::fchown(made.number(), old.st_uid, old.st_gid) != 0)
        return tl::unexpected(MendFailure::OtherOwner);
    const mode_t mode = old.st_mode & modeBits;
    const bool isOpen = (mode & others) != 0;
    if (::fchmod(made.number(), holdsKey && isOpen ? mode & ownerOnly : mode) == 0)
        return {};
    // Some file systems have the same mode for all files. Nobody may read more than before.
    if ((now.st_mode & modeBits & ~mode) != 0)
        return lastFailure();
    return {};
}

/// Two files were exchanged, and under `mine` is now what another program wrote meanwhile: back with it. That program
/// may write again while this goes on: what it wrote last ends under the target's name. `placed`: what was put there.
/// False where it cannot be done, and so nothing may be removed.
bool exchangeBack(const Entry &mine, const Entry &target, Identity placed)
{
    for (;;) {
        const Identity taken = mine.identity();
        if (!mine.exchangeWith(target))
            return false;
        if (mine.identity() == placed)
            return true;
        placed = taken;
    }
}

bool isStill(const Entry &entry, const QByteArray &hash)
{
    const auto content = entry.read();
    return content && hashOf(content->bytes.bytes()) == hash;
}

/// The old file stays as the backup; nobody but its owner may read that.
tl::expected<void, MendFailure> keepBackup(
    Temporary &old, const Entry &backup, const Entry::Content &content, bool holdsKey)
{
    const bool isClosed =
        !holdsKey || ::fchmod(content.file.number(), content.status.st_mode & modeBits & ownerOnly) == 0;
    if (!isClosed && errno != EPERM && errno != ENOTSUP) // a file system without modes
        return lastFailure();
    if (!old.moveTo(backup)) {
        const auto failure = errno == EEXIST ? MendFailure::ChangedMeanwhile : failureOf(errno);
        static_cast<void>(::fchmod(content.file.number(), content.status.st_mode & modeBits));
        return tl::unexpected(failure);
    }
    old.release();
    return {};
}

/// Where files cannot be exchanged: a copy as the backup, a last look, and the new file in the place of the old one.
tl::expected<void, MendFailure> replacePlainly(
    Temporary &made, const Entry &target, const Entry &backup, const Descriptor &folder, const Replacement &what)
{
    Temporary copy(folder, ".backup");
    const auto written = write(copy, what.before, 0600);
    if (!written)
        return tl::unexpected(written.error());
    const auto old = target.read();
    if (!old)
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    struct stat alike = old->status;
    alike.st_mode &= what.holdsKey ? ownerOnly : modeBits;
    if (auto owned = makeAlike(*written, alike, what.holdsKey); !owned)
        return owned;
    if (!copy.moveTo(backup))
        return tl::unexpected(errno == EEXIST ? MendFailure::ChangedMeanwhile : failureOf(errno));
    copy.release();
    const auto now = target.read();
    const bool isSame = now && now->bytes.bytes() == what.before;
    if (isSame && made.moveOver(target)) {
        made.release();
        return {};
    }
    const auto failure = isSame ? failureOf(errno) : MendFailure::ChangedMeanwhile;
    static_cast<void>(backup.remove());
    return tl::unexpected(failure);
}

tl::expected<void, MendFailure> exchangeFiles(
    Temporary &made, const Entry &target, const Entry &backup, const Descriptor &folder, const Replacement &what)
{
    const Identity own = made.identity();
    if (!made.exchangeWith(target)) {
        if (isUnknownWay(errno))
            return replacePlainly(made, target, backup, folder, what);
        return tl::unexpected(errno == ENOENT ? MendFailure::ChangedMeanwhile : failureOf(errno));
    }
    auto kept = tl::expected<void, MendFailure>(tl::unexpected(MendFailure::ChangedMeanwhile));
    if (const auto old = made.read(); old && old->bytes.bytes() == what.before)
        kept = keepBackup(made, backup, *old, what.holdsKey);
    if (!kept) {
        const bool isBack = exchangeBack(made, target, own);
        // A program may have written into the new file while it was there: that stays beside the old one.
        if (!isBack || (made.identity() == own && !isStill(made, hashOf(what.after))))
            made.release();
    }
    return kept;
}

std::string nameIn(const QString &path)
{
    const auto native = sources::nativePath(path);
    return std::string(sources::nameOf(native));
}

} // namespace

tl::expected<OldFile, MendFailure> readOldFile(const Spot &spot)
{
    const auto folder = openFolder(spot);
    if (!folder) {
        // The folders of a new file are made with it.
        if (folder.error() == MendFailure::NotFound)
            return OldFile();
        return tl::unexpected(folder.error());
    }
    auto content = Entry(*folder, nameIn(spot.target)).read();
    if (!content && content.error() != MendFailure::NotFound)
        return tl::unexpected(content.error());
    // What nobody may write into is noticed now rather than after the preview.
    if (::faccessat(folder->number(), ".", W_OK, AT_EACCESS) != 0)
        return tl::unexpected(MendFailure::NotWritable);
    if (!content)
        return OldFile();
    if (::geteuid() != 0 && content->status.st_uid != ::geteuid())
        return tl::unexpected(MendFailure::OtherOwner);
    if (::faccessat(folder->number(), nameIn(spot.target).c_str(), W_OK, AT_EACCESS) != 0)
        return tl::unexpected(MendFailure::NotWritable);
    return OldFile{std::move(content->bytes), true, (content->status.st_mode & others) != 0};
}

tl::expected<uint, MendFailure> replaceFile(const Replacement &replacement)
{
    const auto folder = openFolder(replacement.spot, replacement.creates ? Missing::IsMade : Missing::Fails);
    if (!folder)
        return tl::unexpected(folder.error());
    const Entry target(*folder, nameIn(replacement.spot.target));
    Temporary made(*folder, nameIn(replacement.spot.target));
    uint mode = 0;
    // Without a key and without an old file, the mode is what the user's umask makes of it.
    const mode_t first = replacement.creates && !replacement.holdsKey ? 0666 : 0600;
    const auto written = write(made, replacement.after, first);
    if (!written)
        return tl::unexpected(written.error());
    if (replacement.creates) {
        if (!made.moveTo(target))
            return tl::unexpected(errno == EEXIST ? MendFailure::ChangedMeanwhile : failureOf(errno));
        made.release();
    } else {
        const auto old = target.read();
        if (!old || old->bytes.bytes() != replacement.before)
            return tl::unexpected(MendFailure::ChangedMeanwhile);
        mode = old->status.st_mode & modeBits;
        if (auto alike = makeAlike(*written, old->status, replacement.holdsKey); !alike)
            return tl::unexpected(alike.error());
        const Entry backup(*folder, nameIn(replacement.backup));
        if (auto exchanged = exchangeFiles(made, target, backup, *folder, replacement); !exchanged)
            return tl::unexpected(exchanged.error());
    }
    ::fsync(folder->number());
    return mode;
}

namespace {

tl::expected<void, MendFailure> removeCreated(const Descriptor &folder, const Entry &target, const Undo &change)
{
    Temporary aside(folder, nameIn(change.target));
    if (!target.moveTo(aside))
        return tl::unexpected(errno == ENOENT ? MendFailure::ChangedMeanwhile : failureOf(errno));
    if (!isStill(aside, change.written)) {
        static_cast<void>(aside.moveTo(target));
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    }
    aside.own();
    return {};
}

} // namespace

tl::expected<void, MendFailure> takeBack(const Undo &change)
{
    const Spot spot{change.folder, change.target};
    const auto folder = openFolder(spot);
    if (!folder)
        return tl::unexpected(folder.error());
    const Entry target(*folder, nameIn(change.target));
    if (change.created)
        return removeCreated(*folder, target, change);
    const std::string backupName = nameIn(change.backup);
    const Entry backup(*folder, backupName);
    const auto old = backup.read();
    if (!old)
        return tl::unexpected(old.error());
    if (hashOf(old->bytes.bytes()) != change.before || !isStill(target, change.written))
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    const Identity placed = backup.identity();
    if (backup.exchangeWith(target)) {
        if (!isStill(backup, change.written)) {
            static_cast<void>(exchangeBack(backup, target, placed));
            return tl::unexpected(MendFailure::ChangedMeanwhile);
        }
        static_cast<void>(backup.remove());
    } else if (!isUnknownWay(errno) || !backup.moveOver(target)) {
        return lastFailure();
    }
    // Only now: as the backup, nobody else was to read it.
    static_cast<void>(::fchmod(old->file.number(), static_cast<mode_t>(change.mode)));
    ::fsync(folder->number());
    return {};
}

} // namespace mend

#endif
