// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/FixPlan.h"

#include "diagnosis/FixActs.h"
#include "diagnosis/FixCommands.h"

namespace diagnosis {

namespace {

/// Some steps make sense only where a trial has shown what works, or on some systems.
bool isOfUse(Act act, const FixContext &context)
{
    const bool terminal = context.runtime == Runtime::Terminal || context.runtime == Runtime::VsCode;
    switch (act) {
    case Act::UseHeader:
        return !context.header.isEmpty();
    case Act::TryOtherHeader: // once more would be in vain
        return !context.header.isEmpty() || !context.route.headersTried;
    case Act::TestDirect: // a check that went through a proxy has tried it itself, mostly
        return !context.route.atCohere() || context.route.direct == FixRoute::Direct::NotTried;
    case Act::LeaveProxy:
        return context.route.direct == FixRoute::Direct::Answered && !context.route.proxyVariable.isEmpty();
    case Act::SetProxyLogin: // a password alone does not open a proxy that wants a ticket of the network
        return context.route.proxyTakesPassword;
    case Act::AskGatewayOwner:
        return context.header.isEmpty();
    case Act::SetBaseUrl:
        return !context.baseUrl.isEmpty();
    case Act::UnsetBaseUrl:
        return context.baseUrl.isEmpty();
    case Act::KeepVariable: // in cmd, setting it is already for good
        return !terminal || context.shell != Shell::Cmd;
    case Act::HandToDock:
        return context.system == System::MacOs && context.runtime == Runtime::Terminal;
    case Act::CompareWithNew: // a notebook has nothing new to compare with until its server is restarted
        return context.runtime != Runtime::Jupyter;
    case Act::RemoveForGood: // what a notebook or a cluster was told to forget is gone
        return (context.otherIsInFile || !context.otherVariable.isEmpty()) && context.runtime != Runtime::Jupyter
            && context.runtime != Runtime::Kubernetes && context.runtime != Runtime::Systemd;
    default:
        return true;
    }
}

/// The pages of Cohere that a step leads to (dashboard and documentation, as of August 2026).
QString linkOf(Act act)
{
    switch (act) {
    case Act::OpenKeysPage:
        return QStringLiteral("https://dashboard.cohere.com/api-keys");
    case Act::OpenBilling:
        return QStringLiteral("https://dashboard.cohere.com/billing?tab=payment");
    case Act::OpenStatusPage:
        return QStringLiteral("https://status.cohere.com");
    case Act::WriteToSupport:
        return QStringLiteral("mailto:support@cohere.com");
    case Act::CompareRequest:
        return QStringLiteral("https://docs.cohere.com/reference/rerank");
    default:
        return {};
    }
}

} // namespace

FixPlan fixPlan(Cause cause, const FixContext &given)
{
    FixContext context = given;
    if (cause == Cause::EnvFileSyntax || cause == Cause::EnvFileNotLoaded)
        context.keyIsInFile = true;
    const Acts acts = fixActs(cause, context);
    FixPlan plan;
    plan.reserve(acts.size());
    for (const Act act : acts) {
        if (!isOfUse(act, context))
            continue;
        FixCommand command = commandOf(act, context);
        plan.push_back({act, std::move(command.text), linkOf(act), command.form});
    }
    return plan;
}

QString fixCommand(Act act, const FixContext &context)
{
    return commandOf(act, context).text;
}

} // namespace diagnosis
