// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key scan`: every place on this computer where a key is found, and which one wins. Touches no network.
/// Returns the exit code.
[[nodiscard]] int runScan(const QStringList &arguments);

} // namespace cli
