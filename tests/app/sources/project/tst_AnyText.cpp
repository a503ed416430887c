// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/project/AnyText.h"
#include "sources/project/Needles.h"

class TestAnyText : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void takesAKeyThatIsWrittenOut_data();
    void takesAKeyThatIsWrittenOut();
    void takesNothingElseForAKey_data();
    void takesNothingElseForAKey();
    void namesTheLineAndTheVariable();
    void findsSeveralKeysInOneLine();
    void theFirstLookMissesNoVariable();
    void theFirstLookFindsANeedleAtEveryPlace();
    void theFirstLookPassesOtherTextsOver();
};

namespace {

QByteArray withKey(QByteArray text)
{
    return text.replace("KEY!", testkeys::good);
}

std::vector<sources::FoundKey> keysIn(const QByteArray &text)
{
    return sources::keysInAnyText(text, {});
}

} // namespace

void TestAnyText::takesAKeyThatIsWrittenOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *text, const char *value = "KEY!") {
        QTest::newRow(name) << withKey(text) << withKey(value);
    };
    row("INI", "[cohere]\nCO_API_KEY=KEY!\n");
    row("INI with blanks", "CO_API_KEY = KEY!\n");
    row("CRLF", "CO_API_KEY=KEY!\r\n");
    row("no line break", "CO_API_KEY=KEY!");
    row("properties", "COHERE_API_KEY: KEY!\n");
    row("JSON", "{\"COHERE_API_KEY\": \"KEY!\", \"x\": 1}");
    row("JSON without blanks", "{\"COHERE_API_KEY\":\"KEY!\"}");
    row("small letters", "cohere_api_key = \"KEY!\"");
    row("single quotes", "CO_API_KEY='KEY!'");
    row("an arrow", "'CO_API_KEY' => 'KEY!',");
    row("Go", "CO_API_KEY := \"KEY!\"");
    row("PowerShell", "$env:CO_API_KEY = 'KEY!'");
    row("cmd", "set CO_API_KEY=KEY!");
    row("export", "export CO_API_KEY=KEY!; python app.py");
    row("an argument", "docker run -e CHROMA_COHERE_API_KEY=KEY! image");
    row("comma at the end", "CO_API_KEY: KEY!,");
    row("comment behind", "CO_API_KEY=KEY! # mine");
    row("a YAML list", "- CO_API_KEY=KEY!");
    row("a program's attribute", "process.env.CO_API_KEY = \"KEY!\";");
    row("in a text of JSON", "{\"cell\": \"CO_API_KEY=KEY!\\n\"}");
    row("dirt within quotes stays", "CO_API_KEY=\" KEY!\xc2\xa0\"", " KEY!\xc2\xa0");
    row("a word before it stays", "CO_API_KEY=\"Bearer KEY!\"", "Bearer KEY!");
    row("a quote that never ends", "CO_API_KEY=\"KEY!\nNEXT=1", "KEY!");
    row("curly quotes", "CO_API_KEY=\xe2\x80\x9cKEY!\xe2\x80\x9d", "\xe2\x80\x9cKEY!\xe2\x80\x9d");
}

void TestAnyText::takesAKeyThatIsWrittenOut()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    const auto keys = keysIn(text);
    QCOMPARE(keys.size(), std::size_t{1});
    QVERIFY(keys.front().secret == key::Secret(QByteArrayView(value)));
    QCOMPARE(keys.front().place.kind, sources::PlaceKind::SourceFile);
    QVERIFY(keys.front().place.present);
    QVERIFY(!keys.front().place.fingerprint.isEmpty());
}

