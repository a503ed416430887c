// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Exchange.h"
#include "probe/Probe.h"
#include "probe/message/RequestHead.h"

namespace redact {
class Redactor;
}

namespace probe {

/// A request and its reply for a person to read. Pure. The request never had a key in it; what the user has chosen of
/// it (path, header, model) is searched for what looks like one. The reply goes through `redactor`, which knows the
/// keys that were sent; values of cookies and logins are hidden, and long texts are cut.
[[nodiscard]] Exchange readExchange(const RequestHead &head, const ProbeReply &reply, const redact::Redactor &redactor);

} // namespace probe
