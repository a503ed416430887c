// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/TlsRun.h"

#include "probe/route/Authorities.h"
#include "probe/route/CertificateReading.h"

#include <QHostAddress>
#include <QSslConfiguration>

namespace probe {

namespace {

// Bytes that Qt reads ahead of us: with this and the parser's limits, memory is bounded.
constexpr qint64 readAhead = qint64{64} * 1024;

} // namespace

void TlsRun::begin()
{
    // Plain http is for loopback alone, and does without TLS: loading it takes longer than such a probe.
    const bool plain = request().target.base.scheme() == QLatin1String("http");
    m_socket = plain ? new QTcpSocket(this) : secureSocket();
    connect(m_socket, &QAbstractSocket::connected, this, &TlsRun::onConnected);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this](auto error) { onError(error); });
    m_socket->setReadBufferSize(readAhead);
    connectSocket();
}

QSslSocket *TlsRun::secureSocket()
{
    auto *socket = new QSslSocket(this);
    connect(socket, &QSslSocket::encrypted, this, &TlsRun::onEncrypted);
    connect(socket, &QSslSocket::sslErrors, this, &TlsRun::onCertificateErrors);
    connect(socket, &QSslSocket::alertReceived, this, &TlsRun::onAlertReceived);
    connect(socket, &QSslSocket::alertSent, this, &TlsRun::onAlertSent);
    socket->setSslConfiguration(configuration());
    // Whatever address is connected to: the name is asked for, and the certificate must be for it.
    socket->setPeerVerifyName(request().target.base.host(QUrl::FullyEncoded));
    return socket;
}

bool TlsRun::tunnels() const
{
    const bool speaksHttp =
        proxy().type() == QNetworkProxy::HttpProxy || proxy().type() == QNetworkProxy::HttpCachingProxy;
    return speaksHttp && !m_askedByQt;
}

void TlsRun::connectSocket()
{
    const QNetworkProxy through = proxyToConnect();
    if (!tunnels()) {
        m_socket->setProxy(through);
        m_socket->connectToHost(hostToConnect(), static_cast<quint16>(portOf(request().target.base)));
        return;
    }
    m_tunnel = new ProxyTunnel(*m_socket, through, request().target.base, this);
    connect(m_tunnel, &ProxyTunnel::opened, this, &TlsRun::onOpened);
    connect(m_tunnel, &ProxyTunnel::refused, this, &TlsRun::onRefused);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->connectToHost(through.hostName(), through.port());
}

void TlsRun::onConnected()
{
    noteAddress();
    if (m_tunnel != nullptr)
        m_tunnel->ask();
    else
        onOpened();
}

void TlsRun::onOpened()
{
    m_beyondProxy = reply().viaProxy;
    if (m_askedByQt)
        forgetAnswer();
    if (auto *secure = qobject_cast<QSslSocket *>(m_socket))
        secure->startClientEncryption();
    else
        ready();
}

void TlsRun::onRefused()
{
    const RouteFailure failure = m_tunnel->readInto(reply());
    if (failure.failure == NetworkFailure::ProxyLoginNeeded && mayQtLogIn(reply()))
        openByQt();
    else
        finish(failure);
}

void TlsRun::forgetAnswer()
{
    reply().status = 0;
    reply().headers.clear();
    reply().body.clear();
}

void TlsRun::openByQt()
{
    closeSocket();
    m_socket->deleteLater();
    m_tunnel->deleteLater();
    m_tunnel = nullptr;
    m_askedByQt = true;
    TlsRun::begin();
}

QString TlsRun::hostToConnect() const
{
    const QStringList &addresses = request().addresses;
    return proxy().type() != QNetworkProxy::NoProxy || addresses.isEmpty()
        ? request().target.base.host(QUrl::FullyEncoded)
        : addresses.constFirst();
}

QNetworkProxy TlsRun::proxyToConnect() const
{
    QNetworkProxy chosen = proxy();
    if (chosen.type() == QNetworkProxy::NoProxy)
        return chosen;
    if (!request().addresses.isEmpty())
        chosen.setHostName(request().addresses.constFirst());
    if (!tunnels()) {
        // Qt sends a login as Latin-1, everybody else, and so every file of passwords, as UTF-8.
        chosen.setUser(QString::fromLatin1(chosen.user().toUtf8()));
        chosen.setPassword(QString::fromLatin1(chosen.password().toUtf8()));
    }
    return chosen;
}

void TlsRun::noteAddress()
{
    // Behind a proxy the socket does not say whom it is connected to.
    if (!reply().viaProxy)
        reply().address = m_socket->peerAddress().toString();
    else if (!request().addresses.isEmpty())
        reply().address = request().addresses.constFirst();
}

