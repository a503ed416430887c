// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key run`: tests a key of the keychain and becomes a program that has it in its environment. Returns the exit
/// code where there is nothing to become; on Windows, where no process becomes another, also the program's.
[[nodiscard]] int runRun(const QStringList &arguments);

} // namespace cli
