// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/FoundKeys.h"
#include "sources/configs/ConfigReaders.h"

using foundkeys::GivenShell;
using foundkeys::shown;
using foundkeys::withKeys;

class TestComposeKeys : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsTheKeysOfServices_data();
    void readsTheKeysOfServices();
    void fillsInVariables_data();
    void fillsInVariables();
    void readsEnvFiles_data();
    void readsEnvFiles();
    void seesWhatTheQuotesOfTheListFormDo();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
    void readsNoFileWithoutSurroundings();
};

void TestComposeKeys::readsTheKeysOfServices_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << withKeys(text) << QString::fromLatin1(found);
    };
    row("a map", "services:\n  web:\n    environment:\n      CO_API_KEY: GOOD\n", "CO_API_KEY 4 web GOOD");
    row("a map with quotes", "services:\n  web:\n    environment:\n      CO_API_KEY: \"GOOD\"\n",
        "CO_API_KEY 4 web GOOD");
    row("a list", "services:\n  web:\n    environment:\n      - A=1\n      - CO_API_KEY=GOOD\n",
        "CO_API_KEY 5 web GOOD");
    row("a list whose item has quotes around it", "services:\n  web:\n    environment:\n      - \"CO_API_KEY=GOOD\"\n",
        "CO_API_KEY 4 web GOOD");
    row("a list keeps the quotes of the value", "services:\n  web:\n    environment:\n      - CO_API_KEY='GOOD'\n",
        "CO_API_KEY 4 web 'GOOD'");
    row("two services and two names",
        "services:\n  web:\n    environment: {CO_API_KEY: GOOD, OTHER_KEY: x}\n  job:\n    environment:\n      - "
        "COHERE_API_KEY=OTHER\n",
        "CO_API_KEY 3 web GOOD; COHERE_API_KEY 6 job OTHER");
    row("set to nothing", "services:\n  web:\n    environment:\n      - CO_API_KEY=\n", "CO_API_KEY 4 web (empty)");
    row("set to an empty text", "services:\n  web:\n    environment:\n      CO_API_KEY: ''\n",
        "CO_API_KEY 4 web (empty)");
    row("a name alone", "services:\n  web:\n    environment:\n      - CO_API_KEY\n", "CO_API_KEY 4 web ->(unset)");
    row("a name without a value", "services:\n  web:\n    environment:\n      CO_API_KEY:\n",
        "CO_API_KEY 4 web ->(unset)");
    row("arguments of the build",
        "services:\n  web:\n    build:\n      context: .\n      args:\n        CO_API_KEY: GOOD\n",
        "CO_API_KEY 6 web GOOD");
    row("a build that is a path", "services:\n  web:\n    build: .\n", "");
    row("an anchor", "x-env: &env\n  CO_API_KEY: GOOD\nservices:\n  web:\n    environment: *env\n",
        "CO_API_KEY 2 web GOOD");
    row("a merge", "x-env: &env\n  CO_API_KEY: GOOD\nservices:\n  web:\n    environment:\n      <<: *env\n      A: 1\n",
        "CO_API_KEY 2 web GOOD");
    row("what is written beats what is merged",
        "x-env: &env\n  CO_API_KEY: GOOD\nservices:\n  web:\n    environment:\n      <<: *env\n      CO_API_KEY: "
        "OTHER\n",
        "CO_API_KEY 7 web OTHER");
    row("the first map merged beats the next",
        "x-a: &a {CO_API_KEY: GOOD}\nx-b: &b {CO_API_KEY: OTHER}\nservices:\n  web:\n    environment:\n      <<: [*a, "
        "*b]\n",
        "CO_API_KEY 1 web GOOD");
    row("a service that merges another",
        "x-base: &base\n  environment:\n    - CO_API_KEY=GOOD\nservices:\n  web:\n    <<: *base\n    image: x\n",
        "CO_API_KEY 3 web GOOD");
    row("another name", "services:\n  web:\n    environment:\n      MY_CO_API_KEY: GOOD\n", "");
    row("no services", "version: '3'\nenvironment:\n  CO_API_KEY: GOOD\n", "");
    row("byte order mark and CRLF",
        "\xef\xbb\xbfservices:\r\n  web:\r\n    environment:\r\n      - CO_API_KEY=GOOD\r\n", "CO_API_KEY 4 web GOOD");
    row("a tab where none may be", "services:\n  web:\n    environment:\n\t- CO_API_KEY=GOOD\n", "");
}

