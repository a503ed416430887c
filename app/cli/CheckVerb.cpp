// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckVerb.h"

#include "check/Check.h"
#include "cli/CheckPrinter.h"
#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/TargetOptions.h"
#include "practice/PracticeEndpoint.h"
#include "probe/HttpProber.h"
#include "report/CheckJson.h"
#include "words/CommandWords.h"
#include "words/FailureWords.h"
#include "words/ProbeWords.h"

#include <QEventLoop>
#include <QJsonDocument>

namespace cli {

using words::CommandWords;

namespace {

int stopped(const Stop &stop)
{
    Console(stderr).line(stop.sentence);
    return stop.exitCode;
}

void addCheckOptions(Options &options)
{
    options.describe(CommandWords::checkSynopsis(), CommandWords::checkDescription());
    addSourceOptions(options);
    addTargetOptions(options);
    options.add(QStringLiteral("client"), CommandWords::clientOption(), QStringLiteral("ID"));
    options.add(QStringLiteral("json"), CommandWords::jsonOption());
}

check::CheckRequest requestFor(
    SourcedKey key, const sources::Environment &environment, const sources::Client *client, TargetChoice choice)
{
    check::CheckRequest request;
    request.places = sources::placesIn(environment, CommandWords::thisProcess());
    request.placeFindings = sources::compare(request.places, key.place, client);
    request.source = std::move(key.place);
    request.secret = std::move(key.secret);
    request.target = std::move(choice.target);
    request.timeout = choice.timeout;
    return request;
}

check::CheckResult runToTheEnd(check::CheckRequest request, const CheckPrinter &printer)
{
    probe::HttpProber prober;
    check::Check check(prober);
    check::CheckResult outcome;
    QEventLoop loop;
    QObject::connect(&check, &check::Check::probeFinished, &loop,
        [&](const diagnosis::ProbeResult &result) { printer.printProbe(result); });
    QObject::connect(&check, &check::Check::checkFinished, &loop, [&](const check::CheckResult &result) {
        outcome = result;
        loop.quit();
    });
    check.start(std::move(request));
    loop.exec();
    return outcome;
}

/// The names and the shell that the commands of a fix are written for.
diagnosis::FixContext fixContext(const check::CheckRequest &request, const sources::Client *client)
{
    diagnosis::FixContext context = diagnosis::contextOfThisSystem(qEnvironmentVariable("SHELL"));
    if (client != nullptr && !client->variables.isEmpty())
        context.variable = client->variables.first();
    else if (!request.source.name.isEmpty() && request.source.kind == sources::PlaceKind::Environment)
        context.variable = request.source.name;
    for (const sources::Place &place : request.places) {
        if (place.name != context.variable && place.present)
            context.otherVariable = place.name;
    }
    if (request.target && !request.target->base.host().isEmpty())
        context.host = request.target->base.host();
    return context;
}

} // namespace

int runCheck(const QStringList &arguments)
{
    Options options(QStringLiteral("check"));
    addCheckOptions(options);
    if (const auto parsed = options.parse(arguments); !parsed)
        return stopped({exitcode::usage, parsed.error().sentence});
    if (options.helpAsked()) {
        Console(stdout).line(options.helpText());
        return 0;
    }
    const auto client = takeClient(options);
    if (!client)
        return stopped(client.error());
    auto choice = takeTarget(options);
    if (!choice)
        return stopped(choice.error());
    const sources::OwnEnvironment environment;
    auto key = takeKey(options, environment, *client);
    if (!key)
        return stopped(key.error());

    practice::PracticeEndpoint practice;
    if (choice->practice) {
        const auto base = practice.start();
        if (!base)
            return stopped({exitcode::other, words::FailureWords::sentence(base.error())});
        choice->target->base = *base;
    }

    check::CheckRequest request = requestFor(std::move(*key), environment, *client, std::move(*choice));
    const diagnosis::FixContext context = fixContext(request, *client);
    const CheckPrinter printer(context);
    if (request.target && request.source.present)
        printer.printNotice(*request.target);
    const check::CheckResult result = runToTheEnd(std::move(request), printer);

    if (options.isSet(QStringLiteral("json")))
        Console(stdout).bytes(QJsonDocument(report::checkJson(result, context)).toJson());
    else
        printer.printResult(result);
    return exitCodeOf(result.diagnosis.verdict);
}

} // namespace cli
