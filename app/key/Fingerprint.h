// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace key {

/// The first 8 hexadecimal digits of SHA-256 over the key's bytes, as "xxxx-xxxx". Two people can compare
/// keys by it without showing them. Empty for an empty key.
[[nodiscard]] QString fingerprint(QByteArrayView bytes);

} // namespace key
