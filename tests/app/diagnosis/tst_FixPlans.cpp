// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/CommandText.h"
#include "diagnosis/Evidence.h"
#include "diagnosis/FixPlan.h"
#include "diagnosis/ShellWord.h"
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/EvidenceBuilder.h"
#include "words/FixWords.h"
#include "words/Ids.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

using diagnosis::Act;
using diagnosis::Cause;
using diagnosis::FixContext;
using diagnosis::FixRoute;
using diagnosis::FixStep;
using diagnosis::Platform;
using diagnosis::Runtime;
using diagnosis::Shell;
using words::FixWords;

/// Walks every cause on every platform.
class TestFixPlans : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void comeBackAsThePlatformThatWasChosen();
    void knowTheShellOfThisSystem_data();
    void knowTheShellOfThisSystem();
    void areWholeForEveryCauseAndPlatform_data();
    void areWholeForEveryCauseAndPlatform();
    void giveEveryActAPlaceSomewhere();
    void helpWhereTheWayEnded_data();
    void helpWhereTheWayEnded();
    void nameTheUsersVariableFileAndHolder_data();
    void nameTheUsersVariableFileAndHolder();
    void haveNoCommandForANameThatNoShellTakes();
    void saySoInACommandThatIsBalanced_data();
    void saySoInACommandThatIsBalanced();
    void reachAProgramUnchangedThroughCmd_data();
    void reachAProgramUnchangedThroughCmd();
    void areToldInJsonStepByStep();
    void areChosenOnTheCommandLine_data();
    void areChosenOnTheCommandLine();
};

namespace {

constexpr std::size_t mostSteps = 9;

Platform platformAt(int number)
{
    return static_cast<Platform>(number);
}

FixContext oddContext()
{
    FixContext context;
    context.variable = QStringLiteral("COHERE_APIKEY");
    context.otherVariable = QStringLiteral("CO_API_KEY");
    context.file = QStringLiteral("/srv/my app/ada's \"$HOME\" 100% `x`.env");
    context.profile = QStringLiteral("/home/ada/my profile's $x");
    context.holder = QStringLiteral("ada's \"$app\"");
    context.header = QStringLiteral("api-key: {key}");
    context.baseUrl = QStringLiteral("https://rerank.example/it's?a=%C3%A9&b=$x");
    return context;
}

/// What a check may have seen of the way: each makes some acts of use.
std::vector<FixRoute> routes()
{
    FixRoute refusedByProxy;
    refusedByProxy.base = FixRoute::Base::Cohere;
    refusedByProxy.proxyHost = QStringLiteral("it's.example");
    refusedByProxy.proxyPort = 3128;
    refusedByProxy.proxyVariable = QStringLiteral("HTTPS_PROXY");
    refusedByProxy.proxyDenied = true;
    refusedByProxy.direct = FixRoute::Direct::Answered;
    refusedByProxy.status = 403;
    FixRoute silentProxy = refusedByProxy;
    silentProxy.proxyFailed = true;
    silentProxy.proxyTakesPassword = false;
    FixRoute network;
    network.base = FixRoute::Base::Cohere;
    network.certificate = probe::CertificateProblem::WrongHostName;
    FixRoute gateway;
    gateway.base = FixRoute::Base::Own;
    gateway.port = 8443;
    gateway.headersTried = true;
    gateway.certificate = probe::CertificateProblem::Expired;
    gateway.status = 502;
    FixRoute here = gateway;
    here.base = FixRoute::Base::ThisComputer;
    here.certificate = probe::CertificateProblem::UnknownAuthority;
    return {refusedByProxy, silentProxy, network, gateway, here};
}

/// What is known of the user's program: nothing, all of it in odd ways, a key in a file, a file that is hidden.
std::vector<FixContext> contexts()
{
    FixContext inFile;
    inFile.keyIsInFile = true;
    FixContext hidden = oddContext();
    hidden.otherVariable.clear();
    hidden.otherIsInFile = true;
    std::vector<FixContext> all{FixContext{}, oddContext(), inFile, hidden};
    for (const FixRoute &route : routes()) {
        all.push_back(oddContext());
        all.back().route = route;
    }
    return all;
}

QString problemWithText(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    if (text.contains(place))
        return QStringLiteral("a place is not filled");
    if (!text.endsWith(QLatin1Char('.')) && !text.endsWith(QStringLiteral(".”")))
        return QStringLiteral("it is no whole sentence");
    return {};
}

QString problemWithCommand(const QString &command)
{
    static const QRegularExpression place(QStringLiteral("\\{(variable|other|doomed|file|list|path|name|service|"
                                                         "workload|secret|profiles?|shell|host|url|baseUrl)\\}|RUN"));
    static const QRegularExpression key(QStringLiteral("[A-Za-z0-9]{40}"));
    if (command.contains(place) || command.contains(QLatin1String("%1")))
        return QStringLiteral("a place is not filled");
    if (command.contains(key))
        return QStringLiteral("it may hold a key");
    return {};
}

QString problemWith(const FixStep &step, const FixContext &context)
{
    QString problem = problemWithText(FixWords::sentence(step, context));
    if (!problem.isEmpty())
        return problem + QStringLiteral(": ") + FixWords::sentence(step, context);
    const QString expectation = FixWords::expectation(step, context);
    if (expectation.isEmpty() && !step.command.isEmpty())
        return QStringLiteral("nothing is to be seen after: ") + step.command;
    problem = expectation.isEmpty() ? QString() : problemWithText(expectation);
    if (!problem.isEmpty())
        return problem + QStringLiteral(": ") + expectation;
    problem = problemWithCommand(step.command);
    if (!problem.isEmpty())
        return problem + QStringLiteral(": ") + step.command;
    if (!step.link.isEmpty() && !step.link.startsWith(QLatin1String("https://"))
        && !step.link.startsWith(QLatin1String("mailto:")))
        return QStringLiteral("an odd link: ") + step.link;
    return {};
}

/// Quotes, parentheses and braces of a line of PowerShell: empty where they match.
QString problemInPowerShell(const QString &line)
{
    QString open;
    QChar quote;
    const auto isSingle = [](QChar c) { return c == u'\'' || (c >= QChar(0x2018) && c <= QChar(0x201b)); };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (!quote.isNull()) {
            if (quote == u'"' && c == u'`') {
                ++i;
            } else if (quote == u'\'' ? isSingle(c) : c == u'"') {
                if (i + 1 < line.size() && (quote == u'\'' ? isSingle(line.at(i + 1)) : line.at(i + 1) == u'"'))
                    ++i;
                else
                    quote = QChar();
            }
        } else if (isSingle(c) || c == u'"') {
            quote = isSingle(c) ? QChar(u'\'') : c;
        } else if (QStringLiteral("([{").contains(c)) {
            open += c;
        } else if (const qsizetype kind = QStringLiteral(")]}").indexOf(c); kind >= 0) {
            if (open.isEmpty() || open.back() != QStringLiteral("([{").at(kind))
                return QStringLiteral("a bracket too many");
            open.chop(1);
        }
    }
    return quote.isNull() && open.isEmpty() ? QString() : QStringLiteral("an end is missing");
}

