// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/Probe.h"

#include <QObject>

namespace probe {

/// Tries one thing on the network and says what came back. Never blocks.
class Prober : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Starts a probe; several may run side by side. Every start ends in exactly one probeFinished,
    /// which never comes from within start() itself.
    virtual void start(ProbeRequest request) = 0;
    /// Ends all that run, each with NetworkFailure::Cancelled.
    virtual void cancelAll() = 0;

Q_SIGNALS:
    void probeFinished(const probe::ProbeReply &reply);
};

} // namespace probe
