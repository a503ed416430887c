// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "sources/computer/EnvironmentBlock.h"

class TestEnvironmentBlock : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void findsAVariable_data();
    void findsAVariable();
};

void TestEnvironmentBlock::findsAVariable_data()
{
    QTest::addColumn<QByteArray>("environment"); // "|" stands for NUL
    QTest::addColumn<QByteArray>("value"); // "-": not set
    const auto row = [](const char *name, const char *environment, const char *value) {
        QTest::newRow(name) << QByteArray(environment).replace('|', '\0') << QByteArray(value);
    };
    row("alone", "KEY=v|", "v");
    row("between others", "A=1|KEY=v|B=2|", "v");
    row("without a NUL at the end", "A=1|KEY=v", "v");
    row("set to nothing", "A=1|KEY=|B=2|", "");
    row("set to nothing at the end", "A=1|KEY=", "");
    row("equals signs in the value", "KEY=a=b=|", "a=b=");
    row("a line break in the value", "KEY=a\nKEY=b|", "a\nKEY=b");
    row("the first counts", "KEY=a|KEY=b|", "a");
    row("within another's value", "A=KEY=x|KEY=v|", "v");
    row("within another's value alone", "A=KEY=x|", "-");
    row("the end of another name", "MY_KEY=x|KEY=v|", "v");
    row("the beginning of another name", "KEYS=x|KEY=v|", "v");
    row("without an equals sign", "KEY|A=1|", "-");
    row("without an equals sign at the end", "A=1|KEY", "-");
    row("nothing at all", "", "-");
    row("NULs alone", "|||", "-");
    row("NULs between", "A=1|||KEY=v|||", "v");
}

void TestEnvironmentBlock::findsAVariable()
{
    QFETCH(const QByteArray, environment);
    QFETCH(const QByteArray, value);
    const auto found = sources::variableIn(environment, "KEY");
    QCOMPARE(found ? found->toByteArray() : QByteArray("-"), value);
}

QTEST_GUILESS_MAIN(TestEnvironmentBlock)
#include "tst_EnvironmentBlock.moc"
