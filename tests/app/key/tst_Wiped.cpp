// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "key/Wiped.h"

#include <string>

class TestWiped : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void holdsWhatItIsGivenUntilItIsMovedFrom();
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

QTEST_GUILESS_MAIN(TestWiped)
#include "tst_Wiped.moc"