/// What cmd hands to a program, where a line is typed: carets are taken away outside of quotes. Nothing where it would
/// do something else than start one program: an unquoted sign of its own, or a variable between two %.
std::optional<QString> throughCmd(const QString &line)
{
    static const QRegularExpression variable(QStringLiteral("%[A-Z_]+%"));
    if (line.contains(variable) || line.contains(u'\n'))
        return std::nullopt;
    QString passed;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (!quoted && c == u'^') {
            if (++i < line.size())
                passed += line.at(i);
            continue;
        }
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && QStringLiteral("&|<>()").contains(c))
            return std::nullopt;
        passed += c;
    }
    return quoted ? std::nullopt : std::optional(passed);
}

/// A command line as a Windows program takes it apart.
QStringList argumentsOf(const QString &line)
{
    QStringList arguments;
    QString word;
    bool quoted = false;
    bool begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        qsizetype backslashes = 0;
        while (i < line.size() && line.at(i) == u'\\') {
            ++backslashes;
            ++i;
        }
        const bool atQuote = i < line.size() && line.at(i) == u'"';
        word += QString(atQuote ? backslashes / 2 : backslashes, u'\\');
        begun = begun || backslashes > 0;
        if (i >= line.size())
            break;
        if (atQuote && backslashes % 2 == 1) {
            word += u'"';
        } else if (atQuote) {
            quoted = !quoted;
            begun = true;
        } else if (line.at(i) == u' ' && !quoted) {
            if (begun)
                arguments << word;
            word.clear();
            begun = false;
        } else {
            word += line.at(i);
            begun = true;
        }
    }
    return begun ? arguments << word : arguments;
}

} // namespace

