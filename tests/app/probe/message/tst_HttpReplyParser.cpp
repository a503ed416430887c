// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "probe/Probe.h"
#include "probe/message/HttpReplyParser.h"

using probe::HttpReplyParser;
using State = HttpReplyParser::State;

Q_DECLARE_METATYPE(State)

class TestHttpReplyParser : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsAReply_data();
    void readsAReply();
    void keepsHeadersInLowerCaseAndInOrder();
    void tellsAtOnceThatAnAnswerIsNotHttp();
    void leavesAloneWhatFollowsAReply();
    void keepsNoMoreThanTheLargestBody_data();
    void keepsNoMoreThanTheLargestBody();
    void endsEndlessText_data();
    void endsEndlessText();
};

void TestHttpReplyParser::readsAReply_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state"); // when the connection has ended
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, State state, int status, const QByteArray &body) {
        QTest::newRow(name) << bytes << state << status << body;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("length", ok + "Content-Length: 2\r\n\r\n{}", State::Done, 200, "{}");
    row("length 0", ok + "Content-Length: 0\r\n\r\n", State::Done, 200, "");
    row("to the end", ok + "\r\nabc", State::Done, 200, "abc");
    row("no headers, no body", ok + "\r\n", State::Done, 200, "");
    row("bare line feeds", "HTTP/1.0 401 No\nContent-Length: 1\n\nx", State::Done, 401, "x");
    row("no reason", "HTTP/1.1 429\r\nContent-Length: 1\r\n\r\nx", State::Done, 429, "x");
    row("status beyond the known", "HTTP/1.1 498 Blocked\r\nContent-Length: 1\r\n\r\nx", State::Done, 498, "x");
    row("HTTP/2 by name", "HTTP/2 200\r\nContent-Length: 1\r\n\r\nx", State::Done, 200, "x");
    row("no content", "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\n", State::Done, 204, "");
    row("not modified", "HTTP/1.1 304 No\r\n\r\n", State::Done, 304, "");
    row("interim replies first", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" + ok + "\r\nabc",
        State::Done, 200, "abc");
    row("other protocol", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", State::Done, 101, "");
    row("chunks", chunked + "3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n", State::Done, 200, "abc0123456789");
    row("chunks and trailers", chunked + "1\r\na\r\n0\r\nX-T: 1\r\n\r\n", State::Done, 200, "a");
    row("chunks win over a length",
        ok + "Content-Length: 1\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n", State::Done, 200,
        "ab");

    row("nothing", "", State::CutOff, 0, "");
    row("half a status line", "HTTP/1.1 2", State::CutOff, 0, "");
    row("status line alone", ok, State::CutOff, 200, "");
    row("half the headers", ok + "Content-Le", State::CutOff, 200, "");
    row("half the body", ok + "Content-Length: 5\r\n\r\nab", State::CutOff, 200, "ab");
    row("half a chunk", chunked + "5\r\nab", State::CutOff, 200, "ab");
    row("no last chunk", chunked + "2\r\nab\r\n", State::CutOff, 200, "ab");
    row("an interim reply alone", "HTTP/1.1 100 Continue\r\n\r\n", State::CutOff, 0, "");

    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", State::NotHttp, 0, "");
    row("HTML without a head", "<html>hello</html>", State::NotHttp, 0, "");
    row("TLS alert", QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7), State::NotHttp, 0, "");
    row("no status", "HTTP/1.1 OK\r\n\r\n", State::NotHttp, 0, "");
    row("status too long", "HTTP/1.1 2000 OK\r\n\r\n", State::NotHttp, 0, "");
    row("status too short", "HTTP/1.1 20\r\n\r\n", State::NotHttp, 0, "");
    row("status of nothing", "HTTP/1.1 000 OK\r\n\r\n", State::NotHttp, 0, "");
    row("no version", "HTTP/ 200 OK\r\n\r\n", State::NotHttp, 0, "");
    row("length of letters", ok + "Content-Length: many\r\n\r\nab", State::NotHttp, 200, "");
    row("negative length", ok + "Content-Length: -1\r\n\r\nab", State::NotHttp, 200, "");
    row("length too long", ok + "Content-Length: 99999999999999999999\r\n\r\nab", State::NotHttp, 200, "");
    row("chunk size of letters", chunked + "2\r\nab\r\nzz\r\n", State::NotHttp, 200, "ab");
    row("chunk longer than it says", chunked + "2\r\nabcd\r\n", State::NotHttp, 200, "ab");
    row("chunk size too long", chunked + "ffffffffffffffffff\r\nab", State::NotHttp, 200, "");
}

