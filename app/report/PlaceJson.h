// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Place.h"

#include <QJsonArray>

#include <vector>

namespace report {

/// The array under "sources": where keys stand, without the keys.
[[nodiscard]] QJsonArray placesJson(const std::vector<sources::Place> &places);

} // namespace report
