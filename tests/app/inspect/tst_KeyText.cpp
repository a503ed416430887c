// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "inspect/KeyText.h"

#include <QRandomGenerator>

using inspect::Encoding;

class TestKeyText : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsUtf8_data();
    void readsUtf8();
    void agreesWithQtOnWhatIsUtf8();
    void givesBackTheSameBytes();
    void knowsUtf16_data();
    void knowsUtf16();
};

void TestKeyText::readsUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<uint>>("codePoints");
    const auto row = [](const char *name, const QByteArray &bytes, const QList<uint> &codePoints) {
        QTest::newRow(name) << bytes << codePoints;
    };
    row("empty", "", {});
    row("ASCII", "aZ~", {'a', 'Z', '~'});
    row("NUL", QByteArray("\0a", 2), {0, 'a'});
    row("two bytes", "\xc2\xa0\xdf\xbf", {0xa0, 0x7ff});
    row("three bytes", "\xe0\xa0\x80\xef\xbf\xbf", {0x800, 0xffff});
    row("four bytes", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", {0x10000, 0x10ffff});
    row("lone continuation", "a\x80z", {'a', 0xdc80, 'z'});
    row("no lead byte", "\xff", {0xdcff});
    row("cut short", "\xe2\x80", {0xdce2, 0xdc80});
    row("cut short before a letter", "\xe2\x80q", {0xdce2, 0xdc80, 'q'});
    row("overlong slash", "\xc0\xaf\xe0\x80\xaf", {0xdcc0, 0xdcaf, 0xdce0, 0xdc80, 0xdcaf});
    row("surrogate", "\xed\xb2\x80", {0xdced, 0xdcb2, 0xdc80});
    row("beyond Unicode", "\xf4\x90\x80\x80", {0xdcf4, 0xdc90, 0xdc80, 0xdc80});
}

void TestKeyText::readsUtf8()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QList<uint>, codePoints);
    const inspect::KeyText text = inspect::decode(bytes);
    QCOMPARE(QList<uint>(text.codePoints.begin(), text.codePoints.end()), codePoints);
    QCOMPARE(text.encoding, Encoding::Utf8);
    QCOMPARE(QByteArray::fromStdString(inspect::encodeUtf8(text.codePoints)), bytes);
}

void TestKeyText::agreesWithQtOnWhatIsUtf8()
{
    for (char32_t c = 1; c <= 0x10ffff; ++c) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        const QByteArray bytes = QString(QChar::fromUcs4(c)).toUtf8();
        const std::u32string decoded = inspect::decode(bytes).codePoints;
        if (decoded != std::u32string(1, c) || QByteArray::fromStdString(inspect::encodeUtf8(decoded)) != bytes)
            QFAIL(qPrintable(QString::number(c, 16)));
    }
}

void TestKeyText::givesBackTheSameBytes()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 5000; ++i) {
        QByteArray bytes("a"); // not a byte order mark
        for (int n = random.bounded(30); n > 0; --n)
            bytes.append(static_cast<char>(random.bounded(1, 256)));
        QCOMPARE(QByteArray::fromStdString(inspect::encodeUtf8(inspect::decode(bytes).codePoints)), bytes);
    }
}

void TestKeyText::knowsUtf16_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QList<uint>>("codePoints");
    const auto row = [](const char *name, const std::string &bytes, Encoding encoding, const QList<uint> &codePoints) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(encoding) << codePoints;
    };
    using namespace std::string_literals;
    row("little endian, with mark", "\xff\xfe"s + "a\0\xac\x20"s, Encoding::Utf16LittleEndian, {'a', 0x20ac});
    row("big endian, with mark", "\xfe\xff"s + "\0a\x20\xac"s, Encoding::Utf16BigEndian, {'a', 0x20ac});
    row("mark alone", "\xff\xfe"s, Encoding::Utf16LittleEndian, {});
    row("little endian, without mark", "a\0b\0"s, Encoding::Utf16LittleEndian, {'a', 'b'});
    row("big endian, without mark", "\0a\0b"s, Encoding::Utf16BigEndian, {'a', 'b'});
    row("a pair", "\xff\xfe\x3d\xd8\x00\xde"s, Encoding::Utf16LittleEndian, {0x1f600});
    row("half a pair", "\xff\xfe\x3d\xd8"s + "a\0"s, Encoding::Utf16LittleEndian, {0xfffd, 'a'});
    row("the other half", "\xff\xfe\x85\xdc"s, Encoding::Utf16LittleEndian, {0xfffd});
    row("half a unit", "a\0b\0c"s, Encoding::Utf16LittleEndian, {'a', 'b', 'c'});
    row("half a unit that is no text", "\xff\xfe"s + "a\0\xe9"s, Encoding::Utf16LittleEndian, {'a', 0xdce9});
    row("one NUL", "a\0"s, Encoding::Utf8, {'a', 0});
    row("NULs alone", "\0\0\0\0"s, Encoding::Utf8, {0, 0, 0, 0});
    row("a NUL too few", "a\0bc"s, Encoding::Utf8, {'a', 0, 'b', 'c'});
}

void TestKeyText::knowsUtf16()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, encoding);
    QFETCH(const QList<uint>, codePoints);
    const inspect::KeyText text = inspect::decode(bytes);
    QCOMPARE(static_cast<int>(text.encoding), encoding);
    QCOMPARE(QList<uint>(text.codePoints.begin(), text.codePoints.end()), codePoints);
}

QTEST_GUILESS_MAIN(TestKeyText)
#include "tst_KeyText.moc"
