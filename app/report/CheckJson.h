// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "diagnosis/FixPlan.h"

#include <QJsonObject>

namespace report {

/// A check as one JSON object, schema 1. Members stay once released; further ones may come.
[[nodiscard]] QJsonObject checkJson(const check::CheckResult &result, const diagnosis::FixContext &context);

/// The object under "key": what the characters tell, for `inspect` and `check` alike.
[[nodiscard]] QJsonObject keyJson(const inspect::Inspection &inspection, const sources::Place &source);

/// `inspect` as one JSON object, schema 1.
[[nodiscard]] QJsonObject inspectionJson(const inspect::Inspection &inspection, const sources::Place &source);

} // namespace report
