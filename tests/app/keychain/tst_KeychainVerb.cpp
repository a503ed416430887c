// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>

/// Drives `rerank-key keychain` against the Secret Service of this test.
class TestKeychainVerb : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void refusesWrongUsageInOneLine_data();
    void refusesWrongUsageInOneLine();
    void helpsWithEveryVerb_data();
    void helpsWithEveryVerb();
    void savesListsAndDeletes();
    void savesWhatBelongsToTheKey_data();
    void savesWhatBelongsToTheKey();
    void savesNothingThatIsNoKey_data();
    void savesNothingThatIsNoKey();
    void listsForPrograms();
    void checksTheKeychain();
    void writesTheKeyIntoNoFile();
};

namespace {

QStringList line(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

CommandRun command(const QStringList &arguments, const QByteArray &input = {})
{
    return runCommand(QStringLiteral(COMMAND_PROGRAM), arguments, input);
}

QByteArray stored(const char *name)
{
    return runCommand(QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("rerank-key-doctor"),
            QStringLiteral("user"), QString::fromLatin1(name)})
        .out;
}

} // namespace

void TestKeychainVerb::refusesWrongUsageInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *text : {"keychain", "keychain nonsense", "keychain save a b", "keychain save --nonsense",
             "keychain delete", "keychain delete a b", "keychain list a", "keychain check a", "keychain list --as-is"})
        QTest::newRow(text) << line(text);
    const QString key = QString::fromLatin1(testkeys::good);
    QTest::newRow("a key as the verb") << QStringList{QStringLiteral("keychain"), key};
    for (const char *verb : {"save", "list", "delete", "check"})
        QTest::newRow(verb) << QStringList{QStringLiteral("keychain"), QString::fromLatin1(verb), key};
    QTest::newRow("a key as the second name")
        << QStringList{QStringLiteral("keychain"), QStringLiteral("save"), QStringLiteral("cohere"), key};
    QTest::newRow("an empty name") << QStringList{QStringLiteral("keychain"), QStringLiteral("save"), QString()};
    QTest::newRow("a name of blanks") << QStringList{
        QStringLiteral("keychain"), QStringLiteral("save"), QStringLiteral("  ")};
    QTest::newRow("a name of two lines") << QStringList{
        QStringLiteral("keychain"), QStringLiteral("save"), QStringLiteral("a\nb")};
}

void TestKeychainVerb::refusesWrongUsageInOneLine()
{
    QFETCH(const QStringList, arguments);
    const CommandRun run = command(arguments, testkeys::other);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(!run.err.contains(testkeys::good.left(9)), run.err.constData());
    QCOMPARE(command(line("keychain list")).out, QByteArray());
}

void TestKeychainVerb::helpsWithEveryVerb_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("keychain") << line("keychain --help") << QByteArray("delete");
    QTest::newRow("save") << line("keychain save --help") << QByteArray("--as-is");
    QTest::newRow("list") << line("keychain list --help") << QByteArray("--json");
    QTest::newRow("delete") << line("keychain delete --help") << QByteArray("NAME");
    QTest::newRow("check") << line("keychain check --help") << QByteArray("random value");
}

void TestKeychainVerb::helpsWithEveryVerb()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, holds);
    const CommandRun run = command(arguments);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains(holds), run.out.constData());
    QCOMPARE(run.err, QByteArray());
}

void TestKeychainVerb::savesListsAndDeletes()
{
    const CommandRun saved = command(line("keychain save"), testkeys::good);
    QCOMPARE(saved.exitCode, 0);
    QCOMPARE(saved.out, QByteArray());
    QCOMPARE(saved.err.count('\n'), 1);
    QCOMPARE(stored("cohere"), testkeys::good);
    QCOMPARE(command(line("keychain save work"), testkeys::other).exitCode, 0);
    QCOMPARE(command(line("keychain list")).out, QByteArray("cohere\nwork\n"));
    // Saving again replaces.
    QCOMPARE(command(line("keychain save"), testkeys::other).exitCode, 0);
    QCOMPARE(stored("cohere"), testkeys::other);

    const CommandRun deleted = command(line("keychain delete cohere"));
    QCOMPARE(deleted.exitCode, 0);
    QCOMPARE(deleted.out, QByteArray());
    QCOMPARE(stored("cohere"), QByteArray());
    QCOMPARE(command(line("keychain list")).out, QByteArray("work\n"));
    QCOMPARE(command(line("keychain delete cohere")).exitCode, 4);
    QCOMPARE(command(line("keychain delete work")).exitCode, 0);
    QCOMPARE(command(line("keychain list")).out, QByteArray());
}

void TestKeychainVerb::savesWhatBelongsToTheKey_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("a line feed") << testkeys::good + '\n' << QByteArray("LINE FEED");
    QTest::newRow("a no-break space") << testkeys::good + "\xc2\xa0" << QByteArray("NO-BREAK SPACE");
    QTest::newRow("quotes") << '"' + testkeys::good + '"' << QByteArray("QUOTATION MARK");
    QTest::newRow("a whole line of a file") << "CO_API_KEY=" + testkeys::good + "\r\n" << QByteArray("CARRIAGE RETURN");
}

