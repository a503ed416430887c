// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/InspectionRows.h"
#include "inspect/CharacterName.h"
#include "words/FindingWords.h"
#include "words/Ids.h"

#include <QSet>

using inspect::Action;
using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;
using words::FindingWords;

class TestFindingWords : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void speakOfEveryDetailThatThereIs();
    void areWholeSentences_data();
    void areWholeSentences();
    void holdNoRawCharacterAndNoKey_data();
    void holdNoRawCharacterAndNoKey();
    void nameTheCharacterAndItsPlace_data();
    void nameTheCharacterAndItsPlace();
    void areBriefInASummary_data();
    void areBriefInASummary();
    void sayHowItGotThere();
    void sayWhatToDo_data();
    void sayWhatToDo();
    void readAPositionAloud_data();
    void readAPositionAloud();
    void sumUp_data();
    void sumUp();
    void haveIdsForKindsAndActions();
};

namespace {

inspect::Inspection inspected(const QByteArray &text)
{
    return inspect::inspect(key::Secret{QByteArrayView(text)});
}

void addRows()
{
    QTest::addColumn<QByteArray>("text");
    for (const inspectionrows::Row &row : inspectionrows::all())
        QTest::newRow(row.name.constData()) << row.text;
}

QStringList allWords(const Finding &finding, qsizetype length)
{
    return {FindingWords::sentence(finding, length), FindingWords::brief(finding, length),
        FindingWords::origin(finding), FindingWords::advice(finding)};
}

} // namespace

void TestFindingWords::speakOfEveryDetailThatThereIs()
{
    // The rows hold every detail, so that the tests over the rows hold for every detail.
    QSet<int> seen;
    for (const inspectionrows::Row &row : inspectionrows::all()) {
        for (const Finding &finding : row.findings)
            seen.insert(static_cast<int>(finding.detail));
    }
    for (int detail = 0; detail <= static_cast<int>(Detail::UnusualCharacters); ++detail)
        QVERIFY2(seen.contains(detail), QByteArray::number(detail).constData());
}

void TestFindingWords::areWholeSentences_data()
{
    addRows();
}

void TestFindingWords::areWholeSentences()
{
    QFETCH(const QByteArray, text);
    const inspect::Inspection inspection = inspected(text);
    for (const Finding &finding : inspection.findings) {
        for (const QString &words : allWords(finding, inspection.length)) {
            QVERIFY2(words.endsWith(QLatin1Char('.')) || words.contains(QLatin1String("https://")), qPrintable(words));
            QVERIFY2(words.front().isUpper(), qPrintable(words));
            QVERIFY2(!words.contains(QLatin1String("%1")) && !words.contains(QLatin1String("%2"))
                    && !words.contains(QLatin1String("%3")) && !words.contains(QLatin1String("%4")),
                qPrintable(words));
        }
    }
    QVERIFY(FindingWords::summary(inspection).endsWith(QLatin1Char('.')));
}

void TestFindingWords::holdNoRawCharacterAndNoKey_data()
{
    addRows();
}

void TestFindingWords::holdNoRawCharacterAndNoKey()
{
    QFETCH(const QByteArray, text);
    const inspect::Inspection inspection = inspected(text);
    for (const Finding &finding : inspection.findings) {
        for (const QString &words : allWords(finding, inspection.length) << FindingWords::summary(inspection)) {
            for (const QChar letter : words)
                QVERIFY2(letter.unicode() >= 0x20 && letter.unicode() < 0x7f, qPrintable(words));
            for (qsizetype i = 0; i + 9 <= testkeys::good.size(); ++i)
                QVERIFY2(!words.contains(QString::fromLatin1(testkeys::good.sliced(i, 9))), qPrintable(words));
        }
    }
}

