// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/envfile/EnvFile.h"

#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

class TestEnvFile : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsALineAsPythonDotenvDoes_data();
    void readsALineAsPythonDotenvDoes();
    void prefersTheFirstName();
    void readsAsTheGivenLoader();
    void saysWhyAFileCannotBeRead();
    void refusesAPipeWithoutWaiting();
};

void TestEnvFile::readsALineAsPythonDotenvDoes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("value"); // "-": the name is not there
    const auto row = [](const char *name, const char *file, const char *value) {
        QTest::newRow(name) << QByteArray(file) << QByteArray(value);
    };
    row("plain", "K=v\n", "v");
    row("no line break at the end", "K=v", "v");
    row("double quotes", "K=\"v\"", "v");
    row("single quotes", "K='v'", "v");
    row("a quote that never ends", "K=\"v", "-");
    row("blanks inside quotes", "K=\" v \"", " v ");
    row("blank at the end", "K=v \n", "v");
    row("comment", "K=v # c\n", "v");
    row("no comment without a blank", "K=v#c\n", "v#c");
    row("comment after quotes", "K='v' # c\n", "v");
    row("blanks around the equals sign", "K = v\n", "v");
    row("export", "export K=v\n", "v");
    row("colon", "K: v\n", "-");
    row("CRLF", "K=v\r\nL=w\r\n", "v");
    row("byte order mark before the first name", "\xef\xbb\xbfK=v\n", "-");
    row("commented out", "#K=v\n", "-");
    row("set to nothing", "K=\n", "");
    row("the last line wins", "K=v\nK=w\n", "w");
    row("another name that ends alike", "MY_K=v\n", "-");
    row("dollar", "K=a$b\n", "a$b");
    row("equals signs in the value", "K=a=b==\n", "a=b==");
    row("zero width space at the end", "K=v\xe2\x80\x8b\n", "v\xe2\x80\x8b");
    row("curly quotes", "K=\xe2\x80\x9cv\xe2\x80\x9d\n", "\xe2\x80\x9cv\xe2\x80\x9d");
}

void TestEnvFile::readsALineAsPythonDotenvDoes()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, value);
    const auto entry = sources::findInEnvFile(key::Secret{QByteArrayView(file)}, {QStringLiteral("K")});
    QCOMPARE(entry ? entry->value.bytes().toByteArray() : QByteArray("-"), value);
}

void TestEnvFile::prefersTheFirstName()
{
    const key::Secret file{QByteArrayView("COHERE_API_KEY=second\n\nCO_API_KEY=first\n")};
    const auto entry = sources::findInEnvFile(file, {QStringLiteral("CO_API_KEY"), QStringLiteral("COHERE_API_KEY")});
    QVERIFY(entry.has_value());
    QCOMPARE(entry->name, QStringLiteral("CO_API_KEY"));
    QCOMPARE(entry->line, 3);
}

void TestEnvFile::readsAsTheGivenLoader()
{
    const key::Secret file{QByteArrayView("K='v'\n")};
    const QStringList names{QStringLiteral("K")};
    const auto entry = sources::findInEnvFile(file, names, sources::EnvLoader::DockerRun);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->value.bytes().toByteArray(), QByteArray("'v'"));
}

void TestEnvFile::refusesAPipeWithoutWaiting()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QCOMPARE(sources::readFile(path).error(), sources::FileFailure::NotReadable);
    QCOMPARE(sources::readFile(QStringLiteral("/dev/zero")).error(), sources::FileFailure::NotReadable);
#else
    QSKIP("There are no pipes with a path here.");
#endif
}

void TestEnvFile::saysWhyAFileCannotBeRead()
{
    QTemporaryDir folder;
    QCOMPARE(sources::readFile(folder.filePath(QStringLiteral("none"))).error(), sources::FileFailure::NotFound);
    QCOMPARE(sources::readFile(folder.path()).error(), sources::FileFailure::NotReadable);
    QFile large(folder.filePath(QStringLiteral("large")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(sources::maximumFile + 1));
    QCOMPARE(sources::readFile(large.fileName()).error(), sources::FileFailure::TooLarge);
    QVERIFY(large.resize(sources::maximumFile));
    QVERIFY(sources::readFile(large.fileName()).has_value());
}

QTEST_GUILESS_MAIN(TestEnvFile)
#include "tst_EnvFile.moc"
