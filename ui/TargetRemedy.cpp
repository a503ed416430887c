// SPDX-License-Identifier: GPL-3.0-or-later
#include "TargetRemedy.h"

#include <algorithm>

using diagnosis::Cause;
using diagnosis::ProbeResult;

namespace {

TargetRemedy proven(TargetField field, const QString &value)
{
    return {field, value, !value.isEmpty()};
}

/// "http://proxy.example:3128" of the proxy that was used, without its login; empty where none was.
QString usedProxy(const diagnosis::Evidence &evidence)
{
    const auto used = std::find_if(evidence.probes.begin(), evidence.probes.end(),
        [](const ProbeResult &result) { return result.reply.proxyUse.isUsed(); });
    if (used == evidence.probes.end())
        return {};
    const probe::ProxyUse &use = used->reply.proxyUse;
    QUrl url;
    url.setScheme(use.socks ? QStringLiteral("socks5") : QStringLiteral("http"));
    url.setHost(use.host);
    url.setPort(use.port);
    return url.toString();
}

} // namespace

std::optional<TargetRemedy> targetRemedy(
    Cause cause, const diagnosis::Evidence &evidence, const diagnosis::FixContext &fixes, const TargetSession &target)
{
    if (target.isPractice())
        return std::nullopt;
    switch (cause) {
    case Cause::WrongEndpoint:
        return proven(TargetField::BaseUrl, fixes.baseUrl);
    case Cause::GatewayRefused:
        return TargetRemedy{TargetField::BaseUrl, {}, false};
    case Cause::WrongHeader:
        return proven(TargetField::Header, fixes.header);
    case Cause::ProxyLogin:
        return TargetRemedy{TargetField::Proxy, usedProxy(evidence), false};
    case Cause::Unreachable:
        if (const QString proxy = usedProxy(evidence); !proxy.isEmpty())
            return TargetRemedy{TargetField::Proxy, proxy, false};
        return std::nullopt;
    case Cause::TlsUntrusted:
        return TargetRemedy{TargetField::Authority, {}, false};
    case Cause::ModelUnavailable:
        return TargetRemedy{TargetField::Model, {}, false};
    default:
        return std::nullopt;
    }
}