void TestFixPlans::comeBackAsThePlatformThatWasChosen()
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const Shell shell : {Shell::Bash, Shell::Fish, Shell::PowerShell, Shell::Cmd}) {
        for (int number = 0; number < diagnosis::platformCount; ++number) {
            FixContext context;
            context.shell = shell;
            context.runtime = Runtime::Docker;
            const FixContext chosen = diagnosis::contextFor(context, platformAt(number));
            QCOMPARE(diagnosis::platformOf(chosen), platformAt(number));
            if (number > static_cast<int>(Platform::LinuxFish))
                QCOMPARE(chosen.shell, shell);
            ids.insert(words::id(platformAt(number)));
            names.insert(FixWords::platform(platformAt(number)));
        }
    }
    QCOMPARE(ids.size(), diagnosis::platformCount);
    QCOMPARE(names.size(), diagnosis::platformCount);
    QVERIFY(!ids.contains(QString()) && !names.contains(QString()));
}

void TestFixPlans::knowTheShellOfThisSystem_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::newRow("/bin/bash") << Shell::Bash;
    QTest::newRow("/usr/bin/zsh") << Shell::Zsh;
    QTest::newRow("/usr/bin/fish") << Shell::Fish;
    QTest::newRow("/opt/microsoft/powershell/7/pwsh") << Shell::PowerShell;
}

void TestFixPlans::knowTheShellOfThisSystem()
{
    QTEST(diagnosis::contextOfThisSystem(QString::fromLatin1(QTest::currentDataTag())).shell, "shell");
}

void TestFixPlans::areWholeForEveryCauseAndPlatform_data()
{
    QTest::addColumn<int>("cause");
    QTest::addColumn<int>("platform");
    for (const Cause cause : diagnosis::allCauses()) {
        for (int number = 0; number < diagnosis::platformCount; ++number) {
            QTest::addRow("%s: %s", qPrintable(words::id(platformAt(number))), qPrintable(words::id(cause)))
                << static_cast<int>(cause) << number;
        }
    }
}

void TestFixPlans::areWholeForEveryCauseAndPlatform()
{
    QFETCH(const int, cause);
    QFETCH(const int, platform);
    for (FixContext context : contexts()) {
        for (const Shell shell : {Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Cmd}) {
            context.shell = shell; // that of a container's terminal; a terminal has its own
            const FixContext chosen = diagnosis::contextFor(context, platformAt(platform));
            const diagnosis::FixPlan plan = diagnosis::fixPlan(static_cast<Cause>(cause), chosen);
            QVERIFY(!plan.empty());
            QVERIFY2(plan.size() <= mostSteps, qPrintable(QString::number(plan.size())));
            QSet<int> acts;
            for (const FixStep &step : plan) {
                const QString problem = problemWith(step, chosen);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
                acts.insert(static_cast<int>(step.act));
            }
            QCOMPARE(std::size_t(acts.size()), plan.size()); // none twice
        }
    }
}

void TestFixPlans::giveEveryActAPlaceSomewhere()
{
    QSet<int> acts;
    for (const FixContext &context : contexts()) {
        for (int number = 0; number < diagnosis::platformCount; ++number) {
            for (const Cause cause : diagnosis::allCauses()) {
                for (const FixStep &step :
                    diagnosis::fixPlan(cause, diagnosis::contextFor(context, platformAt(number))))
                    acts.insert(static_cast<int>(step.act));
            }
        }
    }
    QCOMPARE(acts.size(), diagnosis::actCount);
}

