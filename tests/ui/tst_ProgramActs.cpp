// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "inspect/HttpClients.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "words/HttpClientWords.h"

#include <QComboBox>

using inspect::HttpClient;
using words::HttpClientWords;

namespace {

QStringList rowsOf(const WindowFixture &fixture)
{
    const auto *list = qobject_cast<QAbstractItemView *>(fixture.visible("programActs"));
    QStringList rows;
    for (int i = 0; list != nullptr && i < list->model()->rowCount(); ++i)
        rows += list->model()->index(i, 0).data().toString();
    return rows;
}

void chooseClient(const WindowFixture &fixture, const char *id)
{
    auto *client = qobject_cast<QComboBox *>(fixture.visible("client"));
    const int row = client->findData(QLatin1String(id));
    QVERIFY2(row >= 0, id);
    client->setCurrentIndex(row);
}

} // namespace

class TestProgramActs : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void areThereOnlyWhereSomethingWasFound();
    void tellOfEveryClient();
    void followTheKey();
    void beginWithTheChosenClient_data();
    void beginWithTheChosenClient();
    void leaveTheOrderToAClientThatWasNotMeasured();
    void areReadByAssistiveTechnology();
};

void TestProgramActs::areThereOnlyWhereSomethingWasFound()
{
    WindowFixture fixture;
    fixture.open();
    QVERIFY(fixture.visible("programs") == nullptr);
    fixture.paste(practiceKey("works"));
    QVERIFY(fixture.session().inspection().findings.empty());
    QVERIFY(fixture.visible("programs") == nullptr);
    fixture.paste(QStringLiteral(" "));
    QVERIFY(fixture.visible("programs") != nullptr);
    QVERIFY(fixture.visible("programActs") == nullptr); // folded away
    fixture.click("programs");
    QVERIFY(fixture.visible("programActs") != nullptr);
    fixture.click("cleanKey");
    QVERIFY(fixture.visible("programs") == nullptr);
    QVERIFY(fixture.visible("programActs") == nullptr);
}

void TestProgramActs::tellOfEveryClient()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works") + QChar(0x200b));
    fixture.click("programs");
    const QStringList rows = rowsOf(fixture);
    QCOMPARE(static_cast<std::size_t>(rows.size()), inspect::httpClientCount);
    for (const inspect::ClientReading &reading :
        inspect::clientReadings(inspect::characterClasses(fixture.session().secret().bytes())))
        QVERIFY(rows.contains(HttpClientWords::sentence(reading)));
}

void TestProgramActs::followTheKey()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works") + QLatin1Char('\n'));
    fixture.click("programs");
    const QStringList atItsEnd = rowsOf(fixture);
    fixture.visible("keyBox")->setFocus();
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.paste(practiceKey("works") + QChar(0x00e9));
    QVERIFY(rowsOf(fixture) != atItsEnd);
}

void TestProgramActs::beginWithTheChosenClient_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<HttpClient>("client");
    QTest::newRow("5") << QByteArray("cohere-python") << HttpClient::CoherePython;
    QTest::newRow("5.0") << QByteArray("cohere-python-5.0") << HttpClient::CoherePython;
    QTest::newRow("4") << QByteArray("cohere-python-4") << HttpClient::CoherePython4;
    QTest::newRow("TypeScript") << QByteArray("cohere-typescript") << HttpClient::CohereTypescript;
}

void TestProgramActs::beginWithTheChosenClient()
{
    QFETCH(const QByteArray, id);
    QFETCH(const HttpClient, client);
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works") + QLatin1Char('\n'));
    fixture.click("programs");
    chooseClient(fixture, id.constData());
    const QStringList rows = rowsOf(fixture);
    QVERIFY2(rows.constFirst().startsWith(HttpClientWords::name(client)), qPrintable(rows.constFirst()));
    QCOMPARE(static_cast<std::size_t>(rows.size()), inspect::httpClientCount);
    const QAccessibleInterface *first = QAccessible::queryAccessibleInterface(fixture.visible("programActs"))->child(0);
    QVERIFY(first->text(QAccessible::Name).startsWith(QLatin1String("your client")));
}

void TestProgramActs::leaveTheOrderToAClientThatWasNotMeasured()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works") + QLatin1Char('\n'));
    fixture.click("programs");
    const QStringList before = rowsOf(fixture);
    chooseClient(fixture, "n8n");
    QCOMPARE(rowsOf(fixture), before);
}

void TestProgramActs::areReadByAssistiveTechnology()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works") + QLatin1Char('\n'));
    fixture.click("programs");
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(fixture.visible("programActs"));
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("What programs do with this key"));
    QCOMPARE(list->child(0)->text(QAccessible::Name), rowsOf(fixture).constFirst());
    const QAccessibleInterface *toggle = QAccessible::queryAccessibleInterface(fixture.visible("programs"));
    QCOMPARE(toggle->text(QAccessible::Name), QStringLiteral("What programs do with this key"));
    QVERIFY(toggle->state().checked);
}

QTEST_MAIN(TestProgramActs)
#include "tst_ProgramActs.moc"
