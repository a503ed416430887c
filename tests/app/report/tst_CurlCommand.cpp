// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/ShellWord.h"
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/Probing.h"
#include "helpers/ScriptedServer.h"
#include "helpers/TestKeys.h"
#include "probe/message/ExchangeReader.h"
#include "probe/route/ProxySettings.h"
#include "redact/Redactor.h"
#include "report/CurlCommand.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

using diagnosis::Shell;
using probe::ProbeId;
using probe::Variant;
using report::CurlContext;

/// The command is really run, in each shell that is here, and must make the call that the probe makes.
class TestCurlCommand : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void makesTheSameCall_data();
    void makesTheSameCall();
    void makesTheControlCallWithoutAKey();
    void takesTheGivenProxyWithoutItsLogin();
    void takesNoProxy_data();
    void takesNoProxy();
    void givesTheAuthorityToCurl();
    void isWrittenForPowerShell_data();
    void isWrittenForPowerShell();
    void letsPowerShellMakeTheCallForCmd();
    void takesNothingButAVariableForOne();
    void followsFixesAndTarget();
    void findsAKeyAmongArguments();

private:
    [[nodiscard]] CommandRun run(
        const QString &shell, const QString &command, const QByteArray &key, const Variables &further = {}) const;
    [[nodiscard]] QByteArray recordedArguments() const;

    QTemporaryDir m_programs;
};

namespace {

using namespace std::chrono_literals;

constexpr auto patient = 15'000ms;

/// A request as its method and path, the key's and the content's headers, and the body.
struct Seen {
    QByteArray first;
    QByteArrayList headers;
    QByteArray body;

    friend bool operator==(const Seen &, const Seen &) = default;
};

Seen seen(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    Seen result;
    result.body = request.sliced(end + 4);
    QByteArrayList lines = QByteArray(request.left(end)).replace("\r\n", "\n").split('\n');
    result.first = lines.takeFirst();
    // curl says in its own way who it is and what it takes, and may keep the connection open.
    for (const QByteArray &line : lines) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        if (!QByteArrayList{"user-agent", "accept", "accept-encoding", "connection"}.contains(name))
            result.headers.append(line);
    }
    std::sort(result.headers.begin(), result.headers.end());
    return result;
}

probe::Exchange exchangeOf(const probe::ProbeRequest &request)
{
    return probe::readExchange(probe::requestHead(request), {}, {});
}

QString shellPath(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name));
}

} // namespace

