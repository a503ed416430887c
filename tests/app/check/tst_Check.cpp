// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/Check.h"
#include "check/Preparation.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "helpers/FoundKeys.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestCertificates.h"
#include "helpers/TestKeys.h"
#include "probe/HttpProber.h"
#include "words/Ids.h"

#include <QSignalSpy>

using namespace std::chrono_literals;
using check::Check;
using check::CheckRequest;
using check::CheckResult;

Q_DECLARE_METATYPE(Script)

/// Check over real sockets: from a key and a server to the verdict.
class TestCheck : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void endsInAClearCauseWhateverTheServerDoes_data();
    void endsInAClearCauseWhateverTheServerDoes();
    void sendsNoKeyToAServerThatIsNotTrusted();
    void followsNoRedirectWithAKey();
    void sendsAKeyAtMostThreeTimes();
    void sendsACleanKeyOnceToEachEndpoint();
    void namesInTheFixWhatWasFound();
    void removesNotTheVariableWhoseKeyWorks();
    void provesWhichHeaderAGatewayReads();
    void provesThatThePathWasGivenTwice();
    void sendsNoKeyInTheControl();
    void asksAtMostEightTimes();
    void neverSendsAKeyThatMayNotStandInAHeader_data();
    void neverSendsAKeyThatMayNotStandInAHeader();
    void tellsWhatIsTriedAsItHappens();
    void canBeCancelled();
    void dropsTheRepliesOfAnOlderCheck();
    void triesNothingWithoutAKeyOrAnAddress();
    void repeatsNoKeyThatAServerRepeats();

private:
    [[nodiscard]] static CheckRequest request(const QUrl &base, const QByteArray &key);
    [[nodiscard]] static CheckResult run(CheckRequest request);
};

namespace {

const char resultsBody[] = R"({"id":"1","results":[{"index":0,"relevance_score":0.9}],"meta":{}})";
const char rejectedBody[] = R"({"id":"276562f4-bb27-49f9-a044-9145b05f0fd0","message":"invalid api token"})";

/// As Cohere does: it knows neither of these keys, and says so where none arrives.
void rejectAsCohere(ScriptedServer &server, const QList<QByteArray> &keys)
{
    server.answer(Script::reply(401, R"({"id":"1","message":"no api key supplied"})"));
    for (const QByteArray &key : keys)
        server.answerHeader("Authorization: Bearer " + key, Script::reply(401, rejectedBody));
}

QString verdictAndCause(const CheckResult &result)
{
    const auto &causes = result.diagnosis.causes;
    const QString verdict = words::id(result.diagnosis.verdict);
    return causes.empty() ? verdict : verdict + QLatin1Char(' ') + words::id(causes.front().cause);
}

diagnosis::FixContext fixesOf(const CheckResult &result)
{
    return check::fixContext(
        result.evidence, sources::OwnEnvironment(), nullptr, probe::Target{}, QStringLiteral("/bin/bash"));
}

/// How many requests carried `key`.
qsizetype carrying(const ScriptedServer &server, const QByteArray &key)
{
    return std::count_if(server.requests().begin(), server.requests().end(),
        [&](const QByteArray &request) { return request.contains("Bearer " + key + "\r\n"); });
}

} // namespace

void TestCheck::namesInTheFixWhatWasFound()
{
    using sources::PlaceKind;
    CheckResult result;
    QVERIFY(!fixesOf(result).keyIsInFile);
    result.evidence.source = {.kind = PlaceKind::EnvFile, .file = QStringLiteral("/home/ada/.env")};
    const sources::Place service{.kind = PlaceKind::ComposeFile, .holder = QStringLiteral("web")};
    const sources::Place profile{.kind = PlaceKind::ShellProfile, .file = QStringLiteral("/home/ada/.zshrc")};
    const sources::Place program{.kind = PlaceKind::RunningProgram, .holder = QStringLiteral("python3 app.py")};
    result.evidence.placeFindings = {
        {sources::PlaceProblem::OlderValue, program, profile}, {sources::PlaceProblem::ContainerOwnValue, service}};
    const diagnosis::FixContext context = fixesOf(result);
    QVERIFY(context.keyIsInFile);
    QCOMPARE(context.file, QStringLiteral("/home/ada/.env"));
    QCOMPARE(context.holder, QStringLiteral("web"));
    QCOMPARE(context.profile, QStringLiteral("/home/ada/.zshrc"));
    result.evidence.base = QUrl(QStringLiteral("https://gateway.example/cohere"));
    QCOMPARE(fixesOf(result).testedUrl, QStringLiteral("https://gateway.example/cohere"));
    result.evidence.base = QUrl(QString::fromLatin1(probe::defaultBaseUrl));
    QCOMPARE(fixesOf(result).testedUrl, QString());
}