void TestHttpReplyParser::readsAReply()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const State, state);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    HttpReplyParser whole;
    whole.feed(bytes);
    whole.end();
    HttpReplyParser single;
    for (const char byte : bytes)
        single.feed(QByteArrayView(&byte, 1));
    single.end();
    for (const HttpReplyParser *parser : {&whole, &single}) {
        QCOMPARE(parser->state(), state);
        QVERIFY(parser->isFinished());
        QCOMPARE(parser->status(), status);
        QCOMPARE(parser->body(), body);
        QCOMPARE(parser->hasBegun(), !bytes.isEmpty());
    }
}

void TestHttpReplyParser::keepsHeadersInLowerCaseAndInOrder()
{
    HttpReplyParser parser;
    parser.feed("HTTP/1.1 200 OK\r\nServer:envoy\r\nX-Two:  b \r\n\tc\r\nbroken line\r\nSET-COOKIE: 1\r\n"
                "Set-Cookie: 2\r\nEmpty:\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(parser.state(), State::Done);
    const QList<std::pair<QByteArray, QByteArray>> expected{{"server", "envoy"}, {"x-two", "b c"}, {"set-cookie", "1"},
        {"set-cookie", "2"}, {"empty", ""}, {"content-length", "0"}};
    QCOMPARE(parser.headers(), expected);
    probe::ProbeReply reply;
    reply.headers = parser.headers();
    QCOMPARE(reply.header("set-cookie"), QByteArray("1"));
    QVERIFY(reply.header("none").isNull());
}

void TestHttpReplyParser::tellsAtOnceThatAnAnswerIsNotHttp()
{
    HttpReplyParser parser;
    QCOMPARE(parser.feed("HT"), State::StatusLine);
    QCOMPARE(parser.feed("M"), State::NotHttp);
}

void TestHttpReplyParser::leavesAloneWhatFollowsAReply()
{
    HttpReplyParser parser;
    QCOMPARE(parser.feed("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500 No\r\n\r\n"), State::Done);
    QCOMPARE(parser.feed("more"), State::Done);
    QCOMPARE(parser.end(), State::Done);
    QCOMPARE(parser.status(), 200);
    QCOMPARE(parser.body(), QByteArray("{}"));
}

void TestHttpReplyParser::keepsNoMoreThanTheLargestBody_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<State>("state");
    QTest::newRow("as large as may be") << probe::maximumBody << State::Done;
    QTest::newRow("one byte more") << probe::maximumBody + 1 << State::TooLarge;
    QTest::newRow("twice") << 2 * probe::maximumBody << State::TooLarge;
}

void TestHttpReplyParser::keepsNoMoreThanTheLargestBody()
{
    QFETCH(const qint64, size);
    QFETCH(const State, state);
    const QByteArray body(static_cast<qsizetype>(size), 'x');
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QList<QByteArray> ways{ok + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + body,
        ok + "\r\n" + body,
        ok + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray::number(size, 16) + "\r\n" + body + "\r\n0\r\n\r\n"};
    for (const QByteArray &bytes : ways) {
        HttpReplyParser parser;
        parser.feed(bytes);
        QCOMPARE(parser.end(), state);
        QCOMPARE(parser.status(), 200);
        QCOMPARE(parser.body().size(), qMin(size, probe::maximumBody));
    }
}

void TestHttpReplyParser::endsEndlessText_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("repeated");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("status line") << QByteArray("HTTP/1.1 200 ") << QByteArray("x");
    QTest::newRow("header lines") << ok << QByteArray("X-A: b\r\n");
    QTest::newRow("one header line") << ok + "X-A: " << QByteArray("b");
    QTest::newRow("interim replies") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    QTest::newRow("chunk size") << chunked << QByteArray("0");
    QTest::newRow("chunk extension") << chunked + "1;" << QByteArray("x");
    QTest::newRow("trailers") << chunked + "0\r\n" << QByteArray("X-A: b\r\n");
}

void TestHttpReplyParser::endsEndlessText()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, repeated);
    HttpReplyParser parser;
    parser.feed(first);
    qint64 fed = first.size();
    while (!parser.isFinished() && fed < 2 * probe::maximumHeaders) {
        parser.feed(repeated);
        fed += repeated.size();
    }
    QCOMPARE(parser.state(), State::TooLarge);
    QVERIFY(fed <= probe::maximumHeaders + repeated.size());
}

QTEST_GUILESS_MAIN(TestHttpReplyParser)
#include "tst_HttpReplyParser.moc"
