// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/FixPlan.h"

#include <QString>

namespace words {

/// The part of FixWords::sentence about the way to the service: gateways, proxies, certificates, names. Where somebody
/// else has to act, it says what to send them, between quotes. Empty for the other acts.
[[nodiscard]] QString fixRouteSentence(const diagnosis::FixStep &step, const diagnosis::FixContext &context);

} // namespace words
