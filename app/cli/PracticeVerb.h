// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key practice`: the practice endpoint by itself. Returns the exit code.
[[nodiscard]] int runPractice(const QStringList &arguments);

} // namespace cli
