// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/envfile/EnvFile.h"

#include "sources/envfile/EnvLoaders.h"

#include <QFile>
#include <QFileInfo>

namespace sources {

tl::expected<key::Secret, FileFailure> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tl::unexpected(FileFailure::NotFound);
    // To open a pipe would wait for whoever writes into it.
    if (!info.isFile())
        return tl::unexpected(FileFailure::NotReadable);
    QFile file(path);
    // Unbuffered: QFile's buffer would keep a copy of the key that nobody wipes.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(FileFailure::NotReadable);
    QByteArray bytes = file.read(maximumFile + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(FileFailure::NotReadable);
    if (bytes.size() > maximumFile) {
        key::wipe(bytes);
        return tl::unexpected(FileFailure::TooLarge);
    }
    return key::Secret::take(bytes);
}

std::optional<EnvEntry> findInEnvFile(
    const key::Secret &file, const QStringList &names, EnvLoader loader, const FileSurroundings &surroundings)
{
    for (const QString &name : names) {
        EnvValue value = readEnvFile(file.bytes(), name, loader, surroundings);
        if (value.outcome == LoaderReading::Outcome::Value)
            return EnvEntry{name, value.line, std::move(value.value)};
    }
    return std::nullopt;
}

} // namespace sources
