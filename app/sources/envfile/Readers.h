// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/envfile/LoadedFile.h"

#include <QByteArrayView>

/// One reader for each EnvLoader. Any bytes are welcome.
namespace sources::envfile {

[[nodiscard]] LoadedFile loadAsPythonDotenv(QByteArrayView file, const Environment *shell);
[[nodiscard]] LoadedFile loadAsNode(QByteArrayView file, const Environment *shell);
[[nodiscard]] LoadedFile loadAsBash(QByteArrayView file, const Environment *shell);
[[nodiscard]] LoadedFile loadAsCompose(QByteArrayView file, const Environment *shell);
[[nodiscard]] LoadedFile loadAsDockerRun(QByteArrayView file, const Environment *shell);

} // namespace sources::envfile
