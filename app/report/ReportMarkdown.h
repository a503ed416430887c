// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CaseReport.h"

namespace report {

/// A report as Markdown (CommonMark with tables), which reads well as plain text, too. No text in it becomes markup, a
/// link or an image but those of this program. Ends with a line break.
[[nodiscard]] QString reportMarkdown(const CaseReport &report);

} // namespace report
