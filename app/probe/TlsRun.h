// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ProbeRun.h"

#include <QSslError>
#include <QSslSocket>

namespace probe {

/// Makes a connection to the target, through the proxy where one applies, with TLS where the target is https, and
/// checks the certificate. No error of a certificate is ever passed over. Sends nothing by itself; what comes
/// after the handshake is for HttpRun, which builds on this.
class TlsRun : public ProbeRun {
    Q_OBJECT
public:
    using ProbeRun::ProbeRun;

protected:
    void begin() override;
    void release() override;
    /// The connection stands and, where the target is https, is trusted.
    virtual void ready();
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
    [[nodiscard]] QSslConfiguration configuration() const;

    QTcpSocket *m_socket = nullptr; ///< a child of this
    bool m_untrusted = false;
};

} // namespace probe