void TestFixPlans::helpWhereTheWayEnded_data()
{
    using probe::Answerer;
    using probe::CertificateProblem;
    using probe::Meaning;
    using probe::NetworkFailure;
    using probe::ProbeId;
    using probe::Variant;
    QTest::addColumn<diagnosis::Evidence>("evidence");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QStringList>("steps"); // a part of each step's sentence or command, in their order
    const auto row = [](const char *name, const EvidenceBuilder &seen, Cause cause, const QStringList &steps) {
        QTest::newRow(name) << seen.evidence() << cause << steps;
    };
    const QString again = QStringLiteral("Test again.");
    const QString noRetry = QStringLiteral("Do not let your program try again");
    const QString keepChecks = QStringLiteral("Do not switch certificate checks off");
    const QString noProxy = QStringLiteral("export NO_PROXY=\"$NO_PROXY,\"'api.cohere.com' no_proxy=");
    const QString pages = QStringLiteral("other pages open in a browser");
    const auto refused = [](int status) {
        return EvidenceBuilder().rerank(Answerer::SomethingInFront, Meaning::OtherUnauthorized, status);
    };
    const auto denied = [](int status) {
        EvidenceBuilder seen;
        seen.fails(ProbeId::Tls, NetworkFailure::ProxyDenied).viaProxy();
        seen.replyStatus(status);
        return seen;
    };

    row("refused on the way to Cohere", refused(401), Cause::GatewayRefused,
        {QStringLiteral("Try another network"),
            QStringLiteral(
                "“Calls from this computer to api.cohere.com:443 are answered with 401, and not by Cohere.”"),
            noRetry, again});
    row("refused by a server of one's own", refused(401).ownBase(), Cause::GatewayRefused,
        {QStringLiteral("“rerank.example:443 answers 401 to POST /v2/rerank."),
            QStringLiteral("rerank-key check --url https://api.cohere.com --proxy none"), noRetry, again});
    row("refused, and no check was made", EvidenceBuilder().base(QUrl()), Cause::GatewayRefused,
        {QStringLiteral("Ask whoever runs the gateway which key it wants"), QStringLiteral("test it at Cohere itself"),
            noRetry, again});
    row("a proxy refuses, and there is a way without it",
        denied(403).trial(Variant::Direct, Answerer::Cohere, Meaning::RerankResults, 200), Cause::GatewayRefused,
        {noProxy, QStringLiteral("“The proxy proxy.example:3128 answers 403 to CONNECT for api.cohere.com:443.”"),
            noRetry, again});
    row("a proxy refuses, and there is no other way",
        denied(403).trialFails(Variant::Direct, NetworkFailure::ConnectionRefused), Cause::GatewayRefused,
        {QStringLiteral("“The proxy proxy.example:3128 answers 403 to CONNECT for api.cohere.com:443.”"), noRetry,
            again});
    row("answered through a proxy", refused(403).viaProxy(), Cause::GatewayRefused,
        {QStringLiteral("rerank-key check --url https://api.cohere.com --proxy none"),
            QStringLiteral("“Calls to api.cohere.com:443 through the proxy proxy.example:3128 are answered with 403"),
            noRetry, again});
    row("a server of one's own behind a proxy", refused(401).viaProxy().ownBase(), Cause::GatewayRefused,
        {QStringLiteral("“rerank.example:443 answers 401"), QStringLiteral("api.cohere.com$"), noRetry, again});
    const auto proxyDown = [](NetworkFailure failure) {
        return EvidenceBuilder().fails(ProbeId::Connect, failure).viaProxy();
    };
    const QString checkProxy =
        QStringLiteral("whether proxy.example:3128 is still the proxy of your network. If not, change or remove the "
                       "variable HTTPS_PROXY.");
    row("a proxy that is down", proxyDown(NetworkFailure::ProxyRefused), Cause::Unreachable,
        {checkProxy, pages, again});
    row("a proxy that is down, and not needed",
        proxyDown(NetworkFailure::ProxyRefused).trial(Variant::Direct, Answerer::Cohere, Meaning::RerankResults, 200),
        Cause::Unreachable, {checkProxy, noProxy, pages, again});
    row("a proxy whose name is not known", proxyDown(NetworkFailure::ProxyNotFound), Cause::NameNotFound,
        {checkProxy, pages, again});
    row("a proxy that is silent", proxyDown(NetworkFailure::TimedOut).replyHost(QStringLiteral("proxy.example")),
        Cause::Unreachable, {checkProxy, pages, again});
    row("no answer through a proxy", proxyDown(NetworkFailure::ConnectionClosed), Cause::Unreachable,
        {pages,
            QStringLiteral("“Programs get no whole answer from api.cohere.com:443 through the proxy "
                           "proxy.example:3128.”"),
            again});
    const auto login = [&proxyDown](const QStringList &schemes) {
        return proxyDown(NetworkFailure::ProxyLoginNeeded).loginSchemes(schemes);
    };
    row("a proxy's login", login({QStringLiteral("Negotiate"), QStringLiteral("Basic")}), Cause::ProxyLogin,
        {QStringLiteral("read -rs LOGIN && export HTTPS_PROXY=http://\"$LOGIN\"@'proxy.example:3128'; unset LOGIN"),
            QStringLiteral("the login of the proxy proxy.example:3128."), again});
    row("a proxy's login that is no password", login({QStringLiteral("NTLM")}), Cause::ProxyLogin,
        {QStringLiteral("“Programs need a way through proxy.example:3128 to api.cohere.com:443 with"), again});
    const auto noKeyArrived = [] { return EvidenceBuilder().rerank(Answerer::Cohere, Meaning::NoKeyArrived, 401); };
    row("the header is lost on the way to Cohere", noKeyArrived(), Cause::HeaderStripped,
        {QStringLiteral("Try another network"),
            QStringLiteral("“Calls from this computer to api.cohere.com:443 lose their Authorization header.”"),
            noRetry, again});
    row("the header is lost in a proxy", noKeyArrived().viaProxy(), Cause::HeaderStripped,
        {QStringLiteral("--proxy none"), QStringLiteral("They go through the proxy proxy.example:3128.”"), noRetry,
            again});
    row("the header is lost at a server of one's own", noKeyArrived().ownBase(), Cause::HeaderStripped,
        {QStringLiteral("test it at Cohere itself"),
            QStringLiteral("“Calls to rerank.example:443 lose their Authorization header.” In nginx, the line is "
                           "“proxy_set_header Authorization $http_authorization;”."),
            noRetry, again});
    row("another header may be wanted", refused(401).ownBase(), Cause::WrongHeader,
        {QStringLiteral("Test with another header"), QStringLiteral("Ask whoever runs the server"), noRetry, again});
    row("no other header is taken",
        refused(401).ownBase().trial(
            Variant::XApiKeyHeader, Answerer::SomethingInFront, Meaning::OtherUnauthorized, 401),
        Cause::WrongHeader, {QStringLiteral("Ask whoever runs the server"), noRetry, again});
    row("Cohere refuses the connection", EvidenceBuilder().fails(ProbeId::Connect, NetworkFailure::ConnectionRefused),
        Cause::Unreachable,
        {pages, QStringLiteral("NODE_USE_ENV_PROXY=1"), QStringLiteral("Try another network"),
            QStringLiteral("“Programs on this computer get no whole answer from api.cohere.com:443.”"), again});
    row("a server on this computer refuses the connection",
        EvidenceBuilder()
            .base(QUrl(QStringLiteral("http://127.0.0.1:4000")))
            .fails(ProbeId::Connect, NetworkFailure::ConnectionRefused),
        Cause::Unreachable,
        {QStringLiteral("listens on port 4000. To a program in a container, this computer is"), again});
    row("a server of one's own refuses the connection",
        EvidenceBuilder().ownBase().fails(ProbeId::Connect, NetworkFailure::ConnectionRefused), Cause::Unreachable,
        {QStringLiteral("whether rerank.example:443 is the right address"), pages, QStringLiteral("HTTPS_PROXY"),
            QStringLiteral("from rerank.example:443.”"), again});
    row("Cohere's name is not known", EvidenceBuilder().fails(ProbeId::NameLookup, NetworkFailure::NameNotFound),
        Cause::NameNotFound,
        {QStringLiteral("getent hosts 'api.cohere.com'"), pages, QStringLiteral("HTTPS_PROXY"), again});
    const auto untrusted = [](CertificateProblem problem) {
        return EvidenceBuilder().fails(ProbeId::Tls, NetworkFailure::CertificateUntrusted, problem);
    };
    row("an unknown authority", untrusted(CertificateProblem::UnknownAuthority), Cause::TlsUntrusted,
        {QStringLiteral("whether it looks into connections"), QStringLiteral("--ca company-authority.pem"),
            QStringLiteral("NODE_EXTRA_CA_CERTS=\"$PWD/company-authority.pem\""), keepChecks, again});
    row("an unknown authority of a server of one's own", untrusted(CertificateProblem::UnknownAuthority).ownBase(),
        Cause::TlsUntrusted,
        {QStringLiteral("“The certificate of rerank.example:443 comes from an authority"), QStringLiteral("--ca"),
            QStringLiteral("SSL_CERT_FILE"), keepChecks, again});
    row("another name at Cohere's address", untrusted(CertificateProblem::WrongHostName), Cause::TlsUntrusted,
        {QStringLiteral("asks you to sign in"), QStringLiteral("is made for another name.”"), keepChecks, again});
    row("another name at a server of one's own", untrusted(CertificateProblem::WrongHostName).ownBase(),
        Cause::TlsUntrusted,
        {QStringLiteral("is the right address"), QStringLiteral("is made for another name.”"), keepChecks, again});
    row("a certificate that is out of date", untrusted(CertificateProblem::Expired).ownBase(), Cause::TlsUntrusted,
        {QStringLiteral("to renew its certificate"), keepChecks, again}); // no authority mends that
    row("a gateway has trouble",
        EvidenceBuilder().ownBase().rerank(Answerer::SomethingInFront, Meaning::ServiceError, 502),
        Cause::ServiceTrouble,
        {QStringLiteral("then test once more"), QStringLiteral("“rerank.example:443 answers 502 to POST /v2/rerank.”"),
            QStringLiteral("status page")});
    row("Cohere has trouble", EvidenceBuilder().rerank(Answerer::Cohere, Meaning::ServiceError, 500),
        Cause::ServiceTrouble, {QStringLiteral("then test once more"), QStringLiteral("status page")});
    row("a gateway's limit", EvidenceBuilder().ownBase().rerank(Answerer::SomethingInFront, Meaning::RateLimited, 429),
        Cause::RateLimited,
        {QStringLiteral("Wait"), again, QStringLiteral("Whoever runs the server that answered can tell")});
    row("Cohere's limit", EvidenceBuilder().rerank(Answerer::Cohere, Meaning::RateLimited, 429), Cause::RateLimited,
        {QStringLiteral("Wait"), again, QStringLiteral("10 times a minute")});
}

