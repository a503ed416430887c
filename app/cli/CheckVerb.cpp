// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckVerb.h"

#include "check/Preparation.h"
#include "cli/CheckPrinter.h"
#include "cli/CheckRun.h"
#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/TargetOptions.h"
#include "practice/PracticeEndpoint.h"
#include "report/CheckJson.h"
#include "words/CommandWords.h"
#include "words/PracticeWords.h"

#include <QJsonDocument>

namespace cli {

using words::CommandWords;

namespace {

void addCheckOptions(Options &options)
{
    options.describe(CommandWords::checkSynopsis(), CommandWords::checkDescription());
    addSourceOptions(options);
    addTargetOptions(options);
    options.add(QStringLiteral("client"), CommandWords::clientOption(), QStringLiteral("ID"));
    options.add(QStringLiteral("json"), CommandWords::jsonOption());
}

} // namespace

int runCheck(const QStringList &arguments)
{
    Options options(QStringLiteral("check"));
    addCheckOptions(options);
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const sources::OwnEnvironment environment;
    const auto client = takeClient(options);
    if (!client)
        return stopped(client.error());
    auto choice = takeTarget(options, environment);
    if (!choice)
        return stopped(choice.error());
    auto key = takeKey(options, environment, *client);
    if (!key)
        return stopped(key.error());

    practice::PracticeEndpoint practice;
    if (choice->practice) {
        const auto base = practice.start();
        if (!base)
            return stopped({exitcode::other, words::PracticeWords::notStarted(base.error(), 0)});
        choice->target->base = *base;
    }

    const diagnosis::FixContext context =
        check::fixContext(key->place, environment, *client, choice->target, qEnvironmentVariable("SHELL"));
    check::CheckRequest request = check::prepareRequest(
        std::move(key->secret), std::move(key->place), environment, *client, std::move(choice->target));
    request.timeout = choice->timeout;
    const CheckPrinter printer(context);
    if (request.target && request.source.present)
        printer.printNotice(*request.target);
    const check::CheckResult result =
        runToTheEnd(std::move(request), [&printer](const diagnosis::ProbeResult &probe) { printer.printProbe(probe); });

    if (options.isSet(QStringLiteral("json")))
        Console(stdout).bytes(QJsonDocument(report::checkJson(result, context)).toJson());
    else
        printer.printResult(result);
    return exitCodeOf(result.diagnosis.verdict);
}

} // namespace cli
