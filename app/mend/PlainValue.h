// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QByteArrayView>

namespace mend {

/// Whether every loader of .env files, every shell and systemd read a value as itself without quotes around it:
/// letters, digits and a few signs, and no longer than a key can be.
[[nodiscard]] bool isPlain(QByteArrayView value);

/// A value without what stands around it by mistake: blanks, hidden characters, quotation marks of any kind, at its end
/// also a comma or a semicolon.
[[nodiscard]] key::Secret withoutEdges(QByteArrayView value);

} // namespace mend
