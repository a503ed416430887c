// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace diagnosis {

/// The day of this release, as CMakeLists.txt has it: a clock that shows an earlier one is wrong.
[[nodiscard]] QDate releaseDay();

} // namespace diagnosis
