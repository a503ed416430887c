// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/route/ProxyAnswer.h"

#include "probe/reply/LoginSchemes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace probe {

namespace {

// Bytes that Qt reads ahead of us: with this and the parser's limits, memory is bounded.
constexpr qint64 readAhead = qint64{64} * 1024;

constexpr int unauthorized = 401; // tinyproxy's answer to a wrong login
constexpr int loginNeeded = 407;

// RFC 9110, section 9.3.6.
QByteArray connectRequest(const QUrl &target, const QByteArray &login)
{
    const QByteArray host = target.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray authority =
        (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(portOf(target));
    return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority
        + "\r\nUser-Agent: rerank-key-doctor/" DOCTOR_VERSION
        + (login.isEmpty() ? QByteArray() : "\r\nProxy-Authorization: Basic " + login) + "\r\n\r\n";
}

bool isHeadRead(HttpReplyParser::State state)
{
    return state != HttpReplyParser::State::StatusLine && state != HttpReplyParser::State::Headers;
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

RouteFailure readAnswer(const ProbeReply &reply)
{
    if (reply.status == loginNeeded)
        return {NetworkFailure::ProxyLoginNeeded};
    const QByteArray said = reply.header("x-squid-error");
    const auto row = std::find_if(squidErrors.begin(), squidErrors.end(),
        [&said](const SquidError &error) { return said.startsWith(error.text); });
    if (row != squidErrors.end())
        return {row->failure, true};
    if (reply.status == 404) // Privoxy's "no such domain"; Qt reads it so as well
        return {NetworkFailure::NameNotFound, true};
    return {NetworkFailure::ProxyDenied};
}

} // namespace

ProxyAnswer::ProxyAnswer(const QNetworkProxy &proxy, QUrl target, RouteFailure failure, QObject *parent)
    : QObject(parent)
    , m_proxy(proxy)
    , m_target(std::move(target))
    , m_failure(failure)
{
}

void ProxyAnswer::ask(const QByteArray &login)
{
    m_withLogin = !login.isEmpty();
    m_parser = HttpReplyParser();
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readAhead);
    connect(m_socket, &QAbstractSocket::connected, this,
        [this, request = connectRequest(m_target, login)] { m_socket->write(request); });
    connect(m_socket, &QIODevice::readyRead, this, &ProxyAnswer::readAvailable);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this, asked = m_socket] {
        readAvailable();
        if (asked != m_socket)
            return; // that was the end of it
        m_parser.end();
        end();
    });
    m_socket->connectToHost(m_proxy.hostName(), m_proxy.port());
}

void ProxyAnswer::readAvailable()
{
    // After a 2xx a tunnel stands, which belongs to nobody: no body follows, and no end.
    const auto isConnected = [this] { return m_parser.status() / 100 == 2 && isHeadRead(m_parser.state()); };
    std::array<char, 16384> piece{};
    while (!m_parser.isFinished() && !isConnected()) {
        const qint64 count = m_socket->read(piece.data(), piece.size());
        if (count <= 0)
            return;
        m_parser.feed(QByteArrayView(piece.data(), static_cast<qsizetype>(count)));
    }
    end();
}

void ProxyAnswer::closeSocket()
{
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

bool ProxyAnswer::takesBasicLogin() const
{
    const auto &headers = m_parser.headers();
    return std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first == "proxy-authenticate"
            && schemesOfChallenges(header.second).contains(QLatin1String("Basic"), Qt::CaseInsensitive);
    });
}

void ProxyAnswer::end()
{
    if (m_socket == nullptr)
        return;
    closeSocket();
    const bool knownAsWrong = m_failure.failure == NetworkFailure::ProxyLoginNeeded;
    const bool isAsked = m_parser.status() == loginNeeded && !m_withLogin;
    if (isAsked && !knownAsWrong && !m_proxy.user().isEmpty() && takesBasicLogin())
        ask((m_proxy.user() + QLatin1Char(':') + m_proxy.password()).toUtf8().toBase64());
    else
        Q_EMIT finished();
}

RouteFailure ProxyAnswer::readInto(ProbeReply &reply) const
{
    constexpr int firstRefusal = 300;
    if (m_parser.status() < firstRefusal || !isHeadRead(m_parser.state()))
        return m_failure;
    // Qt's own question went with the login, where one was given, and this one without: then its answer tells of that
    // one only where both ask for a login. A proxy that closed the connection over a login has refused it: some do so
    // in the middle of NTLM.
    const bool asksForLogin = m_parser.status() == loginNeeded;
    const bool askedForLogin = m_failure.failure == NetworkFailure::ProxyLoginNeeded;
    const bool tookTheLogin =
        reply.proxyUse.login && !askedForLogin && m_failure.failure != NetworkFailure::ProxyRefused;
    const bool isAnotherMatter = !m_withLogin && (asksForLogin ? tookTheLogin : askedForLogin);
    if (isAnotherMatter)
        return m_failure;
    reply.status = m_parser.status();
    reply.headers = m_parser.headers();
    reply.body = m_parser.body();
    if (m_withLogin && m_parser.status() == unauthorized)
        return {NetworkFailure::ProxyLoginNeeded};
    return readAnswer(reply);
}

} // namespace probe
