// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Practice.h"

#include "cli/Interrupt.h"
#include "practice/PracticeEndpoint.h"
#include "words/PracticeWords.h"

#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace cli {

namespace {

constexpr int endedByRequest = 0;
constexpr int wrongUsage = 2;
constexpr int notReached = 3;
constexpr int interrupted = 130;

void complain(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
}

qsizetype longestName()
{
    qsizetype longest = 0;
    for (const practice::Scenario &scenario : practice::scenarios())
        longest = std::max(longest, scenario.name.size());
    return longest;
}

void printScenarios(QTextStream &out)
{
    const qsizetype width = longestName();
    for (const practice::Scenario &scenario : practice::scenarios()) {
        out << scenario.name.leftJustified(width) << "  " << QString::fromLatin1(scenario.key) << "  "
            << words::PracticeWords::whatHappens(scenario) << '\n';
    }
}

} // namespace

int practice(const PracticeOptions &options)
{
    const practice::Scenario *forced = nullptr;
    if (!options.scenario.isEmpty()) {
        forced = practice::findScenario(options.scenario);
        if (forced == nullptr) {
            complain(words::PracticeWords::unknownScenario(options.scenario));
            return wrongUsage;
        }
    }
    catchInterrupts();
    practice::PracticeEndpoint endpoint;
    const auto address = endpoint.start(options.port, forced);
    if (!address) {
        complain(words::PracticeWords::notStarted(address.error(), options.port));
        return notReached;
    }
    QTextStream out(stdout);
    out << address->toString() << "\n\n";
    printScenarios(out);
    out << '\n';
    if (forced != nullptr)
        out << words::PracticeWords::forced(*forced) << '\n';
    out << words::PracticeWords::howToUse() << '\n';
    out.flush();
    return waitForInterrupt() == Interrupt::Interrupted ? interrupted : endedByRequest;
}

} // namespace cli
