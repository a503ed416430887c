// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/FoundKeys.h"
#include "sources/configs/ConfigReaders.h"

class TestSourceKeys : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void findsKeysInPrograms_data();
    void findsKeysInPrograms();
    void findsNoKeyWhereNoneIs_data();
    void findsNoKeyWhereNoneIs();
    void findsKeysInScripts_data();
    void findsKeysInScripts();
    void findsKeysInNotebooks_data();
    void findsKeysInNotebooks();
    void survivesHostileTexts_data();
    void survivesHostileTexts();
};

void TestSourceKeys::findsKeysInPrograms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << foundkeys::withKeys(text) << QString::fromUtf8(found);
    };
    row("a variable", "import os\nCO_API_KEY = \"GOOD\"\n", "CO_API_KEY 2 - GOOD");
    row("single quotes", "COHERE_API_KEY='GOOD'", "COHERE_API_KEY 1 - GOOD");
    row("a type in Python", "COHERE_API_KEY: str = 'GOOD'", "COHERE_API_KEY 1 - GOOD");
    row("a type in Rust", "const CO_API_KEY: &'static str = \"GOOD\";", "CO_API_KEY 1 - GOOD");
    row("a type in Java", "private static final String CO_API_KEY = \"GOOD\";", "CO_API_KEY 1 - GOOD");
    row("Go", "coApiKey := 1\nvar CO_API_KEY = \"GOOD\"\ncohereApiKey := \"OTHER\"\n",
        "CO_API_KEY 2 - GOOD; cohereApiKey 3 - OTHER");
    row("the environment in Python", "os.environ[\"CO_API_KEY\"] = \"GOOD\"", "CO_API_KEY 1 - GOOD");
    row("the environment in Ruby", "ENV['CO_API_KEY'] = 'GOOD'", "CO_API_KEY 1 - GOOD");
    row("the environment in Node", "process.env.CO_API_KEY = 'GOOD';", "CO_API_KEY 1 - GOOD");
    row("a default in Python", "os.environ.setdefault('CO_API_KEY', 'GOOD')", "CO_API_KEY 1 - GOOD");
    row("a default for reading", "k = os.getenv('CO_API_KEY', 'GOOD')", "CO_API_KEY 1 - GOOD");
    row("a default in Node", "const k = process.env.COHERE_API_KEY || 'GOOD'", "COHERE_API_KEY 1 - GOOD");
    row("another default in Node", "const k = process.env.COHERE_API_KEY ?? \"GOOD\"", "COHERE_API_KEY 1 - GOOD");
    row("setenv in Go", "os.Setenv(\"CO_API_KEY\", \"GOOD\")", "CO_API_KEY 1 - GOOD");
    row("a dictionary", "{\"COHERE_API_KEY\": \"GOOD\"}", "COHERE_API_KEY 1 - GOOD");
    row("an object", "const c = { COHERE_API_KEY: `GOOD` }", "COHERE_API_KEY 1 - GOOD");
    row("a client", "co = cohere.Client(\"GOOD\")", "api_key 1 - GOOD");
    row("a client on several lines", "co = cohere.ClientV2(\n    'GOOD',\n)", "api_key 2 - GOOD");
    row("a client's argument", "import cohere\nco = cohere.ClientV2(api_key=\"GOOD\", timeout=3)", "api_key 2 - GOOD");
    row("an imported client", "from cohere import ClientV2\nco = ClientV2(\"GOOD\")", "api_key 2 - GOOD");
    row("an imported client's argument", "from cohere import Client\nco = Client(timeout=3, api_key='GOOD')",
        "api_key 2 - GOOD");
    row("a client in TypeScript", "const co = new CohereClient({ token: \"GOOD\" });", "token 1 - GOOD");
    row("a client in TypeScript, on several lines",
        "const co = new CohereClientV2({\n  timeout: f(1),\n  token: 'GOOD',\n});", "token 3 - GOOD");
    row("Vercel", "const c = createCohere({ apiKey: 'GOOD' })", "apiKey 1 - GOOD");
    row("a client in Java", "Cohere c = Cohere.builder().token(\"GOOD\").clientName(\"x\").build();", "token 1 - GOOD");
    row("a client in Go",
        "import cohere \"github.com/cohere-ai/cohere-go/v2\"\nc := client.NewClient(client.WithToken(\"GOOD\"))",
        "token 2 - GOOD");
    row("LangChain", "r = CohereRerank(model='rerank-v3.5', cohere_api_key=\"GOOD\")", "cohere_api_key 1 - GOOD");
    row("LlamaIndex", "r = CohereRerank(api_key=\"GOOD\", top_n=3)", "api_key 1 - GOOD");
    row("a wrapped text", "CohereRerank(cohere_api_key=SecretStr(\"GOOD\"))", "cohere_api_key 1 - GOOD");
    row("a header", "curl https://api.cohere.com/v2/rerank \\\n  -H 'Authorization: Bearer GOOD'",
        "Authorization 2 - GOOD");
    row("a header in Python", "import requests\nu = 'https://api.cohere.com'\nh = {'Authorization': 'Bearer GOOD'}",
        "Authorization 3 - GOOD");
    row("a placeholder", "CO_API_KEY = \"YOUR_API_KEY\"", "CO_API_KEY 1 - YOUR_API_KEY");
    row("another placeholder", "co = cohere.Client('<<apiKey>>')\nco = cohere.Client('<YOUR API KEY>')",
        "api_key 1 - <<apiKey>>; api_key 2 - <YOUR API KEY>");
    row("a dirty key", "CO_API_KEY = \"GOOD\xc2\xa0\"", "CO_API_KEY 1 - GOOD\xc2\xa0");
    row("a key with a blank", "CO_API_KEY = \"GOOD \"", "CO_API_KEY 1 - GOOD ");
    row("a key with a line feed written out", "CO_API_KEY = \"GOOD\\n\"", "CO_API_KEY 1 - GOOD\\n");
    row("two on one line", "CO_API_KEY='GOOD'; COHERE_API_KEY='OTHER'",
        "CO_API_KEY 1 - GOOD; COHERE_API_KEY 1 - OTHER");
    row("in a comment, where it leaks as well", "# CO_API_KEY = 'GOOD'", "CO_API_KEY 1 - GOOD");
}

