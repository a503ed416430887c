// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ReportVerb.h"

#include "cli/CheckPreparation.h"
#include "cli/ExitCode.h"
#include "report/SaveReport.h"
#include "words/ReportWords.h"

namespace cli {

using report::ReportFormat;
using words::ReportWords;

namespace {

tl::expected<ReportFormat, Stop> takeFormat(const Options &options)
{
    const QString name = options.value(QStringLiteral("format")).value_or(QStringLiteral("markdown"));
    if (name == QLatin1String("markdown"))
        return ReportFormat::Markdown;
    if (name == QLatin1String("html"))
        return ReportFormat::Html;
    if (name == QLatin1String("json"))
        return ReportFormat::Json;
    return tl::unexpected(Stop{exitcode::usage, ReportWords::wrongFormat()});
}

} // namespace

int runReport(const QStringList &arguments)
{
    Options options(QStringLiteral("report"));
    options.describe(ReportWords::verbSynopsis(), ReportWords::verbDescription());
    addCheckOptions(options);
    options.add(QStringLiteral("format"), ReportWords::formatOption(), QStringLiteral("FORMAT"));
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    const auto format = takeFormat(options);
    if (!format)
        return stopped(format.error());
    const auto prepared = PreparedCheck::prepare(options);
    if (!prepared)
        return stopped(prepared.error());
    const check::CheckResult result = (*prepared)->run(CheckPrinter());
    const report::CaseReport report = report::makeReport(
        result, (*prepared)->fixContext(result.evidence), (*prepared)->client(), report::circumstancesHere());
    Console(stdout).bytes(report::written(report, *format));
    return exitCodeOf(result.diagnosis.verdict);
}

} // namespace cli