void TestFindingWords::nameTheCharacterAndItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    using testkeys::good;
    row("no-break space", good + "\u00a0", "Character 41 of 41 is U+00A0 NO-BREAK SPACE.");
    row("line feed", good + "\n", "Character 41 of 41 is U+000A LINE FEED.");
    row("NUL", QByteArray(1, '\0') + good, "Character 1 of 41 is U+0000 NULL.");
    row("byte", good + "\xff", "Character 41 of 41 is the byte 0xFF, which is not text in UTF-8.");
    row("Cyrillic letter", good + "\u0430",
        "Character 41 of 41 is U+0430 CYRILLIC SMALL LETTER A, which only looks like \"a\".");
    row("letter that resembles none", good + "\u0436", "Character 41 of 41 is U+0436 CYRILLIC SMALL LETTER ZHE.");
    row("terminal", "\x1b[31m" + good, "Characters 1 to 5 of 45 are a control sequence of a terminal.");
    row("tags", good + "\U000e0068\U000e0069",
        "Characters 41 to 42 of 42 are invisible tag characters that spell \"hi\".");
    row("misread", good + "\u00c2\u00a0",
        "Characters 41 to 42 of 42 were one character, U+00A0 NO-BREAK SPACE, before it was decoded wrongly.");
    row("quote", "\"" + good, "Character 1 of 41 is U+0022 QUOTATION MARK.");
    row("Bearer", "Bearer " + good, "Characters 1 to 7 of 47 are \"Bearer\", which belongs to the request header.");
    row("another service", "sk-ant-" + good, "The text begins as the keys of Anthropic do, not as Cohere's.");
    row("nothing", "", "There is no key: the text is empty.");
}

void TestFindingWords::nameTheCharacterAndItsPlace()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, sentence);
    const inspect::Inspection inspection = inspected(text);
    QCOMPARE(FindingWords::sentence(inspection.findings.at(0), inspection.length), sentence);
}

void TestFindingWords::areBriefInASummary_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    using testkeys::good;
    row("at the end", good + "\u00a0", "The key has a no-break space at its end.");
    row("at the beginning", "\ufeff" + good, "The key has a byte order mark at its beginning.");
    row("within", good.first(11) + "\u200b" + good.sliced(11), "The key has a zero width space at character 12.");
    row("not among the nouns", good + "\u2009", "The key has U+2009 THIN SPACE at its end.");
    row("byte", good + "\xff", "The key has a byte that is not text at its end.");
    row("quotes", "\"" + good + "\"", "The key is in quotes.");
    row("curly quotes", "\u201c" + good + "\u201d", "The key is in curly quotes.");
    row("curly quote within", good.first(5) + "\u2019" + good.sliced(5), "The key has a curly quote at character 6.");
    row("look-alike", good.first(5) + "\u0430" + good.sliced(5), "Character 6 of the key only looks like \"a\".");
    row("Bearer", "Bearer " + good, "The key begins with \"Bearer\".");
    row("placeholder", "YOUR_API_KEY", "This is a placeholder, not a key.");
    row("another service", "sk-ant-" + good, "This looks like a key of Anthropic.");
    row("a shared shape", "sk-" + good,
        "This does not look like a key of Cohere, but has the shape of another kind: OpenAI.");
    row("nothing", "", "There is no key.");
    row("shape", "q", "The key has an unusual shape.");
}

void TestFindingWords::areBriefInASummary()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, sentence);
    const inspect::Inspection inspection = inspected(text);
    QCOMPARE(FindingWords::brief(inspection.findings.at(0), inspection.length), sentence);
}

void TestFindingWords::sayHowItGotThere()
{
    // Each detail that one can tell apart has an origin of its own, but for those that come in the same way.
    QSet<QString> origins;
    QSet<QString> briefs;
    for (const inspectionrows::Row &row : inspectionrows::all()) {
        for (const Finding &finding : row.findings) {
            origins.insert(FindingWords::origin(finding));
            briefs.insert(FindingWords::brief(finding, 1000));
        }
    }
    QVERIFY2(origins.size() >= 36, QByteArray::number(origins.size()).constData());
    QVERIFY(!briefs.contains(QStringLiteral("The key has something around it.")));
}