void TestAnyText::takesNothingElseForAKey_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << withKey(text); };
    row("nothing", "");
    row("the name alone", "CO_API_KEY");
    row("the name at the end of a line", "CO_API_KEY=\nKEY!");
    row("set to nothing", "CO_API_KEY=\"\"");
    row("a sentence", "CO_API_KEY: the key that you get from the dashboard in 2026");
    row("no assignment", "CO_API_KEY KEY!");
    row("a comparison", "if (CO_API_KEY == \"KEY!\")");
    row("a scope", "CO_API_KEY::KEY!");
    row("another variable", "MY_CO_API_KEY=KEY!");
    row("another variable that begins alike", "CO_API_KEYS=KEY!");
    row("a number before it", "2CO_API_KEY=KEY!");
    row("shell reference", "CO_API_KEY=${COHERE_PRODUCTION_KEY_1}");
    row("shell reference in quotes", "CO_API_KEY=\"${COHERE_PRODUCTION_KEY_1}\"");
    row("shell reference with a default", "CO_API_KEY=\"${OTHER:-KEY!}\"");
    row("plain shell reference", "CO_API_KEY=$COHERE_PRODUCTION_KEY_1");
    row("a command", "CO_API_KEY=\"$(cat /run/secrets/cohere_production_key_1)\"");
    row("a command in backticks", "CO_API_KEY=`secret-tool lookup name cohere`");
    row("Windows reference", "set CO_API_KEY=%COHERE_PRODUCTION_KEY_1%");
    row("template", "CO_API_KEY: {{ cohere_production_key_1 }}");
    row("workflow", "CO_API_KEY: ${{ secrets.COHERE_PRODUCTION_KEY_1 }}");
    row("angle brackets", "CO_API_KEY=<cohere_production_key_1>");
    row("Python", "COHERE_API_KEY = os.environ[\"COHERE_PRODUCTION_KEY_1\"]");
    row("Python call", "COHERE_API_KEY = read_cohere_production_key_1()");
    row("Node", "COHERE_API_KEY: process.env.COHERE_PRODUCTION_KEY_1,");
    row("C", "COHERE_API_KEY = getenv(\"COHERE_PRODUCTION_KEY_1\")");
    row("a type", "COHERE_API_KEY: string");
    row("a word without a digit", "COHERE_API_KEY = cohereProductionKeyOfOurs");
    row("placeholder", "CO_API_KEY=YOUR_API_KEY");
    row("long placeholder", "CO_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1");
    row("short word", "CO_API_KEY=abc123");
    row("comment", "# CO_API_KEY=KEY!");
    row("comment of a program", "  // CO_API_KEY=KEY!");
    row("comment of INI", ";CO_API_KEY=KEY!");
}

void TestAnyText::takesNothingElseForAKey()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(keysIn(text).size(), std::size_t{0});
}

void TestAnyText::namesTheLineAndTheVariable()
{
    const auto keys = keysIn(withKey("\n\r\nCOHERE_APIKEY=KEY!\n"));
    QCOMPARE(keys.size(), std::size_t{1});
    QCOMPARE(keys.front().place.line, 3);
    QCOMPARE(keys.front().place.name, QStringLiteral("COHERE_APIKEY"));
    QCOMPARE(keys.front().place.readBy, QStringList{QStringLiteral("weaviate")});
}

void TestAnyText::findsSeveralKeysInOneLine()
{
    const auto keys =
        keysIn("{\"CO_API_KEY\":\"" + testkeys::good + "\",\"COHERE_API_KEY\":\"" + testkeys::other + "\"}");
    QCOMPARE(keys.size(), std::size_t{2});
    QVERIFY(keys[0].secret == key::Secret(QByteArrayView(testkeys::good)));
    QVERIFY(keys[1].secret == key::Secret(QByteArrayView(testkeys::other)));
}

void TestAnyText::theFirstLookMissesNoVariable()
{
    for (const QString &name : sources::keyVariables()) {
        QVERIFY2(sources::mentionsKey(name.toLatin1()), qPrintable(name));
        QVERIFY2(sources::mentionsKey(name.toLatin1().toLower()), qPrintable(name));
    }
}

void TestAnyText::theFirstLookFindsANeedleAtEveryPlace()
{
    // Across the borders of the blocks in which it looks, and at the very end.
    for (const QByteArray &needle : {QByteArray("Cohere"), QByteArray("CO_API_KEY")}) {
        for (int before = 0; before < 200; ++before) {
            const QByteArray text = QByteArray(before, 'c') + needle;
            QVERIFY(sources::mentionsKey(text));
            QVERIFY(sources::mentionsKey(text + QByteArray(70, 'o')));
            QVERIFY(!sources::mentionsKey(QByteArrayView(text).chopped(1)));
        }
    }
}

void TestAnyText::theFirstLookPassesOtherTextsOver()
{
    for (const char *text : {"", "c", "co", "coh", "coheren", "co_api", "COHORT", "cöhere", "co-api-key",
             "co\x7f"
             "api\x7fkey"}) {
        const bool mentions = QByteArrayView(text).startsWith("cohere");
        QCOMPARE(sources::mentionsKey(QByteArrayView(text)), mentions);
        QCOMPARE(sources::mentionsKey(QByteArray(100, ' ') + text), mentions);
    }
}

QTEST_GUILESS_MAIN(TestAnyText)
#include "tst_AnyText.moc"
