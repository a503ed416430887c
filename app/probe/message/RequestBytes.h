// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "probe/Probe.h"

namespace probe {

/// The whole HTTP/1.1 request of a CheckApiKey or Rerank probe as it goes over the network, with the key where
/// `request.key` holds one. See requestHead() for the same without it.
[[nodiscard]] key::Secret requestBytes(const ProbeRequest &request);

} // namespace probe
