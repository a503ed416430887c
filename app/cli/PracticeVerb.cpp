// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/PracticeVerb.h"

#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/Options.h"
#include "cli/Practice.h"
#include "words/CommandWords.h"

namespace cli {

using words::CommandWords;

int runPractice(const QStringList &arguments)
{
    Options options(QStringLiteral("practice"));
    options.describe(CommandWords::practiceSynopsis(), CommandWords::practiceDescription());
    options.add(QStringLiteral("scenario"), CommandWords::scenarioOption(), QStringLiteral("NAME"));
    options.add(QStringLiteral("port"), CommandWords::portOption(), QStringLiteral("N"));
    if (const auto parsed = options.parse(arguments); !parsed) {
        Console(stderr).line(parsed.error().sentence);
        return exitcode::usage;
    }
    if (options.helpAsked()) {
        Console(stdout).line(options.helpText());
        return 0;
    }
    PracticeOptions chosen;
    chosen.scenario = options.value(QStringLiteral("scenario")).value_or(QString());
    if (const auto text = options.value(QStringLiteral("port"))) {
        bool isNumber = false;
        chosen.port = text->toUShort(&isNumber);
        if (!isNumber || chosen.port == 0) {
            Console(stderr).line(CommandWords::wrongPort());
            return exitcode::usage;
        }
    }
    return practice(chosen);
}

} // namespace cli