void TestKeychainVerb::savesWhatBelongsToTheKey()
{
    QFETCH(const QByteArray, given);
    QFETCH(const QByteArray, named);
    const CommandRun cleaned = command(line("keychain save dirty"), given);
    QCOMPARE(cleaned.exitCode, 0);
    QVERIFY2(cleaned.err.contains(named), cleaned.err.constData());
    QVERIFY2(cleaned.err.contains("It was saved without"), cleaned.err.constData());
    QVERIFY(!cleaned.err.contains(testkeys::good.left(9)));
    QCOMPARE(stored("dirty"), testkeys::good);

    const CommandRun asIs = command(line("keychain save dirty --as-is"), given);
    QCOMPARE(asIs.exitCode, 0);
    QVERIFY2(asIs.err.contains(named), asIs.err.constData());
    QVERIFY(!asIs.err.contains("without"));
    QCOMPARE(stored("dirty"), given);
    QCOMPARE(command(line("keychain delete dirty")).exitCode, 0);
}

void TestKeychainVerb::savesNothingThatIsNoKey_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("asIsSaves");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("a line feed alone") << QByteArray("\n") << false;
    QTest::newRow("a placeholder") << QByteArray("YOUR_API_KEY") << true;
    QTest::newRow("a letter of another script") << QByteArray(testkeys::good).replace(5, 1, "\xd0\xb0") << true;
}

void TestKeychainVerb::savesNothingThatIsNoKey()
{
    QFETCH(const QByteArray, given);
    QFETCH(const bool, asIsSaves);
    const CommandRun run = command(line("keychain save no-key"), given);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains("nothing was saved"), run.err.constData());
    QCOMPARE(command(line("keychain list")).out, QByteArray());
    QCOMPARE(stored("no-key"), QByteArray());

    QCOMPARE(command(line("keychain save no-key --as-is"), given).exitCode, asIsSaves ? 0 : 1);
    QCOMPARE(stored("no-key"), asIsSaves ? given : QByteArray());
    QCOMPARE(command(line("keychain delete no-key")).exitCode, asIsSaves ? 0 : 4);
}

void TestKeychainVerb::listsForPrograms()
{
    QCOMPARE(command(line("keychain save"), testkeys::good).exitCode, 0);
    // What another program wrote into a label may be anything: a key, and what a terminal would act on.
    const CommandRun other = runCommand(QStringLiteral("secret-tool"),
        {QStringLiteral("store"), QStringLiteral("--label=Cohere \x1b[31m%1").arg(QString::fromLatin1(testkeys::other)),
            QStringLiteral("service"), QStringLiteral("cohere"), QStringLiteral("username"), QStringLiteral("ada")},
        testkeys::other);
    QCOMPARE(other.exitCode, 0);
    const CommandRun run = command(line("keychain list --json"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.endsWith("}\n") && !run.out.endsWith("\n\n"));
    const QJsonObject json = run.json();
    QCOMPARE(json[QLatin1String("schema")].toInt(), 1);
    QCOMPARE(json[QLatin1String("names")].toArray(), QJsonArray{QStringLiteral("cohere")});
    const QJsonArray others = json[QLatin1String("others")].toArray();
    QCOMPARE(others.size(), 1);
    const QJsonObject entry = others.first().toObject();
    QCOMPARE(entry[QLatin1String("holder")].toString(), QStringLiteral("cohere"));
    QCOMPARE(entry[QLatin1String("name")].toString(), QStringLiteral("ada"));
    QCOMPARE(entry[QLatin1String("locked")].toBool(true), false);
    QVERIFY(entry[QLatin1String("label")].toString().startsWith(QStringLiteral("Cohere")));

    const CommandRun text = command(line("keychain list"));
    QVERIFY2(text.out.startsWith("cohere\n\nOther programs"), text.out.constData());
    for (const QByteArray &out : {run.out, text.out}) {
        QVERIFY(!out.contains(testkeys::other.left(9)));
        QVERIFY(!out.contains('\x1b') && !out.contains("\\u001b"));
    }
    QCOMPARE(runCommand(QStringLiteral("secret-tool"), line("clear service cohere username ada")).exitCode, 0);
    QCOMPARE(command(line("keychain delete cohere")).exitCode, 0);
}

void TestKeychainVerb::checksTheKeychain()
{
    const CommandRun run = command(line("keychain check"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("The keychain works"));
    QCOMPARE(command(line("keychain list")).out, QByteArray());
    QCOMPARE(
        runCommand(QStringLiteral("secret-tool"), line("search --all server rerank-key-doctor")).out, QByteArray());
}

void TestKeychainVerb::writesTheKeyIntoNoFile()
{
    QCOMPARE(command(line("keychain save"), testkeys::good).exitCode, 0);
    int files = 0;
    QDirIterator all(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(testkeys::good.left(9)), qPrintable(file.fileName()));
        QVERIFY2(!bytes.contains(testkeys::good.toBase64().left(9)), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 2); // the settings and the keyring itself
    QCOMPARE(command(line("keychain delete cohere")).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestKeychainVerb)
#include "tst_KeychainVerb.moc"
