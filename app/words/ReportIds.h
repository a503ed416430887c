// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/Ids.h"

namespace words {

/// Further stable ids, of what only reports name. Never translated; never changed once released.
[[nodiscard]] QString id(inspect::Detail detail);
[[nodiscard]] QString id(probe::Meaning meaning);
[[nodiscard]] QString id(probe::NetworkFailure failure);
[[nodiscard]] QString id(probe::CertificateProblem problem);
[[nodiscard]] QString id(probe::EndpointKind kind);
[[nodiscard]] QString id(probe::TargetFailure failure);
[[nodiscard]] QString id(errortext::Sign sign);

} // namespace words