void TestCheck::removesNotTheVariableWhoseKeyWorks()
{
    const foundkeys::GivenShell shell(
        {{QStringLiteral("CO_API_KEY"), testkeys::other}, {QStringLiteral("COHERE_API_KEY"), testkeys::good}});
    const auto doomed = [&shell](const CheckResult &result) {
        return check::fixContext(result.evidence, shell, nullptr, probe::Target{}, QStringLiteral("/bin/bash"))
            .otherVariable;
    };
    CheckResult result;
    result.evidence = EvidenceBuilder()
                          .rerank(probe::Answerer::Cohere, probe::Meaning::KeyUnknown, 401)
                          .place(sources::PlaceProblem::OtherPlaceDiffers, true)
                          .otherPlace(probe::Answerer::Cohere, probe::Meaning::RerankResults, 200)
                          .evidence();
    using sources::PlaceKind;
    result.evidence.source = {.kind = PlaceKind::Environment, .name = QStringLiteral("CO_API_KEY")};
    result.evidence.otherTested = {.kind = PlaceKind::Environment, .name = QStringLiteral("COHERE_API_KEY")};
    QCOMPARE(doomed(result), QStringLiteral("CO_API_KEY"));
    result.evidence.probes.pop_back(); // neither is known to work
    QCOMPARE(doomed(result), QStringLiteral("COHERE_API_KEY"));
}

CheckRequest TestCheck::request(const QUrl &base, const QByteArray &key)
{
    CheckRequest request;
    request.secret = key::Secret{QByteArrayView(key)};
    request.source.kind = sources::PlaceKind::Paste;
    probe::Target target;
    target.base = base;
    target.model = QString::fromLatin1(probe::defaultModel);
    target.proxy.kind = probe::ProxyChoice::Kind::None;
    request.target = target;
    request.timeout = 20s;
    return request;
}

