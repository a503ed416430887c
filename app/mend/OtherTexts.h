// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/TextEdit.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

/// The other files that hold settings: as they are, and as they will be. Pure.
namespace mend {

/// A .gitignore with `patterns` as its last lines, those left out that stand there already as they are and are not
/// taken back further down. The file's line breaks are kept. NothingToMend where all of them stand there.
[[nodiscard]] tl::expected<TextMend, MendFailure> mendedGitignore(
    QByteArrayView before, const QByteArrayList &patterns);

/// A path below the folder of a .gitignore, as a pattern for that file alone: "/.env".
[[nodiscard]] QByteArray gitignorePattern(const QString &relativePath);

enum class ProfileKind {
    Posix, ///< .bashrc, .zshrc, .profile: export NAME='key'
    Fish, ///< config.fish: set -gx NAME 'key'
    EnvironmentD, ///< environment.d: NAME=key
};

/// A profile that sets the variable: in the line that counts now, where it does nothing else, or in a new last line.
/// Proved with this program's readers of such files. KeyNotUsable where the key is not plain.
[[nodiscard]] tl::expected<TextMend, MendFailure> mendedProfile(
    QByteArrayView before, ProfileKind kind, const QString &variable, QByteArrayView key);

} // namespace mend
