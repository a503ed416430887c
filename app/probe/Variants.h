// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <array>
#include <optional>

namespace probe {

/// The trials that send the key in another form, in the order in which they are worth a try.
inline constexpr std::array headerVariants{
    Variant::BearerHeader, Variant::XApiKeyHeader, Variant::ApiKeyHeader, Variant::BareHeader};
/// The trials of another path.
inline constexpr std::array pathVariants{Variant::PathOnce, Variant::V1Path, Variant::WithoutPath};

/// The form in which a header trial sends the key; nothing for other variants.
[[nodiscard]] std::optional<HeaderForm> headerForm(Variant variant);

/// "X-API-Key: {key}"
[[nodiscard]] QString written(const HeaderForm &form);

/// The target of a probe: the user's own, or, for a trial, that with one thing changed.
[[nodiscard]] Target targetOf(Variant variant, const Target &target);

} // namespace probe
