// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CaseReport.h"

#include <QJsonObject>

namespace report {

/// A report as one JSON object, schema 1. Members stay once released; further ones may come.
[[nodiscard]] QJsonObject reportJson(const CaseReport &report);

} // namespace report
