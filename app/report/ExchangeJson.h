// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Inspection.h"
#include "probe/Exchange.h"

#include <QJsonArray>
#include <QJsonObject>

namespace report {

/// The object under "exchange" of a probe: "request" and "reply", which is null where none came. Holds no key.
[[nodiscard]] QJsonObject exchangeJson(const probe::Exchange &exchange);

/// The array under "clients": what each does with the key as it is. Empty without a key.
[[nodiscard]] QJsonArray clientsJson(const inspect::Inspection &inspection);

} // namespace report
