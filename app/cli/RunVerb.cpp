// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RunVerb.h"

#include "check/Preparation.h"
#include "cli/BecomeProgram.h"
#include "cli/CheckRun.h"
#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "cli/Options.h"
#include "cli/Stop.h"
#include "words/CauseWords.h"
#include "words/CommandWords.h"
#include "words/KeychainWords.h"
#include "words/VerdictWords.h"

#include <optional>

namespace cli {

using words::CommandWords;
using words::KeychainWords;

namespace {

const QLatin1String noCheck("no-check");

/// The outcome of a test after which nothing is started.
void printWhy(const check::CheckResult &result)
{
    const Console console(stderr);
    console.line(words::VerdictWords::summary(result.diagnosis, result.evidence), Console::Style::Strong);
    console.line(words::VerdictWords::verdict(result.diagnosis.verdict));
    if (!result.diagnosis.causes.empty()) {
        const diagnosis::CauseFound &first = result.diagnosis.causes.front();
        console.line(
            CommandWords::causeLine(1, console.styled(words::CauseWords::title(first.cause), Console::Style::Strong),
                words::CauseWords::status(first.status)));
        console.line(QStringLiteral("   ") + words::CauseWords::explanation(first.cause));
    }
    console.line(KeychainWords::nothingStarted());
    if (exitCodeOf(result.diagnosis.verdict) == exitcode::other)
        console.line(KeychainWords::startWithoutCheck());
}

/// Where `rerank-key check` tests without any options of a target.
tl::expected<probe::Target, probe::TargetFailure> usualTarget(const sources::Environment &environment)
{
    probe::Target target;
    target.model = QLatin1String(probe::defaultModel);
    return probe::parseBaseUrl(check::baseUrlText(environment)).map([&target](const QUrl &base) {
        target.base = base;
        return target;
    });
}

/// Tests the key as `rerank-key check --keychain NAME` does, and says nothing where it works. An exit code where the
/// program may not be started.
std::optional<int> endsWithCheck(const SourcedKey &key, const sources::Environment &environment)
{
    check::CheckRequest request =
        check::prepareRequest(key.secret.duplicate(), key.place, environment, nullptr, usualTarget(environment));
    const check::CheckResult result = runToTheEnd(std::move(request));
    if (result.diagnosis.verdict == diagnosis::Verdict::Works)
        return std::nullopt;
    printWhy(result);
    return exitCodeOf(result.diagnosis.verdict);
}

} // namespace

int runRun(const QStringList &arguments)
{
    const GivenSignals givenSignals;
    Options options(QStringLiteral("run"));
    options.describe(KeychainWords::runSynopsis(), KeychainWords::runDescription());
    options.add(QStringLiteral("keychain"), CommandWords::keychainOption(), QStringLiteral("NAME"));
    options.add(noCheck, KeychainWords::noCheckOption());
    // Behind the two dashes stand the program's own arguments, whatever they look like.
    const qsizetype dashes = arguments.indexOf(QStringLiteral("--"));
    const QStringList program = dashes < 0 ? QStringList() : arguments.mid(dashes + 1);
    if (program.value(0).isEmpty() && !arguments.contains(QStringLiteral("--help")))
        return stopped({exitcode::usage, KeychainWords::runWithoutProgram()});
    if (const auto end = endsWithArguments(options, arguments.mid(0, dashes)))
        return *end;
    if (!options.isSet(QStringLiteral("keychain")))
        return stopped({exitcode::usage, KeychainWords::runWithoutKeychain()});

    const sources::OwnEnvironment environment;
    const auto key = takeKey(options, environment, nullptr);
    if (!key)
        return stopped(key.error());
    if (!options.isSet(noCheck)) {
        if (const auto end = endsWithCheck(*key, environment))
            return *end;
    }
    // Nothing, or what an environment variable would cut off.
    if (key->secret.isEmpty() || key->secret.bytes().contains('\0'))
        return stopped({exitcode::fixKeyOrAccess, KeychainWords::keyNotForVariable()});

    switch (becomeProgram(program, key->secret, givenSignals)) {
    case StartFailure::NotFound:
        return stopped({exitcode::programNotFound, KeychainWords::programNotFound(program.first())});
    case StartFailure::NotRunnable:
        break;
    }
    return stopped({exitcode::programNotRunnable, KeychainWords::programNotRunnable(program.first())});
}

} // namespace cli
