// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/Evidence.h"

#include <QJsonObject>

namespace report {

/// What a probe saw of the way, added to its JSON: `proxy`, `addresses`, `certificates`, `answeredBy`. Members that say
/// nothing are left out. No login, no key.
void addRoute(const diagnosis::ProbeResult &result, QJsonObject &probe);

} // namespace report
