// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckVerb.h"

#include "cli/CheckPreparation.h"
#include "cli/CodePrinter.h"
#include "cli/ExchangePrinter.h"
#include "cli/ExitCode.h"
#include "report/CheckJson.h"
#include "words/CommandWords.h"
#include "words/SampleWords.h"

#include <QJsonDocument>

namespace cli {

using words::CommandWords;

int runCheck(const QStringList &arguments)
{
    Options options(QStringLiteral("check"));
    options.describe(CommandWords::checkSynopsis(), CommandWords::checkDescription());
    addCheckOptions(options);
    options.add(QStringLiteral("json"), CommandWords::jsonOption());
    options.add(QStringLiteral("verbose"), CommandWords::verboseOption());
    options.add(QStringLiteral("code"), words::SampleWords::codeOption());
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const auto prepared = PreparedCheck::prepare(options);
    if (!prepared)
        return stopped(prepared.error());
    const CheckPrinter printer;
    const check::CheckResult result = (*prepared)->run(printer);
    const diagnosis::FixContext context = (*prepared)->fixContext(result.evidence);
    if (options.isSet(QStringLiteral("json"))) {
        Console(stdout).bytes(QJsonDocument(report::checkJson(result, context)).toJson());
    } else {
        printer.printResult(result, context);
        if (options.isSet(QStringLiteral("verbose")))
            ExchangePrinter().printDetails(result, context, (*prepared)->target());
        if (options.isSet(QStringLiteral("code")))
            printCodeFor((*prepared)->client());
    }
    return exitCodeOf(result.diagnosis.verdict);
}

} // namespace cli
