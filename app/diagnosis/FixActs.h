// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

#include <vector>

namespace diagnosis {

using Acts = std::vector<Act>;

/// The acts of a cause, in their order, where the context's runtime has them.
[[nodiscard]] Acts fixActs(Cause cause, const FixContext &context);

/// The part of them for what stands between the program and the service, other than a wrong address.
[[nodiscard]] Acts routeActs(Cause cause, const FixRoute &route);

} // namespace diagnosis