CheckResult TestCheck::run(CheckRequest request)
{
    probe::HttpProber prober;
    Check check(prober);
    CheckResult outcome;
    bool finished = false;
    connect(&check, &Check::checkFinished, &check, [&](const CheckResult &result) {
        outcome = result;
        finished = true;
    });
    check.start(std::move(request));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(finished, 30'000); }();
    return outcome;
}

void TestCheck::endsInAClearCauseWhateverTheServerDoes_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("endsByItself"); // or only because the time is up
    const auto row = [](const char *name, const Script &script, const char *expected, bool endsByItself = true) {
        QTest::newRow(name) << script << QString::fromLatin1(expected) << endsByItself;
    };
    row("results", Script::reply(200, resultsBody), "works");
    row("rejected, with a key or without", Script::reply(401, rejectedBody), "fix-key key-rejected");
    row("gateway",
        Script::reply(401, "<html>401</html>", {"Content-Type: text/html", "WWW-Authenticate: Basic realm=x"}),
        "fix-route gateway-refused");
    row("broken JSON", Script::reply(200, R"({"results":[{"ind)"), "fix-route wrong-endpoint");
    row("401 with broken JSON", Script::reply(401, R"({"message":)"), "fix-route gateway-refused");
    row("a page", Script::reply(200, "<html>Welcome</html>", {"Content-Type: text/html"}), "fix-route captive-portal");
    row("redirect", Script::reply(302, "", {"Location: https://elsewhere.example/v2"}), "fix-route wrong-endpoint");
    row("redirect to a login", Script::reply(302, "", {"Location: https://elsewhere.example/login"}),
        "fix-route gateway-refused");
    row("closed before a reply", Script::raw({}), "fix-route unreachable");
    row("reset", Script::raw({}, Script::Then::Reset), "fix-route unreachable");
    row("half a reply", Script::raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"res"), "fix-route unreachable");
    row("nothing for ever", Script::raw({}, Script::Then::KeepOpen), "fix-route unreachable", false);
    row("dripping", Script::dripping("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + QByteArray(500, ' '), 100ms),
        "fix-route unreachable", false);
    row("endless body", Script::endless("HTTP/1.1 200 OK\r\n\r\n", QByteArray(8192, ' ')), "fix-route wrong-endpoint");
    row("endless headers", Script::endless("HTTP/1.1 200 OK\r\n", "X-Again: " + QByteArray(500, 'x') + "\r\n"),
        "fix-route wrong-endpoint");
    row("not HTTP", Script::raw("SSH-2.0-OpenSSH_9.2\r\n"), "fix-route wrong-endpoint");
}

void TestCheck::endsInAClearCauseWhateverTheServerDoes()
{
    QFETCH(const Script, script);
    QFETCH(const QString, expected);
    QFETCH(const bool, endsByItself);
    ScriptedServer server;
    server.answer(script);
    CheckRequest asked = request(server.url(), testkeys::good);
    if (!endsByItself)
        asked.timeout = 800ms;
    QElapsedTimer timer;
    timer.start();
    const CheckResult result = run(std::move(asked));
    QCOMPARE(verdictAndCause(result), expected);
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void TestCheck::sendsNoKeyToAServerThatIsNotTrusted()
{
    TestCertificates certificates;
    QVERIFY(certificates.isValid());
    ScriptedServer server(certificates.selfSigned());
    const CheckResult result = run(request(server.url(), testkeys::good));
    QCOMPARE(verdictAndCause(result), QStringLiteral("fix-route tls-untrusted"));
    QCOMPARE(server.bytesReceived(), 0);
    QVERIFY(result.evidence.find(probe::ProbeId::CheckApiKey, probe::Variant::AsGiven) == nullptr);
    QVERIFY(result.evidence.find(probe::ProbeId::Rerank, probe::Variant::AsGiven) == nullptr);
}

void TestCheck::followsNoRedirectWithAKey()
{
    ScriptedServer elsewhere;
    ScriptedServer server;
    server.answer(Script::reply(307, "", {"Location: " + elsewhere.url().toEncoded() + "/v2/rerank"}));
    const CheckResult result = run(request(server.url(), testkeys::good));
    QCOMPARE(result.diagnosis.verdict, diagnosis::Verdict::FixRoute);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestCheck::sendsAKeyAtMostThreeTimes()
{
    ScriptedServer server;
    rejectAsCohere(server, {'"' + testkeys::good + '"', testkeys::good});
    // Quotes may stand in a header, so the key is tried as it is and then cleaned.
    const CheckResult result = run(request(server.url(), '"' + testkeys::good + '"'));
    QCOMPARE(verdictAndCause(result), QStringLiteral("fix-key wrapped-key"));
    QCOMPARE(server.requests().size(), 4); // one without a key
    QCOMPARE(carrying(server, testkeys::good), 1);
}

void TestCheck::sendsACleanKeyOnceToEachEndpoint()
{
    ScriptedServer server;
    rejectAsCohere(server, {testkeys::good});
    const CheckResult result = run(request(server.url(), testkeys::good));
    QCOMPARE(verdictAndCause(result), QStringLiteral("fix-key key-rejected"));
    QCOMPARE(result.diagnosis.causes.front().status, diagnosis::Status::Confirmed);
    QCOMPARE(server.requests().size(), 3); // one without a key: at this address, the refused key could be another
    QCOMPARE(carrying(server, testkeys::good), 2);
}

void TestCheck::provesWhichHeaderAGatewayReads()
{
    ScriptedServer server;
    server.answer(Script::reply(401, R"({"error":"missing key"})"));
    server.answerHeader("X-API-Key: " + testkeys::good, Script::reply(200, resultsBody));
    const CheckResult result = run(request(server.url(), testkeys::good));
    QCOMPARE(verdictAndCause(result), QStringLiteral("fix-route wrong-header"));
    QCOMPARE(result.diagnosis.causes.front().status, diagnosis::Status::Confirmed);
    QCOMPARE(fixesOf(result).header, QStringLiteral("X-API-Key: {key}"));
    QVERIFY(fixesOf(result).baseUrl.isEmpty());
}

void TestCheck::provesThatThePathWasGivenTwice()
{
    ScriptedServer server;
    server.answer(Script::reply(404, "404 page not found", {"Content-Type: text/plain"}));
    server.answerPath("/v2/rerank", Script::reply(200, resultsBody));
    QUrl base = server.url();
    base.setPath(QStringLiteral("/v2/rerank"));
    const CheckResult result = run(request(base, testkeys::good));
    QCOMPARE(verdictAndCause(result), QStringLiteral("fix-route wrong-endpoint"));
    QCOMPARE(result.diagnosis.causes.front().status, diagnosis::Status::Confirmed);
    QCOMPARE(fixesOf(result).baseUrl, server.url().toString());
    QVERIFY(fixesOf(result).header.isEmpty());
}

void TestCheck::sendsNoKeyInTheControl()
{
    ScriptedServer server;
    server.answer(Script::reply(401, R"({"error":"login needed"})"));
    const CheckResult result = run(request(server.url(), testkeys::good));
    const diagnosis::ProbeResult *control = result.evidence.find(probe::ProbeId::Rerank, probe::Variant::NoKey);
    QVERIFY(control != nullptr);
    const auto without = std::count_if(server.requests().begin(), server.requests().end(),
        [](const QByteArray &request) { return !request.contains(testkeys::good); });
    QCOMPARE(without, 1);
}

void TestCheck::asksAtMostEightTimes()
{
    ScriptedServer server;
    server.answer(Script::reply(401, R"({"error":"login needed"})"));
    const CheckResult result = run(request(server.url(), '"' + testkeys::good + '"'));
    QCOMPARE(verdictAndCause(result), QStringLiteral("fix-route gateway-refused"));
    QVERIFY2(server.requests().size() <= 8, qPrintable(QString::number(server.requests().size())));
    QVERIFY(server.requests().size() > 3);
}

void TestCheck::neverSendsAKeyThatMayNotStandInAHeader_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<qsizetype>("cleanedSent");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &key, qsizetype sent, const char *expected) {
        QTest::newRow(name) << key << sent << QString::fromLatin1(expected);
    };
    row("line feed", testkeys::good + '\n', 2, "fix-key hidden-characters");
    row("header injected", testkeys::good + "\r\nX-Injected: yes", 0, "fix-key");
    row("no-break space", testkeys::good + "\xc2\xa0", 2, "fix-key hidden-characters");
    row("Cyrillic letter", "\xd0\x90" + testkeys::good.mid(1), 0, "fix-key lookalike-characters");
    row("NUL", testkeys::good + QByteArray(1, '\0'), 2, "fix-key hidden-characters");
}

void TestCheck::neverSendsAKeyThatMayNotStandInAHeader()
{
    QFETCH(const QByteArray, key);
    QFETCH(const qsizetype, cleanedSent);
    QFETCH(const QString, expected);
    ScriptedServer server;
    server.answer(Script::reply(200, resultsBody));
    const CheckResult result = run(request(server.url(), key));
    QVERIFY2(verdictAndCause(result).startsWith(expected), qPrintable(verdictAndCause(result)));
    for (const QByteArray &sent : server.requests()) {
        QVERIFY(!sent.contains("X-Injected: yes"));
        QCOMPARE(sent.count("Authorization:"), 1);
    }
    if (cleanedSent > 0) {
        QCOMPARE(carrying(server, testkeys::good), cleanedSent);
        QCOMPARE(result.diagnosis.causes.front().status, diagnosis::Status::Confirmed);
    }
}

void TestCheck::tellsWhatIsTriedAsItHappens()
{
    ScriptedServer server;
    server.answer(Script::reply(200, resultsBody));
    probe::HttpProber prober;
    Check check(prober);
    QStringList story;
    connect(&check, &Check::probeStarted, &check,
        [&](probe::ProbeId id, probe::Variant) { story.append(QStringLiteral("start ") + words::id(id)); });
    connect(&check, &Check::probeFinished, &check,
        [&](const diagnosis::ProbeResult &result) { story.append(QStringLiteral("end ") + words::id(result.id)); });
    connect(&check, &Check::checkFinished, &check, [&] { story.append(QStringLiteral("finished")); });
    check.start(request(server.url(), testkeys::good));
    QVERIFY(story.isEmpty());
    QVERIFY(check.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(story.value(story.size() - 1), QStringLiteral("finished"), 20'000);
    QCOMPARE(story.mid(0, 6),
        (QStringList{QStringLiteral("start name-lookup"), QStringLiteral("end name-lookup"),
            QStringLiteral("start connect"), QStringLiteral("end connect"), QStringLiteral("start check-api-key"),
            QStringLiteral("start rerank")}));
    QVERIFY(!check.isRunning());
}

void TestCheck::canBeCancelled()
{
    ScriptedServer server;
    server.answer(Script::raw({}, Script::Then::KeepOpen));
    probe::HttpProber prober;
    Check check(prober);
    QSignalSpy finished(&check, &Check::checkFinished);
    check.start(request(server.url(), testkeys::good));
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() == 2, 20'000);
    check.cancel();
    QCOMPARE(finished.size(), 1);
    const auto result = finished.first().first().value<CheckResult>();
    QVERIFY(result.evidence.cancelled);
    QCOMPARE(result.diagnosis.verdict, diagnosis::Verdict::Unknown);
    for (const probe::ProbeId id : {probe::ProbeId::CheckApiKey, probe::ProbeId::Rerank}) {
        const auto *open = result.evidence.find(id, probe::Variant::AsGiven);
        QVERIFY(open != nullptr);
        QCOMPARE(open->outcome, diagnosis::ProbeResult::Outcome::Skipped);
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.openConnections(), 0, 20'000);
    QCOMPARE(finished.size(), 1);
}

void TestCheck::dropsTheRepliesOfAnOlderCheck()
{
    ScriptedServer slow;
    slow.answer(Script::raw({}, Script::Then::KeepOpen));
    ScriptedServer server;
    rejectAsCohere(server, {testkeys::other});
    probe::HttpProber prober;
    Check check(prober);
    QSignalSpy finished(&check, &Check::checkFinished);
    check.start(request(slow.url(), testkeys::good));
    QTRY_VERIFY_WITH_TIMEOUT(slow.requests().size() == 2, 20'000);
    check.start(request(server.url(), testkeys::other));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(verdictAndCause(finished.first().first().value<CheckResult>()), QStringLiteral("fix-key key-rejected"));
}

void TestCheck::triesNothingWithoutAKeyOrAnAddress()
{
    ScriptedServer server;
    QCOMPARE(verdictAndCause(run(request(server.url(), "  \n"))), QStringLiteral("fix-key key-missing"));
    CheckRequest asked = request(server.url(), testkeys::good);
    asked.target = tl::unexpected(probe::TargetFailure::EmptyUrl);
    QCOMPARE(verdictAndCause(run(std::move(asked))), QStringLiteral("fix-route wrong-endpoint"));
    QCOMPARE(server.connections(), 0);
}

void TestCheck::repeatsNoKeyThatAServerRepeats()
{
    ScriptedServer server;
    server.answer(
        Script::reply(401, R"({"message":"the key )" + testkeys::good.mid(4, 15) + R"( is not known here"})"));
    const CheckResult result = run(request(server.url(), testkeys::good));
    for (const diagnosis::ProbeResult &probe : result.evidence.probes) {
        QVERIFY(!probe.reading.message.contains(QString::fromLatin1(testkeys::good.mid(4, 5))));
        QVERIFY(probe.reply.body.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_Check.moc"