void TestFindingWords::sayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    using testkeys::good;
    QTest::newRow("one") << good + "\n" << QStringLiteral("It does not belong to the key and can be removed.");
    QTest::newRow("several") << "Bearer " + good << QStringLiteral("They do not belong to the key and can be removed.");
    QTest::newRow("encoded") << good.toBase64() << QStringLiteral("It can be turned back into the key itself.");
    QTest::newRow("look-alike") << good + "\u0430"
                                << QStringLiteral("Nobody can know which character belongs here: copy the key again "
                                                  "from where it was made.");
    QTest::newRow("placeholder") << QByteArray("<your key>")
                                 << QStringLiteral("Put your own Cohere key here. You find your keys at "
                                                   "https://dashboard.cohere.com/api-keys.");
    QTest::newRow("shape") << QByteArray("q")
                           << QStringLiteral("This is only a hint. Keys of another shape can be right, for example "
                                             "behind a gateway.");
}

void TestFindingWords::sayWhatToDo()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    QCOMPARE(FindingWords::advice(inspected(text).findings.at(0)), words);
}

void TestFindingWords::readAPositionAloud_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<QString>("words");
    QTest::newRow("ZWSP") << 0x200bU << QStringLiteral("character 12 of 41: zero width space, U+200B");
    QTest::newRow("line feed") << 0x0aU << QStringLiteral("character 12 of 41: line feed, U+000A");
    QTest::newRow("byte") << 0xdcffU << QStringLiteral("character 12 of 41: a byte that is not text in UTF-8, 0xFF");
}

void TestFindingWords::readAPositionAloud()
{
    QFETCH(const uint, codePoint);
    QFETCH(const QString, words);
    QCOMPARE(FindingWords::position(codePoint, 11, 41), words);
}

void TestFindingWords::sumUp_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    using testkeys::good;
    const auto row = [](const char *name, const QByteArray &text, const char *words) {
        QTest::newRow(name) << text << QString::fromUtf8(words);
    };
    row("clean", good, "The key has no hidden characters.");
    row("one", good + "\u00a0", "The key has a no-break space at its end.");
    row("CRLF", good + "\r\n", "2 characters do not belong to the key.");
    row("many", good + QByteArray(200, ' '), "200 characters do not belong to the key.");
    row("characters and words", "Bearer " + good + "\r\n", "3 things were found that do not belong to the key.");
    row("one and a hint", good.first(30) + '\n', "The key has a line feed at its end.");
    row("a hint alone", good.first(30), "The key has no hidden characters, but an unusual shape.");
    row("a placeholder in quotes", "\"<your key>\"", "This is a placeholder, not a key.");
    row("another service's key in quotes", "\"sk-ant-" + good + "\"", "This looks like a key of Anthropic.");
    row("blanks", "  ", "There is no key.");
}

void TestFindingWords::sumUp()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    QCOMPARE(FindingWords::summary(inspected(text)), words);
}

void TestFindingWords::haveIdsForKindsAndActions()
{
    QCOMPARE(words::id(FindingKind::KeyMissing), QStringLiteral("key-missing"));
    QCOMPARE(words::id(FindingKind::HiddenCharacters), QStringLiteral("hidden-characters"));
    QCOMPARE(words::id(FindingKind::LookalikeCharacters), QStringLiteral("lookalike-characters"));
    QCOMPARE(words::id(FindingKind::WrappedKey), QStringLiteral("wrapped-key"));
    QCOMPARE(words::id(FindingKind::PlaceholderKey), QStringLiteral("placeholder-key"));
    QCOMPARE(words::id(FindingKind::OtherServiceKey), QStringLiteral("other-service-key"));
    QCOMPARE(words::id(FindingKind::UnusualShape), QStringLiteral("unusual-shape"));
    QCOMPARE(words::id(Action::Remove), QStringLiteral("remove"));
    QCOMPARE(words::id(Action::Decode), QStringLiteral("decode"));
    QCOMPARE(words::id(Action::CopyAgain), QStringLiteral("copy-again"));
    QCOMPARE(words::id(Action::UseRealKey), QStringLiteral("use-real-key"));
    QCOMPARE(words::id(Action::None), QStringLiteral("none"));
}

QTEST_GUILESS_MAIN(TestFindingWords)
#include "tst_FindingWords.moc"
