// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key check`: tests a key and says what is wrong. Returns the exit code.
[[nodiscard]] int runCheck(const QStringList &arguments);

} // namespace cli
