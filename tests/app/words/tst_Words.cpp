// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/Diagnosis.h"
#include "diagnosis/FixPlan.h"
#include "helpers/DoctorTest.h"
#include "words/CauseWords.h"
#include "words/EvidenceWords.h"
#include "words/FailureWords.h"
#include "words/FixWords.h"
#include "words/Ids.h"
#include "words/ProbeWords.h"
#include "words/VerdictWords.h"

using diagnosis::Cause;
using diagnosis::EvidenceItem;
using diagnosis::Fact;
using diagnosis::FixContext;
using diagnosis::FixStep;
using diagnosis::Shell;
using diagnosis::System;

/// Walks the enums, and fails where something has no words.
class TestWords : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void haveATitleAnExplanationAnIdAndAFixForEveryCause_data();
    void haveATitleAnExplanationAnIdAndAFixForEveryCause();
    void haveASentenceForEveryActOfAFix();
    void sayHowLongToWait_data();
    void sayHowLongToWait();
    void nameTheHeaderAndTheAddressThatWereFoundToWork();
    void sayWhoseAddressItIsBeforeAKeyIsSent();
    void haveASentenceForEveryFact();
    void haveASentenceForEveryFailure();
    void neverPutAKeyIntoACommand();
    void nameTheVariableOfTheUsersClient();
};

namespace {

QString problemWith(const QString &sentence)
{
    if (sentence.isEmpty())
        return QStringLiteral("there is none");
    if (sentence.contains(QLatin1Char('%')))
        return QStringLiteral("a place is not filled: ") + sentence;
    if (!sentence.endsWith(QLatin1Char('.')) && !sentence.endsWith(QStringLiteral(".”"))
        && !sentence.contains(QStringLiteral(": ")))
        return QStringLiteral("it is not a whole sentence: ") + sentence;
    for (const char *word : {"error occurred", "illegal", "fatal", "bad key", "abort", "please"}) {
        if (sentence.contains(QLatin1String(word), Qt::CaseInsensitive))
            return QStringLiteral("it is not kind: ") + sentence;
    }
    return {};
}

FixContext whereTrialsFoundSomething()
{
    FixContext context;
    context.header = QStringLiteral("api-key: {key}");
    context.baseUrl = QStringLiteral("https://rerank.example/it's");
    return context;
}

} // namespace

void TestWords::haveATitleAnExplanationAnIdAndAFixForEveryCause_data()
{
    QTest::addColumn<int>("number");
    for (const Cause cause : diagnosis::allCauses())
        QTest::newRow(qPrintable(words::id(cause))) << static_cast<int>(cause);
}

void TestWords::haveATitleAnExplanationAnIdAndAFixForEveryCause()
{
    QFETCH(const int, number);
    const auto cause = static_cast<Cause>(number);
    QVERIFY(!words::id(cause).isEmpty());
    const QString title = words::CauseWords::title(cause);
    QVERIFY(!title.isEmpty() && !title.endsWith(QLatin1Char('.')));
    QCOMPARE(problemWith(words::CauseWords::explanation(cause)), QString());
    QVERIFY(!diagnosis::fixPlan(cause, {}).empty());
    // Each title stands for one cause.
    int same = 0;
    for (const Cause other : diagnosis::allCauses())
        same += words::CauseWords::title(other) == title ? 1 : 0;
    QCOMPARE(same, 1);
}

void TestWords::haveASentenceForEveryActOfAFix()
{
    const FixContext context;
    for (int number = 0; number < diagnosis::actCount; ++number) {
        const FixStep step{.act = static_cast<diagnosis::Act>(number)};
        const QString problem = problemWith(words::FixWords::sentence(step, context));
        QVERIFY2(problem.isEmpty(), qPrintable(QString::number(number) + QStringLiteral(": ") + problem));
    }
}

void TestWords::sayHowLongToWait_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("time");
    const auto row = [](qint64 seconds, const char *time) {
        QTest::addRow("%lld", seconds) << seconds << QString::fromLatin1(time);
    };
    row(1, "Wait 1 second");
    row(119, "Wait 119 second");
    row(120, "Wait 2 minute");
    row(121, "Wait 3 minute");
    row(7199, "Wait 120 minute");
    row(7200, "Wait 2 hour");
    row(86400, "Wait 24 hour");
}

void TestWords::sayHowLongToWait()
{
    QFETCH(const qint64, seconds);
    QFETCH(const QString, time);
    FixContext context;
    context.waitSeconds = seconds;
    for (const diagnosis::Act act : {diagnosis::Act::WaitAMinute, diagnosis::Act::TestLater}) {
        const QString sentence = words::FixWords::sentence({.act = act}, context);
        QVERIFY2(sentence.startsWith(time), qPrintable(sentence));
    }
}

