// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/HttpRun.h"

#include "probe/message/RequestBytes.h"

#include <array>

namespace probe {

namespace {

bool maySend(const ProbeRequest &request)
{
    // parseBaseUrl refuses plain http beyond loopback; a key must not depend on every caller having used it.
    const QUrl &base = request.target.base;
    const bool hasItsKey = request.key.has_value() != (request.variant == Variant::NoKey);
    return hasItsKey && (base.scheme() == QLatin1String("https") || isLoopback(base));
}

} // namespace

void HttpRun::begin()
{
    if (maySend(request()))
        TlsRun::begin();
    else
        finish(NetworkFailure::KeyNotSendable);
}

void HttpRun::ready()
{
    connect(&socket(), &QIODevice::readyRead, this, &HttpRun::readAvailable);
    const key::Secret bytes = requestBytes(request());
    forgetKey();
    m_sent = true;
    socket().write(bytes.bytes().data(), bytes.bytes().size());
    readAvailable(); // a server may speak first
}

void HttpRun::readAvailable()
{
    std::array<char, 16384> piece{};
    while (!m_parser.isFinished()) {
        const qint64 count = socket().read(piece.data(), piece.size());
        if (count <= 0)
            break;
        m_parser.feed(QByteArrayView(piece.data(), static_cast<qsizetype>(count)));
    }
    if (m_parser.isFinished())
        finishWithReply();
}

void HttpRun::onError(QAbstractSocket::SocketError error)
{
    if (!m_sent) {
        TlsRun::onError(error);
        return;
    }
    // However the connection ends now (TLS without a goodbye is an error of its own in some versions of OpenSSL), what
    // came before counts, and some of it may still be unread.
    readAvailable();
    if (!isOver()) {
        m_parser.end();
        finishWithReply();
    }
}

void HttpRun::finishWithReply()
{
    switch (m_parser.state()) {
    case HttpReplyParser::State::Done:
        finish(std::nullopt);
        break;
    case HttpReplyParser::State::TooLarge:
        finish(NetworkFailure::ReplyTooLarge);
        break;
    case HttpReplyParser::State::NotHttp:
        finish(NetworkFailure::NotHttp);
        break;
    default:
        finish(NetworkFailure::ConnectionClosed);
        break;
    }
}

NetworkFailure HttpRun::timeoutFailure() const
{
    return m_parser.hasBegun() ? NetworkFailure::TimedOutInReply : TlsRun::timeoutFailure();
}

void HttpRun::release()
{
    if (m_parser.hasBegun()) {
        reply().status = m_parser.status();
        reply().headers = m_parser.headers();
        reply().body = m_parser.body();
    }
    TlsRun::release();
}

} // namespace probe
