// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/InspectionRows.h"
#include "inspect/Cleaner.h"
#include "inspect/Inspection.h"
#include "inspect/KeyText.h"

#include <QRandomGenerator>

#include <algorithm>

class TestCleaner : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void leavesTheKeyAlone_data();
    void leavesTheKeyAlone();
    void changesNothingTheSecondTime_data();
    void changesNothingTheSecondTime();
    void changesNothingTheSecondTimeInAnyText();
    void neverReplacesALookalike_data();
    void neverReplacesALookalike();
    void keepsWhatItRemovedWithinBounds();
};

namespace {

QByteArray cleaned(const QByteArray &text)
{
    return inspect::clean(key::Secret{QByteArrayView(text)}).secret.bytes().toByteArray();
}

void addRows(const std::vector<inspectionrows::Row> &rows)
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    for (const inspectionrows::Row &row : rows)
        QTest::newRow(row.name.constData()) << row.text << row.cleaned;
}

} // namespace

void TestCleaner::leavesTheKeyAlone_data()
{
    addRows(inspectionrows::all());
}

void TestCleaner::leavesTheKeyAlone()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const inspect::Cleaning cleaning = inspect::clean(key::Secret{QByteArrayView(text)});
    QCOMPARE(cleaning.secret.bytes().toByteArray(), expected);
    QCOMPARE(cleaning.changed, text != expected);
}

void TestCleaner::changesNothingTheSecondTime_data()
{
    addRows(inspectionrows::all());
}

void TestCleaner::changesNothingTheSecondTime()
{
    QFETCH(const QByteArray, text);
    const inspect::Cleaning first = inspect::clean(key::Secret{QByteArrayView(text)});
    const inspect::Cleaning second = inspect::clean(first.secret);
    QVERIFY(!second.changed);
    QVERIFY(second.removed.empty());
}

void TestCleaner::changesNothingTheSecondTimeInAnyText()
{
    // Bits of what wraps and hides keys, thrown together: whatever comes of it, cleaning it once must be enough.
    const std::vector<QByteArray> bits = {"\"", "'", "`", "Bearer ", "bearer", "export ", "set ", "CO_API_KEY", "=",
        ":", " ", "\n", "\r", "{", "}", "${", "{{", "<", ">", "[", "]", "%", "$", ",", ";", "- ", "#", "\\n", "\\u200b",
        "%20", "%25", "\u00a0", "\u200b", "\u00c2", "\u00e2", "\u20ac", "\u2039", "\u0153", "\x1b[", "31m", "\x1b",
        "[200~", "\xe2", "\x80", "\u201c", "\u2502", "\u0430", "\uff1a", "key", "Authorization: ", "-H ", "...",
        "\u2026", QByteArray("\0", 1), testkeys::good, testkeys::good.first(20), testkeys::good.toHex(),
        testkeys::good.toBase64()};
    QRandomGenerator random(20260803);
    for (int i = 0; i < 8000; ++i) {
        QByteArray text;
        for (int bit = random.bounded(12); bit >= 0; --bit)
            text += bits[static_cast<std::size_t>(random.bounded(static_cast<int>(bits.size())))];
        const QByteArray once = cleaned(text);
        const QByteArray twice = cleaned(once);
        QVERIFY2(once == twice, (text.toHex() + " -> " + once.toHex() + " -> " + twice.toHex()).constData());
    }
}

void TestCleaner::neverReplacesALookalike_data()
{
    addRows(inspectionrows::lookalikes());
}

void TestCleaner::neverReplacesALookalike()
{
    // What is left is what was there, in its order: nothing new has come in.
    QFETCH(const QByteArray, text);
    const std::u32string before = inspect::decode(text).codePoints;
    const QByteArray bytes = cleaned(text);
    const std::u32string after = inspect::decode(bytes).codePoints;
    auto place = before.begin();
    for (const char32_t c : after) {
        place = std::find(place, before.end(), c);
        QVERIFY(place != before.end());
        ++place;
    }
    // And a look-alike that nobody can know is still there, so that the key stays unfit for a header.
    const inspect::Inspection inspection = inspect::inspect(key::Secret{QByteArrayView(text)});
    const bool open = std::any_of(inspection.findings.begin(), inspection.findings.end(),
        [](const inspect::Finding &finding) { return finding.action == inspect::Action::CopyAgain; });
    QCOMPARE(inspection.cleaned.headerSafe, !open);
}

void TestCleaner::keepsWhatItRemovedWithinBounds()
{
    const QByteArray text = testkeys::good + QByteArray(5000, ' ');
    const inspect::Cleaning cleaning = inspect::clean(key::Secret{QByteArrayView(text)});
    QCOMPARE(static_cast<qsizetype>(cleaning.removed.size()), inspect::maximumShown);
    QCOMPARE(cleaning.secret.bytes().toByteArray(), testkeys::good);
}

QTEST_GUILESS_MAIN(TestCleaner)
#include "tst_Cleaner.moc"
