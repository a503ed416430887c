// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckVerb.h"

#include "check/ComputerSearch.h"
#include "check/Preparation.h"
#include "cli/CheckPrinter.h"
#include "cli/CheckRun.h"
#include "cli/CodePrinter.h"
#include "cli/Console.h"
#include "cli/ExchangePrinter.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/ProjectOption.h"
#include "cli/SystemOption.h"
#include "cli/TargetOptions.h"
#include "keychain/OsKeyStore.h"
#include "practice/PracticeEndpoint.h"
#include "report/CheckJson.h"
#include "words/CommandWords.h"
#include "words/PracticeWords.h"
#include "words/SampleWords.h"

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
    addProjectOption(options);
    addSystemOption(options);
    options.add(QStringLiteral("json"), CommandWords::jsonOption());
    options.add(QStringLiteral("verbose"), CommandWords::verboseOption());
    options.add(QStringLiteral("code"), words::SampleWords::codeOption());
}

check::CheckResult runAndTell(
    check::CheckRequest request, const sources::Environment &environment, const CheckPrinter &printer)
{
    const keychain::OsKeyStore keyStore;
    check::ComputerSearch search(environment, &keyStore);
    return runToTheEnd(std::move(request),
        {.onProbe = [&](const diagnosis::ProbeResult &probe) { printer.printProbe(probe); },
            .onSearch = [&] { printer.printSearch(); }},
        &search);
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
    const auto project = takeProject(options);
    if (!project)
        return stopped(project.error());
    const auto system = takeSystem(options);
    if (!system)
        return stopped(system.error());
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

    check::CheckRequest request =
        check::prepareRequest(std::move(key->secret), std::move(key->place), environment, *client, choice->target);
    request.timeout = choice->timeout;
    request.projectFolder = project->isEmpty() ? check::usualProjectFolder() : *project;
    if (!project->isEmpty())
        request.search = check::SearchWish::Always;
    const CheckPrinter printer;
    if (request.target && request.source.present)
        printer.printNotice(*request.target);
    const check::CheckResult result = runAndTell(std::move(request), environment, printer);

    const diagnosis::FixContext context = forSystem(
        check::fixContext(result.evidence, environment, *client, choice->target, qEnvironmentVariable("SHELL")),
        *system);
    if (options.isSet(QStringLiteral("json"))) {
        Console(stdout).bytes(QJsonDocument(report::checkJson(result, context)).toJson());
    } else {
        printer.printResult(result, context);
        if (options.isSet(QStringLiteral("verbose")))
            ExchangePrinter().printDetails(result, context, choice->target);
        if (options.isSet(QStringLiteral("code")))
            printCodeFor(*client);
    }
    return exitCodeOf(result.diagnosis.verdict);
}

} // namespace cli
