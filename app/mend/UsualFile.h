// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"
#include "sources/profiles/Profiles.h"

namespace mend {

struct UsualFile {
    QString file; ///< empty: there is none of the kind on this system
    QString folder; ///< as MendRequest::folder
};

/// The file in which a variable is set for new terminals (ShellProfile) or for the session (EnvironmentD): the one that
/// sets it now, else the usual one of the user's shell, or 60-cohere.conf. Nothing for other kinds.
/// `shell`: as the variable SHELL names it. Reads the profiles: belongs into a worker thread.
[[nodiscard]] UsualFile usualFile(
    MendKind kind, const QString &variable, const sources::ProfileFolders &folders, const QString &shell);

} // namespace mend
