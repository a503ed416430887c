// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"

namespace mend {

/// The variable of the user's account, for programs that are started from now on. Windows alone; elsewhere
/// NotSupported.
[[nodiscard]] tl::expected<Mend, MendFailure> prepareUserVariable(const MendRequest &request);
[[nodiscard]] tl::expected<Undo, MendFailure> applyUserVariable(const Mend &mend);
[[nodiscard]] tl::expected<void, MendFailure> undoUserVariable(const Undo &change);

} // namespace mend
