// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/message/HttpReplyParser.h"

#include "probe/Probe.h"

#include <algorithm>

namespace probe {

namespace {

constexpr QByteArrayView beginning("HTTP/");

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// "HTTP/1.1 200 OK" gives 200; the reason may be missing. -1 for any other line.
int statusOf(QByteArrayView line)
{
    const qsizetype blank = line.indexOf(' ');
    if (blank <= beginning.size() || line.size() < blank + 4 || !isDigit(line.at(beginning.size())))
        return -1;
    const QByteArrayView code = line.sliced(blank + 1, 3);
    const bool ended = line.size() == blank + 4 || line.at(blank + 4) == ' ';
    if (!ended || code.at(0) == '0' || !std::all_of(code.begin(), code.end(), isDigit))
        return -1;
    return code.toInt();
}

// Digits alone, short enough for a qint64. -1 for anything else.
qint64 sizeOf(const QByteArray &text, int base)
{
    const auto fits = [base](char c) {
        return isDigit(c) || (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    if (text.isEmpty() || text.size() > 15 || !std::all_of(text.begin(), text.end(), fits))
        return -1;
    return text.toLongLong(nullptr, base);
}

} // namespace

HttpReplyParser::State HttpReplyParser::feed(QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        m_begun = true;
    while (!bytes.isEmpty() && !isFinished()) {
        const bool body = m_state == State::Body || m_state == State::BodyToClose || m_state == State::ChunkData;
        bytes = body ? takeBody(bytes) : takeText(bytes);
    }
    return m_state;
}

HttpReplyParser::State HttpReplyParser::end()
{
    if (m_state == State::BodyToClose)
        m_state = State::Done;
    else if (!isFinished())
        m_state = State::CutOff;
    return m_state;
}

QByteArrayView HttpReplyParser::takeText(QByteArrayView bytes)
{
    const qsizetype lineBreak = bytes.indexOf('\n');
    const qsizetype taken = lineBreak < 0 ? bytes.size() : lineBreak + 1;
    m_textSize += taken;
    if (m_textSize > maximumHeaders) {
        m_state = State::TooLarge;
        return {};
    }
    m_line.append(bytes.first(taken));
    // Something else than HTTP is told at once: it may send a line without an end, or wait for an answer.
    const qsizetype known = std::min(m_line.size(), beginning.size());
    if (m_state == State::StatusLine && QByteArrayView(m_line).first(known) != beginning.first(known)) {
        m_state = State::NotHttp;
        return {};
    }
    if (lineBreak >= 0) {
        m_line.chop(m_line.endsWith("\r\n") ? 2 : 1);
        readLine(std::exchange(m_line, {}));
    }
    return bytes.sliced(taken);
}

QByteArrayView HttpReplyParser::takeBody(QByteArrayView bytes)
{
    const bool counted = m_state != State::BodyToClose;
    const qsizetype taken = counted ? static_cast<qsizetype>(std::min<qint64>(bytes.size(), m_left)) : bytes.size();
    const qsizetype room = maximumBody - m_body.size();
    m_body.append(bytes.first(std::min(taken, room)));
    if (taken > room) {
        m_state = State::TooLarge;
        return {};
    }
    if (counted) {
        m_left -= taken;
        if (m_left == 0)
            endPiece();
    }
    return bytes.sliced(taken);
}

void HttpReplyParser::endPiece()
{
    m_state = m_state == State::ChunkData ? State::ChunkEnd : State::Done;
}

void HttpReplyParser::readLine(const QByteArray &line)
{
    switch (m_state) {
    case State::StatusLine:
        readStatusLine(line);
        break;
    case State::Headers:
        if (line.isEmpty())
            endHeaders();
        else
            readHeaderLine(line);
        break;
    case State::ChunkSize:
        readChunkSize(line);
        break;
    case State::ChunkEnd:
        m_state = line.isEmpty() ? State::ChunkSize : State::NotHttp;
        break;
    case State::Trailers:
        if (line.isEmpty())
            m_state = State::Done;
        break;
    default:
        break;
    }
}

void HttpReplyParser::readStatusLine(const QByteArray &line)
{
    const int status = statusOf(line);
    m_status = std::max(status, 0);
    m_state = status < 0 ? State::NotHttp : State::Headers;
}

void HttpReplyParser::readHeaderLine(const QByteArray &line)
{
    // A line that begins with a blank goes on with the one before: obsolete, but gateways still do it.
    const bool continued = line.startsWith(' ') || line.startsWith('\t');
    if (continued && !m_headers.isEmpty()) {
        m_headers.last().second += ' ' + line.trimmed();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0) // a line without a name is passed over, as browsers do
        m_headers.append({line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed()});
}

void HttpReplyParser::endHeaders()
{
    // 100 Continue and 103 Early Hints come before the reply; after 101 nothing of HTTP follows.
    if (m_status < 200 && m_status != 101) {
        m_headers.clear();
        m_status = 0;
        m_state = State::StatusLine;
        return;
    }
    if (m_status == 101 || m_status == 204 || m_status == 304) {
        m_state = State::Done;
        return;
    }
    chooseLength();
}

void HttpReplyParser::chooseLength()
{
    if (header("transfer-encoding").toLower().contains("chunked")) {
        m_state = State::ChunkSize;
        return;
    }
    const QByteArray length = header("content-length");
    if (length.isNull()) {
        m_state = State::BodyToClose;
        return;
    }
    m_left = sizeOf(length, 10);
    if (m_left < 0)
        m_state = State::NotHttp;
    else
        m_state = m_left == 0 ? State::Done : State::Body;
}

void HttpReplyParser::readChunkSize(const QByteArray &line)
{
    const qsizetype extension = line.indexOf(';');
    m_left = sizeOf((extension < 0 ? line : line.first(extension)).trimmed(), 16);
    if (m_left < 0)
        m_state = State::NotHttp;
    else
        m_state = m_left == 0 ? State::Trailers : State::ChunkData;
}

QByteArray HttpReplyParser::header(const QByteArray &name) const
{
    const auto found =
        std::find_if(m_headers.begin(), m_headers.end(), [&name](const auto &entry) { return entry.first == name; });
    return found == m_headers.end() ? QByteArray() : found->second;
}

} // namespace probe
