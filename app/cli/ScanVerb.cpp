// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ScanVerb.h"

#include "check/ComputerSearch.h"
#include "check/Preparation.h"
#include "check/ScanDiagnosis.h"
#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/ProjectOption.h"
#include "cli/ScanPrinter.h"
#include "cli/SystemOption.h"
#include "keychain/OsKeyStore.h"
#include "report/ScanJson.h"
#include "words/CommandWords.h"
#include "words/ScanWords.h"

#include <QEventLoop>
#include <QJsonDocument>

namespace cli {

namespace {

std::shared_ptr<const check::SearchResult> searchToTheEnd(
    const sources::Environment &environment, const check::SearchRequest &request)
{
    const keychain::OsKeyStore keyStore;
    check::ComputerSearch search(environment, &keyStore);
    std::shared_ptr<const check::SearchResult> found;
    QEventLoop loop;
    QObject::connect(&search, &check::PlaceSearch::searchFinished, &loop, [&](const auto &result) {
        found = result;
        loop.quit();
    });
    const Console progress(stderr);
    QObject::connect(&search, &check::PlaceSearch::searchProgressed, &loop,
        [&](qint64 files) { progress.status(words::ScanWords::filesSoFar(files)); });
    progress.line(words::ScanWords::searching(request.projectFolder));
    search.start(request);
    loop.exec();
    progress.status({});
    return found;
}

} // namespace

int runScan(const QStringList &arguments)
{
    Options options(QStringLiteral("scan"));
    options.describe(words::ScanWords::synopsis(), words::ScanWords::description());
    addProjectOption(options);
    addSystemOption(options);
    options.add(QStringLiteral("client"), words::CommandWords::clientOption(), QStringLiteral("ID"));
    options.add(QStringLiteral("json"), words::CommandWords::jsonOption());
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const auto client = takeClient(options);
    if (!client)
        return stopped(client.error());
    const auto folder = takeProject(options);
    if (!folder)
        return stopped(folder.error());
    const auto system = takeSystem(options);
    if (!system)
        return stopped(system.error());

    const sources::OwnEnvironment environment;
    const auto found =
        searchToTheEnd(environment, {folder->isEmpty() ? check::usualProjectFolder() : *folder, *client});
    const check::CheckResult result = check::diagnosePlaces(*found, *client);
    const diagnosis::FixContext context = forSystem(
        check::fixContext(result.evidence, environment, *client, probe::Target{}, qEnvironmentVariable("SHELL")),
        *system);
    if (options.isSet(QStringLiteral("json")))
        Console(stdout).bytes(QJsonDocument(report::scanJson(result, *found, *client, context)).toJson());
    else
        printScan(result, *found, *client, context);
    return check::needsAttention(result) ? exitcode::hasFindings : exitcode::clean;
}

} // namespace cli
