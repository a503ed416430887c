// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "diagnosis/FixPlan.h"

#include <QJsonObject>

namespace report {

/// `explain` as one JSON object, schema 1: verdict, summary, causes as in a check, the client that was seen, how many
/// keys were masked, and each thing that was recognised. Holds no key.
[[nodiscard]] QJsonObject explainJson(const check::CheckResult &result, const diagnosis::FixContext &context);

} // namespace report
