// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

/// What the window's own command line asks for.
struct WindowArguments {
    enum class Wish { Window, Help, Version };
    Wish wish = Wish::Window;
    bool practice = false;
    QString projectFolder; ///< as it was typed; empty where none was given
};

/// Reads the arguments, without the program's name. The failure is one line that says what is wrong and what to
/// type; it never repeats an argument, since that may be a key.
[[nodiscard]] tl::expected<WindowArguments, QString> readArguments(const QStringList &arguments);

/// The text of --help.
[[nodiscard]] QString windowHelp();
