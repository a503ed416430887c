// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/route/NameLookup.h"
#include "probe/route/ProbeRun.h"

#include <QFutureWatcher>
#include <QHostAddress>
#include <QTcpSocket>

namespace probe {

/// Makes a TCP connection to the host, or to the proxy where one applies, and closes it. Sends nothing.
///
/// Where the name has several addresses they are tried side by side, so that a dead one costs a moment and not the
/// whole check ("Happy Eyeballs", RFC 8305): a further attempt begins 250 ms after the one before, or at once when one
/// fails; the first connection that stands wins.
class ConnectRun : public ProbeRun {
    Q_OBJECT
public:
    /// Addresses beyond this many are not tried.
    static constexpr qsizetype maximumAttempts = 8;

    ConnectRun(ProbeRequest request, QObject *parent);

protected:
    void begin() override;
    void release() override;
    [[nodiscard]] NetworkFailure timeoutFailure() const override;

private:
    void tryAddresses(const QStringList &addresses);
    void tryNext();
    void onConnected(qsizetype attempt);
    void onFailed(qsizetype attempt, NetworkFailure failure);
    [[nodiscard]] NetworkFailure ofTheHop(NetworkFailure failure) const;

    QFutureWatcher<FoundAddresses> m_lookup;
    QList<QHostAddress> m_waiting; ///< not tried yet
    QList<QTcpSocket *> m_sockets; ///< one an attempt, in the order of reply().attempts; children of this
    QTimer m_next; ///< until the next attempt
};

} // namespace probe
