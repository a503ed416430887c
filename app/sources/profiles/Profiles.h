// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"
#include "sources/SkippedFile.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sources {

/// Where the files are that give shells, sessions and services their variables. An empty folder is not looked into.
struct ProfileFolders {
    QString home{};
    QString config{}; ///< "~/.config"
    QString zsh{}; ///< ZDOTDIR; empty: the home folder alone
    QString system{}; ///< "/etc"
    QString vendor{}; ///< "/usr/lib": environment.d of installed programs
};

/// Those of the user that this program runs as; on Windows none.
[[nodiscard]] ProfileFolders ownProfileFolders();

struct ProfileResult {
    std::vector<FoundKey> keys; ///< kind ShellProfile or SessionFile; a unit's with the unit's name as holder
    std::vector<SkippedFile> skipped; ///< a file that is not there is not among them
};

/// No profile is larger.
inline constexpr qint64 maximumProfile = qint64{1024} * 1024;

/// Reads shell profiles, environment.d, /etc/environment, ~/.pam_environment and the user's systemd services with the
/// files that they name. `since` is when the file was last changed. Small files alone, but it waits for the disk: call
/// it in a worker thread.
[[nodiscard]] ProfileResult keysInProfiles(const ProfileFolders &folders, const QStringList &names);

} // namespace sources
