// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/ProjectFolder.h"
#include "helpers/TestKeys.h"
#include "sources/Environment.h"
#include "sources/project/ProjectScan.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>
#include <memory>

class TestProjectScan : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void findsKeysInFilesOfEveryKind();
    void asksTheReaderByThePathInTheFolder();
    void readsOtherFilesOfTheProjectForAReader();
    void handsTheShellsEnvironmentToTheReaders();
    void takesTheFolderThroughALink();
    void saysThatThereIsNoFolder();
    void stopsAtItsLimits();
    void stopsAtTooManyFolders();
    void tellsItsProgressNowAndThen();
    void endsWhereItIsCancelled();
    void aSecondScanEndsTheFirstSilently();
    void startsAgainWhenItHasFinished();
    void goesWhileItIsRunning();
};

namespace {

const QByteArray line = "CO_API_KEY=" + testkeys::good + "\n";

/// Holds a scan at one of its files until the test lets it go on.
struct Gate {
    std::atomic<int> asked = 0;
    QSemaphore goOn;
    int closedAt = 0;

    void pass()
    {
        // The limit ends a test that went wrong.
        if (++asked == closedAt && !goOn.tryAcquire(1, 30'000))
            qWarning("Nobody opened the gate.");
    }
};

sources::ScanRequest withGate(const ProjectFolder &folder, const std::shared_ptr<Gate> &gate)
{
    sources::ScanRequest request{.folder = folder.path()};
    request.readerFor = [gate](const QString &) -> sources::KeyReader {
        gate->pass();
        return readEnvLines;
    };
    return request;
}

void fill(const ProjectFolder &folder, int files)
{
    for (int i = 0; i < files; ++i)
        folder.write("part" + QByteArray::number(i / 100) + '/' + QByteArray::number(i) + ".env", line);
}

} // namespace

void TestProjectScan::findsKeysInFilesOfEveryKind()
{
    const ProjectFolder folder;
    folder.write(".env", "PORT=1\n" + line);
    folder.write("b/.env.local", "COHERE_API_KEY=" + testkeys::other);
    folder.write("b/settings.json", "{\n  \"COHERE_API_KEY\": \"" + testkeys::good + "\"\n}");
    folder.write("build/app.py", "import cohere\n\nCO_API_KEY = '" + testkeys::good + "'\n");
    folder.write("notes.txt", "Dear team,\nset CO_API_KEY=" + testkeys::good + "\n");
    folder.write("README.md", "Cohere wants a key.\n");
    folder.write("empty", "");
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder),
        QStringList({QStringLiteral(".env:1 PORT"), QStringLiteral(".env:2 CO_API_KEY"),
            QStringLiteral("b/.env.local:1 COHERE_API_KEY"), QStringLiteral("b/settings.json:2 COHERE_API_KEY"),
            QStringLiteral("build/app.py:3 CO_API_KEY"), QStringLiteral("notes.txt:2 CO_API_KEY")}));
    QCOMPARE(skippedOf(result, folder), QStringList());
    QCOMPARE(result.files, 7);
    QVERIFY(!result.cancelled);
    const sources::FoundKey &key = result.keys.at(1);
    QCOMPARE(key.place.kind, sources::PlaceKind::EnvFile);
    QCOMPARE(key.place.file, folder.shown(".env"));
    QCOMPARE(key.place.since, QFileInfo(folder.shown(".env")).lastModified());
    QCOMPARE(key.place.since.timeSpec(), Qt::UTC);
    QVERIFY(!key.place.tracked);
    QVERIFY(key.secret == key::Secret(QByteArrayView(testkeys::good)));
    QCOMPARE(result.keys.at(4).place.kind, sources::PlaceKind::SourceFile);
}

void TestProjectScan::asksTheReaderByThePathInTheFolder()
{
    const ProjectFolder folder;
    folder.write("a/b/deploy.yaml", "# " + line);
    folder.write("a/other.yaml", "nothing of ours");
    const auto asked = std::make_shared<QStringList>(); // one file, so one thread writes
    const auto result = ProjectFolder::scan({.folder = folder.path(), .readerFor = [asked](const QString &file) {
                                                 asked->append(file);
                                                 return sources::KeyReader(readEnvLines);
                                             }});
    QCOMPARE(*asked, QStringList{QStringLiteral("a/b/deploy.yaml")});
    QCOMPARE(placesOf(result, folder), QStringList{QStringLiteral("a/b/deploy.yaml:1 # CO_API_KEY")});
}

