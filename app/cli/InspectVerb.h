// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key inspect`: looks at the characters of a key and touches no network. Returns the exit code.
[[nodiscard]] int runInspect(const QStringList &arguments);

} // namespace cli
