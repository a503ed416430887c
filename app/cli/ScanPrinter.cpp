// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ScanPrinter.h"

#include "cli/CheckPrinter.h"
#include "words/PlaceTableWords.h"
#include "words/PlaceWords.h"
#include "words/ScanWords.h"

namespace cli {

using Style = Console::Style;
using words::PlaceTableWords;
using words::ScanWords;

namespace {

/// More lines hide what matters; --json lists all.
constexpr std::size_t maximumSkipped = 20;

Style styleOf(sources::Standing standing)
{
    return standing == sources::Standing::Wins ? Style::Strong : Style::Plain;
}

void printPlaces(const Console &out, const check::SearchResult &found, const sources::Client *client)
{
    if (found.keys.empty())
        return;
    out.line();
    constexpr int width = 7; // "hidden", and a blank
    const QString indent(width, QLatin1Char(' '));
    for (const sources::FoundKey &key : found.keys) {
        const QString standing = PlaceTableWords::standing(key.place.standing);
        out.line(
            standing.leftJustified(width) + words::PlaceWords::nameAndWhere(key.place), styleOf(key.place.standing));
        out.line(indent + PlaceTableWords::detail(key.place, client), Style::Faint);
    }
}

void printDangers(const Console &out, const check::SearchResult &found)
{
    for (const sources::PlaceFinding &finding : found.findings) {
        if (finding.problem != sources::PlaceProblem::TrackedByGit)
            continue;
        out.line();
        out.line(words::PlaceWords::problem(finding), Style::Bad);
        out.line(ScanWords::replaceThatKey());
    }
}

void printSkipped(const Console &out, const check::SearchResult &found)
{
    if (found.skipped.empty())
        return;
    out.line();
    out.line(ScanWords::notRead());
    std::size_t shown = 0;
    for (const sources::SkippedFile &file : found.skipped) {
        if (shown++ == maximumSkipped)
            break;
        out.line(QStringLiteral("   - ") + words::PlaceWords::skipped(file));
    }
    if (found.skipped.size() > maximumSkipped)
        out.line(QStringLiteral("   - ") + ScanWords::moreNotRead(found.skipped.size() - maximumSkipped));
}

} // namespace

void printScan(const check::CheckResult &result, const check::SearchResult &found, const sources::Client *client,
    const diagnosis::FixContext &context)
{
    const Console out(stdout);
    out.line(ScanWords::summary(result, client), Style::Strong);
    printPlaces(out, found, client);
    printDangers(out, found);
    CheckPrinter().printCauses(result, context);
    printSkipped(out, found);
    if (!found.shellAnswered) {
        out.line();
        out.line(ScanWords::noShellAnswer());
    }
}

} // namespace cli
