// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace widgets {

/// The platform's monospaced font in the size of another one.
[[nodiscard]] QFont fixedFont(const QFont &like);
/// The same font, larger or smaller, whether its size is given in points or in pixels.
[[nodiscard]] QFont scaledFont(QFont font, qreal factor);

} // namespace widgets
