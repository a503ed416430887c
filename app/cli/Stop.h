// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace cli {

class Options;

/// Why a command ends before it begins.
struct Stop {
    int exitCode = 0;
    QString sentence;
};

/// Says why on standard error, and gives the exit code.
[[nodiscard]] int stopped(const Stop &stop);

/// Reads a verb's arguments. An exit code where the verb ends here: wrong usage was said, or --help was answered.
[[nodiscard]] std::optional<int> endsWithArguments(Options &options, const QStringList &arguments);

} // namespace cli
