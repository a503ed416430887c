// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

namespace probe {

/// The request of a CheckApiKey or Rerank probe, as values: everything that is sent but the key itself.
struct RequestHead {
    struct Line {
        QByteArray name;
        QByteArray before; ///< the value; where the key stands in it: what comes before the key
        bool holdsKey = false;
        QByteArray after{}; ///< what comes after the key
    };

    QByteArray method;
    QUrl url;
    QByteArray path; ///< as it stands in the request line
    QList<Line> lines; ///< in the order in which they are sent
    QByteArray body;
};

/// The value of the Host header: with a port where the URL names one (RFC 9110, section 7.2).
[[nodiscard]] QByteArray hostHeader(const QUrl &base);
/// The request as it is sent: without a line for the key where `request.key` is empty.
[[nodiscard]] RequestHead requestHead(const ProbeRequest &request);

} // namespace probe
