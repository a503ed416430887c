// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ExchangePrinter.h"

#include "inspect/HttpClients.h"
#include "report/CurlCommand.h"
#include "words/CommandWords.h"
#include "words/ExchangeWords.h"
#include "words/HttpClientWords.h"
#include "words/ProbeWords.h"
#include "words/TrustWords.h"

namespace cli {

using words::CommandWords;
using words::ProbeWords;
using Style = Console::Style;

void ExchangePrinter::printDetails(const check::CheckResult &result, const diagnosis::FixContext &context,
    const tl::expected<probe::Target, probe::TargetFailure> &target) const
{
    printExchanges(result.evidence);
    if (target)
        printCommand(result.evidence, context, *target);
    printClients(result.evidence.inspection);
}

void ExchangePrinter::printExchanges(const diagnosis::Evidence &evidence) const
{
    for (const diagnosis::ProbeResult &probe : evidence.probes) {
        const QStringList lines = probe.exchange ? words::ExchangeWords::lines(*probe.exchange)
            : probe.id == probe::ProbeId::Tls    ? words::TrustWords::certificates(probe.reply.tls)
                                                 : QStringList();
        if (lines.isEmpty())
            continue;
        m_out.line();
        m_out.line(CommandWords::probeLine(ProbeWords::name(probe.id, probe.variant),
                       ProbeWords::outcome(probe.outcome, probe.reply.failure), ProbeWords::detail(probe)),
            Style::Strong);
        for (const QString &line : lines)
            m_out.line(line);
    }
}

void ExchangePrinter::printCommand(
    const diagnosis::Evidence &evidence, const diagnosis::FixContext &context, const probe::Target &target) const
{
    const diagnosis::ProbeResult *call = report::callToRepeat(evidence);
    if (call == nullptr)
        return;
    const report::CurlContext curl = report::curlContext(context, target, call->variant);
    m_out.line();
    m_out.line(CommandWords::sameCallWithCurl(curl.variable), Style::Strong);
    m_out.line(report::curlCommand(*call->exchange, curl));
}

void ExchangePrinter::printClients(const inspect::Inspection &inspection) const
{
    if (!inspection.present || !inspection.hasFindings())
        return;
    m_out.line();
    m_out.line(words::HttpClientWords::heading(), Style::Strong);
    for (const QString &sentence : words::HttpClientWords::sentences(inspect::clientReadings(inspection.characters)))
        m_out.line(QStringLiteral("   - ") + sentence);
}

} // namespace cli
