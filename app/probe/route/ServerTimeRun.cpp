// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ServerTimeRun.h"

#include "probe/message/RequestHead.h"
#include "probe/route/CertificateReading.h"

#include <array>

namespace probe {

namespace {

// The least that HTTP/1.1 knows. Nothing of the target's header, path or model is in it.
QByteArray timeRequest(const QUrl &base)
{
    return "HEAD / HTTP/1.1\r\nHost: " + hostHeader(base)
        + "\r\nUser-Agent: rerank-key-doctor/" DOCTOR_VERSION "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
}

} // namespace

void ServerTimeRun::begin()
{
    forgetKey(); // none is given; and whoever gives one shall not see it on its way
    // Without TLS nobody vouches for what the server says.
    if (request().target.base.scheme() == QLatin1String("https"))
        TlsRun::begin();
    else
        finish(NetworkFailure::TlsHandshakeFailed);
}

QList<QSslError> ServerTimeRun::passedOver(const QList<QSslError> &errors) const
{
    return areDatesAlone(errors) ? errors : QList<QSslError>();
}

void ServerTimeRun::ready()
{
    connect(&socket(), &QIODevice::readyRead, this, &ServerTimeRun::readAvailable);
    m_sent = true;
    socket().write(timeRequest(request().target.base));
    readAvailable(); // a server may speak first
}

void ServerTimeRun::readAvailable()
{
    std::array<char, 4096> piece{};
    // A reply to HEAD ends with its headers, whatever length they tell.
    while (m_parser.state() < HttpReplyParser::State::Body) {
        const qint64 count = socket().read(piece.data(), piece.size());
        if (count <= 0)
            return;
        m_parser.feed(QByteArrayView(piece.data(), static_cast<qsizetype>(count)));
    }
    switch (m_parser.state()) {
    case HttpReplyParser::State::NotHttp:
        return finish(NetworkFailure::NotHttp);
    case HttpReplyParser::State::TooLarge:
        return finish(NetworkFailure::ReplyTooLarge);
    default:
        return finish(std::nullopt);
    }
}

void ServerTimeRun::onError(QAbstractSocket::SocketError error)
{
    if (!m_sent) {
        TlsRun::onError(error);
        return;
    }
    readAvailable(); // what came before the end counts
    finish(NetworkFailure::ConnectionClosed);
}

void ServerTimeRun::release()
{
    reply().status = m_parser.status();
    reply().headers = m_parser.headers();
    TlsRun::release();
}

} // namespace probe
