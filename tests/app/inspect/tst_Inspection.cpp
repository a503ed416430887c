// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/InspectionRows.h"
#include "inspect/Cleaner.h"
#include "inspect/Inspection.h"
#include "inspect/KeyText.h"
#include "key/Fingerprint.h"
#include "key/Mask.h"

#include <QRandomGenerator>

#include <algorithm>

using inspect::Action;
using inspect::Detail;
using inspect::Finding;
using inspect::FindingKind;
using inspect::Inspection;
using testkeys::good;

class TestInspection : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void namesWhatStandsInAKey_data();
    void namesWhatStandsInAKey();
    void saysTheSameAsTheCleaner_data();
    void saysTheSameAsTheCleaner();
    void findsNothingInRandomKeys();
    void givesOnlyAHintForRandomKeysWithDashes();
    void neverSaysAPartOfTheKey_data();
    void neverSaysAPartOfTheKey();
    void doesNotRepeatAKeyHiddenInTags_data();
    void doesNotRepeatAKeyHiddenInTags();
    void showsABoundedTextOfTags();
    void countsAllFindingsAndKeepsTheFirst();
    void keepsOneFindingOfEachKind();
    void knowsWhetherAKeyMayStandInAHeader();
    void takesItsFingerprintsBeforeAndAfterCleaning();
    void hasNoFingerprintWithoutAKey();
};

namespace {

Inspection inspected(const QByteArray &text)
{
    return inspect::inspect(key::Secret{QByteArrayView(text)});
}

QByteArray described(const Finding &finding)
{
    return "kind " + QByteArray::number(static_cast<int>(finding.kind)) + ", detail "
        + QByteArray::number(static_cast<int>(finding.detail)) + ", at " + QByteArray::number(finding.offset) + '+'
        + QByteArray::number(finding.length) + ", U+" + QByteArray::number(finding.codePoint, 16) + ", action "
        + QByteArray::number(static_cast<int>(finding.action)) + ", text " + finding.text.toUtf8();
}

QByteArrayList described(const std::vector<Finding> &findings)
{
    QByteArrayList lines;
    for (const Finding &finding : findings)
        lines.append(described(finding));
    return lines;
}

void addRows()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("findings");
    QTest::addColumn<QByteArray>("cleaned");
    for (const inspectionrows::Row &row : inspectionrows::all())
        QTest::newRow(row.name.constData()) << row.text << described(row.findings) << row.cleaned;
}

QByteArray randomKey(QRandomGenerator &random, const QByteArray &alphabet, qsizetype length)
{
    QByteArray text(length, '\0');
    for (char &letter : text)
        letter = alphabet[random.bounded(static_cast<int>(alphabet.size()))];
    return text;
}

const QByteArray lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

QByteArray asTags(const QByteArray &text)
{
    std::u32string tags;
    for (const char letter : text)
        tags.push_back(0xe0000 + static_cast<unsigned char>(letter));
    return QByteArray::fromStdString(inspect::encodeUtf8(tags));
}

} // namespace

void TestInspection::namesWhatStandsInAKey_data()
{
    addRows();
}

void TestInspection::namesWhatStandsInAKey()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArrayList, findings);
    QFETCH(const QByteArray, cleaned);
    const Inspection inspection = inspected(text);
    QCOMPARE(
        described(inspection.findings).first(std::min<qsizetype>(findings.size(), inspection.findingCount)), findings);
    QCOMPARE(inspection.findingCount, findings.size());
    QCOMPARE(inspection.length, static_cast<qsizetype>(inspect::decode(text).codePoints.size()));
    QCOMPARE(inspection.present, !cleaned.isEmpty());
    QCOMPARE(inspection.masked, key::masked(cleaned));
}

void TestInspection::saysTheSameAsTheCleaner_data()
{
    addRows();
}

void TestInspection::saysTheSameAsTheCleaner()
{
    QFETCH(const QByteArray, text);
    const Inspection inspection = inspected(text);
    const inspect::Cleaning cleaning = inspect::clean(key::Secret{QByteArrayView(text)});
    QCOMPARE(inspection.cleaned.changed, cleaning.changed);
    QCOMPARE(inspection.cleaned.fingerprint, key::fingerprint(cleaning.secret.bytes()));
    std::vector<Finding> expected = inspection.findings;
    std::erase_if(expected,
        [](const Finding &finding) { return finding.action != Action::Remove && finding.action != Action::Decode; });
    QCOMPARE(described(cleaning.removed), described(expected));
    QCOMPARE(cleaning.changed, !cleaning.removed.empty());
}

void TestInspection::findsNothingInRandomKeys()
{
    QRandomGenerator random(20260801);
    for (int i = 0; i < 8000; ++i) {
        const QByteArray text = randomKey(random, lettersAndDigits, 40);
        const Inspection inspection = inspected(text);
        QVERIFY2(inspection.findings.empty() && !inspection.cleaned.changed, text.constData());
    }
}

void TestInspection::givesOnlyAHintForRandomKeysWithDashes()
{
    QRandomGenerator random(20260802);
    for (int i = 0; i < 8000; ++i) {
        QByteArray text = randomKey(random, lettersAndDigits + "-_", 40);
        text[20] = '-';
        const Inspection inspection = inspected(text);
        QVERIFY2(inspection.findings.size() == 1, text.constData());
        QCOMPARE(inspection.findings[0].detail, Detail::UnusualCharacters);
        QVERIFY(!inspection.hasFindings());
        QVERIFY2(!inspection.cleaned.changed, text.constData());
    }
}