void TestProjectScan::readsOtherFilesOfTheProjectForAReader()
{
    const ProjectFolder folder;
    folder.write("values/a.txt", testkeys::good);
    folder.write("sub/values/b.txt", testkeys::other);
    folder.write("../outside.txt", testkeys::good);
    folder.write("../project-two/c.txt", testkeys::good); // begins as the folder's own path does
    folder.link("sub/out", folder.path("../outside.txt"));
    folder.write("sub/cohere.include",
        "cohere\nvalues/b.txt\n../values/a.txt\n" + folder.path("values/a.txt") + "\n../../outside.txt\n"
            + folder.path("../outside.txt") + "\nout\nmissing\n.\n../../project-two/c.txt\n");
    const auto result = folder.scan();
    QStringList read;
    for (const auto &key : result.keys)
        read.append(key.place.name);
    QCOMPARE(read,
        QStringList({QStringLiteral("values/b.txt"), QStringLiteral("../values/a.txt"), folder.shown("values/a.txt")}));
    QVERIFY(result.keys.at(0).secret == key::Secret(QByteArrayView(testkeys::other)));
    QVERIFY(result.keys.at(1).secret == key::Secret(QByteArrayView(testkeys::good)));
    QCOMPARE(result.keys.at(0).place.file, folder.shown("sub/cohere.include"));
}

void TestProjectScan::handsTheShellsEnvironmentToTheReaders()
{
    const ProjectFolder folder;
    folder.write(".env", line);
    qputenv("DOCTOR_TEST_SHELL", "from the shell");
    auto request = folder.request();
    request.shell = std::make_shared<sources::OwnEnvironment>();
    request.readerFor = [](const QString &) -> sources::KeyReader {
        return [](QByteArrayView, const sources::FileSurroundings &surroundings) {
            std::vector<sources::FoundKey> keys;
            auto value = surroundings.shell->read(QStringLiteral("DOCTOR_TEST_SHELL"));
            keys.push_back(sources::foundKey({}, std::move(*value)));
            return keys;
        };
    };
    const auto result = ProjectFolder::scan(std::move(request));
    QCOMPARE(result.keys.size(), std::size_t{1});
    QCOMPARE(result.keys.front().secret.bytes(), QByteArrayView("from the shell"));
}

void TestProjectScan::takesTheFolderThroughALink()
{
    const ProjectFolder folder;
    folder.write(".env", line);
    folder.link("../shortcut", folder.path("../project"));
    auto request = folder.request();
    request.folder = folder.shown("../shortcut");
    const auto result = ProjectFolder::scan(std::move(request));
    QCOMPARE(placesOf(result, folder), QStringList{QStringLiteral(".env:1 CO_API_KEY")});
    QCOMPARE(skippedOf(result, folder), QStringList());
}

void TestProjectScan::saysThatThereIsNoFolder()
{
    const ProjectFolder folder;
    folder.write("file", line);
    for (const QByteArray &name : {QByteArray("missing"), QByteArray("file")}) {
        auto request = folder.request();
        request.folder = folder.shown(name);
        const auto result = ProjectFolder::scan(std::move(request));
        QCOMPARE(result.skipped,
            (std::vector<sources::SkippedFile>{{folder.shown(name), sources::SkipReason::NotReadable}}));
        QVERIFY(result.keys.empty());
    }
}

void TestProjectScan::stopsAtItsLimits()
{
    const ProjectFolder folder;
    folder.write("a.env", line);
    folder.write("b.env", line);
    folder.write("picture.png", "not counted");
    folder.write("sub/c.env", line);
    auto request = folder.request();
    request.limits.maximumFiles = 3;
    const auto whole = ProjectFolder::scan(request);
    QCOMPARE(whole.files, 3);
    QCOMPARE(skippedOf(whole, folder), QStringList());
    request.limits.maximumFiles = 2;
    const auto nearest = ProjectFolder::scan(request);
    QCOMPARE(placesOf(nearest, folder),
        QStringList({QStringLiteral("a.env:1 CO_API_KEY"), QStringLiteral("b.env:1 CO_API_KEY")}));
    QCOMPARE(skippedOf(nearest, folder), QStringList{QStringLiteral("sub TooMany")});
    folder.write("sub/deep/d.env", line);
    request.limits = {.maximumDepth = 1};
    const auto flat = ProjectFolder::scan(request);
    QCOMPARE(flat.files, 3);
    QCOMPARE(skippedOf(flat, folder), QStringList{QStringLiteral("sub/deep TooMany")});
}

void TestProjectScan::stopsAtTooManyFolders()
{
    const ProjectFolder folder;
    folder.write("z.env", line);
    for (int i = 0; i < 10; ++i)
        folder.write("sub/" + QByteArray::number(i) + "/picture.png", "");
    auto request = folder.request();
    request.limits.maximumFiles = 5;
    const auto result = ProjectFolder::scan(request);
    QCOMPARE(placesOf(result, folder), QStringList{QStringLiteral("z.env:1 CO_API_KEY")});
    QCOMPARE(skippedOf(result, folder), QStringList{QStringLiteral("sub TooMany")});
}

