// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ExplainVerb.h"

#include "check/Preparation.h"
#include "cli/CheckPrinter.h"
#include "cli/CodePrinter.h"
#include "cli/ErrorOption.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/Options.h"
#include "cli/Stop.h"
#include "cli/SystemOption.h"
#include "report/ExplainJson.h"
#include "sources/Clients.h"
#include "sources/Environment.h"
#include "words/CommandWords.h"
#include "words/ErrorTextWords.h"
#include "words/ExplainWords.h"
#include "words/SampleWords.h"
#include "words/VerdictWords.h"

#include <QJsonDocument>

namespace cli {

using words::ErrorTextWords;
using words::ExplainWords;
using Style = Console::Style;

namespace {

void printReading(const Console &out, const errortext::ErrorReading &reading, const sources::Client *client)
{
    out.line();
    out.line(ExplainWords::recognised());
    for (const errortext::Sighting &sighting : reading.sightings)
        out.line(QStringLiteral("   ") + ErrorTextWords::quote(sighting.line, sighting.quote));
    if (client != nullptr)
        out.line(ExplainWords::client(*client, reading.version), Style::Faint);
}

void print(const check::CheckResult &result, const diagnosis::FixContext &context, const sources::Client *client)
{
    const Console out(stdout);
    const errortext::ErrorReading &reading = *result.evidence.errorText;
    const bool nothing = result.diagnosis.causes.empty();
    out.line(ExplainWords::summary(result.diagnosis, result.evidence), Style::Strong);
    if (nothing)
        out.line(ExplainWords::whatToPaste());
    else
        out.line(words::VerdictWords::verdict(result.diagnosis.verdict));
    if (!nothing)
        printReading(out, reading, client);
    CheckPrinter().printCauses(result, context);
    if (reading.cutOff) {
        out.line();
        out.line(ExplainWords::cutOff());
    }
    if (nothing && reading.keysMasked > 0) { // else it stands with the first cause
        out.line();
        out.line(ErrorTextWords::heldKeys(reading.keysMasked));
    }
}

} // namespace

int runExplain(const QStringList &arguments)
{
    Options options(QStringLiteral("explain"));
    options.describe(ExplainWords::synopsis(), ExplainWords::description());
    options.allowPositional(Options::Positional::File, QStringLiteral("FILE"), ExplainWords::fileArgument());
    options.add(QStringLiteral("client"), words::CommandWords::clientOption(), QStringLiteral("ID"));
    addSystemOption(options);
    options.add(QStringLiteral("json"), words::CommandWords::jsonOption());
    options.add(QStringLiteral("code"), words::SampleWords::codeOption());
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const auto chosen = takeClient(options);
    if (!chosen)
        return stopped(chosen.error());
    const auto system = takeSystem(options);
    if (!system)
        return stopped(system.error());
    auto reading = readErrorInput(options.positional().value_or(QStringLiteral("-")));
    if (!reading)
        return stopped(reading.error());

    check::CheckResult result;
    result.evidence.keyAtHand = false;
    result.evidence.errorText = std::move(*reading);
    result.diagnosis = diagnosis::diagnose(result.evidence);
    const sources::Client *seen = sources::findClient(result.evidence.errorText->clientId);
    const sources::Client *client = *chosen != nullptr ? *chosen : seen;
    const diagnosis::FixContext context = forSystem(check::fixContext(result.evidence, sources::OwnEnvironment(),
                                                        client, probe::Target{}, qEnvironmentVariable("SHELL")),
        *system);
    if (options.isSet(QStringLiteral("json")))
        Console(stdout).bytes(QJsonDocument(report::explainJson(result, context)).toJson());
    else
        print(result, context, seen);
    if (options.isSet(QStringLiteral("code")) && !options.isSet(QStringLiteral("json")))
        printCodeFor(client);
    return result.diagnosis.causes.empty() ? exitcode::other : exitcode::works;
}

} // namespace cli
