// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/EnvLoader.h"
#include "sources/FoundKey.h"

#include <QString>
#include <QStringList>

#include <optional>

#include <tl/expected.hpp>

namespace sources {

enum class FileFailure {
    NotFound,
    NotReadable, ///< no permission, a folder, a pipe or a device
    TooLarge, ///< more than maximumFile bytes
};

/// No text that holds one key is longer.
inline constexpr qint64 maximumFile = qint64{16} * 1024 * 1024;

/// Reads a file whole, for an input that the user named.
[[nodiscard]] tl::expected<key::Secret, FileFailure> readFile(const QString &path);

struct EnvEntry {
    QString name;
    int line = 0; ///< from 1
    key::Secret value;
};

/// The value of the first of `names` that a .env file sets, as `loader` reads it; see readEnvFile().
[[nodiscard]] std::optional<EnvEntry> findInEnvFile(const key::Secret &file, const QStringList &names,
    EnvLoader loader = EnvLoader::PythonDotenv, const FileSurroundings &surroundings = {});

} // namespace sources
