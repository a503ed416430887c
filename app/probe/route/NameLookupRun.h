// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/route/NameLookup.h"
#include "probe/route/ProbeRun.h"

#include <QFutureWatcher>

namespace probe {

/// Asks what the host's name means: the proxy's name where a proxy applies. An address passes as it is.
class NameLookupRun : public ProbeRun {
    Q_OBJECT
public:
    NameLookupRun(ProbeRequest request, QObject *parent);

protected:
    void begin() override;
    void release() override;

private:
    void onLookedUp();

    QFutureWatcher<FoundAddresses> m_lookup;
};

} // namespace probe
