// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Diagnosis.h"
#include "diagnosis/FixPlan.h"

#include <QJsonArray>

namespace report {

/// The version of the JSON's form. Members stay once released; further ones may come.
inline constexpr int schema = 1;

/// The array under "causes". `keyLength` is in code points.
[[nodiscard]] QJsonArray causesJson(
    const diagnosis::Diagnosis &diagnosis, const diagnosis::FixContext &context, qsizetype keyLength);

} // namespace report
