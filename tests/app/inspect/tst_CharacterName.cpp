// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "inspect/CharacterName.h"

class TestCharacterName : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void isUnicodes_data();
    void isUnicodes();
    void existsForEveryCodePoint();
    void isShortInAChip_data();
    void isShortInAChip();
    void writesACodePointWithFourDigitsOrMore_data();
    void writesACodePointWithFourDigitsOrMore();
};

void TestCharacterName::isUnicodes_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<QString>("name");
    const auto row = [](uint codePoint, const char *name) {
        QTest::newRow(name) << codePoint << QString::fromLatin1(name);
    };
    row(0x00, "NULL");
    row(0x07, "ALERT");
    row(0x09, "CHARACTER TABULATION");
    row(0x0a, "LINE FEED");
    row(0x0b, "LINE TABULATION");
    row(0x0d, "CARRIAGE RETURN");
    row(0x1b, "ESCAPE");
    row(0x1f, "INFORMATION SEPARATOR ONE");
    row(0x20, "SPACE");
    row(0x7e, "TILDE");
    row(0x7f, "DELETE");
    row(0x80, "PADDING CHARACTER");
    row(0x85, "NEXT LINE");
    row(0x9b, "CONTROL SEQUENCE INTRODUCER");
    row(0x9f, "APPLICATION PROGRAM COMMAND");
    row(0xa0, "NO-BREAK SPACE");
    row(0x200b, "ZERO WIDTH SPACE");
    row(0xfeff, "ZERO WIDTH NO-BREAK SPACE");
    row(0x430, "CYRILLIC SMALL LETTER A");
    row(0x4e2d, "CJK UNIFIED IDEOGRAPH-4E2D");
    row(0xe0041, "TAG LATIN CAPITAL LETTER A");
    row(0xffff, "noncharacter-FFFF");
    row(0xe000, "private use area-E000");
    row(0xfdfa, "ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM");
}

void TestCharacterName::isUnicodes()
{
    QFETCH(const uint, codePoint);
    QFETCH(const QString, name);
    QCOMPARE(inspect::characterName(codePoint), name);
}

void TestCharacterName::existsForEveryCodePoint()
{
    for (char32_t c = 0; c <= 0x10ffff; ++c) {
        if (inspect::characterName(c).isEmpty())
            QFAIL(qPrintable(QString::number(c, 16)));
    }
}

void TestCharacterName::isShortInAChip_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<QString>("name");
    const auto row = [](uint codePoint, const char *name) {
        QTest::newRow(name) << codePoint << QString::fromLatin1(name);
    };
    row(0x00, "NUL");
    row(0x0a, "LF");
    row(0x20, "SP");
    row(0xa0, "NBSP");
    row(0x200b, "ZWSP");
    row(0xfeff, "BOM");
    row(0xfe0f, "VS16");
    row(0xe0041, "TAG");
    row(0x430, "U+0430");
    row(0xdcff, "0xFF");
    row(0xdc80, "0x80");
}

void TestCharacterName::isShortInAChip()
{
    QFETCH(const uint, codePoint);
    QFETCH(const QString, name);
    QCOMPARE(inspect::shortName(codePoint), name);
}

void TestCharacterName::writesACodePointWithFourDigitsOrMore_data()
{
    QTest::addColumn<uint>("codePoint");
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << 0U << QStringLiteral("U+0000");
    QTest::newRow("NBSP") << 0xa0U << QStringLiteral("U+00A0");
    QTest::newRow("byte order mark") << 0xfeffU << QStringLiteral("U+FEFF");
    QTest::newRow("tag") << 0xe0041U << QStringLiteral("U+E0041");
}

void TestCharacterName::writesACodePointWithFourDigitsOrMore()
{
    QFETCH(const uint, codePoint);
    QFETCH(const QString, text);
    QCOMPARE(inspect::codePointText(codePoint), text);
}

QTEST_GUILESS_MAIN(TestCharacterName)
#include "tst_CharacterName.moc"
