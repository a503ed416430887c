// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

namespace sources::profiles {

/// Reads what a file sets the named variables to: each name once, by the line that counts. The places have kind, name,
/// line, and reference; whoever opened the file adds its path and the rest. Pure.
using ProfileReader = std::vector<FoundKey> (*)(QByteArrayView text, const QStringList &names);

/// .profile, .bashrc, .zshrc …: export NAME=value, NAME=value, typeset, declare, readonly, setenv, unset. A variable
/// that is not exported is told as well: the key stands there. Branches are not weighed: the last line counts.
[[nodiscard]] std::vector<FoundKey> readShellProfile(QByteArrayView text, const QStringList &names);
/// config.fish: set, set -e, export, setenv.
[[nodiscard]] std::vector<FoundKey> readFishProfile(QByteArrayView text, const QStringList &names);
/// fish_variables: the universal variables, as fish 3 and 4 write them.
[[nodiscard]] std::vector<FoundKey> readFishVariables(QByteArrayView text, const QStringList &names);
/// environment.d: with ${NAME}. Source: environment.d(5).
[[nodiscard]] std::vector<FoundKey> readEnvironmentD(QByteArrayView text, const QStringList &names);
/// The EnvironmentFile= of a unit: "$" is a character like any other. Source: systemd.exec(5).
[[nodiscard]] std::vector<FoundKey> readUnitEnvironmentFile(QByteArrayView text, const QStringList &names);
/// /etc/environment, and a ~/.pam_environment in either of its forms. Source: pam_env(8), pam_env.conf(5).
[[nodiscard]] std::vector<FoundKey> readPamEnvironment(QByteArrayView text, const QStringList &names);

} // namespace sources::profiles