void TestSourceKeys::findsKeysInPrograms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    const auto keys = sources::keysInSource(text, {});
    QCOMPARE(foundkeys::shown(keys), found);
    for (const sources::FoundKey &key : keys)
        QVERIFY(key.place.kind == sources::PlaceKind::SourceFile && !key.place.reference);
}

void TestSourceKeys::findsNoKeyWhereNoneIs_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << foundkeys::withKeys(text); };
    row("read from the environment", "k = os.getenv(\"CO_API_KEY\")\nk = os.environ['COHERE_API_KEY']");
    row("read in Node", "const co = new CohereClient({ token: process.env.CO_API_KEY });");
    row("read with nothing as default", "k = os.getenv('CO_API_KEY', '')\nCO_API_KEY = ''");
    row("read with a sentence as default",
        "k = os.environ.get('CO_API_KEY', 'please set the variable first, see 123')");
    row("a name for a name", "COHERE_API_KEY = \"COHERE_API_KEY\"\nCOHERE_KEY_VARIABLE = 'CO_API_KEY'");
    row("compared", "if CO_API_KEY == \"GOOD\":\n    pass\nif CO_API_KEY != 'GOOD': pass");
    row("a message", "raise ValueError(\"CO_API_KEY is not set\")\nprint('CO_API_KEY', 'is missing')");
    row("another variable", "CO_API_KEY = load_key()\nCO_API_KEY=some_other_name_that_is_long_enough_1234");
    row("a template", "CO_API_KEY = f\"{prefix}1234567890123456789012345\"\nh = `Bearer ${cohereKey}`");
    row("a header from a variable", "curl https://api.cohere.com -H \"Authorization: Bearer $CO_API_KEY\"");
    row("a file without Cohere", "API_KEY = \"GOOD\"\ntoken = 'GOOD'\nh = 'Authorization: Bearer GOOD'");
    row("another service in the same file",
        "import cohere\nopenai = OpenAI(api_key=\"GOOD\")\nc = Client(api_key='GOOD')\ntoken = 'GOOD'");
    row("another service inside of the call", "co = cohere.Client(wrap(Other(api_key=\"GOOD\")))");
    row("a checksum",
        "cohere==5.3.2 --hash=sha256:aaaaaaaaaa0123456789aaaaaaaaaa0123456789\n\"integrity\": \"sha512-GOOD\"");
    row("a commit", "# cohere at 0123456789abcdef0123456789abcdef01234567");
    row("a model", "co = cohere.Client()\nMODEL = \"rerank-multilingual-v3.0\"\nco.rerank(model='rerank-v3.5')");
    row("an address",
        "cohere_api_key_url = 'https://dashboard.cohere.com/api-keys/1234'\n"
        "cohere_key = 'https://dashboard.cohere.com/api-keys/1234'");
    row("a path", "cohere_key = '/run/secrets/cohere_key_12345678'");
    row("another setting", "cohere_max_tokens_length = 'GOOD'\nCOHERE_KEY_FILE = 'GOOD'");
    row("a longer name", "MY_CO_API_KEY = 'GOOD'\nCO_API_KEYS = 'GOOD'");
    const QByteArray far = "# cohere\n" + QByteArray(2000, '\n') + "h = 'Authorization: Bearer GOOD'";
    row("a header far from Cohere's name", far.constData());
    row("None", "CO_API_KEY = \"None\"\nCOHERE_API_KEY = 'null'");
    row("a dotted name", "CO_API_KEY = 'settings.keys.cohere.production.v1.2.3'");
    row("no quotes in a program", "CO_API_KEY=GOOD");
}

