// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/FoundKey.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace sources::profiles {

/// What a systemd service, or a drop-in for one, gives its program.
struct UnitEnvironment {
    std::vector<FoundKey> keys; ///< from Environment=; without file and holder
    QStringList files; ///< from EnvironmentFile=, as they are written, without the "-" in front
};

/// Reads the [Service] of a unit: Environment= with its quotes, EnvironmentFile=, lines continued with a backslash. An
/// empty one takes back those before it. Pure. Source: systemd.exec(5), systemd.syntax(7).
[[nodiscard]] UnitEnvironment readUnit(QByteArrayView text, const QStringList &names);

} // namespace sources::profiles
