// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mend/Mend.h"

#include <QByteArrayView>

#include <vector>

namespace mend {

struct EnvClaim {
    QByteArrayView before; ///< the file, as it is
    QByteArrayView after; ///< as it will be
    QByteArrayView readable; ///< `before` in UTF-8: where the names of the other variables are looked for
    QByteArray name;
    QByteArrayView value; ///< what `name` is to be for all loaders
    QByteArray formerName; ///< another name that goes; or empty
};

/// Proves it with all five readers of .env files. Gives the loaders that get no value before and after, because of
/// other lines. OtherLines where a loader reads another value than the wanted one, loses one that it had, or reads
/// another variable otherwise than before (but for carriage returns that went); KeyNotUsable where not even a file with
/// nothing but NAME=VALUE reads as wanted.
[[nodiscard]] tl::expected<std::vector<sources::EnvLoader>, MendFailure> prove(const EnvClaim &claim);

} // namespace mend
