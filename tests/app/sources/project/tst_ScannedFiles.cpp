// SPDX-License-Identifier: GPL-3.0-or-later
// What a project's folder may hold beside plain files. In each test a key beside it is found all the same.
#include "helpers/DoctorTest.h"
#include "helpers/ProjectFolder.h"
#include "helpers/TestKeys.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

class TestScannedFiles : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void leavesClutterOutSilently();
    void findsKeysInFoldersThatOnlyLookLikeClutter();
    void namesLargeFiles();
    void namesFilesThatAreNoText();
    void readsKeyFilesInUtf16();
    void namesLinksThatItDoesNotFollow();
    void readsEachFileOnceHoweverManyLinksLeadToIt();
    void readsAFileUnderTheNameThatTells();
    void opensNoPipesAndSockets();
    void namesWhatMayNotBeRead();
    void namesAFileThatIsChangedAllTheTime();
    void goesTwentyFoldersDeep();
    void readsFilesOfAnyName();
};

namespace {

const QByteArray line = "CO_API_KEY=" + testkeys::good + "\n";
const QString keyBeside = QStringLiteral("z.env:1 CO_API_KEY");

} // namespace

void TestScannedFiles::leavesClutterOutSilently()
{
    const ProjectFolder folder;
    for (const char *name : {".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", ".tox",
             ".mypy_cache", "site-packages", ".gradle", ".idea", "sub/node_modules"})
        folder.write(name + QByteArray("/lib/.env"), line);
    folder.write("env/pyvenv.cfg", "home = /usr/bin");
    folder.write("env/.env", line);
    for (const char *ending : {"png", "JPG", "zip", "so", "so.1.2", "o", "a", "pyc", "woff", "pdf", "mp4", "sqlite"})
        folder.write(QByteArray("file.") + ending, line + '\0');
    folder.link("broken.png", "missing");
    folder.link("shared", "node_modules/lib");
    folder.write("z.env", line);
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder), QStringList{keyBeside});
    QCOMPARE(skippedOf(result, folder), QStringList());
    QCOMPARE(result.files, 1);
}

void TestScannedFiles::findsKeysInFoldersThatOnlyLookLikeClutter()
{
    const ProjectFolder folder;
    for (const char *name : {"build", "dist", "target", "vendor", "env", "a.png", ".config"})
        folder.write(name + QByteArray("/.env"), line);
    const auto result = folder.scan();
    QCOMPARE(result.keys.size(), std::size_t{7});
    QCOMPARE(skippedOf(result, folder), QStringList());
}

void TestScannedFiles::namesLargeFiles()
{
    const ProjectFolder folder;
    const sources::ScanLimits limits;
    const QByteArray most = QByteArray(limits.maximumFileSize - line.size(), '\n') + line;
    folder.write("most.txt", most);
    folder.write("more.txt", '\n' + most);
    folder.write("more/.env", '\n' + most);
    folder.write("more.png", '\n' + most);
    folder.write("huge.txt", "");
    std::filesystem::resize_file(folder.path("huge.txt").toStdString(), std::uintmax_t{1} << 40U);
    folder.write("z.env", line);
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder),
        QStringList({QStringLiteral("most.txt:%1 CO_API_KEY").arg(most.size() - line.size() + 1), keyBeside}));
    QCOMPARE(skippedOf(result, folder),
        QStringList({QStringLiteral("huge.txt TooLarge"), QStringLiteral("more.txt TooLarge"),
            QStringLiteral("more/.env TooLarge")}));
}

void TestScannedFiles::namesFilesThatAreNoText()
{
    const ProjectFolder folder;
    folder.write("program",
        QByteArray("\x7f"
                   "ELF\0\0",
            6)
            + line);
    folder.write("a.env", '\0' + line);
    folder.write("windows.txt", "\xff\xfe" + QByteArray("C\0O\0", 4));
    folder.write("z.env", line);
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder), QStringList{keyBeside});
    QCOMPARE(skippedOf(result, folder),
        QStringList({QStringLiteral("a.env HoldsNul"), QStringLiteral("program HoldsNul"),
            QStringLiteral("windows.txt HoldsNul")}));
}

