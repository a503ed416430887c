// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interrupt.h"
#include "helpers/DoctorTest.h"

#include <csignal>

class TestInterrupt : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void tellsAnInterruptFromATermination();
};

void TestInterrupt::tellsAnInterruptFromATermination()
{
#ifdef Q_OS_WIN
    QSKIP("Windows tells it to a console's programs alone.");
#endif
    cli::catchInterrupts();
    std::raise(SIGINT);
    QVERIFY(cli::waitForInterrupt() == cli::Interrupt::Interrupted);
    cli::catchInterrupts();
    std::raise(SIGTERM);
    QVERIFY(cli::waitForInterrupt() == cli::Interrupt::Terminated);
}

QTEST_GUILESS_MAIN(TestInterrupt)
#include "tst_Interrupt.moc"
