// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ProxyUse.h"
#include "probe/Target.h"

#include <QCoreApplication>
#include <QString>

namespace words {

/// Which proxy a test takes, and why. Never says more of a login than that there is one.
class ProxyWords {
    Q_DECLARE_TR_FUNCTIONS(ProxyWords)
public:
    /// "The proxy proxy.example (port 3128) is used: the variable HTTPS_PROXY names it."
    [[nodiscard]] static QString sentence(const probe::ProxyUse &use);
    /// Why the address of a proxy cannot be used: the errors of probe::parseProxyChoice, and what to write instead.
    [[nodiscard]] static QString failure(probe::TargetFailure failure);
};

} // namespace words