void TestProjectScan::tellsItsProgressNowAndThen()
{
    const ProjectFolder folder;
    fill(folder, 100);
    const auto gate = std::make_shared<Gate>();
    gate->closedAt = 50;
    sources::ProjectScan scan;
    const QSignalSpy finished(&scan, &sources::ProjectScan::finished);
    const QSignalSpy progressed(&scan, &sources::ProjectScan::progressed);
    QElapsedTimer clock;
    clock.start();
    scan.start(withGate(folder, gate));
    QTRY_VERIFY(!progressed.isEmpty());
    const qint64 first = progressed.constFirst().constFirst().toLongLong();
    QVERIFY(first > 0 && first < 100);
    QVERIFY(finished.isEmpty());
    gate->goOn.release();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(progressed.size() <= clock.elapsed() / 90);
    QCOMPARE(scan.takeResult().files, 100);
}

void TestProjectScan::endsWhereItIsCancelled()
{
    const ProjectFolder folder;
    fill(folder, 3000);
    const auto gate = std::make_shared<Gate>();
    gate->closedAt = 1000;
    auto request = withGate(folder, gate);
    // The other threads wait, too, so that there is a middle.
    request.readerFor = [gate](const QString &) -> sources::KeyReader {
        if (gate->asked >= gate->closedAt && !gate->goOn.tryAcquire(1, 30'000))
            qWarning("Nobody opened the gate.");
        ++gate->asked;
        return readEnvLines;
    };
    sources::ProjectScan scan;
    const QSignalSpy finished(&scan, &sources::ProjectScan::finished);
    scan.start(std::move(request));
    QTRY_VERIFY(gate->asked >= 1000);
    scan.cancel();
    QVERIFY(scan.isRunning());
    gate->goOn.release(100);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!scan.isRunning());
    const auto result = scan.takeResult();
    QVERIFY(result.cancelled);
    QVERIFY(result.files >= 900 && result.files < 1200);
    QCOMPARE(static_cast<qint64>(result.keys.size()), result.files);
    QVERIFY(scan.takeResult().keys.empty());
}

void TestProjectScan::aSecondScanEndsTheFirstSilently()
{
    const ProjectFolder folder;
    fill(folder, 500);
    const ProjectFolder other;
    other.write("other.env", line);
    const auto gate = std::make_shared<Gate>();
    gate->closedAt = 100;
    sources::ProjectScan scan;
    const QSignalSpy finished(&scan, &sources::ProjectScan::finished);
    scan.start(withGate(folder, gate));
    QTRY_VERIFY(gate->asked >= 100);
    scan.start(other.request()); // comes back although the first one stands still
    scan.start(other.request());
    QVERIFY(finished.isEmpty());
    gate->goOn.release();
    QTRY_COMPARE(finished.size(), 1);
    const auto result = scan.takeResult();
    QCOMPARE(placesOf(result, other), QStringList{QStringLiteral("other.env:1 CO_API_KEY")});
    QVERIFY(!result.cancelled);
    QVERIFY(!scan.isRunning());
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
    QVERIFY(gate->asked < 500);
}

void TestProjectScan::startsAgainWhenItHasFinished()
{
    const ProjectFolder folder;
    folder.write(".env", line);
    sources::ProjectScan scan;
    int count = 0;
    std::size_t keys = 0;
    connect(&scan, &sources::ProjectScan::finished, this, [&] {
        keys += scan.takeResult().keys.size();
        if (++count < 3)
            scan.start(folder.request());
    });
    scan.start(folder.request());
    QTRY_COMPARE(count, 3);
    QCOMPARE(keys, std::size_t{3});
}

void TestProjectScan::goesWhileItIsRunning()
{
    const ProjectFolder folder;
    fill(folder, 2000);
    const auto asked = std::make_shared<std::atomic<int>>(0);
    sources::ScanRequest request{.folder = folder.path()};
    request.readerFor = [asked](const QString &) -> sources::KeyReader {
        QSemaphore().tryAcquire(1, 1); // a slow disk: a millisecond a file
        ++*asked;
        return readEnvLines;
    };
    {
        sources::ProjectScan scan;
        scan.start(request);
        QTRY_VERIFY(*asked > 10);
        scan.start(request);
    }
    QVERIFY(*asked < 2000);
    QCOMPARE(asked.use_count(), 2L); // no thread holds it any more: the test's own, and the request's
    QCoreApplication::processEvents(); // what the threads posted went with the scan
}

QTEST_GUILESS_MAIN(TestProjectScan)
#include "tst_ProjectScan.moc"
