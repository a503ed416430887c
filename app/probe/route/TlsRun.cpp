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
    if (request().target.base.scheme() == QLatin1String("http"))
        openPlain();
    else
        openSecure();
}

void TlsRun::openPlain()
{
    m_socket = new QTcpSocket(this);
    connect(m_socket, &QAbstractSocket::connected, this, &TlsRun::noteAddress);
    connect(m_socket, &QAbstractSocket::connected, this, [this] { ready(); });
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this](auto error) { onError(error); });
    m_socket->setProxy(proxyToConnect());
    m_socket->setReadBufferSize(readAhead);
    const QUrl &base = request().target.base;
    m_socket->connectToHost(hostToConnect(), static_cast<quint16>(portOf(base)));
}

void TlsRun::openSecure()
{
    auto *socket = new QSslSocket(this);
    m_socket = socket;
    connect(socket, &QAbstractSocket::connected, this, &TlsRun::noteAddress);
    connect(socket, &QSslSocket::encrypted, this, &TlsRun::onEncrypted);
    connect(socket, &QSslSocket::sslErrors, this, &TlsRun::onCertificateErrors);
    connect(socket, &QSslSocket::alertReceived, this, &TlsRun::onAlert);
    connect(socket, &QSslSocket::alertSent, this, &TlsRun::onAlert);
    connect(socket, &QAbstractSocket::errorOccurred, this, [this](auto error) { onError(error); });
    socket->setProxy(proxyToConnect());
    socket->setReadBufferSize(readAhead);
    socket->setSslConfiguration(configuration());
    const QUrl &base = request().target.base;
    // Whatever address is connected to: the name is asked for, and the certificate must be for it.
    socket->connectToHostEncrypted(hostToConnect(), static_cast<quint16>(portOf(base)), base.host(QUrl::FullyEncoded));
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
    if (chosen.type() != QNetworkProxy::NoProxy && !request().addresses.isEmpty())
        chosen.setHostName(request().addresses.constFirst());
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

void TlsRun::onAlert(QSsl::AlertLevel /*level*/, QSsl::AlertType type)
{
    // Sent by whichever side sees that there is no version in common (RFC 8446, section 6.2).
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

void TlsRun::onError(QAbstractSocket::SocketError error)
{
    const bool connecting = !reply().viaProxy && reply().address.isEmpty();
    if (!m_certificateErrors.isEmpty())
        finish(NetworkFailure::CertificateUntrusted);
    else if (connecting)
        finish(readConnectFailure(*m_socket, QHostAddress(hostToConnect())));
    else
        finishWithError(error);
}

void TlsRun::release()
{
    if (m_socket == nullptr)
        return;
    m_socket->disconnect(this);
    // Later: this may come from within a signal of a QSslSocket, which then goes on with what abort() takes away.
    QMetaObject::invokeMethod(m_socket, &QAbstractSocket::abort, Qt::QueuedConnection);
}

} // namespace probe