QSslConfiguration TlsRun::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({"http/1.1"});
    const QString &file = request().target.authorityFile;
    if (file.isEmpty())
        return configuration;
    if (const auto further = loadAuthorities(file)) {
        // Naming authorities ends Qt's loading of the system's on demand: name those too.
        configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + *further);
    }
    return configuration;
}

void TlsRun::onCertificateErrors(const QList<QSslError> &errors)
{
    m_certificateErrors = errors;
    readTls();
    // What is not passed over ends the connection next, before a byte of ours is sent.
    const QList<QSslError> passed = passedOver(errors);
    if (!passed.isEmpty())
        static_cast<QSslSocket *>(m_socket)->ignoreSslErrors(passed);
}

QList<QSslError> TlsRun::passedOver(const QList<QSslError> & /*errors*/) const
{
    return {};
}

void TlsRun::onAlertReceived(QSsl::AlertLevel /*level*/, QSsl::AlertType type)
{
    // RFC 8446, section 6.2. Whoever sends an alert speaks TLS.
    TlsFacts &tls = reply().tls;
    tls.tooOld = tls.tooOld || type == QSsl::AlertType::ProtocolVersion;
    tls.wantsCertificate = tls.wantsCertificate || type == QSsl::AlertType::CertificateRequired;
    tls.alerted = tls.alerted || type != QSsl::AlertType::CloseNotify;
}

void TlsRun::onAlertSent(QSsl::AlertLevel /*level*/, QSsl::AlertType type)
{
    // By this side, where the other one offers no version from 1.2 on.
    if (type == QSsl::AlertType::ProtocolVersion)
        reply().tls.tooOld = true;
}

void TlsRun::readTls()
{
    const auto *secure = static_cast<const QSslSocket *>(m_socket);
    reply().tls = readCertificates(
        secure->peerCertificateChain(), m_certificateErrors, secure->sslConfiguration().caCertificates());
    reply().tls.seenAt = QDateTime::currentDateTimeUtc();
    reply().tls.protocol = protocolName(secure->sessionProtocol());
}

void TlsRun::onEncrypted()
{
    readTls();
    ready();
}

void TlsRun::ready()
{
    // A Tls probe of a plain http target connects, but there is no TLS.
    finish(reply().tls.protocol.isEmpty() ? std::optional(NetworkFailure::TlsHandshakeFailed) : std::nullopt);
}

RouteFailure TlsRun::readProxyError(QAbstractSocket::SocketError error)
{
    if (m_tunnel != nullptr) // not connected to it
        return {
            error == QAbstractSocket::HostNotFoundError ? NetworkFailure::ProxyNotFound : NetworkFailure::ProxyRefused};
    const RouteFailure failure = readProxiedFailure(error, reply().proxyUse);
    if (!m_askedByQt)
        return failure;
    if (failure.failure != NetworkFailure::ProxyDenied)
        return {NetworkFailure::ProxyLoginNeeded}; // its first answer stands
    forgetAnswer();
    return failure;
}

void TlsRun::onError(QAbstractSocket::SocketError error)
{
    if (m_tunnel != nullptr && m_tunnel->isAsked() && !m_beyondProxy) {
        m_tunnel->end(); // may find that the connection to the target was made, and has ended
        if (!m_beyondProxy)
            return;
    }
    if (!m_certificateErrors.isEmpty())
        finish(NetworkFailure::CertificateUntrusted);
    else if (reply().viaProxy && !m_beyondProxy)
        finish(readProxyError(error));
    else if (!reply().viaProxy && reply().address.isEmpty())
        finish(readConnectFailure(*m_socket, QHostAddress(hostToConnect())));
    else
        finish({readFailure(error), m_beyondProxy});
}

NetworkFailure TlsRun::timeoutFailure() const
{
    if (!reply().viaProxy || m_beyondProxy)
        return NetworkFailure::TimedOut;
    return m_askedByQt ? NetworkFailure::ProxyLoginNeeded : NetworkFailure::ProxyTooSlow;
}

void TlsRun::timeUp()
{
    if (m_tunnel != nullptr && m_tunnel->isRefused())
        finish(m_tunnel->readInto(reply()));
    else
        finish({timeoutFailure(), m_beyondProxy});
}

void TlsRun::release()
{
    if (m_socket != nullptr)
        closeSocket();
}

void TlsRun::closeSocket()
{
    m_socket->disconnect(this);
    // Later: this may come from within a signal of a QSslSocket, which then goes on with what abort() takes away.
    QMetaObject::invokeMethod(m_socket, &QAbstractSocket::abort, Qt::QueuedConnection);
}

} // namespace probe