void TestFixPlans::helpWhereTheWayEnded()
{
    QFETCH(const diagnosis::Evidence, evidence);
    QFETCH(const Cause, cause);
    QFETCH(const QStringList, steps);
    FixContext context;
    context.host = evidence.base.isEmpty() ? context.host : evidence.base.host();
    context.route = diagnosis::fixRoute(evidence);
    QStringList seen;
    for (const FixStep &step : diagnosis::fixPlan(cause, context))
        seen.append(FixWords::sentence(step, context) + QLatin1Char('\n') + step.command);
    QVERIFY2(seen.size() == steps.size(), qPrintable(seen.join(QStringLiteral("\n\n"))));
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const bool atEnd = steps[i].endsWith(QLatin1Char('$'));
        const QString part = atEnd ? steps[i].chopped(1) : steps[i];
        QVERIFY2(atEnd ? seen[i].endsWith(part) : seen[i].contains(part), qPrintable(seen[i]));
    }
}

void TestFixPlans::nameTheUsersVariableFileAndHolder_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("named");
    const auto row = [](Platform platform, Cause cause, Act act, const char *named) {
        QTest::addRow("%s: %s", qPrintable(words::id(platform)), named)
            << platform << cause << act << QString::fromLatin1(named);
    };
    row(Platform::MacZsh, Cause::KeyMissing, Act::HandToDock, "launchctl setenv MY_KEY \"$MY_KEY\"");
    row(Platform::MacZsh, Cause::KeyMissing, Act::KeepVariable, "~/.zshrc");
    row(Platform::LinuxBash, Cause::KeyMissing, Act::KeepVariable, "~/.bashrc");
    row(Platform::LinuxFish, Cause::WrongVariable, Act::CopyVariable, "set -gx MY_KEY \"$OTHER_KEY\"");
    row(Platform::WindowsPowerShell, Cause::StaleEnvironment, Act::CompareWithNew,
        "[Environment]::GetEnvironmentVariable('MY_KEY', 'User') -ceq $env:MY_KEY");
    row(Platform::WindowsCmd, Cause::ConflictingKeys, Act::UnsetOther, "set OTHER_KEY=");
    row(Platform::WindowsCmd, Cause::EnvFileSyntax, Act::TestEnvFile, "rerank-key check --env-file \"my.env\"");
    row(Platform::Docker, Cause::KeyMissing, Act::RecreateContainer,
        "docker run --detach --name shop --env MY_KEY my-image");
    row(Platform::Docker, Cause::EnvFileSyntax, Act::RecreateContainer, "--env-file 'my.env'");
    row(Platform::Compose, Cause::KeyMissing, Act::RecreateContainer, "docker compose up -d --force-recreate shop");
    row(Platform::Compose, Cause::WrongVariable, Act::CopyVariable, "MY_KEY: ${OTHER_KEY}");
    row(Platform::Kubernetes, Cause::KeyRejected, Act::RestartProgram, "kubectl rollout restart deployment/shop");
    row(Platform::Kubernetes, Cause::ConflictingKeys, Act::UnsetOther, "kubectl set env deployment/shop OTHER_KEY-");
    row(Platform::GitHubActions, Cause::KeyRejected, Act::StoreKey, "gh secret set MY_KEY");
    row(Platform::GitHubActions, Cause::KeyMissing, Act::PassVariable, "MY_KEY: ${{ secrets.MY_KEY }}");
    row(Platform::Jupyter, Cause::EnvFileNotLoaded, Act::LoadEnvFile, "load_dotenv(\"my.env\", override=True)");
    row(Platform::VsCode, Cause::EnvFileNotLoaded, Act::LoadEnvFile,
        "\"python.envFile\": \"${workspaceFolder}/my.env\"");
    row(Platform::Systemd, Cause::KeyMissing, Act::PassVariable, "EnvironmentFile=%h/.config/shop/key.env");
}

