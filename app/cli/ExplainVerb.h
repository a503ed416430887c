// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key explain`: gives the exit code.
[[nodiscard]] int runExplain(const QStringList &arguments);

} // namespace cli
