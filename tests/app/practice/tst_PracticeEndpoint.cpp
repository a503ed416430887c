// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "practice/PracticeEndpoint.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray rerankBody = R"({"model":"rerank-v3.5","query":"blue","documents":["red","blue"]})";

QByteArray keyOf(const QString &scenario)
{
    return practice::findScenario(scenario)->key;
}

QNetworkRequest makeRequest(const QUrl &base, const QString &path, const QByteArray &key)
{
    QUrl url = base;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + key);
    return request;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Sends bytes as they are and returns all that comes until the server closes.
QByteArray exchange(const QUrl &base, const QByteArray &bytes)
{
    QTcpSocket socket;
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
    socket.write(bytes);
    if (!closed.wait(10'000) && closed.isEmpty())
        return "the server did not close the connection";
    return socket.readAll();
}

} // namespace

class TestPracticeEndpoint : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void servesOnLoopbackAlone();
    void ranksForAProgram();
    void refusesAnUnknownKey();
    void answersAsForced();
    void showsAGatewayAsItIs();
    void servesSeveralRequestsSideBySide();
    void takesAnyRequestWithoutFailing_data();
    void takesAnyRequestWithoutFailing();
    void readsABodyInPieces();
    void saysThatAPortIsTaken();
    void mayBeStartedAgainOnTheSamePort();
    void endsSoonWithConnectionsOpen_data();
    void endsSoonWithConnectionsOpen();
};

void TestPracticeEndpoint::servesOnLoopbackAlone()
{
#ifdef Q_OS_MACOS
    QSKIP("macOS gives its loopback one address alone.");
#endif
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    QCOMPARE(base->toString(), u"http://127.0.0.1:%1"_s.arg(base->port()));
    QTcpSocket socket;
    QSignalSpy failed(&socket, &QTcpSocket::errorOccurred);
    // Another address of the same machine: a server on all addresses would answer.
    socket.connectToHost(u"127.0.0.2"_s, static_cast<quint16>(base->port()));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestPracticeEndpoint::ranksForAProgram()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.post(makeRequest(*base, u"/v2/rerank"_s, keyOf(u"works"_s)), rerankBody));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(statusOf(*reply), 200);
    QVERIFY(reply->readAll().contains(R"("results":[{"index":1,)"));
    QCOMPARE(reply->rawHeader("Content-Type"), QByteArray("application/json"));
    QCOMPARE(reply->rawHeader("x-trial-endpoint-call-limit"), QByteArray("10"));
    QVERIFY(reply->hasRawHeader("x-debug-trace-id"));
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(reply->rawHeader("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    QVERIFY(date.isValid());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(std::abs(QDateTime(now.date(), now.time()).secsTo(date)) < 60);
}

void TestPracticeEndpoint::refusesAnUnknownKey()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.post(makeRequest(*base, u"/v1/check-api-key"_s, "NobodyMadeThisKey"), QByteArray()));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(statusOf(*reply), 401);
    QVERIFY(reply->readAll().contains(R"("message":"invalid api token")"));
}

void TestPracticeEndpoint::answersAsForced()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start(0, practice::findScenario(u"month-used-up"_s));
    QVERIFY(base.has_value());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.post(makeRequest(*base, u"/v2/rerank"_s, keyOf(u"works"_s)), rerankBody));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(statusOf(*reply), 429);
    QVERIFY(reply->readAll().contains("1000 API calls / month"));
}

void TestPracticeEndpoint::showsAGatewayAsItIs()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    const QByteArray reply = exchange(*base,
        "POST /v2/rerank HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + keyOf(u"gateway"_s)
            + "\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(reply.startsWith("HTTP/1.1 401 Unauthorized\r\n"));
    QVERIFY(reply.contains("\r\nServer: nginx\r\n"));
    QVERIFY(reply.contains("\r\nWWW-Authenticate: Basic realm="));
    QVERIFY(reply.contains("\r\nContent-Type: text/html\r\n"));
    QVERIFY(!reply.contains("x-debug-trace-id"));
}

void TestPracticeEndpoint::servesSeveralRequestsSideBySide()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    QNetworkAccessManager network;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 40; ++i)
        replies.emplace_back(network.post(makeRequest(*base, u"/v2/rerank"_s, keyOf(u"works"_s)), rerankBody));
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(statusOf(*reply), 200);
    }
}

