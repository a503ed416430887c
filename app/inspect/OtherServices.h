// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspect/Finding.h"

#include <optional>
#include <string_view>

namespace inspect {

/// A key that another service gives out.
struct OtherService {
    Detail detail = Detail::ServicePrefix; ///< ServiceShape where others may use such keys too
    QString name; ///< as the service writes it; with several, all that are usual
};

/// Whose key a text is, by its prefix or shape. Never that of 40 letters and digits, as Cohere's are.
[[nodiscard]] std::optional<OtherService> otherService(std::u32string_view text);

} // namespace inspect