void TestSourceKeys::findsNoKeyWhereNoneIs()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(foundkeys::shown(sources::keysInSource(text, {})), QString());
}

void TestSourceKeys::findsKeysInScripts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << foundkeys::withKeys(text) << QString::fromLatin1(found);
    };
    row("export", "#!/bin/sh\nexport CO_API_KEY=GOOD\n", "CO_API_KEY 2 - GOOD");
    row("export with quotes", "  export CO_API_KEY=\"GOOD\"\n", "CO_API_KEY 1 - GOOD");
    row("without export", "CO_API_KEY=GOOD python app.py\n", "CO_API_KEY 1 - GOOD");
    row("a placeholder", "export CO_API_KEY=your-api-key\n", "CO_API_KEY 1 - your-api-key");
    row("from another variable", "export CO_API_KEY=$COHERE_KEY\nexport COHERE_API_KEY=\"$(pass cohere)\"\n", "");
    row("from a command", "export CO_API_KEY=$(cat key.txt)\nexport CO_API_KEY=`cat key.txt`\n", "");
    row("fish", "set -gx CO_API_KEY GOOD\n", "CO_API_KEY 1 - GOOD");
    row("PowerShell", "$env:CO_API_KEY = \"GOOD\"\n", "CO_API_KEY 1 - GOOD");
    row("PowerShell, for good", "[Environment]::SetEnvironmentVariable('CO_API_KEY', 'GOOD', 'User')\n",
        "CO_API_KEY 1 - GOOD");
    row("cmd", "set CO_API_KEY=GOOD\r\n", "CO_API_KEY 1 - GOOD");
    row("setx", "setx CO_API_KEY \"GOOD\"\n", "CO_API_KEY 1 - GOOD");
    row("a test for it", "if [ -z \"$CO_API_KEY\" ]; then echo \"CO_API_KEY missing\"; fi\n", "");
    row("unset", "unset CO_API_KEY\necho CO_API_KEY=GOOD2\n", "");
}

void TestSourceKeys::findsKeysInScripts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    QCOMPARE(foundkeys::shown(sources::keysInScript(text, {})), found);
}

void TestSourceKeys::findsKeysInNotebooks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << foundkeys::withKeys(text) << QString::fromLatin1(found);
    };
    row("lines", R"({"cells": [
 {"cell_type": "code", "source": [
  "import cohere\n",
  "co = cohere.Client(\"GOOD\")\n"]}]})",
        "api_key 4 - GOOD");
    row("one text", R"({"cells": [{"source": "x = 1\nos.environ[\"CO_API_KEY\"] = \"GOOD\""}]})",
        "CO_API_KEY 1 - GOOD");
    row("a command", R"({"cells": [{"source": ["%env CO_API_KEY=GOOD"]}]})", "CO_API_KEY 1 - GOOD");
    row("an output is no program", R"({"cells": [{"source": [], "outputs": ["CO_API_KEY = 'GOOD'"]}]})", "");
    row("broken", R"({"cells": [{"source": "CO_API_KEY = 'GOOD'")", "");
    row("another shape", R"(["cohere", {"cells": 1}])", "");
}

void TestSourceKeys::findsKeysInNotebooks()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, found);
    QCOMPARE(foundkeys::shown(sources::keysInNotebook(text, {})), found);
}

void TestSourceKeys::survivesHostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << QByteArray("cohere ") + text;
    };
    row("names", QByteArray("CO_API_KEY ").repeated(90'000));
    row("names and signs", QByteArray("CO_API_KEY=").repeated(90'000));
    row("names in quotes", QByteArray("\"CO_API_KEY\",").repeated(80'000));
    row("texts that never end", QByteArray("CO_API_KEY='").repeated(80'000));
    row("texts of several lines that never end", QByteArray("CO_API_KEY=`\n").repeated(80'000));
    row("arguments", QByteArray("token:").repeated(150'000));
    row("calls", QByteArray("cohere.Client(").repeated(70'000));
    row("headers", QByteArray("Bearer ").repeated(140'000));
    row("one long word", QByteArray(1'000'000, 'a'));
    row("brackets", QByteArray("(").repeated(500'000) + QByteArray("token(").repeated(80'000));
    row("binary", QByteArray("\0\xff", 2).repeated(500'000));
    row("too large", QByteArray("CO_API_KEY = 'abcdefghij0123456789x'\n").repeated(40'000));
}

void TestSourceKeys::survivesHostileTexts()
{
    QFETCH(const QByteArray, text);
    CpuTimer timer;
    timer.start();
    QVERIFY(sources::keysInSource(text, {}).empty());
    QVERIFY(sources::keysInScript(text, {}).empty());
    QVERIFY(sources::keysInNotebook(text, {}).empty());
    QVERIFY2(timer.elapsed() < 15'000, "took longer than fifteen seconds");
}

QTEST_GUILESS_MAIN(TestSourceKeys)
#include "tst_SourceKeys.moc"
