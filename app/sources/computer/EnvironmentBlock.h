// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace sources {

/// The value of a variable in an environment as systems write it down: NAME=value, with a NUL behind each. The first of
/// a name counts, as for getenv(). Entries without "=" are passed over. Copies nothing.
[[nodiscard]] std::optional<QByteArrayView> variableIn(QByteArrayView environment, QByteArrayView name);

} // namespace sources