void TestWords::nameTheHeaderAndTheAddressThatWereFoundToWork()
{
    const auto commands = [](Cause cause) {
        QStringList all;
        for (const FixStep &step : diagnosis::fixPlan(cause, whereTrialsFoundSomething()))
            all.append(step.command);
        return all;
    };
    QVERIFY(commands(Cause::WrongHeader).contains(QStringLiteral("rerank-key check --header 'api-key: {key}'")));
    QVERIFY(
        commands(Cause::WrongEndpoint).contains(QStringLiteral("export CO_API_URL='https://rerank.example/it'\\''s'")));
}

void TestWords::sayWhoseAddressItIsBeforeAKeyIsSent()
{
    const auto notice = [](const char *base) {
        probe::Target target;
        target.base = QUrl(QString::fromLatin1(base));
        return words::ProbeWords::notice(target);
    };
    QVERIFY(notice("https://x.services.ai.azure.com").contains(QStringLiteral("Azure's own key")));
    QVERIFY(notice("https://dashboard.cohere.com").contains(QStringLiteral("https://api.cohere.com")));
    QVERIFY(notice("https://rerank.example").startsWith(QStringLiteral("The test sends the key to rerank.example")));
    QVERIFY(notice("https://api.cohere.com").contains(QStringLiteral("free calls")));
    QVERIFY(!notice("https://rerank.example").contains(QStringLiteral("free calls")));
}

void TestWords::haveASentenceForEveryFact()
{
    for (int number = 0; number <= static_cast<int>(Fact::UserSaid); ++number) {
        EvidenceItem item{.fact = static_cast<Fact>(number),
            .name = QStringLiteral("CO_API_KEY"),
            .detail = QStringLiteral("compose.yaml"),
            .number = 401};
        item.finding = inspect::Finding{};
        item.answer = guide::Answered{.question = guide::Question::WhatDoesItSay, .answer = 0};
        item.place = sources::Place{
            .kind = sources::PlaceKind::EnvFile, .name = QStringLiteral("CO_API_KEY"), .file = QStringLiteral(".env")};
        item.other = item.place;
        item.endpoint = probe::EndpointKind::AzureFoundry;
        item.proxy = probe::ProxyUse{};
        const QString problem = problemWith(words::EvidenceWords::sentence(item, 41));
        QVERIFY2(problem.isEmpty(), qPrintable(QString::number(number) + QStringLiteral(": ") + problem));
        item.detail.clear();
        QVERIFY(!words::EvidenceWords::sentence(item, 41).isEmpty());
    }
}

void TestWords::haveASentenceForEveryFailure()
{
    for (int number = 0; number <= static_cast<int>(probe::TargetFailure::HeaderMalformed); ++number)
        QVERIFY(!words::FailureWords::sentence(static_cast<probe::TargetFailure>(number)).isEmpty());
    for (int number = 0; number <= static_cast<int>(keychain::KeyStoreFailure::Other); ++number)
        QCOMPARE(problemWith(words::FailureWords::sentence(static_cast<keychain::KeyStoreFailure>(number))), QString());
    for (int number = 0; number <= static_cast<int>(probe::NetworkFailure::Other); ++number) {
        diagnosis::ProbeResult result;
        result.reply.failure = static_cast<probe::NetworkFailure>(number);
        QCOMPARE(problemWith(words::ProbeWords::detail(result)), QString());
    }
    for (int number = 0; number <= static_cast<int>(diagnosis::Verdict::Unknown); ++number)
        QVERIFY(!words::VerdictWords::verdict(static_cast<diagnosis::Verdict>(number)).isEmpty());
}

void TestWords::neverPutAKeyIntoACommand()
{
    FixContext context;
    context.otherVariable = QStringLiteral("COHERE_API_KEY");
    for (const Shell shell : {Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Cmd}) {
        for (const System system : {System::Linux, System::MacOs, System::Windows}) {
            context.shell = shell;
            context.system = system;
            for (const Cause cause : diagnosis::allCauses()) {
                for (const FixStep &step : diagnosis::fixPlan(cause, context)) {
                    QVERIFY2(!step.command.contains(QStringLiteral("%1")), qPrintable(step.command));
                    QVERIFY2(!step.command.contains(QStringLiteral("%2")), qPrintable(step.command));
                    QVERIFY2(!step.command.contains(QStringLiteral("YOUR")), qPrintable(step.command));
                }
            }
        }
    }
}

void TestWords::nameTheVariableOfTheUsersClient()
{
    FixContext context;
    context.variable = QStringLiteral("COHERE_APIKEY");
    context.file = QStringLiteral("my file's.env");
    QCOMPARE(diagnosis::fixCommand(diagnosis::Act::SetVariable, context),
        QStringLiteral("read -rs COHERE_APIKEY && export COHERE_APIKEY"));
    QCOMPARE(diagnosis::fixCommand(diagnosis::Act::TestEnvFile, context),
        QStringLiteral("rerank-key check --env-file 'my file'\\''s.env'"));
    context.shell = Shell::PowerShell;
    QCOMPARE(diagnosis::fixCommand(diagnosis::Act::TestEnvFile, context),
        QStringLiteral("rerank-key check --env-file 'my file''s.env'"));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_Words.moc"
