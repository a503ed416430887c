// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "key/Wiped.h"

#include <string>

class TestWiped : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void holdsWhatItIsGivenUntilItIsMovedFrom();
    void wipesAQtStringWithRoomBeforeItsText();
    void leavesMemoryAloneThatAQtStringShares();
};

void TestWiped::holdsWhatItIsGivenUntilItIsMovedFrom()
{
    key::Wiped<std::string> first(std::string("made up"));
    const key::Wiped<std::string> second = std::move(first);
    QCOMPARE(second.value, std::string("made up"));
    QVERIFY(first.value.empty()); // NOLINT(bugprone-use-after-move): that is the question
}

void TestWiped::leavesMemoryAloneThatAQtStringShares()
{
    // It once overwrote as much as the shared memory holds, within a smaller one of its own.
    QString shared(40, QLatin1Char('k'));
    shared.reserve(4000);
    for (int i = 0; i < 100; ++i)
        const key::Wiped<QString> wiped{QString(shared)};
    QCOMPARE(shared, QString(40, QLatin1Char('k')));
}

void TestWiped::wipesAQtStringWithRoomBeforeItsText()
{
    // Qt counts that room as capacity; to overwrite as much from the first character on went past the end.
    for (int i = 0; i < 100; ++i) {
        QString text(3, QLatin1Char('k'));
        text.prepend(QLatin1Char('m'));
        const key::Wiped<QString> wiped(std::move(text));
        QCOMPARE(wiped.value, QStringLiteral("mkkk"));
    }
}

QTEST_GUILESS_MAIN(TestWiped)
#include "tst_Wiped.moc"