void TestScannedFiles::readsKeyFilesInUtf16()
{
    const ProjectFolder folder;
    const QByteArray text = "\xff\xfe" + QByteArray("K\0=\0v\0", 6);
    folder.write(".env", text);
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder), QStringList{QStringLiteral(".env:1 UTF16")});
    QVERIFY(result.keys.front().secret == key::Secret(QByteArrayView(text)));
    QCOMPARE(skippedOf(result, folder), QStringList());
}

void TestScannedFiles::namesLinksThatItDoesNotFollow()
{
    const ProjectFolder folder;
    folder.write("../outside/.env", line);
    folder.write("../project-two/.env", line); // its path begins as the project's does
    folder.link("outside file.env", "../outside/.env");
    folder.link("outside folder", folder.path("../outside"));
    folder.link("sub/parent", folder.path(".."));
    folder.link("two", "../project-two");
    folder.link("a", "b");
    folder.link("b", "a");
    folder.link("itself.env", "itself.env");
    folder.link("sub/up", "..");
    folder.link("sub/here", ".");
    folder.link("missing.env", "nowhere");
    folder.write("z.env", line);
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder), QStringList{keyBeside});
    QCOMPARE(skippedOf(result, folder),
        QStringList({QStringLiteral("a LinkCircle"), QStringLiteral("b LinkCircle"),
            QStringLiteral("itself.env LinkCircle"), QStringLiteral("missing.env NotReadable"),
            QStringLiteral("outside file.env LinkOutside"), QStringLiteral("outside folder LinkOutside"),
            QStringLiteral("sub/here LinkCircle"), QStringLiteral("sub/parent LinkOutside"),
            QStringLiteral("sub/up LinkCircle"), QStringLiteral("two LinkOutside")}));
}

void TestScannedFiles::readsEachFileOnceHoweverManyLinksLeadToIt()
{
    const ProjectFolder folder;
    folder.write("config/app.env", line);
    folder.link("first.env", "config/app.env");
    folder.link("second.env", "first.env");
    folder.link("settings", "config");
    folder.link("config/settings", "../again"); // a circle of two folders
    folder.link("again/config", "../config");
    folder.write("node_modules/own/x.env", line); // clutter, but somebody uses it
    folder.link("own.env", "node_modules/own/x.env");
    folder.link("own2.env", "node_modules/own/x.env");
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder),
        QStringList({QStringLiteral("config/app.env:1 CO_API_KEY"), QStringLiteral("own.env:1 CO_API_KEY")}));
    QCOMPARE(skippedOf(result, folder), QStringList());
    QCOMPARE(result.files, 2);
}

void TestScannedFiles::readsAFileUnderTheNameThatTells()
{
    const ProjectFolder folder;
    folder.write("config/production", "A=1\n" + line);
    folder.link(".env", "config/production");
    folder.link("a.txt", "config/production");
    folder.link("notes.txt", "config/production");
    folder.write(".venv/settings", "A=1\n"); // clutter that is used
    folder.link("b.txt", ".venv/settings");
    folder.link("z.env", ".venv/settings");
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder),
        QStringList({QStringLiteral(".env:1 A"), QStringLiteral(".env:2 CO_API_KEY"), QStringLiteral("z.env:1 A")}));
    QCOMPARE(result.files, 2);
}