void TestFixPlans::nameTheUsersVariableFileAndHolder()
{
    QFETCH(const Platform, platform);
    QFETCH(const Cause, cause);
    QFETCH(const Act, act);
    QFETCH(const QString, named);
    FixContext context;
    context.variable = QStringLiteral("MY_KEY");
    context.otherVariable = QStringLiteral("OTHER_KEY");
    context.file = QStringLiteral("my.env");
    context.holder = QStringLiteral("shop");
    context = diagnosis::contextFor(context, platform);
    int steps = 0;
    for (const FixStep &step : diagnosis::fixPlan(cause, context)) {
        if (step.act != act)
            continue;
        ++steps;
        QVERIFY2(step.command.contains(named), qPrintable(step.command));
        QVERIFY(!FixWords::sentence(step, context).contains(QStringLiteral("my-app")));
    }
    QCOMPARE(steps, 1);
}

void TestFixPlans::haveNoCommandForANameThatNoShellTakes()
{
    FixContext context;
    context.variable = QStringLiteral("A b; $(id)");
    context.otherVariable = QStringLiteral("C`d`");
    for (int number = 0; number < diagnosis::platformCount; ++number) {
        for (const Cause cause : diagnosis::allCauses()) {
            for (const FixStep &step : diagnosis::fixPlan(cause, diagnosis::contextFor(context, platformAt(number)))) {
                QVERIFY2(!step.command.contains(QStringLiteral("$(id)")), qPrintable(step.command));
                QVERIFY2(!step.command.contains(QStringLiteral("`d`")), qPrintable(step.command));
            }
        }
    }
    // cmd has no way to write a line break or what a terminal obeys.
    context = diagnosis::contextFor({}, Platform::WindowsCmd);
    for (const char *name : {"a\nb.env",
             "a\xe2\x80\xae"
             "b.env"}) {
        context.file = QString::fromUtf8(name);
        QCOMPARE(diagnosis::fixCommand(Act::TestEnvFile, context), QString());
    }
}

