// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

namespace diagnosis {

/// Any text as one word of a shell, whatever it holds.
[[nodiscard]] QString shellWord(const QString &text, Shell shell);

} // namespace diagnosis