void TestScannedFiles::opensNoPipesAndSockets()
{
#ifdef Q_OS_UNIX
    const ProjectFolder folder;
    QCOMPARE(::mkfifo(folder.path(".env").constData(), 0600), 0);
    folder.link("pipe.env", ".env");
    folder.link("zero.env", "/dev/zero");
    const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = folder.path("s.env");
    QVERIFY(server >= 0 && static_cast<std::size_t>(name.size()) < sizeof(address.sun_path));
    std::copy(name.begin(), name.end(), address.sun_path);
    QCOMPARE(::bind(server, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    folder.write("cohere.include", "cohere\n.env\ns.env\npipe.env\n"); // a file of the project may name them, too
    folder.write("z.env", line);
    const auto result = folder.scan();
    ::close(server);
    QCOMPARE(placesOf(result, folder), QStringList{keyBeside});
    QCOMPARE(skippedOf(result, folder), QStringList{QStringLiteral("zero.env LinkOutside")});
    QCOMPARE(result.files, 2);
#else
    QSKIP("Pipes and sockets have no names in folders here.");
#endif
}

void TestScannedFiles::namesWhatMayNotBeRead()
{
#ifdef Q_OS_UNIX
    const ProjectFolder folder;
    folder.write("closed.env", line);
    folder.write("closed/x.env", line);
    folder.write("z.env", line);
    // To root nothing is closed: as somebody else, then, to whom all of it belongs.
    constexpr uid_t nobody = 65534;
    const bool root = ::geteuid() == 0;
    if (root) {
        for (const char *name : {"..", "", "closed.env", "closed", "closed/x.env", "z.env"})
            QCOMPARE(::chown(folder.path(name).constData(), nobody, nobody), 0);
    }
    QCOMPARE(::chmod(folder.path("closed.env").constData(), 0), 0);
    QCOMPARE(::chmod(folder.path("closed").constData(), 0), 0);
    QVERIFY(!root || ::seteuid(nobody) == 0);
    const auto result = folder.scan();
    QVERIFY(!root || ::seteuid(0) == 0);
    ::chmod(folder.path("closed").constData(), 0700);
    QCOMPARE(placesOf(result, folder), QStringList{keyBeside});
    QCOMPARE(skippedOf(result, folder),
        QStringList({QStringLiteral("closed NotReadable"), QStringLiteral("closed.env NotReadable")}));
#else
    QSKIP("Permissions are set in another way here.");
#endif
}

void TestScannedFiles::namesAFileThatIsChangedAllTheTime()
{
    const ProjectFolder folder;
    constexpr qsizetype size = 900'000;
    folder.write("growing.log", QByteArray(size, '.'));
    folder.write("z.env", line);
    std::atomic<bool> done = false;
    std::thread writer([&, name = folder.path("growing.log").toStdString()] {
        while (!done) {
            std::filesystem::resize_file(name, size);
            std::ofstream stream(name, std::ios::binary | std::ios::app);
            for (int i = 0; i < 1000 && !done; ++i)
                stream << '.' << std::flush;
        }
    });
    // The writer may be asleep while the file is read. Not every time.
    QStringList skipped;
    for (int attempt = 0; attempt < 200 && skipped.isEmpty(); ++attempt) {
        const auto result = folder.scan();
        skipped = skippedOf(result, folder);
        if (placesOf(result, folder) != QStringList{keyBeside})
            break;
    }
    const QStringList places = placesOf(folder.scan(), folder);
    done = true;
    writer.join();
    QCOMPARE(skipped, QStringList{QStringLiteral("growing.log ChangedWhileRead")});
    QCOMPARE(places, QStringList{keyBeside});
    QCOMPARE(skippedOf(folder.scan(), folder), QStringList());
}

void TestScannedFiles::goesTwentyFoldersDeep()
{
    const ProjectFolder folder;
    const QByteArray deep = QByteArray("d/").repeated(20);
    folder.write(deep + ".env", line);
    const auto result = folder.scan();
    QCOMPARE(placesOf(result, folder), QStringList{QString::fromLatin1(deep) + QStringLiteral(".env:1 CO_API_KEY")});
}

void TestScannedFiles::readsFilesOfAnyName()
{
    const ProjectFolder folder;
    folder.write("two\nlines.env", line);
    folder.write(" blank .env", line);
    folder.write("-c.env", line);
    folder.write("*?[a].env", line);
    folder.write("k\xc3\xbc\xe2\x80\xae.env", line);
    folder.write("not\xff\xfeutf8.env", line);
    folder.write("not\xffutf8/.env", line);
    const auto result = folder.scan();
    QCOMPARE(result.keys.size(), std::size_t{7});
    QCOMPARE(skippedOf(result, folder), QStringList());
    QVERIFY(placesOf(result, folder).contains(QStringLiteral("two\nlines.env:1 CO_API_KEY")));
}

QTEST_GUILESS_MAIN(TestScannedFiles)
#include "tst_ScannedFiles.moc"
