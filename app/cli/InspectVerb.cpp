// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/InspectVerb.h"

#include "cli/Console.h"
#include "cli/ExchangePrinter.h"
#include "cli/ExitCode.h"
#include "cli/KeySource.h"
#include "inspect/Inspection.h"
#include "report/CheckJson.h"
#include "words/CommandWords.h"
#include "words/FindingWords.h"

#include <QJsonDocument>

namespace cli {

using words::CommandWords;
using words::FindingWords;

namespace {

void print(const inspect::Inspection &inspection)
{
    const Console out(stdout);
    out.line(
        FindingWords::summary(inspection), inspection.hasFindings() ? Console::Style::Strong : Console::Style::Good);
    const QString key = CommandWords::keyLine(inspection);
    if (!key.isEmpty())
        out.line(key, Console::Style::Faint);
    for (const inspect::Finding &finding : inspection.findings) {
        out.line();
        out.line(FindingWords::sentence(finding, inspection.length));
        out.line(QStringLiteral("   ") + FindingWords::origin(finding));
        out.line(QStringLiteral("   ") + FindingWords::advice(finding));
    }
    const qsizetype notShown = inspection.findingCount - std::ssize(inspection.findings);
    if (notShown > 0) {
        out.line();
        out.line(CommandWords::moreFindings(notShown));
    }
    ExchangePrinter().printClients(inspection);
}

} // namespace

int runInspect(const QStringList &arguments)
{
    Options options(QStringLiteral("inspect"));
    options.describe(CommandWords::inspectSynopsis(), CommandWords::inspectDescription());
    addSourceOptions(options);
    options.add(QStringLiteral("json"), CommandWords::jsonOption());
    if (const auto ended = endsWithArguments(options, arguments))
        return *ended;
    auto key = takeKey(options, sources::OwnEnvironment(), nullptr);
    if (!key)
        return stopped(key.error());
    const inspect::Inspection inspection = inspect::inspect(key->secret);
    if (options.isSet(QStringLiteral("json")))
        Console(stdout).bytes(QJsonDocument(report::inspectionJson(inspection, key->place)).toJson());
    else
        print(inspection);
    return inspection.hasFindings() ? exitcode::hasFindings : exitcode::clean;
}

} // namespace cli
