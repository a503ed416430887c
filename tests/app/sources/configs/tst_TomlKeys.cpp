// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/FoundKeys.h"
#include "sources/configs/ConfigReaders.h"

class TestTomlKeys : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsSettings_data();
    void readsSettings();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
};

void TestTomlKeys::readsSettings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << foundkeys::withKeys(text) << QString::fromUtf8(found);
    };
    row("double quotes", "CO_API_KEY = \"GOOD\"\n", "CO_API_KEY 1 - GOOD");
    row("single quotes", "a = 1\nCO_API_KEY='GOOD'", "CO_API_KEY 2 - GOOD");
    row("three quotes", "CO_API_KEY = \"\"\"\nGOOD\"\"\"\n", "CO_API_KEY 1 - GOOD");
    row("three quotes, and a line break left", "CO_API_KEY = '''GOOD\n'''\n", "CO_API_KEY 1 - GOOD\\n");
    row("an escape", "CO_API_KEY = \"GOOD\\n\"\n", "CO_API_KEY 1 - GOOD\\n");
    row("no escape in single quotes", "CO_API_KEY = 'a\\nb'\n", "CO_API_KEY 1 - a\\nb");
    row("set to nothing", "CO_API_KEY = \"\"\n", "CO_API_KEY 1 - (empty)");
    row("a comment behind", "CO_API_KEY = \"GOOD\" # mine\n", "CO_API_KEY 1 - GOOD");
    row("a table", "[cohere]\napi_key = \"GOOD\"\nmodel = \"rerank-v3.5\"\n", "cohere.api_key 2 - GOOD");
    row("a table of tables", "[services.cohere]\ntoken = \"GOOD\"\n", "services.cohere.token 2 - GOOD");
    row("a table of another service", "[cohere]\nmodel = \"x\"\n[openai]\napi_key = \"OTHER\"\n", "");
    row("a variable in a table", "[env]\nCO_API_KEY = \"GOOD\"\n", "CO_API_KEY 2 - GOOD");
    row("a dotted name", "cohere.api_key = \"GOOD\"\n", "cohere.api_key 1 - GOOD");
    row("a name in quotes", "\"CO_API_KEY\" = \"GOOD\"\n", "CO_API_KEY 1 - GOOD");
    row("an inline table", "cohere = { model = \"x\", api_key = \"GOOD\" }\n", "cohere.api_key 1 - GOOD");
    row("a comment", "# CO_API_KEY = \"GOOD\"\n", "");
    row("no text", "CO_API_KEY = 12\nCOHERE_API_KEY = true\n", "");
    row("a bad line elsewhere loses nothing", "a = = b\n[[[\nx\nCO_API_KEY = \"GOOD\"\n", "CO_API_KEY 4 - GOOD");
    row("lines within another text", "a = \"\"\"\nCO_API_KEY = 'OTHER'\n\"\"\"\nCO_API_KEY = \"GOOD\"\n",
        "CO_API_KEY 4 - GOOD");
    row("CRLF", "a = 1\r\nCO_API_KEY = \"GOOD\"\r\n", "CO_API_KEY 2 - GOOD");
    row("byte order mark",
        "\xef\xbb\xbf"
        "CO_API_KEY = \"GOOD\"\n",
        "CO_API_KEY 1 - GOOD");
}

void TestTomlKeys::readsSettings()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    const auto keys = sources::keysInToml(text, {});
    QCOMPARE(foundkeys::shown(keys), found);
    for (const sources::FoundKey &key : keys)
        QVERIFY(key.place.kind == sources::PlaceKind::SettingsFile);
}

void TestTomlKeys::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("dots", QByteArray("a.").repeated(500'000) + " = 1");
    row("tables", QByteArray("[a.").repeated(300'000));
    row("inline tables", "a = " + QByteArray("{a = ").repeated(200'000));
    row("quotes that never end", QByteArray("a = \"\"\"\n").repeated(100'000));
    row("an entry without a name", "= \"x\"\n");
    row("binary", QByteArray("\0\xff=\n", 4).repeated(200'000));
    row("too large", QByteArray("CO_API_KEY = 'x'\n").repeated(70'000));
}

void TestTomlKeys::survivesHostileTexts()
{
    QFETCH(const QByteArray, text);
    CpuTimer timer;
    timer.start();
    QVERIFY(sources::keysInToml(text, {}).empty());
    QVERIFY2(timer.elapsed() < 10'000, "took longer than ten seconds");
}

QTEST_GUILESS_MAIN(TestTomlKeys)
#include "tst_TomlKeys.moc"
