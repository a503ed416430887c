// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace probe {

/// Reads one HTTP/1.1 reply (RFC 9112) from bytes as they arrive, and keeps no more of it than maximumHeaders and
/// maximumBody allow. A body is kept as it was sent: nothing is decompressed. Pure: knows no socket.
class HttpReplyParser {
public:
    enum class State {
        StatusLine, ///< waiting for the end of the status line
        Headers,
        Body, ///< as long as Content-Length says
        BodyToClose, ///< to the end of the connection
        ChunkSize,
        ChunkData,
        ChunkEnd, ///< the line break after a chunk
        Trailers,
        Done, ///< a whole reply
        NotHttp, ///< what came is not HTTP, or breaks its rules of lengths and chunks
        TooLarge, ///< beyond maximumHeaders or maximumBody
        CutOff, ///< the connection ended before the reply did
    };

    /// Takes further bytes; those after the end of the reply are left alone.
    State feed(QByteArrayView bytes);
    /// The connection has ended: no further bytes.
    State end();

    [[nodiscard]] State state() const { return m_state; }
    /// Done, NotHttp, TooLarge or CutOff: no further byte changes anything.
    [[nodiscard]] bool isFinished() const { return m_state >= State::Done; }
    /// Some byte has come.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// 0 until the status line is read.
    [[nodiscard]] int status() const { return m_status; }
    /// Names in lower case, in the order in which they came. Those read so far.
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>> &headers() const { return m_headers; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

private:
    [[nodiscard]] QByteArrayView takeText(QByteArrayView bytes);
    [[nodiscard]] QByteArrayView takeBody(QByteArrayView bytes);
    void readLine(const QByteArray &line);
    void readStatusLine(const QByteArray &line);
    void readHeaderLine(const QByteArray &line);
    void readChunkSize(const QByteArray &line);
    void endHeaders();
    void chooseLength();
    void endPiece();
    [[nodiscard]] QByteArray header(const QByteArray &name) const;

    State m_state = State::StatusLine;
    bool m_begun = false;
    int m_status = 0;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QByteArray m_body;
    QByteArray m_line; ///< of a line that has not ended yet
    qint64 m_textSize = 0; ///< all lines so far: status, headers, chunk sizes, trailers, interim replies
    qint64 m_left = 0; ///< bytes still to come of the body or the chunk
};

} // namespace probe
