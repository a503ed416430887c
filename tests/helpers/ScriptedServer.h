// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <utility>

class QTcpSocket;

/// What the scripted server does with one connection, byte by byte.
struct Script {
    enum class Then {
        Close,
        Drop, ///< closes without the goodbye of TLS
        Reset, ///< sends RST
        KeepOpen,
        Repeat,
    };

    QByteArray bytes; ///< sent first
    std::chrono::milliseconds drip{0}; ///< above 0: one byte at a time, this far apart
    Then then = Then::Close; ///< after the bytes
    QByteArray repeated; ///< for Repeat: sent again and again until the other side goes
    bool waitsForRequest = true; ///< false: speaks as soon as it is connected

    /// A whole reply, with Content-Length; "Content-Type: application/json" unless `headers` has one.
    static Script reply(int status, const QByteArray &body, const QList<QByteArray> &headers = {});
    /// These bytes as they are, then the end of the connection.
    static Script raw(const QByteArray &bytes, Then then = Then::Close);
    static Script dripping(const QByteArray &bytes, std::chrono::milliseconds apart);
    static Script endless(const QByteArray &first, const QByteArray &repeated);
};

/// A server on 127.0.0.1, on a free port, that reads a request and answers as it is told, whatever was asked.
/// It lives in the thread of the test and needs its event loop: wait with QTRY_… or QSignalSpy::wait(), not with
/// QProcess::waitForFinished().
///
///     ScriptedServer server;
///     server.answerPath("/v2/rerank", Script::reply(401, R"({"message": "invalid api token"})"));
///     … server.url() … QTRY_COMPARE(server.requests().size(), 1);
class ScriptedServer : public QTcpServer {
    Q_OBJECT
public:
    /// Listens at once. With a configuration (TestCertificates.h makes them) it speaks TLS.
    explicit ScriptedServer(QObject *parent = nullptr);
    explicit ScriptedServer(const QSslConfiguration &configuration, QObject *parent = nullptr);

    /// "http://127.0.0.1:PORT", or "https://localhost:PORT" with TLS.
    [[nodiscard]] QUrl url() const;
    /// The answer to every request that no other answer is for. At first: 200 and {}.
    void answer(const Script &script);
    /// The answer to requests of this path.
    void answerPath(const QByteArray &path, const Script &script);

    /// The answer to requests with this header line, whatever their path.
    void answerHeader(const QByteArray &line, const Script &script);

    /// Every request, whole: request line, headers and body, as the bytes came. For TLS those inside it.
    /// What came of a request that is not whole yet, or never will be, is not in it: see bytesReceived().
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    /// All bytes that came, of whole requests and others. For TLS those inside it.
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// Connections that are open now.
    [[nodiscard]] int openConnections() const { return m_openConnections; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;
    [[nodiscard]] Script scriptFor(const QByteArray &request) const;

    QSslConfiguration m_configuration;
    bool m_secure = false;
    Script m_script = Script::reply(200, "{}");
    QList<std::pair<QByteArray, Script>> m_paths;
    QList<std::pair<QByteArray, Script>> m_headers;
    QList<QByteArray> m_requests;
    qint64 m_bytesReceived = 0;
    int m_connections = 0;
    int m_openConnections = 0;
};
