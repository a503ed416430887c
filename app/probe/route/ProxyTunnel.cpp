// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ProxyTunnel.h"

#include "probe/reply/LoginSchemes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace probe {

namespace {

using namespace std::chrono_literals;

/// The failure is known by then: a slow answer must not use up the time of what else is to be tried.
constexpr std::chrono::milliseconds longestReading = 3s;

constexpr int unauthorized = 401; // tinyproxy's answer to a wrong login
constexpr int loginNeeded = 407;

QByteArray loginLine(const QNetworkProxy &proxy)
{
    if (proxy.user().isEmpty())
        return {};
    const QString login = proxy.user() + QLatin1Char(':') + proxy.password();
    return "\r\nProxy-Authorization: Basic " + login.toUtf8().toBase64();
}

// RFC 9110, section 9.3.6.
QByteArray connectRequest(const QUrl &target, const QNetworkProxy &proxy)
{
    const QByteArray host = target.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray authority =
        (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(portOf(target));
    return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority
        + "\r\nUser-Agent: rerank-key-doctor/" DOCTOR_VERSION + loginLine(proxy) + "\r\n\r\n";
}

struct SquidError {
    QByteArrayView text; ///< how X-Squid-Error begins
    NetworkFailure failure;
};

/// What squid says about the target: its page's name, and the system's error, whose numbers are Linux's here (squid 5,
/// err_type.h). Another error than these leaves open whose it is.
constexpr std::array squidErrors{
    SquidError{"ERR_DNS_FAIL ", NetworkFailure::NameNotFound},
    SquidError{"ERR_CONNECT_FAIL 101", NetworkFailure::HostUnreachable}, // ENETUNREACH
    SquidError{"ERR_CONNECT_FAIL 110", NetworkFailure::TimedOut}, // ETIMEDOUT
    SquidError{"ERR_CONNECT_FAIL 111", NetworkFailure::ConnectionRefused}, // ECONNREFUSED
    SquidError{"ERR_CONNECT_FAIL 113", NetworkFailure::HostUnreachable}, // EHOSTUNREACH
};

/// Privoxy's page where a name is not known. A 404 of anybody else, such as a web server that was taken for a proxy,
/// says nothing of the name.
bool isUnknownToPrivoxy(const ProbeReply &reply)
{
    constexpr int notFound = 404;
    return reply.status == notFound && reply.body.contains("Privoxy");
}

RouteFailure readRefusal(const ProbeReply &reply)
{
    if (reply.status == loginNeeded)
        return {NetworkFailure::ProxyLoginNeeded};
    const QByteArray said = reply.header("x-squid-error");
    const auto row = std::find_if(squidErrors.begin(), squidErrors.end(),
        [&said](const SquidError &error) { return said.startsWith(error.text); });
    if (row != squidErrors.end())
        return {row->failure, true};
    if (isUnknownToPrivoxy(reply))
        return {NetworkFailure::NameNotFound, true};
    return {NetworkFailure::ProxyDenied};
}

} // namespace

ProxyTunnel::ProxyTunnel(QTcpSocket &socket, const QNetworkProxy &proxy, QUrl target, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_proxy(proxy)
    , m_target(std::move(target))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(longestReading);
    connect(&m_patience, &QTimer::timeout, this, &ProxyTunnel::refuse);
}

void ProxyTunnel::ask()
{
    m_asked = true;
    connect(&m_socket, &QIODevice::readyRead, this, &ProxyTunnel::readAvailable);
    m_socket.write(connectRequest(m_target, m_proxy));
    readAvailable();
}

void ProxyTunnel::end()
{
    readAvailable();
    m_parser.end();
    refuse();
}

bool ProxyTunnel::isHeadRead() const
{
    return m_parser.state() != HttpReplyParser::State::StatusLine
        && m_parser.state() != HttpReplyParser::State::Headers;
}

bool ProxyTunnel::isRefused() const
{
    return isHeadRead() && m_parser.status() / 100 != 2;
}

void ProxyTunnel::readAvailable()
{
    if (m_over)
        return;
    // Byte by byte: what comes after the head of a 2xx is the target's, and for others to read.
    char byte = 0;
    while (!isHeadRead() && m_socket.read(&byte, 1) == 1)
        m_parser.feed(QByteArrayView(&byte, 1));
    if (!isHeadRead())
        return;
    if (!isRefused() && m_parser.state() != HttpReplyParser::State::CutOff) {
        m_over = true;
        m_socket.disconnect(this);
        Q_EMIT opened();
        return;
    }
    std::array<char, 16384> piece{};
    while (!m_parser.isFinished()) {
        const qint64 count = m_socket.read(piece.data(), piece.size());
        if (count <= 0)
            break;
        m_parser.feed(QByteArrayView(piece.data(), static_cast<qsizetype>(count)));
    }
    if (m_parser.isFinished())
        refuse();
    else if (!m_patience.isActive())
        m_patience.start();
}

void ProxyTunnel::refuse()
{
    if (std::exchange(m_over, true))
        return;
    m_patience.stop();
    m_socket.disconnect(this);
    Q_EMIT refused();
}

RouteFailure ProxyTunnel::readInto(ProbeReply &reply) const
{
    if (!m_parser.hasBegun())
        return {NetworkFailure::ProxyRefused};
    reply.status = m_parser.status();
    reply.headers = m_parser.headers();
    reply.body = m_parser.body();
    if (reply.proxyUse.login && reply.status == unauthorized)
        return {NetworkFailure::ProxyLoginNeeded};
    return readRefusal(reply);
}

bool mayQtLogIn(const ProbeReply &answer)
{
    return answer.proxyUse.login && loginSchemes(answer).contains(QLatin1String("Digest"), Qt::CaseInsensitive);
}

} // namespace probe