void TestComposeKeys::readsTheKeysOfServices()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    const auto keys = sources::keysInCompose(text, {});
    QCOMPARE(shown(keys), found);
    for (const sources::FoundKey &key : keys)
        QVERIFY(key.place.kind == sources::PlaceKind::ComposeFile && key.place.file.isEmpty());
}

void TestComposeKeys::fillsInVariables_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shell"); // of CO_API_KEY; "-": not set
    QTest::addColumn<QByteArray>("dotEnv");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *value, const char *shell, const char *dotEnv, const char *found) {
        QTest::newRow(name) << QByteArray(value) << withKeys(shell) << withKeys(dotEnv) << QString::fromLatin1(found);
    };
    row("from the shell", "${CO_API_KEY}", "GOOD", "", "->GOOD");
    row("without braces", "$CO_API_KEY", "GOOD", "", "->GOOD");
    row("from .env", "${CO_API_KEY}", "-", "CO_API_KEY=GOOD", "->GOOD");
    row("the shell beats .env", "${CO_API_KEY}", "OTHER", "CO_API_KEY=GOOD", "->OTHER");
    row("an empty shell beats .env", "${CO_API_KEY}", "", "CO_API_KEY=GOOD", "->(empty)");
    row("unset is the empty text", "${CO_API_KEY}", "-", "", "->(empty)");
    row("text for unset", "${CO_API_KEY-fallback}", "-", "", "fallback");
    row("text for unset, but empty", "${CO_API_KEY-fallback}", "", "", "->(empty)");
    row("text for empty", "${CO_API_KEY:-fallback}", "", "", "fallback");
    row("no text needed", "${CO_API_KEY:-fallback}", "GOOD", "", "->GOOD");
    row("another variable as the text", "${NONE:-${CO_API_KEY}}", "GOOD", "", "->GOOD");
    row("required", "${CO_API_KEY:?say why}", "GOOD", "", "->GOOD");
    row("required and unset", "${CO_API_KEY:?say why}", "-", "", "->(empty)");
    row("text where it is set", "${CO_API_KEY:+fallback}", "GOOD", "", "fallback");
    row("a dollar sign", "a$$b", "GOOD", "", "a$b");
    row("a dollar sign before a name", "$${CO_API_KEY}", "GOOD", "", "${CO_API_KEY}");
    row("text around", "x${CO_API_KEY}y", "GOOD", "", "->xGOODy");
    row("braces that never end", "${CO_API_KEY", "GOOD", "", "${CO_API_KEY");
    row("no name", "$1 ${} $", "GOOD", "", "$1 ${} $");
}

void TestComposeKeys::fillsInVariables()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, shell);
    QFETCH(const QByteArray, dotEnv);
    QFETCH(const QString, found);
    const GivenShell given(shell == "-" ? QHash<QString, QByteArray>()
                                        : QHash<QString, QByteArray>{{QStringLiteral("CO_API_KEY"), shell}});
    const auto surroundings = foundkeys::surroundings({{QStringLiteral(".env"), dotEnv}}, &given);
    const QByteArray map = "services:\n  web:\n    environment:\n      CO_API_KEY: '" + value + "'\n";
    QCOMPARE(shown(sources::keysInCompose(map, surroundings)), QLatin1String("CO_API_KEY 4 web ") + found);
    const QByteArray list = "services:\n  web:\n    environment:\n      - 'CO_API_KEY=" + value + "'\n";
    QCOMPARE(shown(sources::keysInCompose(list, surroundings)), QLatin1String("CO_API_KEY 4 web ") + found);
}

