// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/NameLookupRun.h"

#include <QHostAddress>

namespace probe {

NameLookupRun::~NameLookupRun()
{
    if (m_lookup)
        QHostInfo::abortHostLookup(*m_lookup);
}

void NameLookupRun::begin()
{
    const QHostAddress address(reply().host);
    if (!address.isNull()) {
        reply().addresses = QStringList{address.toString()};
        finish(std::nullopt);
        return;
    }
    m_lookup = QHostInfo::lookupHost(reply().host, this, [this](const QHostInfo &info) { onLookedUp(info); });
}

void NameLookupRun::onLookedUp(const QHostInfo &info)
{
    m_lookup.reset();
    if (isOver())
        return;
    const QList<QHostAddress> addresses = info.addresses();
    for (const QHostAddress &address : addresses)
        reply().addresses.append(address.toString());
    if (!addresses.isEmpty())
        finish(std::nullopt);
    else
        finish(reply().viaProxy ? NetworkFailure::ProxyNotFound : NetworkFailure::NameNotFound);
}

void NameLookupRun::release()
{
    // The look-up itself cannot be stopped: its thread goes on until the system's resolver gives up.
    if (m_lookup)
        QHostInfo::abortHostLookup(*std::exchange(m_lookup, std::nullopt));
}

} // namespace probe
