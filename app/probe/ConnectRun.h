// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ProbeRun.h"

#include <QTcpSocket>

namespace probe {

/// Makes a TCP connection to the host, or to the proxy where one applies, and closes it. Sends nothing.
class ConnectRun : public ProbeRun {
    Q_OBJECT
public:
    ConnectRun(ProbeRequest request, QObject *parent);

protected:
    void begin() override;
    void release() override;

private:
    void onError(QAbstractSocket::SocketError error);

    QTcpSocket m_socket;
};

} // namespace probe