void TestFixPlans::saySoInACommandThatIsBalanced_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<Shell>("shell");
    for (int number = 0; number < diagnosis::platformCount; ++number) {
        if (platformAt(number) == Platform::WindowsCmd || number > static_cast<int>(Platform::LinuxFish)) {
            QTest::addRow("cmd, %s", qPrintable(words::id(platformAt(number)))) << platformAt(number) << Shell::Cmd;
        }
        if (platformAt(number) == Platform::WindowsPowerShell || number > static_cast<int>(Platform::LinuxFish)) {
            QTest::addRow("PowerShell, %s", qPrintable(words::id(platformAt(number))))
                << platformAt(number) << Shell::PowerShell;
        }
    }
}

void TestFixPlans::saySoInACommandThatIsBalanced()
{
    QFETCH(const Platform, platform);
    QFETCH(const Shell, shell);
    if (platform == Platform::Systemd)
        return; // its commands are for the Linux that it runs on
    int commands = 0;
    for (FixContext context : contexts()) {
        context.file.replace(QLatin1Char('\''), QStringLiteral("\u2019")); // a quote to PowerShell, too
        context.shell = shell;
        context = diagnosis::contextFor(context, platform);
        for (const Cause cause : diagnosis::allCauses()) {
            for (const FixStep &step : diagnosis::fixPlan(cause, context)) {
                if (step.command.isEmpty() || step.form != diagnosis::CommandForm::Shell)
                    continue;
                ++commands;
                QString line = step.command;
                if (shell == Shell::Cmd) {
                    // A pipe between two programs, and no other sign of cmd's own.
                    const bool pipe =
                        line.contains(QLatin1String(" | kubectl")) && !line.startsWith(QLatin1String("powershell"));
                    const auto passed = throughCmd(pipe ? line.section(QLatin1String(" | "), 0, 0) : line);
                    QVERIFY2(passed, qPrintable(line));
                    const QStringList arguments = argumentsOf(*passed);
                    line = arguments.value(0) == QLatin1String("powershell") ? arguments.value(3) : QString();
                    if (arguments.value(0) == QLatin1String("powershell"))
                        QCOMPARE(arguments.size(), 4);
                }
                const QString problem = problemInPowerShell(line);
                QVERIFY2(problem.isEmpty(), qPrintable(problem + QStringLiteral(": ") + line));
            }
        }
    }
    QVERIFY(commands > 50);
}

