// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ErrorOption.h"

#include "cli/ExitCode.h"
#include "sources/envfile/EnvFile.h"
#include "words/CommandWords.h"
#include "words/FailureWords.h"

namespace cli {

void addErrorOption(Options &options)
{
    options.add(QStringLiteral("error"), words::CommandWords::errorOption(), QStringLiteral("FILE"));
}

tl::expected<std::optional<errortext::ErrorReading>, Stop> takeErrorText(const Options &options)
{
    const std::optional<QString> path = options.value(QStringLiteral("error"));
    if (!path)
        return std::nullopt;
    const auto text = sources::readFile(*path);
    if (!text)
        return tl::unexpected(Stop{exitcode::inputFile, words::FailureWords::sentence(text.error(), *path)});
    return errortext::readErrorText(text->bytes());
}

} // namespace cli
