// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <QStringList>

#include <vector>

namespace sources {

/// The variables of the user's own other running programs, as each program was started with them: what a shell exports
/// later is in the programs that it starts, not in the shell's own place. Programs of other users are left out, for
/// root too. Processes of one program with one value are one place: the one that this program was started from, else
/// the oldest. `since` is in UTC. Reads /proc: some milliseconds; call it in a worker thread.
/// Linux alone; elsewhere it finds nothing: other programs' environments cannot be read there.
[[nodiscard]] std::vector<FoundKey> keysOfRunningPrograms(const QStringList &names);

} // namespace sources
