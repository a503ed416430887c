// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/NameLookupRun.h"

#include "probe/route/NameLookup.h"

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
    reply().addresses = m_lookup.result();
    if (!reply().addresses.isEmpty())
        finish(std::nullopt);
    else
        finish(reply().viaProxy ? NetworkFailure::ProxyNotFound : NetworkFailure::NameNotFound);
}

void NameLookupRun::release()
{
    m_lookup.disconnect(this); // what still runs is no longer heard
}

} // namespace probe
