// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Stop.h"

#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/Options.h"

namespace cli {

int stopped(const Stop &stop)
{
    Console(stderr).line(stop.sentence);
    return stop.exitCode;
}

std::optional<int> endsWithArguments(Options &options, const QStringList &arguments)
{
    if (const auto parsed = options.parse(arguments); !parsed)
        return stopped({exitcode::usage, parsed.error().sentence});
    if (!options.helpAsked())
        return std::nullopt;
    Console(stdout).line(options.helpText());
    return 0;
}

} // namespace cli
