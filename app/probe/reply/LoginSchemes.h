// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

namespace probe {

/// The schemes of all challenges in one WWW-Authenticate or Proxy-Authenticate header, as they are spelt there, each
/// once: "Digest" and "Basic" for `Digest realm="a, b", nonce="c", Basic realm="d"` (RFC 9110, section 11.6.1).
[[nodiscard]] QStringList schemesOfChallenges(const QByteArray &value);
/// Those of all such headers of a reply, each once. Not redacted.
[[nodiscard]] QStringList loginSchemes(const ProbeReply &reply);

/// A redirect to a page where a person signs in: that of a gateway, a single sign-on or a network.
[[nodiscard]] bool pointsToLogin(const ProbeReply &reply);

} // namespace probe
