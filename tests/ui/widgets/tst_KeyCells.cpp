// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "inspect/CharacterName.h"
#include "widgets/KeyCells.h"
#include "widgets/KeyCoding.h"

using widgets::KeyCell;
using widgets::KeyDisplay;

namespace {

std::u32string good()
{
    return widgets::codePointsOf(QString::fromLatin1(testkeys::good));
}

/// Bullets and characters as they are, chips in brackets.
QString drawn(const std::vector<KeyCell> &cells)
{
    QString text;
    for (const KeyCell &cell : cells) {
        if (cell.kind == KeyCell::Kind::Special)
            text += QLatin1Char('[') + cell.label + QLatin1Char(']');
        else
            text += cell.label;
    }
    return text;
}

} // namespace

class TestKeyCells : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void masksAllButTheEnd_data();
    void masksAllButTheEnd();
    void showsEveryCharacterWhenAsked();
    void makesAChipOfWhatDoesNotBelong_data();
    void makesAChipOfWhatDoesNotBelong();
    void holdsNothingOfWhatItMasks();
    void countsCodePoints();
    void givesBackEveryByteItDecoded_data();
    void givesBackEveryByteItDecoded();
    void encodesOtherLoneSurrogatesAsThreeBytes();
};

void TestKeyCells::masksAllButTheEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto bullets = [](int count) { return QString(count, QChar(0x2022)); };
    QTest::newRow("the contract's example") << QStringLiteral(
        "abcdefgh\u00a0ijkl3fQz") << bullets(8) + QStringLiteral("[NBSP]") + bullets(4) + QStringLiteral("3fQz");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("15 characters") << QStringLiteral("abcdefghijk3fQz") << bullets(15);
    QTest::newRow("15 characters and one that does not belong")
        << QStringLiteral("abcdefghijk3fQz\n") << bullets(15) + QStringLiteral("[LF]");
    QTest::newRow("the end is broken up")
        << QStringLiteral("abcdefghijkl3f\u200bQz\n") << bullets(12) + QStringLiteral("3f[ZWSP]Qz[LF]");
    QTest::newRow("a quote within the end") << QStringLiteral("abcdefghijklm3fQ\"") << bullets(17);
}

void TestKeyCells::masksAllButTheEnd()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(drawn(widgets::keyCells(widgets::codePointsOf(text), KeyDisplay::Masked)), expected);
}

void TestKeyCells::showsEveryCharacterWhenAsked()
{
    const std::vector<KeyCell> cells = widgets::keyCells(good() + U'\u00a0', KeyDisplay::Shown);
    QCOMPARE(drawn(cells), QString::fromLatin1(testkeys::good) + QStringLiteral("[NBSP]"));
    QCOMPARE(widgets::specialCount(cells), 1);
}

void TestKeyCells::makesAChipOfWhatDoesNotBelong_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<bool>("special");
    QTest::newRow("NUL") << 0x00U << true;
    QTest::newRow("LF") << 0x0aU << true;
    QTest::newRow("space") << 0x20U << true;
    QTest::newRow("lowest ordinary") << 0x21U << false;
    QTest::newRow("highest ordinary") << 0x7eU << false;
    QTest::newRow("DEL") << 0x7fU << true;
    QTest::newRow("soft hyphen") << 0xadU << true;
    QTest::newRow("e acute") << 0xe9U << true;
    QTest::newRow("Cyrillic a") << 0x430U << true;
    QTest::newRow("a byte that is not UTF-8") << 0xdc80U << true;
    QTest::newRow("tag") << 0xe0041U << true;
}

void TestKeyCells::makesAChipOfWhatDoesNotBelong()
{
    QFETCH(const uint, codePoint);
    QFETCH(const bool, special);
    for (const KeyDisplay display : {KeyDisplay::Masked, KeyDisplay::Shown}) {
        const auto cells = widgets::keyCells(std::u32string(1, codePoint), display);
        QCOMPARE(cells.size(), std::size_t(1));
        QCOMPARE(cells.front().kind == KeyCell::Kind::Special, special);
        if (special) {
            QCOMPARE(cells.front().codePoint, char32_t(codePoint));
            QCOMPARE(cells.front().label, inspect::shortName(codePoint));
            QVERIFY(!cells.front().label.isEmpty());
        }
    }
}

void TestKeyCells::holdsNothingOfWhatItMasks()
{
    const std::vector<KeyCell> cells = widgets::keyCells(good(), KeyDisplay::Masked);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QCOMPARE(cells[i].offset, qsizetype(i));
        if (i < cells.size() - 4) {
            QCOMPARE(cells[i].codePoint, char32_t(0));
            QCOMPARE(cells[i].label, QStringLiteral("•"));
        } else {
            QCOMPARE(cells[i].kind, KeyCell::Kind::End);
        }
    }
}

void TestKeyCells::countsCodePoints()
{
    QString text = QString::fromUcs4(U"a\U000e0041b");
    text += QChar(0xd800); // a lone surrogate is one of its own
    QCOMPARE(widgets::codePointsOf(text), (std::u32string{U'a', 0xe0041, U'b', 0xd800}));
}

void TestKeyCells::givesBackEveryByteItDecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("codePoints");
    QTest::newRow("empty") << QByteArray() << qsizetype(0);
    QTest::newRow("plain") << testkeys::good << testkeys::good.size();
    QTest::newRow("two, three and four bytes") << QByteArray("\xc2\xa0\xe2\x80\x8b\xf3\xa0\x81\x81") << qsizetype(3);
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfkey") << qsizetype(4);
    QTest::newRow("UTF-16") << QByteArray("\xff\xfek\0e\0y\0", 8) << qsizetype(8);
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << qsizetype(3);
    QTest::newRow("a byte alone") << QByteArray("a\xa0") << qsizetype(2);
    QTest::newRow("cut short") << QByteArray("\xe2\x80") << qsizetype(2);
    QTest::newRow("overlong") << QByteArray("\xc0\xaf\xe0\x80\xaf") << qsizetype(5);
    QTest::newRow("surrogate in UTF-8") << QByteArray("\xed\xa0\x80") << qsizetype(3);
    QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << qsizetype(4);
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(char(i));
    QTest::newRow("every byte") << all << qsizetype(256);
}

void TestKeyCells::givesBackEveryByteItDecoded()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const qsizetype, codePoints);
    const QString text = widgets::textOf(bytes);
    QCOMPARE(qsizetype(widgets::codePointsOf(text).size()), codePoints);
    QCOMPARE(widgets::secretOf(text).bytes().toByteArray(), bytes);
}

void TestKeyCells::encodesOtherLoneSurrogatesAsThreeBytes()
{
    QCOMPARE(widgets::secretOf(QString(QChar(0xd800))).bytes().toByteArray(), QByteArray("\xed\xa0\x80"));
}

QTEST_MAIN(TestKeyCells)
#include "tst_KeyCells.moc"
