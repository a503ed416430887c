// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"
#include "mend/Mend.h"
#include "sources/Place.h"

#include <vector>

namespace mend {

/// This computer, as far as something may be changed on it. Empty folders are left alone.
struct Reach {
    diagnosis::System system = diagnosis::System::Linux;
    QString project{};
    QString home{};
    QString config{}; ///< "~/.config"
    QString zsh{}; ///< ZDOTDIR; empty: the home folder
};

struct UsualFile {
    QString file{}; ///< empty: there is none of the kind for this shell
    QString folder{}; ///< as MendRequest::folder
};

/// The file in which a variable is set for new terminals (ShellProfile) or for the session (EnvironmentD): the one of
/// `places` that sets it now, else the usual one of the shell, or 60-cohere.conf. Nothing for other kinds. Pure.
[[nodiscard]] UsualFile usualFile(MendKind kind, const QString &variable, diagnosis::Shell shell, const Reach &reach,
    const std::vector<sources::Place> &places);

} // namespace mend
