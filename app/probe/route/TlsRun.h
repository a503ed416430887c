// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/route/ProbeRun.h"

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
    /// The connection stands and, where the target is https, is trusted.
    virtual void ready();
    /// Those of a certificate's errors in spite of which the connection is made: all of them, or it is not. None, but
    /// for ServerTimeRun.
    [[nodiscard]] virtual QList<QSslError> passedOver(const QList<QSslError> &errors) const;
    /// The connection has failed or ended.
    virtual void onError(QAbstractSocket::SocketError error);

    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }

private:
    void openPlain();
    void openSecure();
    void noteAddress();
    [[nodiscard]] QString hostToConnect() const;
    [[nodiscard]] QNetworkProxy proxyToConnect() const;
    void onEncrypted();
    void onCertificateErrors(const QList<QSslError> &errors);
    void onAlert(QSsl::AlertLevel level, QSsl::AlertType type);
    void readTls();
    [[nodiscard]] QSslConfiguration configuration() const;

    QTcpSocket *m_socket = nullptr; ///< a child of this
    QList<QSslError> m_certificateErrors;
};

} // namespace probe
