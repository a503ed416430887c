// SPDX-License-Identifier: GPL-3.0-or-later
#include "mend/FileSwap.h"

#include "sources/project/NativePath.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>

namespace mend {

namespace {

/// A path without links; of a file, or of folders, that are not there the part that is, and the rest as it stands.
tl::expected<sources::NativePath, MendFailure> canonicalSoFar(const QString &path)
{
    const QFileInfo info(path);
    if (const auto canonical = sources::canonicalPath(sources::nativePath(info.absoluteFilePath())); canonical.path)
        return *canonical.path;
    if (info.isSymLink() || info.fileName().isEmpty() || info.fileName() == QLatin1String(".."))
        return tl::unexpected(MendFailure::NotFound);
    auto above = canonicalSoFar(info.absolutePath());
    if (!above)
        return above;
    return sources::joinedPath(*above, sources::nativePath(info.fileName()));
}

} // namespace

tl::expected<Spot, MendFailure> findSpot(const QString &file, const QString &folder)
{
    const auto root = sources::canonicalPath(sources::nativePath(QFileInfo(folder).absoluteFilePath())).path;
    if (file.isEmpty() || folder.isEmpty() || !root)
        return tl::unexpected(MendFailure::NotFound);
    const auto target = canonicalSoFar(file);
    if (!target)
        return tl::unexpected(target.error());
    if (!sources::holds(*root, *target) || *root == *target)
        return tl::unexpected(*root == *target ? MendFailure::NotAFile : MendFailure::OutsideFolder);
    return Spot{sources::shownPath(*root), sources::shownPath(*target)};
}

QString freeBackup(const Spot &spot)
{
    const QString path = spot.target + QStringLiteral(".backup-")
        + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = path;
    for (int number = 2; QFileInfo::exists(name) || QFileInfo(name).isSymLink(); ++number)
        name = path + QLatin1Char('-') + QString::number(number);
    return name;
}

QByteArray hashOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(QByteArray::fromRawData(bytes.data(), bytes.size()), QCryptographicHash::Sha256);
}

} // namespace mend
