// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/SystemOption.h"

#include "cli/ExitCode.h"
#include "words/CommandWords.h"
#include "words/Ids.h"

namespace cli {

using diagnosis::Platform;

void addSystemOption(Options &options)
{
    options.add(QStringLiteral("system"), words::CommandWords::systemOption(), QStringLiteral("ID"));
}

tl::expected<std::optional<Platform>, Stop> takeSystem(const Options &options)
{
    const auto given = options.value(QStringLiteral("system"));
    if (!given)
        return std::nullopt;
    QStringList ids;
    for (int number = 0; number < diagnosis::platformCount; ++number) {
        const auto platform = static_cast<Platform>(number);
        if (words::id(platform) == *given)
            return platform;
        ids.append(words::id(platform));
    }
    return tl::unexpected(Stop{exitcode::usage, words::CommandWords::unknownSystem(ids)});
}

diagnosis::FixContext forSystem(diagnosis::FixContext context, const std::optional<Platform> &platform)
{
    return platform ? diagnosis::contextFor(std::move(context), *platform) : context;
}

} // namespace cli
