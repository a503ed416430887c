// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/ScriptedServer.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace {

// -1 until the whole head is there; then how long head and body are together.
qsizetype requestLength(const QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    const QByteArray head = received.first(end + 2).toLower();
    const qsizetype name = head.indexOf("\r\ncontent-length:");
    if (name < 0)
        return end + 4;
    const qsizetype value = name + 17;
    return end + 4 + head.sliced(value, head.indexOf("\r\n", value) - value).trimmed().toLongLong();
}

} // namespace

Script Script::reply(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    const bool typed = std::any_of(headers.begin(), headers.end(),
        [](const QByteArray &header) { return header.toLower().startsWith("content-type:"); });
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    if (!typed)
        bytes += "Content-Type: application/json\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return raw(bytes);
}

Script Script::raw(const QByteArray &bytes, Then then)
{
    Script script;
    script.bytes = bytes;
    script.then = then;
    return script;
}

Script Script::dripping(const QByteArray &bytes, std::chrono::milliseconds apart)
{
    Script script = raw(bytes);
    script.drip = apart;
    return script;
}

Script Script::endless(const QByteArray &first, const QByteArray &repeated)
{
    Script script = raw(first, Then::Repeat);
    script.repeated = repeated;
    return script;
}

/// One connection: reads the request, then plays the script.
class ScriptedServer::Connection : public QObject {
public:
    Connection(ScriptedServer &server, QTcpSocket &socket)
        : QObject(&server)
        , m_server(server)
        , m_socket(socket)
    {
        socket.setParent(this);
        ++server.m_connections;
        ++server.m_openConnections;
        connect(&socket, &QIODevice::readyRead, this, &Connection::read);
        connect(&socket, &QIODevice::bytesWritten, this, &Connection::writeMore);
        if (auto *secure = qobject_cast<QSslSocket *>(&socket))
            connect(secure, &QSslSocket::encryptedBytesWritten, this, &Connection::writeMore);
        connect(&socket, &QAbstractSocket::disconnected, this, &Connection::end);
        connect(&m_drip, &QTimer::timeout, this, &Connection::dripOne);
    }

    void begin()
    {
        if (!m_server.m_script.waitsForRequest)
            play(m_server.m_script);
    }

private:
    void read()
    {
        const QByteArray bytes = m_socket.readAll();
        m_server.m_bytesReceived += bytes.size();
        m_received += bytes;
        const qsizetype length = requestLength(m_received);
        if (length < 0 || m_received.size() < length)
            return;
        const QByteArray request = m_received.first(length);
        m_received.remove(0, length);
        m_server.m_requests.append(request);
        play(m_server.scriptFor(request));
    }

    void play(const Script &script)
    {
        m_script = script;
        m_done = false;
        if (m_script.drip.count() > 0) {
            m_drip.start(m_script.drip);
            return;
        }
        m_socket.write(m_script.bytes);
        if (m_script.then == Script::Then::Repeat)
            writeMore();
        else if (m_script.bytes.isEmpty())
            afterBytes();
        else
            m_socket.flush();
    }

    void dripOne()
    {
        if (m_script.bytes.isEmpty()) {
            m_drip.stop();
            afterBytes();
            return;
        }
        m_socket.write(m_script.bytes.first(1));
        m_script.bytes.remove(0, 1);
    }

    // Called whenever bytes have gone out: goes on with what repeats, or ends as the script says.
    void writeMore()
    {
        constexpr qint64 ahead = 256 * 1024;
        if (m_script.then == Script::Then::Repeat) {
            while (waiting() < ahead && m_socket.state() == QAbstractSocket::ConnectedState)
                m_socket.write(m_script.repeated);
        } else if (!m_drip.isActive() && waiting() == 0 && !m_done) {
            m_done = true;
            // Later: a QSslSocket must not be closed from within its own signal.
            QMetaObject::invokeMethod(this, &Connection::afterBytes, Qt::QueuedConnection);
        }
    }

    // Bytes that have not gone out. TLS takes them from one buffer into another.
    qint64 waiting() const
    {
        const auto *secure = qobject_cast<const QSslSocket *>(&m_socket);
        return m_socket.bytesToWrite() + (secure != nullptr ? secure->encryptedBytesToWrite() : 0);
    }

    void afterBytes()
    {
        m_done = true;
        if (m_script.then == Script::Then::Close)
            m_socket.disconnectFromHost();
        else if (m_script.then == Script::Then::Drop)
            m_socket.abort();
        else if (m_script.then == Script::Then::Reset)
            reset();
    }

    void reset()
    {
#ifdef Q_OS_UNIX
        // Without lingering, closing sends RST instead of FIN.
        const linger atOnce{1, 0};
        setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
#endif
        m_socket.abort();
    }

    void end()
    {
        m_drip.stop();
        if (std::exchange(m_open, false))
            --m_server.m_openConnections;
        deleteLater();
    }

    ScriptedServer &m_server;
    QTcpSocket &m_socket;
    Script m_script;
    QByteArray m_received;
    QTimer m_drip;
    bool m_done = true; ///< no script is being played
    bool m_open = true;
};

ScriptedServer::ScriptedServer(QObject *parent)
    : QTcpServer(parent)
{
    setProxy(QNetworkProxy::NoProxy);
    if (!listen(QHostAddress::LocalHost))
        qFatal("The scripted server cannot listen on 127.0.0.1.");
}

ScriptedServer::ScriptedServer(const QSslConfiguration &configuration, QObject *parent)
    : ScriptedServer(parent)
{
    m_configuration = configuration;
    m_secure = true;
}

QUrl ScriptedServer::url() const
{
    const QString start = m_secure ? QStringLiteral("https://localhost:") : QStringLiteral("http://127.0.0.1:");
    return QUrl(start + QString::number(serverPort()));
}

void ScriptedServer::answer(const Script &script)
{
    m_script = script;
}

void ScriptedServer::answerPath(const QByteArray &path, const Script &script)
{
    m_paths.append({path, script});
}

void ScriptedServer::answerHeader(const QByteArray &line, const Script &script)
{
    m_headers.append({line, script});
}

Script ScriptedServer::scriptFor(const QByteArray &request) const
{
    for (const auto &[line, script] : m_headers) {
        if (request.contains("\r\n" + line + "\r\n"))
            return script;
    }
    const qsizetype begin = request.indexOf(' ') + 1;
    const QByteArray path = request.sliced(begin, request.indexOf(' ', begin) - begin);
    const auto found =
        std::find_if(m_paths.begin(), m_paths.end(), [&path](const auto &entry) { return entry.first == path; });
    return found == m_paths.end() ? m_script : found->second;
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    if (!m_secure) {
        auto *socket = new QTcpSocket;
        auto *connection = new Connection(*this, *socket);
        socket->setSocketDescriptor(descriptor);
        connection->begin();
        return;
    }
    auto *socket = new QSslSocket;
    auto *connection = new Connection(*this, *socket);
    connect(socket, &QSslSocket::encrypted, connection, &Connection::begin);
    socket->setSslConfiguration(m_configuration);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
}
