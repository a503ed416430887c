// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CaseReport.h"

namespace report {

/// A report as one HTML file that needs nothing else: no script, no image, nothing from the network. Well-formed XML,
/// too; light or dark as the reader's system is. Ends with a line break.
[[nodiscard]] QString reportHtml(const CaseReport &report);

} // namespace report