void TestFixPlans::reachAProgramUnchangedThroughCmd_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"plain", "two words", "100%", "%PATH%", "%OS% and %TEMP%", "a\"b", "\"", "a\\", "a b\\",
             "a\\\"b", "a\\\\\"", "&|<>^()", "^\"&calc\"", "it's", "!x!", "\xe2\x80\x99", "C:\\my files\\.env"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestFixPlans::reachAProgramUnchangedThroughCmd()
{
    QFETCH(const QString, text);
    const auto passed = throughCmd(QLatin1String("program ") + diagnosis::shellWord(text, Shell::Cmd));
    QVERIFY(passed);
    QCOMPARE(argumentsOf(*passed), QStringList({QStringLiteral("program"), text}));
    QCOMPARE(problemInPowerShell(diagnosis::shellWord(text, Shell::PowerShell)), QString());
}

void TestFixPlans::areToldInJsonStepByStep()
{
    const QTemporaryDir folder;
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM),
        {QStringLiteral("check"), QStringLiteral("--env"), QStringLiteral("CO_API_KEY"), QStringLiteral("--project"),
            folder.path(), QStringLiteral("--system"), QStringLiteral("kubernetes"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 1);
    const QJsonArray causes = run.json()[QLatin1String("causes")].toArray();
    const QJsonObject cause = causes.at(0).toObject();
    const QJsonArray steps = cause[QLatin1String("steps")].toArray();
    const QJsonArray fix = cause[QLatin1String("fix")].toArray();
    QVERIFY(!fix.isEmpty());
    QCOMPARE(fix.size(), steps.size());
    bool restarts = false;
    for (qsizetype i = 0; i < fix.size(); ++i) {
        const QJsonObject object = fix.at(i).toObject();
        QVERIFY(steps.at(i).toString().startsWith(object[QLatin1String("step")].toString()));
        QVERIFY(object[QLatin1String("command")].isNull() || object[QLatin1String("expect")].isString());
        restarts = restarts || object[QLatin1String("command")].toString().startsWith(QLatin1String("kubectl apply"));
    }
    QVERIFY(restarts);
}

void TestFixPlans::areChosenOnTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("shown");
    QTest::newRow("check, fish") << QStringList{QStringLiteral("check"), QStringLiteral("--system"),
        QStringLiteral(
            "linux-fish")} << QStringLiteral("        read --silent --export CO_API_KEY\n        You should see: ");
    QTest::newRow("scan, cmd") << QStringList{QStringLiteral("scan"), QStringLiteral("--system"),
        QStringLiteral("windows-cmd")}
                               << QStringLiteral("        powershell -NoProfile -Command ");
    QTest::newRow("lines of a file")
        << QStringList{QStringLiteral("scan"), QStringLiteral("--system"), QStringLiteral("github-actions")}
        << QStringLiteral("        env:\n          CO_API_KEY: ${{ secrets.CO_API_KEY }}\n        You should see: ");
    QTest::newRow("check, no such one") << QStringList{QStringLiteral("check"), QStringLiteral("--system"),
        QStringLiteral("amiga")} << QString();
    QTest::newRow("scan, no such one") << QStringList{QStringLiteral("scan"), QStringLiteral("--system"),
        QStringLiteral("Docker")} << QString();
}

void TestFixPlans::areChosenOnTheCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, shown);
    const QTemporaryDir folder;
    arguments << QStringLiteral("--project") << folder.path();
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, {},
        {{QStringLiteral("PATH"), QStringLiteral("/nowhere")}, {QStringLiteral("SHELL"), QString()}});
    if (shown.isEmpty()) {
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.err.count('\n'), 1);
        QVERIFY(run.err.contains("windows-cmd, macos-zsh") && !run.err.contains("amiga"));
        return;
    }
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains(shown.toUtf8()), run.out.constData());
}

QTEST_GUILESS_MAIN(TestFixPlans)
#include "tst_FixPlans.moc"