void TestComposeKeys::readsEnvFiles_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *service, const char *found) {
        QTest::newRow(name) << withKeys(service) << QString::fromLatin1(found);
    };
    row("a path", "env_file: one.env", "CO_API_KEY 3 web ->GOOD");
    row("a list", "env_file:\n      - none.env\n      - one.env", "CO_API_KEY 5 web ->GOOD");
    row("the last file wins", "env_file: [one.env, two.env]", "CO_API_KEY 3 web ->OTHER");
    row("a list of maps", "env_file:\n      - path: one.env\n        required: false", "CO_API_KEY 4 web ->GOOD");
    row("environment beats it", "env_file: one.env\n    environment:\n      CO_API_KEY: OTHER",
        "CO_API_KEY 5 web OTHER");
    row("environment of another name does not", "env_file: one.env\n    environment:\n      COHERE_API_KEY: OTHER",
        "COHERE_API_KEY 5 web OTHER; CO_API_KEY 3 web ->GOOD");
    row("a file that is not there", "env_file: none.env", "");
    row("a variable in the path", "env_file: ${FILE:-one}.env", "CO_API_KEY 3 web ->GOOD");
    row(".env puts nothing into a container", "image: x", "");
    row("a name alone, from .env", "environment: [CO_API_KEY]", "CO_API_KEY 3 web ->OTHER");
}

void TestComposeKeys::readsEnvFiles()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QString, found);
    const GivenShell shell;
    const auto surroundings = foundkeys::surroundings({{QStringLiteral("one.env"), withKeys("CO_API_KEY=GOOD\n")},
                                                          {QStringLiteral("two.env"), withKeys("CO_API_KEY=OTHER\n")},
                                                          {QStringLiteral(".env"), withKeys("CO_API_KEY=OTHER\n")}},
        &shell);
    const QByteArray text = "services:\n  web:\n    " + service + "\n";
    QCOMPARE(shown(sources::keysInCompose(text, surroundings)), found);
}

void TestComposeKeys::seesWhatTheQuotesOfTheListFormDo()
{
    const auto keys =
        sources::keysInCompose(withKeys("services:\n  web:\n    environment:\n      - CO_API_KEY=\"GOOD\"\n"), {});
    QCOMPARE(keys.size(), 1U);
    const sources::Place &place = keys.front().place;
    QVERIFY(place.set && place.present && !place.reference);
    QCOMPARE(place.length, 42);
    QVERIFY(place.findings == std::vector{inspect::FindingKind::WrappedKey});
    QVERIFY(place.readBy.contains(QStringLiteral("cohere-python")));
}

void TestComposeKeys::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto texts = foundkeys::hostileYaml();
    for (const auto &[name, text] : texts)
        QTest::newRow(name.constData()) << text;
    const QByteArray start = "services:\n  web:\n    environment:\n      CO_API_KEY: '";
    QTest::newRow("braces in braces") << start + QByteArray("${A:-").repeated(200'000) + "'\n";
    QTest::newRow("braces that never end") << start + QByteArray("${A").repeated(300'000) + "'\n";
    QTest::newRow("many variables") << start + QByteArray("$A").repeated(500'000) + "'\n";
}

void TestComposeKeys::survivesHostileTexts()
{
    QFETCH(const QByteArray, text);
    const GivenShell shell({{QStringLiteral("A"), QByteArray(100'000, 'a')}});
    CpuTimer timer;
    timer.start();
    const auto keys = sources::keysInCompose(text, foundkeys::surroundings({}, &shell));
    QVERIFY(keys.size() <= 1);
    QVERIFY2(timer.elapsed() < 10'000, "took longer than ten seconds"); // a second without sanitizers
}

void TestComposeKeys::readsNoFileWithoutSurroundings()
{
    QVERIFY(sources::keysInCompose("services:\n  web:\n    env_file: .env\n", {}).empty());
}

QTEST_GUILESS_MAIN(TestComposeKeys)
#include "tst_ComposeKeys.moc"
