// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace probe {

/// Why a request takes a proxy, or none.
enum class ProxyReason {
    NoneSet, ///< neither a variable nor the system names one
    SwitchedOff, ///< the user wants none, or a variable that counts is set to nothing
    ThisComputer, ///< a loopback address takes only a proxy that the user has named
    Given, ///< the user has named it
    Variable, ///< HTTPS_PROXY and the like
    ExceptedByVariable, ///< NO_PROXY keeps the request away from the proxy of another variable
    System, ///< the system's own settings
    VariableUnreadable, ///< a variable is set, but to something that is no proxy's address: none is taken
};

/// Which proxy a request takes. Never holds a login.
struct ProxyUse {
    ProxyReason reason = ProxyReason::NoneSet;
    /// Variable, VariableUnreadable, ExceptedByVariable (NO_PROXY's), and SwitchedOff where a variable did it: its name
    /// as it is set, "https_proxy".
    QString variable;
    QString exception; ///< ExceptedByVariable: the entry that applies, "10.0.0.0/8"
    QString host; ///< of the proxy; empty where none is taken
    int port = 0;
    bool socks = false;
    bool login = false; ///< a user name for the proxy was given

    [[nodiscard]] bool isUsed() const { return !host.isEmpty(); }
    friend bool operator==(const ProxyUse &, const ProxyUse &) = default;
};

} // namespace probe
