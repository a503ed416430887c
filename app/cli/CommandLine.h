// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// Runs the command `rerank-key` with its arguments, the program's own name left out. Needs a QCoreApplication.
/// Returns the exit code.
[[nodiscard]] int run(const QStringList &arguments);

} // namespace cli
