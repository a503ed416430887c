// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "probe/Probe.h"

namespace probe {

/// The whole HTTP/1.1 request of a CheckApiKey or Rerank probe, key included, as it goes over the network.
/// `request.key` must be there.
[[nodiscard]] key::Secret requestBytes(const ProbeRequest &request);

} // namespace probe
