// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/PracticeEndpoint.h"

#include "practice/PracticeApi.h"

#include <QDateTime>
#include <QLocale>

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace practice {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr char loopback[] = "127.0.0.1";
/// A few programs side by side; a waiting thread costs little, but not nothing.
constexpr std::size_t threads = 4;
constexpr std::size_t largestBody = std::size_t{4} * 1024 * 1024;
constexpr std::size_t longestPath = 256;
constexpr auto slowness = 3s;

/// The library shares a port by default (SO_REUSEPORT): two practice endpoints on one port would then take each
/// other's requests instead of the second one saying that the port is taken.
void useThePortAlone(socket_t socket)
{
    const int yes = 1;
#ifdef _WIN32
    ::setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&yes), sizeof yes);
#else
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
#endif
}

/// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toStdString();
}

PracticeRequest toPracticeRequest(const httplib::Request &request, QByteArray body)
{
    PracticeRequest result;
    result.method = QByteArray::fromStdString(request.method);
    result.path = QByteArray::fromStdString(request.path);
    if (request.has_header("Authorization"))
        result.authorization = QByteArray::fromStdString(request.get_header_value("Authorization"));
    result.body = std::move(body);
    bool isNumber = false;
    const int pageSize = QByteArray::fromStdString(request.get_param_value("page_size")).toInt(&isNumber);
    if (isNumber && pageSize > 0)
        result.pageSize = pageSize;
    return result;
}

void send(const PracticeAnswer &answer, httplib::Response &response)
{
    response.status = answer.status;
    response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
}

/// The body, or nothing where it is too long or packed. Read to its end piece by piece, since the library's
/// own limit covers neither chunked nor unpacked bodies.
std::optional<QByteArray> readBody(const httplib::Request &request, const httplib::ContentReader &reader)
{
    QByteArray body;
    // Without a length the library would read until the other side closes, which waits for the answer.
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return body;
    if (request.has_header("Content-Encoding") || request.is_multipart_form_data())
        return std::nullopt;
    const bool whole = reader([&body](const char *data, std::size_t size) {
        if (static_cast<std::size_t>(body.size()) + size > largestBody)
            return false;
        body.append(data, static_cast<qsizetype>(size));
        return true;
    });
    return whole ? std::optional(body) : std::nullopt;
}

} // namespace

class PracticeEndpoint::Server {
public:
    explicit Server(const Scenario *forced);
    ~Server();
    tl::expected<int, PracticeFailure> listen(quint16 port);

private:
    void answer(const httplib::Request &request, QByteArray body, httplib::Response &response);
    void addHandlers();
    /// False where the server stops meanwhile.
    bool waitSlowly();

    std::optional<Scenario> m_forced;
    httplib::Server m_http;
    std::thread m_thread;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_stopping = false; ///< guarded by m_mutex
};

PracticeEndpoint::Server::Server(const Scenario *forced)
    : m_forced(forced == nullptr ? std::nullopt : std::optional(*forced))
{
    m_http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    m_http.set_socket_options(useThePortAlone);
    m_http.set_payload_max_length(largestBody);
    // Each reply ends its connection, and a silent one is given up soon: an open connection holds a thread, and
    // the end of the server waits for its threads.
    m_http.set_keep_alive_max_count(1);
    m_http.set_keep_alive_timeout(1);
    m_http.set_read_timeout(1s);
    m_http.set_write_timeout(1s);
    addHandlers();
}

PracticeEndpoint::Server::~Server()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_stopped.notify_all();
    m_http.stop();
    if (m_thread.joinable())
        m_thread.join();
}

void PracticeEndpoint::Server::addHandlers()
{
    // Before the library's regular expressions see it: they go one step deeper for each character of a path.
    m_http.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
        if (request.path.size() <= longestPath)
            return httplib::Server::HandlerResponse::Unhandled;
        response.status = 414;
        return httplib::Server::HandlerResponse::Handled;
    });
    m_http.set_post_routing_handler(
        [](const httplib::Request &, httplib::Response &response) { response.set_header("Date", httpDate()); });
    const auto withoutBody = [this](const httplib::Request &request, httplib::Response &response) {
        answer(request, {}, response);
    };
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                              const httplib::ContentReader &reader) {
        std::optional<QByteArray> body = readBody(request, reader);
        if (body)
            answer(request, std::move(*body), response);
        else
            send(errorAnswer(413, u"invalid request: the body is too long or packed"_s), response);
    };
    m_http.Get(".*", withoutBody);
    m_http.Options(".*", withoutBody);
    m_http.Post(".*", withBody);
    m_http.Put(".*", withBody);
    m_http.Patch(".*", withBody);
    m_http.Delete(".*", withBody);
}

void PracticeEndpoint::Server::answer(const httplib::Request &request, QByteArray body, httplib::Response &response)
{
    const PracticeAnswer result =
        answerTo(toPracticeRequest(request, std::move(body)), m_forced ? &*m_forced : nullptr);
    if (result.slow && !waitSlowly()) {
        response.status = 503;
        return;
    }
    send(result, response);
}

bool PracticeEndpoint::Server::waitSlowly()
{
    std::unique_lock lock(m_mutex);
    return !m_stopped.wait_for(lock, slowness, [this] { return m_stopping; });
}

tl::expected<int, PracticeFailure> PracticeEndpoint::Server::listen(quint16 port)
{
    const int bound = port == 0 ? m_http.bind_to_any_port(loopback) : (m_http.bind_to_port(loopback, port) ? port : -1);
    if (bound <= 0)
        return tl::unexpected(port == 0 ? PracticeFailure::NotStarted : PracticeFailure::PortTaken);
    m_thread = std::thread([this] {
        m_http.listen_after_bind();
        m_ended = true;
    });
    // stop() does nothing before the server runs: the end of this object would then wait for ever.
    while (!m_http.is_running() && !m_ended)
        std::this_thread::sleep_for(1ms);
    if (m_ended)
        return tl::unexpected(PracticeFailure::NotStarted);
    return bound;
}

PracticeEndpoint::PracticeEndpoint() = default;
PracticeEndpoint::~PracticeEndpoint() = default;

tl::expected<QUrl, PracticeFailure> PracticeEndpoint::start(quint16 port, const Scenario *forced)
{
    m_server = std::make_unique<Server>(forced);
    const auto bound = m_server->listen(port);
    if (!bound) {
        m_server.reset();
        return tl::unexpected(bound.error());
    }
    return QUrl(u"http://127.0.0.1:%1"_s.arg(*bound));
}

} // namespace practice
