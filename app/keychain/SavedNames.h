// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace keychain {

/// The names of the keys that were saved, in the settings: no keychain lists them for us. One file for the window and
/// the command; it holds names alone, never a value.
[[nodiscard]] QStringList savedNames();
void rememberName(const QString &name);
void forgetName(const QString &name);

} // namespace keychain
