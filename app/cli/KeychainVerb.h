// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

/// `rerank-key keychain save|list|delete|check`: keeps keys in the system's keychain. Returns the exit code.
[[nodiscard]] int runKeychain(const QStringList &arguments);

} // namespace cli
