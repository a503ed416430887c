// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Cause.h"

#include <QString>

#include <vector>

namespace diagnosis {

/// The shell that the user types commands into.
enum class Shell { Posix, Fish, PowerShell };

/// What the commands of a fix are made for.
struct FixContext {
    Shell shell = Shell::Posix;
    QString variable; ///< the variable that the user's client reads; CO_API_KEY where it is not known
    QString file; ///< the file that holds the key; empty where it is not known
    QString host; ///< the host of the base URL
};

/// One act of a fix. words/FixWords has one sentence for each.
enum class Act;

struct FixStep {
    Act act;
    QString command; ///< to copy; empty where there is none. Never holds a key.
    QString link; ///< a page to open; empty where there is none
};

using FixPlan = std::vector<FixStep>;

[[nodiscard]] FixPlan fixPlan(Cause cause, const FixContext &context);
/// The context of the system that this program was built for and runs on.
[[nodiscard]] FixContext currentContext();

} // namespace diagnosis
