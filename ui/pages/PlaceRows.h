// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/PlaceModel.h"

class DoctorSession;

namespace pages {

enum class PlaceChoice {
    All,
    WithKey, ///< those alone that hold something, or that are set to nothing
};

/// The rows of the last search, in its order, in words.
[[nodiscard]] std::vector<widgets::PlaceRow> placeRows(const DoctorSession &session, PlaceChoice choice);
/// The headers of the columns.
[[nodiscard]] QStringList placeHeaders(const DoctorSession &session);

} // namespace pages
