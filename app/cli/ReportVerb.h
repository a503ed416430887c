// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key report`: makes the same test as `check` and prints a report that is safe to share. Returns the exit
/// code.
[[nodiscard]] int runReport(const QStringList &arguments);

} // namespace cli
