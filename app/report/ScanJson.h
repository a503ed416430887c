// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "diagnosis/FixPlan.h"

#include <QJsonObject>

namespace report {

/// A scan as one JSON object, schema 1: the members of a check that a scan has, and what was not read.
[[nodiscard]] QJsonObject scanJson(const check::CheckResult &result, const check::SearchResult &found,
    const sources::Client *client, const diagnosis::FixContext &context);

} // namespace report