void TestCurlCommand::initTestCase()
{
    const QString curl = shellPath("curl");
    if (curl.isEmpty())
        QSKIP("curl is not installed here.");
    // Stands before the real one: writes down its arguments, as any program on the computer could read them.
    QFile wrapper(m_programs.filePath(QStringLiteral("curl")));
    QVERIFY(wrapper.open(QIODevice::WriteOnly));
    wrapper.write("#!/bin/sh\nprintf '%s\\n' \"$@\" >> \"" + m_programs.path().toUtf8() + "/arguments\"\nexec \""
        + curl.toUtf8() + "\" \"$@\"\n");
    wrapper.close();
    QVERIFY(wrapper.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

CommandRun TestCurlCommand::run(
    const QString &shell, const QString &command, const QByteArray &key, const Variables &further) const
{
    const QString path = m_programs.path() + u':' + qEnvironmentVariable("PATH");
    QFile::remove(m_programs.filePath(QStringLiteral("arguments")));
    // Over standard input, as one types it.
    const QStringList arguments =
        shell.endsWith(QLatin1String("fish")) ? QStringList{QStringLiteral("--no-config")} : QStringList();
    return runCommand(shell, arguments, command.toUtf8() + '\n',
        Variables{{QStringLiteral("PATH"), path}, {QStringLiteral("CO_API_KEY"), QString::fromUtf8(key)},
            {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")}}
            + further);
}

QByteArray TestCurlCommand::recordedArguments() const
{
    QFile file(m_programs.filePath(QStringLiteral("arguments")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCurlCommand::makesTheSameCall_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("path");
    const QString usual = QStringLiteral("Authorization: Bearer {key}");
    const QString model = QString::fromLatin1(probe::defaultModel);
    const QByteArray odd = R"(a"b'c$HOME`d`\n%s%%!e\f*~;&|<>()#{g}[h])";
    const QString oddText = QStringLiteral(R"(x"y'z $HOME `id` \n \" %s %d !! !x * ~ ; & | < > # {a} [b] é 鍵 ’)");
    for (const char *shell : {"bash", "dash", "zsh", "fish"}) {
        const auto row = [shell](const char *name, ProbeId id, const QByteArray &key, const QString &header,
                             const QString &rowModel, const QString &path) {
            QTest::addRow("%s: %s", shell, name)
                << QString::fromLatin1(shell) << id << key << header << rowModel << path;
        };
        row("rerank", ProbeId::Rerank, testkeys::good, usual, model, {});
        row("check-api-key", ProbeId::CheckApiKey, testkeys::good, usual, model, {});
        row("odd key", ProbeId::Rerank, odd, usual, model, {});
        row("a key that looks like an option", ProbeId::Rerank, "-n" + testkeys::good, QStringLiteral("X-Key: {key}"),
            model, {});
        row("odd model", ProbeId::Rerank, testkeys::good, usual, oddText, {});
        row("odd header", ProbeId::Rerank, testkeys::good,
            QStringLiteral(R"(-X!%s'y: q"q'q $HOME `id` \n\\ %s %d%% !! {key}" 'z %s \t $(id) `id` \)"), model, {});
        row("header name with a backtick", ProbeId::Rerank, testkeys::good, QStringLiteral("X-`id`$A*^|~&: {key}"),
            model, {});
        row("odd path", ProbeId::Rerank, testkeys::good, usual, model,
            QStringLiteral("/a b/'c'/$HOME/`d`/\"e\"/{f,g}/[1-3]/%25/!x/é/*"));
        row("dots in the path", ProbeId::Rerank, testkeys::good, usual, model, QStringLiteral("/a/../b/./c"));
    }
}

void TestCurlCommand::makesTheSameCall()
{
    QFETCH(const QString, shell);
    QFETCH(const ProbeId, id);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, header);
    QFETCH(const QString, model);
    QFETCH(const QString, path);
    const QString program = shellPath(qPrintable(shell));
    if (program.isEmpty())
        QSKIP("This shell is not installed here.");
    ScriptedServer server;
    probe::ProbeRequest request = probing::request(id, server.url(), patient);
    request.target.base.setPath(path);
    request.target.model = model;
    const auto form = probe::parseHeaderForm(header);
    QVERIFY(form.has_value());
    request.target.header = *form;
    auto headerKey = key::HeaderKey::parse(key::Secret(QByteArrayView(key)));
    QVERIFY(headerKey.has_value());
    request.key = std::move(*headerKey);

    CurlContext context;
    context.shell = shell == QLatin1String("fish") ? Shell::Fish : Shell::Bash;
    context.proxy = request.target.proxy;
    const QString command = report::curlCommand(exchangeOf(request), context);
    QVERIFY2(!command.contains(QString::fromUtf8(key)), qPrintable(command));
    probing::run(std::move(request));
    const CommandRun ran = run(program, command, key);

    QVERIFY2(ran.exitCode == 0, (command.toUtf8() + '\n' + ran.err).constData());
    QCOMPARE(server.requests().size(), 2);
    const Seen own = seen(server.requests().constFirst());
    const Seen curls = seen(server.requests().constLast());
    QCOMPARE(curls.first, own.first);
    QCOMPARE(curls.headers, own.headers);
    QCOMPARE(curls.body, own.body);
    QVERIFY(server.requests().constLast().contains(key));
    QVERIFY(ran.out.startsWith("HTTP/1.1 200"));
    // No argument holds the key, which is where other programs could read it.
    QVERIFY(recordedArguments().contains("--header\n@-\n"));
    QVERIFY(!recordedArguments().contains(key));
}

void TestCurlCommand::makesTheControlCallWithoutAKey()
{
    ScriptedServer server;
    probe::ProbeRequest request = probing::request(ProbeId::Rerank, server.url(), patient);
    request.variant = Variant::NoKey;
    request.key.reset();
    const QString command = report::curlCommand(exchangeOf(request), {});
    QVERIFY2(command.startsWith(QLatin1String("curl ")), qPrintable(command));
    probing::run(std::move(request));
    QCOMPARE(run(shellPath("sh"), command, testkeys::good).exitCode, 0);
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(seen(server.requests().constFirst()) == seen(server.requests().constLast()));
    QVERIFY(!server.requests().constLast().toLower().contains("authorization"));
}

void TestCurlCommand::takesTheGivenProxyWithoutItsLogin()
{
    ScriptedServer proxy;
    proxy.answer(Script::reply(403, "no"));
    const auto choice =
        probe::parseProxyChoice(QStringLiteral("http://someone:secretword@127.0.0.1:%1").arg(proxy.serverPort()));
    QVERIFY(choice.has_value());
    CurlContext context;
    context.proxy = *choice;
    const auto request = probing::request(ProbeId::Rerank, QUrl(QStringLiteral("http://doctor.invalid")), patient);
    const QString command = report::curlCommand(exchangeOf(request), context);
    QVERIFY2(!command.contains(QLatin1String("someone")) && !command.contains(QLatin1String("secretword")),
        qPrintable(command));
    const CommandRun ran =
        run(shellPath("sh"), command, testkeys::good, {{QStringLiteral("NO_PROXY"), QStringLiteral("*")}});
    QVERIFY(ran.exitCode > 0);
    // As this program does: a tunnel, in which the proxy sees neither the request nor the key.
    QCOMPARE(proxy.requests().size(), 1);
    QVERIFY(proxy.requests().constFirst().startsWith("CONNECT doctor.invalid:80 HTTP/1.1\r\n"));
    QVERIFY(!proxy.requests().constFirst().contains(testkeys::good));
    QVERIFY(!proxy.requests().constFirst().toLower().contains("proxy-authorization"));
}

void TestCurlCommand::takesNoProxy_data()
{
    QTest::addColumn<probe::ProxyChoice>("choice");
    QTest::newRow("none") << probe::ProxyChoice{probe::ProxyChoice::Kind::None, {}};
    QTest::newRow("the system's, which loopback does not take") << probe::ProxyChoice{};
}

void TestCurlCommand::takesNoProxy()
{
    QFETCH(const probe::ProxyChoice, choice);
    ScriptedServer server;
    ScriptedServer proxy;
    CurlContext context;
    context.proxy = choice;
    const auto request = probing::request(ProbeId::Rerank, server.url(), patient);
    const CommandRun ran = run(shellPath("sh"), report::curlCommand(exchangeOf(request), context), testkeys::good,
        {{QStringLiteral("http_proxy"), proxy.url().toString()}});
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(proxy.connections(), 0);
}

void TestCurlCommand::givesTheAuthorityToCurl()
{
    CurlContext context;
    context.authorityFile = QStringLiteral("/no/such file's.pem");
    ScriptedServer server;
    const auto request = probing::request(ProbeId::Rerank, QUrl(QStringLiteral("https://127.0.0.1:1")), patient);
    const CommandRun ran = run(shellPath("sh"), report::curlCommand(exchangeOf(request), context), testkeys::good);
    QVERIFY(ran.exitCode > 0);
    QVERIFY2(recordedArguments().contains("--cacert\n/no/such file's.pem\n"), recordedArguments().constData());
}

void TestCurlCommand::isWrittenForPowerShell_data()
{
    QTest::addColumn<ProbeId>("id");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    const QString start = QStringLiteral("& { $PSNativeCommandArgumentPassing = 'Legacy'; ");
    const QString curl = QStringLiteral(" | curl.exe --silent --show-error --include --header '@-' ");
    QTest::newRow("rerank") << ProbeId::Rerank << QStringLiteral("Authorization: Bearer {key}")
                            << QStringLiteral("rerank-v3.5")
                            << start + QStringLiteral(R"("Authorization: Bearer ${env:CO_API_KEY}")") + curl
            + QStringLiteral(R"(--header 'Content-Type: application/json' --data '{\"documents\":[\"ping\"],)"
                             R"(\"model\":\"rerank-v3.5\",\"query\":\"ping\",\"top_n\":1}' )"
                             R"('https://gateway.example/v2/rerank' })");
    QTest::newRow("check-api-key") << ProbeId::CheckApiKey << QStringLiteral("X-API-Key: {key}") << QString()
                                   << start + QStringLiteral(R"("X-API-Key: ${env:CO_API_KEY}")") + curl
            + QStringLiteral(R"(--header 'Content-Type:' --data '""' 'https://gateway.example/v1/check-api-key' })");
    QTest::newRow("odd signs") << ProbeId::Rerank << QStringLiteral("X-Key: `a`\"$b'{key}$c") << QStringLiteral("m\"’'")
                               << start + QStringLiteral(R"("X-Key: ``a```"`$b'${env:CO_API_KEY}`$c")") + curl
            + QStringLiteral(R"(--header 'Content-Type: application/json' --data '{\"documents\":[\"ping\"],)"
                             R"(\"model\":\"m\\\"\u2019''\",\"query\":\"ping\",\"top_n\":1}' )"
                             R"('https://gateway.example/v2/rerank' })");
}

void TestCurlCommand::isWrittenForPowerShell()
{
    QFETCH(const ProbeId, id);
    QFETCH(const QString, header);
    QFETCH(const QString, model);
    probe::ProbeRequest request = probing::request(id, QUrl(QStringLiteral("https://gateway.example")), patient);
    const auto form = probe::parseHeaderForm(header);
    QVERIFY(form.has_value());
    request.target.header = *form;
    request.target.model = model;
    CurlContext context;
    context.shell = Shell::PowerShell;
    QTEST(report::curlCommand(exchangeOf(request), context), "expected");
}

void TestCurlCommand::letsPowerShellMakeTheCallForCmd()
{
    const auto request = probing::request(ProbeId::Rerank, QUrl(QStringLiteral("https://gateway.example")), patient);
    CurlContext context;
    context.shell = Shell::PowerShell;
    const QString inPowerShell = report::curlCommand(exchangeOf(request), context);
    context.shell = Shell::Cmd;
    const QString inCmd = report::curlCommand(exchangeOf(request), context);
    // One word, whatever quotes and signs of cmd's own stand in it: tst_FixPlans shows that such a word arrives.
    QCOMPARE(inCmd, QLatin1String("powershell -NoProfile -Command ") + diagnosis::shellWord(inPowerShell, Shell::Cmd));
    QVERIFY(!inCmd.contains(QLatin1String("%CO_API_KEY%")));
}

void TestCurlCommand::takesNothingButAVariableForOne()
{
    const auto request = probing::request(ProbeId::Rerank, QUrl(QStringLiteral("https://gateway.example")), patient);
    CurlContext context;
    context.variable = QStringLiteral("COHERE_API_KEY");
    QVERIFY(report::curlCommand(exchangeOf(request), context).contains(QLatin1String(" \"$COHERE_API_KEY\" | ")));
    context.variable = QStringLiteral("A$(id)");
    QVERIFY(report::curlCommand(exchangeOf(request), context).contains(QLatin1String(" \"$CO_API_KEY\" | ")));
}

void TestCurlCommand::followsFixesAndTarget()
{
    diagnosis::FixContext fixes;
    fixes.shell = Shell::Fish;
    fixes.variable = QStringLiteral("COHERE_API_KEY");
    probe::Target target;
    target.authorityFile = QStringLiteral("/own.pem");
    target.proxy = {probe::ProxyChoice::Kind::Given, QUrl(QStringLiteral("socks5://127.0.0.1"))};
    const CurlContext given = report::curlContext(fixes, target, Variant::AsGiven);
    QCOMPARE(given.shell, Shell::Fish);
    QCOMPARE(given.variable, fixes.variable);
    QCOMPARE(given.authorityFile, target.authorityFile);
    const auto request = probing::request(ProbeId::Rerank, QUrl(QStringLiteral("https://gateway.example")), patient);
    QVERIFY(report::curlCommand(exchangeOf(request), given)
                .contains(QLatin1String("--noproxy '' --proxy 'socks5h://127.0.0.1:1080' --cacert '/own.pem' ")));
    const CurlContext direct = report::curlContext(fixes, target, Variant::Direct);
    QVERIFY(report::curlCommand(exchangeOf(request), direct).contains(QLatin1String("--noproxy '*' --cacert")));
}

void TestCurlCommand::findsAKeyAmongArguments()
{
    // What finds nothing must be able to find something.
    ScriptedServer server;
    const QString command = QStringLiteral("curl --silent --noproxy '*' -H \"X: $CO_API_KEY\" %1");
    QCOMPARE(run(shellPath("sh"), command.arg(server.url().toString()), testkeys::good).exitCode, 0);
    QVERIFY(recordedArguments().contains(testkeys::good));
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_CurlCommand.moc"
