// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/NameLookupRun.h"

namespace probe {

NameLookupRun::NameLookupRun(ProbeRequest request, QObject *parent)
    : ProbeRun(std::move(request), parent)
{
    connect(&m_lookup, &QFutureWatcherBase::finished, this, &NameLookupRun::onLookedUp);
}

void NameLookupRun::begin()
{
    m_lookup.setFuture(lookUpName(reply().host));
}

void NameLookupRun::onLookedUp()
{
    const FoundAddresses found = m_lookup.result();
    reply().addresses = found.addresses;
    if (!reply().addresses.isEmpty())
        finish(std::nullopt);
    else if (!found.answered)
        finish(NetworkFailure::NoNameServer);
    else
        finish(reply().viaProxy ? NetworkFailure::ProxyNotFound : NetworkFailure::NameNotFound);
}

void NameLookupRun::release()
{
    m_lookup.disconnect(this); // what still runs is no longer heard
}

} // namespace probe
