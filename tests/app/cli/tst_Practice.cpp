// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interrupt.h"
#include "cli/Practice.h"
#include "helpers/DoctorTest.h"
#include "practice/PracticeEndpoint.h"

#include <csignal>

using namespace Qt::Literals::StringLiterals;

class TestPractice : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void refusesAnUnknownScenario();
    void saysThatThePortIsTaken();
    void tellsAnInterruptFromATermination();
};

void TestPractice::refusesAnUnknownScenario()
{
    cli::PracticeOptions options;
    options.scenario = u"nonsense"_s;
    QCOMPARE(cli::practice(options), 2);
}

void TestPractice::saysThatThePortIsTaken()
{
    practice::PracticeEndpoint endpoint;
    const auto base = endpoint.start();
    QVERIFY(base.has_value());
    cli::PracticeOptions options;
    options.port = static_cast<quint16>(base->port());
    QCOMPARE(cli::practice(options), 3);
}

void TestPractice::tellsAnInterruptFromATermination()
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

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_Practice.moc"