void TestInspection::neverSaysAPartOfTheKey_data()
{
    addRows();
}

void TestInspection::neverSaysAPartOfTheKey()
{
    QFETCH(const QByteArray, text);
    const QString allowed = QStringLiteral("Anthropic OpenAI OpenRouter Hugging Face Perplexity Google GitHub Jina AI "
                                           "Voyage AI Slack Azure AI U+00A0 U+200B U+FEFF U+201C U+201D U+00E9");
    for (const Finding &finding : inspected(text).findings)
        QVERIFY2(finding.text.size() <= 4 || allowed.contains(finding.text), qPrintable(finding.text));
}

void TestInspection::doesNotRepeatAKeyHiddenInTags_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("another text") << good + asTags("See here") << QStringLiteral("See here");
    QTest::newRow("four letters of the key") << good + asTags("-Good-") << QStringLiteral("-Good-");
    QTest::newRow("five letters of the key") << good + asTags("-GoodA-") << QString();
    QTest::newRow("the key itself, and nothing else") << asTags(good) << QString();
    QTest::newRow("another key") << good + asTags(testkeys::other) << QString();
}

void TestInspection::doesNotRepeatAKeyHiddenInTags()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, shown);
    for (const Finding &finding : inspected(text).findings) {
        if (finding.detail == Detail::TagCharacters)
            QCOMPARE(finding.text, shown);
    }
    for (const Finding &finding : inspect::clean(key::Secret{QByteArrayView(text)}).removed)
        QCOMPARE(finding.text, shown);
}

void TestInspection::showsABoundedTextOfTags()
{
    const Inspection inspection = inspected(good + asTags(QByteArray("many words ").repeated(20)));
    QCOMPARE(inspection.findings.size(), 1U);
    QCOMPARE(inspection.findings[0].length, 220);
    QCOMPARE(inspection.findings[0].text.size(), 80);
}

void TestInspection::countsAllFindingsAndKeepsTheFirst()
{
    const Inspection inspection = inspected(QByteArray("\u200b").repeated(150) + good + QByteArray(150, '\n'));
    QCOMPARE(inspection.findingCount, 300);
    QCOMPARE(static_cast<qsizetype>(inspection.findings.size()), inspect::maximumShown);
    for (qsizetype i = 0; i < inspect::maximumShown; ++i) {
        QCOMPARE(inspection.findings[static_cast<std::size_t>(i)].offset, i);
        QCOMPARE(inspection.findings[static_cast<std::size_t>(i)].codePoint, char32_t(0x200b));
    }
    QCOMPARE(inspection.cleaned.length, 40);
}

void TestInspection::keepsOneFindingOfEachKind()
{
    const QByteArray blanks = QByteArray("\u00a0").repeated(300);
    const Inspection words = inspected(blanks + "\"<your key>\"");
    QVERIFY(words.has(FindingKind::HiddenCharacters));
    QVERIFY(words.has(FindingKind::WrappedKey));
    QVERIFY(words.has(FindingKind::PlaceholderKey));
    QVERIFY(!words.has(FindingKind::LookalikeCharacters));
    QCOMPARE(static_cast<qsizetype>(words.findings.size()), inspect::maximumShown);
    QVERIFY(std::is_sorted(words.findings.begin(), words.findings.end(),
        [](const Finding &a, const Finding &b) { return a.offset < b.offset; }));
    const Inspection letters = inspected(blanks + good.first(10) + "\u0430" + good.sliced(10));
    QVERIFY(letters.has(FindingKind::LookalikeCharacters));
    QCOMPARE(letters.findings.back().text, QStringLiteral("a"));
}

void TestInspection::knowsWhetherAKeyMayStandInAHeader()
{
    const Inspection clean = inspected(good);
    QVERIFY(clean.headerSafe && clean.cleaned.headerSafe);
    const Inspection blank = inspected(good + "\u00a0");
    QVERIFY(!blank.headerSafe && blank.cleaned.headerSafe);
    const Inspection letter = inspected(good + "\u0430");
    QVERIFY(!letter.headerSafe && !letter.cleaned.headerSafe);
    const Inspection quoted = inspected('"' + good + '"');
    QVERIFY(quoted.headerSafe && quoted.cleaned.headerSafe);
}

void TestInspection::takesItsFingerprintsBeforeAndAfterCleaning()
{
    const Inspection inspection = inspected(good + "\u00a0");
    QCOMPARE(inspection.fingerprint, key::fingerprint(good + "\u00a0"));
    QCOMPARE(inspection.cleaned.fingerprint, key::fingerprint(good));
    QVERIFY(inspection.fingerprint != inspection.cleaned.fingerprint);
    QCOMPARE(inspection.cleaned.length, 40);
}

void TestInspection::hasNoFingerprintWithoutAKey()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("\n")}) {
        const Inspection inspection = inspected(text);
        QVERIFY(!inspection.present);
        QVERIFY(inspection.has(FindingKind::KeyMissing));
        QCOMPARE(inspection.fingerprint, QString());
        QCOMPARE(inspection.cleaned.fingerprint, QString());
        QCOMPARE(inspection.masked, QString());
    }
}

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_Inspection.moc"
