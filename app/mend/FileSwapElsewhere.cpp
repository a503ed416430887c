// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/FileSwap.h"

#include <QtGlobal>

#ifndef Q_OS_UNIX

#include "sources/envfile/EnvFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

/// Windows. A file gets its rights from its folder there, and nobody else may read what is in the user's own.
namespace mend {

namespace {

MendFailure failureAt(const QString &path, qsizetype size)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return disk.isValid() && disk.bytesAvailable() < size ? MendFailure::DiskFull : MendFailure::NotWritable;
}

tl::expected<key::Secret, MendFailure> read(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(MendFailure::NotFound);
    if (!info.isFile())
        return tl::unexpected(MendFailure::NotAFile);
    if (info.size() > largestMended)
        return tl::unexpected(MendFailure::TooLarge);
    auto bytes = sources::readFile(path);
    if (!bytes)
        return tl::unexpected(MendFailure::NotReadable);
    return std::move(*bytes);
}

/// Since the preview, a link may have taken the place of the file or of a folder above it.
bool isInPlace(const Spot &spot)
{
    const auto now = findSpot(spot.target, spot.folder);
    return now && now->target == spot.target;
}

tl::expected<void, MendFailure> save(const QString &path, QByteArrayView bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    // Unbuffered: its buffer would keep a copy of the key that nobody wipes.
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.write(bytes.data(), bytes.size()) == bytes.size() && file.commit();
    if (!isWritten)
        return tl::unexpected(failureAt(path, bytes.size()));
    return {};
}

tl::expected<void, MendFailure> saveBackup(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return tl::unexpected(failureAt(path, bytes.size()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush())
        return {};
    const auto failure = failureAt(path, bytes.size());
    file.remove();
    return tl::unexpected(failure);
}

} // namespace

tl::expected<OldFile, MendFailure> readOldFile(const Spot &spot)
{
    auto bytes = read(spot.target);
    if (!bytes && bytes.error() == MendFailure::NotFound)
        return OldFile();
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!QFileInfo(spot.target).isWritable())
        return tl::unexpected(MendFailure::NotWritable);
    return OldFile{std::move(*bytes), true, false};
}

tl::expected<uint, MendFailure> replaceFile(const Replacement &replacement)
{
    const QString &path = replacement.spot.target;
    if (!isInPlace(replacement.spot))
        return tl::unexpected(MendFailure::OutsideFolder);
    if (replacement.creates && !QDir().mkpath(QFileInfo(path).absolutePath()))
        return tl::unexpected(MendFailure::NotWritable);
    if (!replacement.creates) {
        if (auto kept = saveBackup(replacement.backup, replacement.before); !kept)
            return tl::unexpected(kept.error());
    }
    const auto now = read(path);
    const bool isSame =
        replacement.creates ? !now && now.error() == MendFailure::NotFound : now && now->bytes() == replacement.before;
    auto saved = isSame ? save(path, replacement.after)
                        : tl::expected<void, MendFailure>(tl::unexpected(MendFailure::ChangedMeanwhile));
    if (saved)
        return 0U;
    if (!replacement.creates)
        QFile::remove(replacement.backup);
    return tl::unexpected(saved.error());
}

tl::expected<void, MendFailure> takeBack(const Undo &change)
{
    if (!isInPlace({change.folder, change.target}))
        return tl::unexpected(MendFailure::OutsideFolder);
    const auto now = read(change.target);
    if (!now || hashOf(now->bytes()) != change.written)
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    if (change.created) {
        if (!QFile::remove(change.target))
            return tl::unexpected(MendFailure::NotWritable);
        return {};
    }
    const auto old = read(change.backup);
    if (!old)
        return tl::unexpected(old.error());
    if (hashOf(old->bytes()) != change.before)
        return tl::unexpected(MendFailure::ChangedMeanwhile);
    if (auto saved = save(change.target, old->bytes()); !saved)
        return saved;
    QFile::remove(change.backup);
    return {};
}

} // namespace mend

#endif
