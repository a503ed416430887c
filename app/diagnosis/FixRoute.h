// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QString>

namespace diagnosis {

struct Evidence;

/// What a check has seen of the way to the service, as far as the steps of a fix depend on it.
struct FixRoute {
    /// Whose the base URL is. Without a check, as where an error text is all there is, it is not known.
    enum class Base { NotKnown, Cohere, Own, ThisComputer };
    /// What came of the test without the proxy.
    enum class Direct { NotTried, Answered, Failed };

    Base base = Base::NotKnown;
    int port = 443; ///< of the base URL
    QString proxyHost; ///< empty where no proxy was used
    int proxyPort = 0;
    bool proxyIsSocks = false;
    QString proxyVariable; ///< the variable that names the proxy, "HTTPS_PROXY"; empty where none does
    bool proxyFailed = false; ///< the proxy itself cannot be found, or does not answer
    bool proxyDenied = false; ///< the proxy makes no connection
    bool proxyTakesPassword = true; ///< false where a proxy wants a login, and of another kind than Basic
    Direct direct = Direct::NotTried;
    bool headersTried = false; ///< the key was sent in other headers too
    probe::CertificateProblem certificate = probe::CertificateProblem::None;
    bool inspected = false; ///< a product on the way has made the certificate
    QString issuer; ///< of a certificate that is not trusted; may be empty
    int status = 0; ///< of an answer that did not come from Cohere; 0 where there was none

    [[nodiscard]] bool atCohere() const { return base == Base::Cohere; }
    /// A gateway, a private deployment, a server on this computer.
    [[nodiscard]] bool atOwnServer() const { return base == Base::Own || base == Base::ThisComputer; }
    [[nodiscard]] bool hasProxy() const { return !proxyHost.isEmpty(); }
};

/// What the evidence tells of the way. Pure.
[[nodiscard]] FixRoute fixRoute(const Evidence &evidence);

} // namespace diagnosis