void TestPracticeEndpoint::takesAnyRequestWithoutFailing_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("begins");
    const QByteArray post =
        "POST /v2/rerank HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + keyOf(u"works"_s) + "\r\n";
    const qsizetype large = 5 * 1024 * 1024;
    QTest::newRow("no length and no body") << post + "\r\n" << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("malformed JSON") << post + "Content-Length: 3\r\n\r\n{]}" << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("packed body") << post + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b"
                                 << QByteArray("HTTP/1.1 413 ");
    QTest::newRow("too long in pieces") << post + "Transfer-Encoding: chunked\r\n\r\n500000\r\n"
            + QByteArray(large, 'a')
            + "\r\n0\r\n\r\n" << QByteArray("HTTP/1.1 413 ");
    QTest::newRow("no key") << QByteArray("POST /v2/rerank HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                            << QByteArray("HTTP/1.1 401 ");
    QTest::newRow("empty Bearer") << QByteArray(
        "POST /v2/rerank HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \r\nContent-Length: 0\r\n\r\n")
                                  << QByteArray("HTTP/1.1 401 ");
    QTest::newRow("another path") << QByteArray("GET /v3/rerank HTTP/1.1\r\nHost: a\r\n\r\n")
                                  << QByteArray("HTTP/1.1 404 ");
    QTest::newRow("a long path") << "GET /" + QByteArray(4000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"
                                 << QByteArray("HTTP/1.1 414 ");
    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\r\n\r\n") << QByteArray("HTTP/1.1 400 ");
}

void TestPracticeEndpoint::takesAnyRequestWithoutFailing()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, begins);
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    const QByteArray reply = exchange(*base, request);
    QVERIFY2(reply.startsWith(begins), reply.left(200).constData());
    // And it still serves.
    QVERIFY(exchange(*base, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").endsWith("404 page not found\n"));
}

void TestPracticeEndpoint::readsABodyInPieces()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    const QByteArray reply = exchange(*base,
        "POST /v2/rerank HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + keyOf(u"works"_s)
            + "\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(rerankBody.size(), 16) + "\r\n" + rerankBody
            + "\r\n0\r\n\r\n");
    QVERIFY(reply.startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestPracticeEndpoint::saysThatAPortIsTaken()
{
    practice::PracticeEndpoint first;
    const auto base = first.start();
    QVERIFY(base.has_value());
    practice::PracticeEndpoint second;
    const auto again = second.start(static_cast<quint16>(base->port()));
    QVERIFY(!again.has_value());
    QVERIFY(again.error() == practice::PracticeFailure::PortTaken);

    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QVERIFY(!second.start(other.serverPort()).has_value());
}

void TestPracticeEndpoint::mayBeStartedAgainOnTheSamePort()
{
    quint16 port = 0;
    for (int i = 0; i < 20; ++i) {
        practice::PracticeEndpoint endpoint;
        const auto base = endpoint.start(port);
        QVERIFY(base.has_value());
        port = static_cast<quint16>(base->port());
        QVERIFY(!exchange(*base, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").isEmpty());
    }
}

void TestPracticeEndpoint::endsSoonWithConnectionsOpen_data()
{
    QTest::addColumn<QByteArray>("sent");
    const QByteArray post = "POST /v2/rerank HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\nAuthorization: Bearer ";
    QTest::newRow("nothing sent") << QByteArray();
    QTest::newRow("half a header") << QByteArray("POST /v2/re");
    QTest::newRow("half a body") << post + keyOf(u"works"_s) + "\r\nContent-Length: 900\r\n\r\n{";
    QTest::newRow("kept alive") << post + keyOf(u"works"_s) + "\r\nContent-Length: 2\r\n\r\n{}";
    QTest::newRow("waiting for a slow answer") << post + keyOf(u"slow"_s) + "\r\nContent-Length: 2\r\n\r\n{}";
}

void TestPracticeEndpoint::endsSoonWithConnectionsOpen()
{
    QFETCH(const QByteArray, sent);
    auto endpoint = std::make_unique<practice::PracticeEndpoint>();
    const auto base = endpoint->start();
    QVERIFY(base.has_value());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 8; ++i) { // more than there are threads
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(base->host(), static_cast<quint16>(base->port()));
        QTRY_COMPARE(sockets.back()->state(), QAbstractSocket::ConnectedState);
        sockets.back()->write(sent);
        sockets.back()->flush();
    }
    QElapsedTimer timer;
    timer.start();
    endpoint.reset();
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPracticeEndpoint)
#include "tst_PracticeEndpoint.moc"
