// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "widgets/CharacterStrip.h"

using widgets::CharacterStrip;

namespace {

void set(CharacterStrip &strip, const QByteArray &bytes)
{
    strip.setSecret(key::Secret{QByteArrayView(bytes)});
}

} // namespace

class TestCharacterStrip : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void paintsNothingOfAKeyButItsEnd();
    void wrapsWhereItIsNarrow();
    void leavesOutTheMiddleOfAVeryLongKey();
};

void TestCharacterStrip::paintsNothingOfAKeyButItsEnd()
{
    CharacterStrip strip;
    strip.resize(600, 60);
    set(strip, QByteArray(36, 'a') + "\xc2\xa0r3fQ");
    const QImage first = strip.grab().toImage();
    set(strip, QByteArray(36, 'W') + "\xc2\xa0r3fQ");
    QCOMPARE(strip.grab().toImage(), first);
    set(strip, QByteArray(36, 'W') + "\xe2\x80\x8br3fQ");
    QVERIFY(strip.grab().toImage() != first);
}

void TestCharacterStrip::wrapsWhereItIsNarrow()
{
    CharacterStrip strip;
    set(strip, testkeys::good + "\xc2\xa0");
    const int oneLine = strip.heightForWidth(5000);
    QVERIFY(strip.heightForWidth(strip.sizeHint().width() / 3) >= 3 * oneLine);
    QVERIFY(strip.sizeHint().height() >= oneLine);
    set(strip, {});
    QCOMPARE(strip.heightForWidth(5000), oneLine); // as high without a key: the page does not jump
}

void TestCharacterStrip::leavesOutTheMiddleOfAVeryLongKey()
{
    CharacterStrip strip;
    set(strip, QByteArray(300, 'k'));
    const int bounded = strip.heightForWidth(300);
    set(strip, QByteArray(1'000'000, 'k'));
    QCOMPARE(strip.heightForWidth(300), bounded);
    QCOMPARE(strip.cells().size(), std::size_t(1'000'000));
    QVERIFY(strip.description().startsWith(QLatin1String("1000000 character")));
}

QTEST_MAIN(TestCharacterStrip)
#include "tst_CharacterStrip.moc"
