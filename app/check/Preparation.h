// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "check/Check.h"
#include "diagnosis/FixPlan.h"
#include "sources/Environment.h"

namespace sources {
struct Client;
}

/// What comes before and after a check, for the window and the command alike.
namespace check {

/// A request with the other places of the environment beside the one that the key came from. `client` is nullptr
/// where the user does not know it.
[[nodiscard]] CheckRequest prepareRequest(key::Secret secret, sources::Place source,
    const sources::Environment &environment, const sources::Client *client,
    tl::expected<probe::Target, probe::TargetFailure> target);

/// What the commands of a fix are written for: the system, the shell ($SHELL, may be empty), the variable that the
/// client reads (without a client: the one that the key came from), the host, and, of the evidence, a second variable
/// or a file that holds a key, the header or base URL that was found to work, and how long to wait.
[[nodiscard]] diagnosis::FixContext fixContext(const diagnosis::Evidence &evidence,
    const sources::Environment &environment, const sources::Client *client,
    const tl::expected<probe::Target, probe::TargetFailure> &target, const QString &shellPath);

/// The base URL's text where the user gives none: CO_API_URL, then Cohere's own. A variable that is set to nothing
/// counts as set, since clients fail on it.
[[nodiscard]] QString baseUrlText(const sources::Environment &environment);

} // namespace check
