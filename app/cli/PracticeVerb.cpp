// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/PracticeVerb.h"

#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/Interrupt.h"
#include "cli/Options.h"
#include "cli/Stop.h"
#include "practice/PracticeEndpoint.h"
#include "words/CommandWords.h"
#include "words/PracticeWords.h"

#include <algorithm>

namespace cli {

using words::CommandWords;
using words::PracticeWords;

namespace {

qsizetype longestName()
{
    qsizetype longest = 0;
    for (const practice::Scenario &scenario : practice::scenarios())
        longest = std::max(longest, scenario.name.size());
    return longest;
}

void printScenarios(const Console &out)
{
    const qsizetype width = longestName();
    for (const practice::Scenario &scenario : practice::scenarios()) {
        out.line(QStringLiteral("%1  %2  %3")
                     .arg(scenario.name.leftJustified(width), QString::fromLatin1(scenario.key),
                         PracticeWords::whatHappens(scenario)));
    }
}

/// Serves until the user ends it.
int serve(quint16 port, const practice::Scenario *forced)
{
    catchInterrupts();
    practice::PracticeEndpoint endpoint;
    const auto address = endpoint.start(port, forced);
    if (!address)
        return stopped({exitcode::other, PracticeWords::notStarted(address.error(), port)});
    const Console out(stdout);
    out.line(address->toString());
    out.line();
    printScenarios(out);
    out.line();
    if (forced != nullptr)
        out.line(PracticeWords::forced(*forced));
    out.line(PracticeWords::howToUse());
    return waitForInterrupt() == Interrupt::Interrupted ? exitcode::interrupted : 0;
}

} // namespace

int runPractice(const QStringList &arguments)
{
    Options options(QStringLiteral("practice"));
    options.describe(CommandWords::practiceSynopsis(), CommandWords::practiceDescription());
    options.add(QStringLiteral("scenario"), CommandWords::scenarioOption(), QStringLiteral("NAME"));
    options.add(QStringLiteral("port"), CommandWords::portOption(), QStringLiteral("N"));
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const practice::Scenario *forced = nullptr;
    if (const auto name = options.value(QStringLiteral("scenario"))) {
        forced = practice::findScenario(*name);
        if (forced == nullptr)
            return stopped({exitcode::usage, PracticeWords::unknownScenario()});
    }
    quint16 port = 0;
    if (const auto text = options.value(QStringLiteral("port"))) {
        bool isNumber = false;
        port = text->toUShort(&isNumber);
        if (!isNumber || port == 0)
            return stopped({exitcode::usage, CommandWords::wrongPort()});
    }
    return serve(port, forced);
}

} // namespace cli
