// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Prober.h"

namespace probe {

/// Probes over the real network: the only place that sends a key anywhere.
///
/// It speaks HTTP/1.1 on Qt's sockets itself. QNetworkAccessManager (measured with Qt 6.4.2) sends a POST again, up
/// to three times more, where the connection closes before a reply: further trial calls and further copies of the
/// key. It also hides whether a reply began or was HTTP at all, and does not end a reply of endless headers.
class HttpProber : public Prober {
    Q_OBJECT
public:
    using Prober::Prober;

    void start(ProbeRequest request) override;
    /// The replies come at the next turn of the event loop.
    void cancelAll() override;
};

} // namespace probe
