// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <QStringList>

#include <vector>

namespace sources {

/// The variables that programs get which are not started from a shell. Windows: the user's and the machine's (holder
/// "user", "machine"), as they are kept in the registry. macOS: those of launchctl (holder "launchctl"). Nothing
/// elsewhere. It waits for another program: call it in a worker thread.
[[nodiscard]] std::vector<FoundKey> keysOfUserVariables(const QStringList &names);

} // namespace sources
