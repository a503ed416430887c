// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"

#include "cli/CheckVerb.h"
#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/ExplainVerb.h"
#include "cli/InspectVerb.h"
#include "cli/KeychainVerb.h"
#include "cli/PracticeVerb.h"
#include "cli/ReportVerb.h"
#include "cli/RunVerb.h"
#include "cli/ScanVerb.h"
#include "words/CommandWords.h"
#include "words/ExplainWords.h"
#include "words/KeychainWords.h"
#include "words/ReportWords.h"
#include "words/ScanWords.h"

#include <algorithm>
#include <array>

namespace cli {

using words::CommandWords;
using words::KeychainWords;

namespace {

struct Verb {
    QLatin1String name;
    QString (*summary)();
    int (*run)(const QStringList &arguments);
};

const std::array<Verb, 8> &verbs()
{
    static const std::array<Verb, 8> all = {{
        {QLatin1String("check"), &CommandWords::checkSummary, &runCheck},
        {QLatin1String("inspect"), &CommandWords::inspectSummary, &runInspect},
        {QLatin1String("explain"), &words::ExplainWords::verbSummary, &runExplain},
        {QLatin1String("scan"), &words::ScanWords::verbSummary, &runScan},
        {QLatin1String("report"), &words::ReportWords::verbSummary, &runReport},
        {QLatin1String("keychain"), &KeychainWords::keychainSummary, &runKeychain},
        {QLatin1String("run"), &KeychainWords::runSummary, &runRun},
        {QLatin1String("practice"), &CommandWords::practiceSummary, &runPractice},
    }};
    return all;
}

int printHelp()
{
    const Console console(stdout);
    console.line(CommandWords::programSummary());
    console.line();
    console.line(CommandWords::usageLine());
    console.line();
    for (const Verb &verb : verbs())
        console.line(QStringLiteral("  %1  %2").arg(verb.name, -10).arg(verb.summary()));
    console.line();
    console.line(CommandWords::moreHelp());
    return 0;
}

} // namespace

int run(const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        Console(stderr).line(CommandWords::noVerb());
        return exitcode::usage;
    }
    const QString &first = arguments.first();
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help"))
        return printHelp();
    if (first == QLatin1String("--version")) {
        Console(stdout).line(QStringLiteral("rerank-key " DOCTOR_VERSION));
        return 0;
    }
    const auto verb =
        std::find_if(verbs().begin(), verbs().end(), [&](const Verb &known) { return known.name == first; });
    if (verb == verbs().end()) {
        // What was typed is not repeated: it may be a key.
        Console(stderr).line(CommandWords::unknownVerb());
        return exitcode::usage;
    }
    return verb->run(arguments.mid(1));
}

} // namespace cli
