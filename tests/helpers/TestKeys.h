// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Keys for tests: made up, of the usual shape, and plain to see as such.
namespace testkeys {

inline const QByteArray good = "TestKeyGoodA1b2C3d4E5f6G7h8J9k0LmNpQr3fQ"; ///< 40 letters and digits
inline const QByteArray other = "TestKeyOtherZ9y8X7w6V5u4T3s2R1q0PnMk7hBd"; ///< another one

} // namespace testkeys
