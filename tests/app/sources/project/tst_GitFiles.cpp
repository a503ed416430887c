// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/ProjectFolder.h"
#include "helpers/TestKeys.h"
#include "sources/project/GitFiles.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QStandardPaths>

class TestGitFiles : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tellsWhichFilesGitKeeps();
    void tellsWhichFilesGitWouldKeep();
    void asksTheRepositoryThatTheFolderLiesIn();
    void asksRepositoriesWithinTheFolder();
    void looksAtNoOtherRepositoryThatTheEnvironmentNames();
    void runsNothingThatARepositoryNames();
    void worksWithoutGit();
    void waitsForGitNoLongerThanItMust();
};

namespace {

const QByteArray line = "CO_API_KEY=" + testkeys::good + "\n";

void git(const ProjectFolder &folder, QStringList arguments)
{
    folder.run(QStringLiteral("git"),
        QStringList{QStringLiteral("-c"), QStringLiteral("init.defaultBranch=main")} + arguments);
}

void makeRepository(const ProjectFolder &folder, const QString &in = QStringLiteral("."))
{
    git(folder, {QStringLiteral("init"), QStringLiteral("-q"), in});
}

QStringList trackedOf(const ProjectFolder &folder)
{
    const auto result = folder.scan();
    QStringList tracked;
    const QStringList places = placesOf(result, folder);
    for (std::size_t i = 0; i < result.keys.size(); ++i) {
        if (result.keys[i].place.tracked)
            tracked.append(places.at(static_cast<qsizetype>(i)).section(QLatin1Char(':'), 0, 0));
    }
    return tracked;
}

void writeProgram(const ProjectFolder &folder, const QByteArray &name, const QByteArray &commands)
{
    folder.write(name, "#!/bin/sh\n" + commands);
    QFile::setPermissions(folder.shown(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

void TestGitFiles::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
        QSKIP("git is not installed.");
}

void TestGitFiles::tellsWhichFilesGitKeeps()
{
    const ProjectFolder folder;
    makeRepository(folder);
    const QByteArray tracked[] = {".env", "sub/two\nlines.env", "sub/ blank .env", "-c.env", ":(top)x.env", "*.env",
        "\"quoted\".env", "k\xc3\xbc.env"};
    for (const QByteArray &name : tracked)
        folder.write(name, line);
    folder.write("not\xff\xfeutf8.env", line);
    git(folder, {QStringLiteral("add"), QStringLiteral(".")});
    folder.write(".env.local", line);
    folder.write("sub/other.env", line);
    const auto result = folder.scan();
    QCOMPARE(result.keys.size(), std::size(tracked) + 3);
    QStringList wanted{QStringLiteral("not\uFFFD\uFFFDutf8.env")};
    for (const QByteArray &name : tracked)
        wanted.append(QString::fromUtf8(name));
    QStringList found;
    for (const auto &key : result.keys) {
        if (key.place.tracked)
            found.append(key.place.file.mid(folder.path().size() + 1));
    }
    wanted.sort();
    found.sort();
    QCOMPARE(found, wanted);
}

void TestGitFiles::tellsWhichFilesGitWouldKeep()
{
    const ProjectFolder folder;
    makeRepository(folder);
    folder.write(".env", line);
    git(folder, {QStringLiteral("add"), QStringLiteral(".")});
    folder.write(".gitignore", "*.local\n");
    folder.write(".env.local", line);
    folder.write("sub/other.env", line);
    QStringList unguarded;
    const auto result = folder.scan();
    for (const auto &key : result.keys) {
        if (key.place.unguarded)
            unguarded.append(key.place.file.mid(folder.path().size() + 1));
    }
    QCOMPARE(unguarded, QStringList{QStringLiteral("sub/other.env")});
}

void TestGitFiles::asksTheRepositoryThatTheFolderLiesIn()
{
    const ProjectFolder folder;
    folder.write(".env", line);
    folder.write("sub/.env", line);
    makeRepository(folder, QStringLiteral(".."));
    git(folder, {QStringLiteral("add"), QStringLiteral("sub")});
    QCOMPARE(trackedOf(folder), QStringList{QStringLiteral("sub/.env")});
}

void TestGitFiles::asksRepositoriesWithinTheFolder()
{
    const ProjectFolder folder;
    folder.write("one/.env", line);
    folder.write("two/sub/.env", line);
    folder.write("two/.env", line);
    folder.write("three/.env", line);
    makeRepository(folder, QStringLiteral("one"));
    makeRepository(folder, QStringLiteral("two"));
    git(folder, {QStringLiteral("-C"), QStringLiteral("one"), QStringLiteral("add"), QStringLiteral(".env")});
    git(folder, {QStringLiteral("-C"), QStringLiteral("two"), QStringLiteral("add"), QStringLiteral("sub")});
    QCOMPARE(trackedOf(folder), QStringList({QStringLiteral("one/.env"), QStringLiteral("two/sub/.env")}));
}

void TestGitFiles::looksAtNoOtherRepositoryThatTheEnvironmentNames()
{
    const ProjectFolder other;
    makeRepository(other);
    const ProjectFolder folder;
    makeRepository(folder);
    folder.write(".env", line);
    git(folder, {QStringLiteral("add"), QStringLiteral(".env")});
    const auto restore = qScopeGuard([] { qunsetenv("GIT_DIR"); });
    qputenv("GIT_DIR", other.path(".git"));
    QCOMPARE(trackedOf(folder), QStringList{QStringLiteral(".env")});
}

void TestGitFiles::runsNothingThatARepositoryNames()
{
    const ProjectFolder folder;
    makeRepository(folder);
    folder.write(".env", line);
    git(folder, {QStringLiteral("add"), QStringLiteral(".env")});
    git(folder, {QStringLiteral("update-index"), QStringLiteral("--fsmonitor")});
    writeProgram(folder, "../trap", "touch '" + folder.path("../sprung") + "'\n");
    const QString trap = folder.shown("../trap");
    for (const char *setting : {"core.fsmonitor", "core.pager", "pager.ls-files", "core.sshCommand", "alias.ls-files"})
        git(folder, {QStringLiteral("config"), QLatin1String(setting), trap});
    git(folder, {QStringLiteral("config"), QStringLiteral("core.hooksPath"), folder.shown("../")});
    writeProgram(folder, "../post-index-change", "touch '" + folder.path("../sprung") + "'\n");
    QFile::remove(folder.shown("../sprung"));
    QCOMPARE(trackedOf(folder), QStringList{QStringLiteral(".env")});
    QVERIFY(!QFile::exists(folder.shown("../sprung")));
    // The trap is a good one: git itself steps into it.
    git(folder, {QStringLiteral("status")});
    QVERIFY(QFile::exists(folder.shown("../sprung")));
}

void TestGitFiles::worksWithoutGit()
{
    const ProjectFolder folder;
    makeRepository(folder);
    folder.write(".env", line);
    git(folder, {QStringLiteral("add"), QStringLiteral(".env")});
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", folder.path("empty"));
    QCOMPARE(folder.scan().keys.size(), std::size_t{1});
    QCOMPARE(trackedOf(folder), QStringList());
}

void TestGitFiles::waitsForGitNoLongerThanItMust()
{
#ifdef Q_OS_UNIX
    const ProjectFolder folder;
    writeProgram(folder, "../bin/git", "exec sleep 60\n");
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", folder.path("../bin") + ':' + path);
    const auto root = folder.path("").chopped(1).toStdString();
    std::atomic<bool> cancelled = false;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(sources::filesInGit(root, {".env"}, cancelled, std::chrono::milliseconds(100)).empty());
    QVERIFY(clock.elapsed() >= 100);
    QVERIFY(clock.restart() < 10'000);
    cancelled = true;
    QVERIFY(sources::filesInGit(root, {".env"}, cancelled, std::chrono::seconds(60)).empty());
    QVERIFY(clock.elapsed() < 10'000);
#else
    QSKIP("A program in the place of git is no shell script here.");
#endif
}

QTEST_GUILESS_MAIN(TestGitFiles)
#include "tst_GitFiles.moc"
