// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ProxyWords.h"

#include "words/Visible.h"

namespace words {

using probe::ProxyReason;
using probe::ProxyUse;
using probe::TargetFailure;

namespace {

/// "proxy.example (port 3128)"
QString nameOf(const ProxyUse &use)
{
    const QString host = visible(use.host);
    const QString port = QString::number(use.port);
    if (use.socks && use.login)
        //: A proxy in the midst of a sentence: %1 is its host, %2 its port
        return ProxyWords::tr("%1 (SOCKS, port %2, with a login)").arg(host, port);
    if (use.socks)
        //: A proxy in the midst of a sentence: %1 is its host, %2 its port
        return ProxyWords::tr("%1 (SOCKS, port %2)").arg(host, port);
    if (use.login)
        //: A proxy in the midst of a sentence: %1 is its host, %2 its port
        return ProxyWords::tr("%1 (port %2, with a login)").arg(host, port);
    //: A proxy in the midst of a sentence: %1 is its host, %2 its port
    return ProxyWords::tr("%1 (port %2)").arg(host, port);
}

QString ofUsed(const ProxyUse &use)
{
    const QString proxy = nameOf(use);
    switch (use.reason) {
    case ProxyReason::Variable:
        //: %1 is a proxy with its port, %2 the name of an environment variable
        return ProxyWords::tr("The proxy %1 is used: the variable %2 names it.").arg(proxy, use.variable);
    case ProxyReason::System:
        //: %1 is a proxy with its port
        return ProxyWords::tr("The proxy %1 is used: the settings of this system name it.").arg(proxy);
    default:
        //: %1 is a proxy with its port
        return ProxyWords::tr("The proxy %1 is used: it was given for this test.").arg(proxy);
    }
}

} // namespace

QString ProxyWords::sentence(const ProxyUse &use)
{
    if (use.isUsed())
        return ofUsed(use);
    switch (use.reason) {
    case ProxyReason::SwitchedOff:
        if (!use.variable.isEmpty())
            //: %1 is the name of an environment variable
            return tr("No proxy is used: the variable %1 is set to nothing.").arg(use.variable);
        return tr("No proxy is used: it was switched off for this test.");
    case ProxyReason::ThisComputer:
        return tr("No proxy is used: the address is on this computer.");
    case ProxyReason::ExceptedByVariable:
        //: %1 is an entry such as 10.0.0.0/8, %2 the name of an environment variable
        return tr("No proxy is used: the entry %1 of %2 excepts this address.")
            .arg(visible(use.exception), use.variable);
    case ProxyReason::VariableUnreadable:
        //: %1 is the name of an environment variable
        return tr(
            "No proxy is used: what the variable %1 is set to is not the address of a proxy that this test can use. "
            "It takes addresses that begin with http:// or socks5://.")
            .arg(use.variable);
    case ProxyReason::NoneSet:
    case ProxyReason::Given:
    case ProxyReason::Variable:
    case ProxyReason::System:
        break;
    }
    return tr("No proxy is used: neither a variable nor the system names one.");
}

QString ProxyWords::failure(TargetFailure failure)
{
    switch (failure) {
    case TargetFailure::EmptyUrl:
        return tr("The address of the proxy is missing. Write one such as http://proxy.example:3128, or choose "
                  "another entry.");
    case TargetFailure::UnsupportedScheme:
        return tr("The address of the proxy must begin with http:// or socks5://.");
    default:
        return tr("The address of the proxy is not complete. It begins with http:// or socks5://, then come its "
                  "name and its port, such as http://proxy.example:3128.");
    }
}

} // namespace words
