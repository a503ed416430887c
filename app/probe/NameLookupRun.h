// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ProbeRun.h"

#include <QHostInfo>

namespace probe {

/// Asks what the host's name means: the proxy's name where a proxy applies. An address passes as it is.
class NameLookupRun : public ProbeRun {
    Q_OBJECT
public:
    using ProbeRun::ProbeRun;
    ~NameLookupRun() override;

protected:
    void begin() override;
    void release() override;

private:
    void onLookedUp(const QHostInfo &info);

    std::optional<int> m_lookup;
};

} // namespace probe
