// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/route/ProbeRun.h"
#include "probe/route/ProxyTunnel.h"

#include <QSslError>
#include <QSslSocket>

namespace probe {

/// Makes a connection to the target, through the proxy where one applies, with TLS where the target is https, and
/// checks the certificate. Sends nothing by itself; what comes after the handshake is for HttpRun and ServerTimeRun,
/// which build on this.
class TlsRun : public ProbeRun {
    Q_OBJECT
public:
    using ProbeRun::ProbeRun;

protected:
    void begin() override;
    void release() override;
    void timeUp() override;
    [[nodiscard]] NetworkFailure timeoutFailure() const override;
    /// The connection stands and, where the target is https, is trusted.
    virtual void ready();
    /// Those of a certificate's errors in spite of which the connection is made: all of them, or it is not. None, but
    /// for ServerTimeRun.
    [[nodiscard]] virtual QList<QSslError> passedOver(const QList<QSslError> &errors) const;
    /// The connection has failed or ended.
    virtual void onError(QAbstractSocket::SocketError error);

    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }

private:
    [[nodiscard]] QSslSocket *secureSocket();
    void connectSocket();
    void onConnected();
    void onOpened();
    void onRefused();
    void openByQt();
    void forgetAnswer();
    void closeSocket();
    void noteAddress();
    [[nodiscard]] bool tunnels() const;
    [[nodiscard]] QString hostToConnect() const;
    [[nodiscard]] QNetworkProxy proxyToConnect() const;
    [[nodiscard]] RouteFailure readProxyError(QAbstractSocket::SocketError error);
    void onEncrypted();
    void onCertificateErrors(const QList<QSslError> &errors);
    void onAlertReceived(QSsl::AlertLevel level, QSsl::AlertType type);
    void onAlertSent(QSsl::AlertLevel level, QSsl::AlertType type);
    void readTls();
    [[nodiscard]] QSslConfiguration configuration() const;

    QTcpSocket *m_socket = nullptr; ///< a child of this
    ProxyTunnel *m_tunnel = nullptr; ///< a child of this; there where the proxy is asked by ourselves
    bool m_askedByQt = false; ///< an HTTP proxy that has answered 407 is asked again, by Qt
    bool m_beyondProxy = false; ///< the proxy has made its connection
    QList<QSslError> m_certificateErrors;
};

} // namespace probe
