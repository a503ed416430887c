// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowArguments.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"

#include <QProcess>
#include <QTemporaryDir>

class tst_WindowArguments : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsItsArguments_data();
    void readsItsArguments();
    void refusesWhatMayBeAKey_data();
    void refusesWhatMayBeAKey();
    void endsWithAnExitCode_data();
    void endsWithAnExitCode();
};

void tst_WindowArguments::readsItsArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("wish");
    QTest::addColumn<bool>("practice");
    QTest::addColumn<QString>("folder");
    const int window = static_cast<int>(WindowArguments::Wish::Window);
    const QString none;
    QTest::newRow("nothing") << QStringList() << window << false << none;
    QTest::newRow("practice") << QStringList(QStringLiteral("--practice")) << window << true << none;
    QTest::newRow("project") << QStringList({QStringLiteral("--project"), QStringLiteral("a b")}) << window << false
                             << QStringLiteral("a b");
    QTest::newRow("help") << QStringList(QStringLiteral("--help")) << static_cast<int>(WindowArguments::Wish::Help)
                          << false << none;
    QTest::newRow("version") << QStringList(QStringLiteral("--version"))
                             << static_cast<int>(WindowArguments::Wish::Version) << false << none;
}

void tst_WindowArguments::readsItsArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, wish);
    QFETCH(const bool, practice);
    QFETCH(const QString, folder);
    const auto read = readArguments(arguments);
    QVERIFY(read.has_value());
    QCOMPARE(static_cast<int>(read->wish), wish);
    QCOMPARE(read->practice, practice);
    QCOMPARE(read->projectFolder, folder);
}

void tst_WindowArguments::refusesWhatMayBeAKey_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString key = QString::fromLatin1(testkeys::good);
    QTest::newRow("argument") << QStringList(key);
    QTest::newRow("argument after an option") << QStringList({QStringLiteral("--practice"), key});
    QTest::newRow("after two dashes") << QStringList({QStringLiteral("--"), key});
    QTest::newRow("long option") << QStringList(QStringLiteral("--key=") + key);
    QTest::newRow("as an option") << QStringList(QStringLiteral("--") + key);
    QTest::newRow("short options") << QStringList(QStringLiteral("-") + key);
    QTest::newRow("value of a flag") << QStringList(QStringLiteral("--practice=") + key);
    QTest::newRow("project without value") << QStringList(QStringLiteral("--project"));
}

void tst_WindowArguments::refusesWhatMayBeAKey()
{
    QFETCH(const QStringList, arguments);
    const auto read = readArguments(arguments);
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().isEmpty());
    QVERIFY(!read.error().contains(u'\n'));
    QVERIFY(!read.error().contains(QString::fromLatin1(testkeys::good).left(9)));
}

void tst_WindowArguments::endsWithAnExitCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("output");
    QTest::addColumn<int>("errorLines");
    QTest::newRow("version") << QStringList(QStringLiteral("--version")) << 0
                             << QStringLiteral("rerank-key-doctor " DOCTOR_VERSION "\n") << 0;
    QTest::newRow("key") << QStringList(QString::fromLatin1(testkeys::good)) << 2 << QString() << 1;
    QTest::newRow("folder that is not there")
        << QStringList({QStringLiteral("--project"), QString::fromLatin1(testkeys::good)}) << 2 << QString() << 1;
}

void tst_WindowArguments::endsWithAnExitCode()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, exitCode);
    QFETCH(const QString, output);
    QFETCH(const int, errorLines);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(WINDOW_PROGRAM), arguments);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), exitCode);
    QCOMPARE(QString::fromLocal8Bit(program.readAllStandardOutput()), output);
    const QByteArray errors = program.readAllStandardError();
    QVERIFY(!errors.contains(testkeys::good.left(9)));
    QCOMPARE(errors.count('\n') - errors.count("QStandardPaths"), errorLines);
}

QTEST_MAIN(tst_WindowArguments)
#include "tst_WindowArguments.moc"
