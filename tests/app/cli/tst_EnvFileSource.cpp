// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "key/Fingerprint.h"

#include <QTemporaryDir>

/// `--env-file` of the command.
class TestEnvFileSource : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void takesTheKeyThatStandsInTheFile_data();
    void takesTheKeyThatStandsInTheFile();
};

void TestEnvFileSource::takesTheKeyThatStandsInTheFile_data()
{
    QTest::addColumn<QByteArray>("file"); // <v> stands for a key
    QTest::newRow("as python-dotenv reads it") << QByteArray("CO_API_KEY='<v>' # c\n");
    QTest::newRow("from the shell") << QByteArray("CO_API_KEY=${OTHER}\n");
    QTest::newRow("where python-dotenv misses it") << QByteArray("\xef\xbb\xbf"
                                                                 "CO_API_KEY=<v>\n");
    QTest::newRow("where python-dotenv refuses the file") << QByteArray("# \xe9\nCO_API_KEY=<v>\n");
    QTest::newRow("where no loader reads it") << QByteArray("# \xe9\n) (\nCO_API_KEY: <v>\n");
    QTest::newRow("under the second name") << QByteArray("COHERE_API_KEY: <v>\n");
}

void TestEnvFileSource::takesTheKeyThatStandsInTheFile()
{
    QFETCH(QByteArray, file);
    QTemporaryDir folder;
    QFile written(folder.filePath(QStringLiteral("file.env")));
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(file.replace("<v>", testkeys::good));
    written.close();
    const CommandRun run = runCommand(QStringLiteral(COMMAND_PROGRAM),
        {QStringLiteral("inspect"), QStringLiteral("--env-file"), written.fileName(), QStringLiteral("--json")}, {},
        {{QStringLiteral("OTHER"), QString::fromLatin1(testkeys::good)}});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject key = run.json().value(QLatin1String("key")).toObject();
    QCOMPARE(key.value(QLatin1String("fingerprint")).toString(), key::fingerprint(testkeys::good));
}

QTEST_GUILESS_MAIN(TestEnvFileSource)
#include "tst_EnvFileSource.moc"
