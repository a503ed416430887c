// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CheckPrinter.h"

#include "words/CauseWords.h"
#include "words/CommandWords.h"
#include "words/EvidenceWords.h"
#include "words/FixWords.h"
#include "words/ProbeWords.h"
#include "words/VerdictWords.h"

namespace cli {

using diagnosis::CauseFound;
using diagnosis::ProbeResult;
using diagnosis::Status;
using Style = Console::Style;

namespace {

Style styleOf(ProbeResult::Outcome outcome)
{
    switch (outcome) {
    case ProbeResult::Outcome::Passed:
        return Style::Good;
    case ProbeResult::Outcome::Failed:
        return Style::Bad;
    case ProbeResult::Outcome::Skipped:
        break;
    }
    return Style::Faint;
}

} // namespace

void CheckPrinter::printNotice(const probe::Target &target) const
{
    m_progress.line(words::ProbeWords::notice(target));
}

void CheckPrinter::printProbe(const ProbeResult &result) const
{
    m_progress.line(words::CommandWords::probeLine(words::ProbeWords::name(result.id, result.variant),
        m_progress.styled(words::ProbeWords::outcome(result.outcome, result.reply.failure), styleOf(result.outcome)),
        words::ProbeWords::detail(result)));
}

void CheckPrinter::printSearch() const
{
    m_progress.line(words::CommandWords::searchingElsewhere());
}

void CheckPrinter::printResult(const check::CheckResult &result, const diagnosis::FixContext &context) const
{
    const bool works = result.diagnosis.verdict == diagnosis::Verdict::Works;
    m_out.line(words::VerdictWords::summary(result.diagnosis, result.evidence), works ? Style::Good : Style::Strong);
    if (!works)
        m_out.line(words::VerdictWords::verdict(result.diagnosis.verdict));
    const QString key = words::CommandWords::keyLine(result.evidence.inspection);
    if (!key.isEmpty())
        m_out.line(key, Style::Faint);
    printCauses(result, context);
}

void CheckPrinter::printCauses(const check::CheckResult &result, const diagnosis::FixContext &context) const
{
    int number = 0;
    for (const CauseFound &found : result.diagnosis.causes) {
        m_out.line();
        printCause(++number, found, result.evidence.inspection.length);
        if (found.status != Status::RuledOut)
            printSteps(found.cause, context);
    }
}

void CheckPrinter::printCause(int number, const CauseFound &found, qsizetype keyLength) const
{
    m_out.line(words::CommandWords::causeLine(number,
        m_out.styled(words::CauseWords::title(found.cause), Style::Strong), words::CauseWords::status(found.status)));
    m_out.line(QStringLiteral("   ") + words::CauseWords::explanation(found.cause));
    for (const diagnosis::EvidenceItem &item : found.evidence)
        m_out.line(QStringLiteral("   - ") + words::EvidenceWords::sentence(item, keyLength));
}

void CheckPrinter::printSteps(diagnosis::Cause cause, const diagnosis::FixContext &context) const
{
    m_out.line(QStringLiteral("   ") + words::CommandWords::howToFix());
    int number = 0;
    for (const diagnosis::FixStep &step : diagnosis::fixPlan(cause, context)) {
        m_out.line(QStringLiteral("   %1. %2").arg(++number).arg(words::FixWords::sentence(step, context)));
        const QString indent(8, QLatin1Char(' '));
        for (const QString &further : {step.command, step.link}) {
            const QStringList lines = further.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            for (const QString &line : lines)
                m_out.line(indent + line);
        }
        const QString expectation = words::FixWords::expectation(step, context);
        if (!expectation.isEmpty())
            m_out.line(indent + words::CommandWords::youShouldSee(expectation), Style::Faint);
    }
}

} // namespace cli
