// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/ProjectFolder.h"
#include "helpers/TestKeys.h"
#include "mend/FileSwap.h"
#include "mend/Mender.h"
#include "words/MendWords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using mend::Mend;
using mend::MendFailure;
using mend::MendKind;
using mend::MendRequest;
using mend::Note;
using mend::Undo;
using namespace Qt::StringLiterals;

namespace {

const QString variable = u"CO_API_KEY"_s;
const QByteArray broken = "A=1\nCO_API_KEY=\"" + testkeys::good + "\"\n";
const QByteArray good = "A=1\nCO_API_KEY=" + testkeys::good + '\n';
constexpr char insideVariable[] = "DOCTOR_TEST_INSIDE";
constexpr int cannotBeHad = 77;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

MendRequest request(const QString &file, const QString &folder, MendKind kind = MendKind::EnvLine)
{
    MendRequest result;
    result.kind = kind;
    result.file = file;
    result.folder = folder;
    result.variable = variable;
    if (kind != MendKind::EnvLine && kind != MendKind::Gitignore)
        result.key = key::Secret(QByteArrayView(testkeys::other));
    return result;
}

tl::expected<Mend, MendFailure> prepared(const ProjectFolder &folder, const QByteArray &name)
{
    return mend::prepare(request(folder.shown(name), folder.path()));
}

/// Everything in a folder, so that nothing left behind is overlooked.
QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

bool has(const mend::Preview &preview, Note note)
{
    return std::find(preview.notes.begin(), preview.notes.end(), note) != preview.notes.end();
}

#ifdef Q_OS_UNIX

/// In octal, as people write it.
int modeOf(const QString &path)
{
    struct stat status { };
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0
        ? QByteArray::number(status.st_mode & 07777, 8).toInt()
        : -1;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

/// Writes the whole file again and again, as editors do: each time another text.
class OtherProgram {
public:
    /// Until it is ended, but no more than `texts`.
    OtherProgram(QString file, int texts)
        : m_file(std::move(file))
        , m_thread([this, texts] { work(texts); })
    {
    }
    /// What it wrote last.
    [[nodiscard]] QByteArray end()
    {
        m_isEnded = true;
        m_thread.join();
        return m_last;
    }

private:
    void work(int texts)
    {
        const QByteArray name = QFile::encodeName(m_file);
        const QByteArray next = name + ".editor";
        for (int i = 0; i < texts && !m_isEnded; ++i) {
            const QByteArray text = broken + "# " + QByteArray::number(i) + '\n';
            QFile file(QFile::decodeName(next));
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                qFatal("The test cannot write.");
            file.close();
            if (::rename(next.constData(), name.constData()) != 0)
                qFatal("The test cannot rename.");
            m_last = text;
        }
    }

    QString m_file;
    QByteArray m_last;
    std::atomic<bool> m_isEnded = false;
    std::thread m_thread;
};

#endif

} // namespace

class TestMendFiles : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void givesBackTheSameBytes_data();
    void givesBackTheSameBytes();
    void makesAFileThatIsNotThere();
    void makesTheFoldersOfASetting();
    void asksGitWhatItLeavesOut();
    void choosesTheGitignoreThatDecides();
    void noticesAChangeBeforeIt();
    void noticesAChangeBehindIt();
    void runsInAThreadOfItsOwn();
    void dropsAnAnswerThatNobodyWaitsFor();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysEverythingInWords();
#ifdef Q_OS_UNIX
    void keepsTheMode_data();
    void keepsTheMode();
    void keepsTheOwner();
    void refusesAnotherUsersFile();
    void followsALinkThatStaysInside();
    void refusesWhatLeadsOut_data();
    void refusesWhatLeadsOut();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void leavesNoFolderThroughALinkThatCameLater();
    void replacesNoLinkThatCameLater();
    void losesNothingThatAnotherProgramWrites();
    void losesNothingThatAnotherProgramWritesDuringUndo();
    void keepsWhatIsWrittenIntoTheOldFileLater();
    void losesNothingOnAFullDisk();
    void losesNothingInAReadOnlyFolder();

private:
    /// True within a file system of the test's own; outside of it the test is run there.
    static bool isInside(const QByteArray &preparation);
#endif
};

void TestMendFiles::givesBackTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray plain = "CO_API_KEY=" + testkeys::good;
    QTest::newRow("quotes") << broken << good;
    QTest::newRow("CRLF") << "A=1\r\n" + plain + "\r\n" << good;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + plain << plain;
    QTest::newRow("bytes that are no text") << "# \xff\xfe\n" + plain + " \n"
                                            << "# \xff\xfe\n" + plain + '\n';
    QByteArray wide = "\xff\xfe";
    for (const char byte : plain)
        wide.append(byte).append('\0');
    QTest::newRow("UTF-16") << wide << plain;
}

void TestMendFiles::givesBackTheSameBytes()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const ProjectFolder folder;
    folder.write(".env", before);
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    QCOMPARE(contentOf(folder.shown(".env")), before); // nothing is written yet
    QCOMPARE(entriesOf(folder.path()), QStringList{u".env"_s});
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QCOMPARE(contentOf(folder.shown(".env")), after);
    QCOMPARE(contentOf(mend->preview.backup), before);
    QVERIFY(QFileInfo(mend->preview.backup).fileName().startsWith(u".env.backup-"));
    QCOMPARE(entriesOf(folder.path()), (QStringList{u".env"_s, QFileInfo(mend->preview.backup).fileName()}));
    QVERIFY(mend::undo(*change).has_value());
    QCOMPARE(contentOf(folder.shown(".env")), before);
    QCOMPARE(entriesOf(folder.path()), QStringList{u".env"_s});
}

void TestMendFiles::makesAFileThatIsNotThere()
{
    const ProjectFolder folder;
    const auto mend = mend::prepare(request(folder.shown(".env"), folder.path(), MendKind::EnvKey));
    QVERIFY(mend.has_value());
    QVERIFY(has(mend->preview, Note::FileCreated));
    QVERIFY(mend->preview.backup.isEmpty());
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QCOMPARE(contentOf(folder.shown(".env")), "CO_API_KEY=" + testkeys::other + '\n');
    QCOMPARE(QFile::permissions(folder.shown(".env")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(entriesOf(folder.path()), QStringList{u".env"_s});
    QVERIFY(mend::undo(*change).has_value());
    QCOMPARE(entriesOf(folder.path()), QStringList());
    // Somebody else was quicker.
    folder.write(".env", "A=1\n");
    const auto late = mend::apply(*mend);
    QVERIFY(!late);
    QCOMPARE(late.error(), MendFailure::ChangedMeanwhile);
    QCOMPARE(contentOf(folder.shown(".env")), QByteArray("A=1\n"));
    QCOMPARE(entriesOf(folder.path()), QStringList{u".env"_s});
}

void TestMendFiles::makesTheFoldersOfASetting()
{
    const ProjectFolder folder;
    const QString file = folder.shown(".config/environment.d/60-cohere.conf");
    const auto mend = mend::prepare(request(file, folder.path(), MendKind::EnvironmentD));
    QVERIFY(mend.has_value());
    QVERIFY(entriesOf(folder.path()).isEmpty());
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QCOMPARE(contentOf(file), "CO_API_KEY=" + testkeys::other + '\n');
    QVERIFY(mend::undo(*change).has_value());
    QVERIFY(!QFileInfo::exists(file));
    // A .env file in a folder that is not there is a mistake.
    const auto lost = mend::prepare(request(folder.shown("none/.env"), folder.path(), MendKind::EnvKey));
    QVERIFY(!lost);
    QCOMPARE(lost.error(), MendFailure::NotFound);
}

static bool isIgnored(const ProjectFolder &folder, const QString &file)
{
    return QProcess::execute(u"git"_s, {u"-C"_s, folder.path(), u"check-ignore"_s, u"-q"_s, u"--no-index"_s, file})
        == 0;
}

void TestMendFiles::asksGitWhatItLeavesOut()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("There is no git here.");
    const ProjectFolder folder;
    folder.run(u"git"_s, {u"init"_s, u"-q"_s, folder.path()});
    folder.write(".env", broken);
    auto line = prepared(folder, ".env");
    QVERIFY(line.has_value());
    QVERIFY(has(line->preview, Note::BackupNotIgnored));
    folder.run(u"git"_s, {u"-C"_s, folder.path(), u"add"_s, u".env"_s});
    const MendRequest wish = request(folder.shown(".env"), folder.path(), MendKind::Gitignore);
    const auto mend = mend::prepare(wish);
    QVERIFY(mend.has_value());
    QVERIFY(has(mend->preview, Note::TrackedAlready));
    QVERIFY(has(mend->preview, Note::FileCreated));
    QVERIFY(!isIgnored(folder, u".env"_s));
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QCOMPARE(contentOf(folder.shown(".gitignore")), QByteArray("/.env\n/.env.backup-*\n"));
    QVERIFY(isIgnored(folder, u".env"_s));
    line = prepared(folder, ".env");
    QVERIFY(line.has_value());
    QVERIFY(!has(line->preview, Note::BackupNotIgnored));
    QVERIFY(isIgnored(folder, line->preview.backup));
    const auto again = mend::prepare(wish);
    QVERIFY(!again);
    QCOMPARE(again.error(), MendFailure::NothingToMend);
    // Taken back by a later line: git leaves it out no longer, though the pattern stands there.
    folder.write(".gitignore", "/.env\n/.env.backup-*\n!.en?\n");
    const auto negated = mend::prepare(wish);
    QVERIFY(negated.has_value());
    QVERIFY(mend::apply(*negated).has_value());
    QVERIFY(isIgnored(folder, u".env"_s));
}

void TestMendFiles::choosesTheGitignoreThatDecides()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("There is no git here.");
    const ProjectFolder folder;
    folder.run(u"git"_s, {u"init"_s, u"-q"_s, folder.path()});
    folder.write("a/b [1]/.env", broken);
    const auto wish = [&] { return request(folder.shown("a/b [1]/.env"), folder.path(), MendKind::Gitignore); };
    auto mend = mend::prepare(wish());
    QVERIFY(mend.has_value());
    QCOMPARE(mend->preview.file, folder.shown(".gitignore")); // the repository's folder
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QVERIFY(isIgnored(folder, u"a/b [1]/.env"_s));
    QVERIFY(mend::undo(*change).has_value());
    folder.write("a/.gitignore", "!.env\n"); // one that is nearer has the last word
    mend = mend::prepare(wish());
    QVERIFY(mend.has_value());
    QCOMPARE(mend->preview.file, folder.shown("a/.gitignore"));
    QVERIFY(mend::apply(*mend).has_value());
    QVERIFY(isIgnored(folder, u"a/b [1]/.env"_s));
    // Without a repository, and never outside of the folder.
    const ProjectFolder plain;
    plain.write("a/.env", broken);
    mend = mend::prepare(request(plain.shown("a/.env"), plain.path(), MendKind::Gitignore));
    QVERIFY(mend.has_value());
    QCOMPARE(mend->preview.file, plain.shown("a/.gitignore"));
}

void TestMendFiles::noticesAChangeBeforeIt()
{
    const ProjectFolder folder;
    folder.write(".env", broken);
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    folder.write(".env", broken + "B=2\n");
    const auto change = mend::apply(*mend);
    QVERIFY(!change);
    QCOMPARE(change.error(), MendFailure::ChangedMeanwhile);
    QCOMPARE(contentOf(folder.shown(".env")), broken + "B=2\n");
    QCOMPARE(entriesOf(folder.path()), QStringList{u".env"_s});
    QVERIFY(QFile::remove(folder.shown(".env")));
    QCOMPARE(mend::apply(*mend).error(), MendFailure::ChangedMeanwhile);
    QCOMPARE(entriesOf(folder.path()), QStringList());
}

void TestMendFiles::noticesAChangeBehindIt()
{
    const ProjectFolder folder;
    folder.write(".env", broken);
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    folder.write(".env", good + "B=2\n");
    auto undone = mend::undo(*change);
    QVERIFY(!undone);
    QCOMPARE(undone.error(), MendFailure::ChangedMeanwhile);
    QCOMPARE(contentOf(folder.shown(".env")), good + "B=2\n");
    QCOMPARE(contentOf(change->backup), broken);
    folder.write(".env", good);
    const QByteArray backup = QFile::encodeName(QFileInfo(change->backup).fileName());
    folder.write(backup, "other\n");
    undone = mend::undo(*change);
    QVERIFY(!undone);
    QCOMPARE(undone.error(), MendFailure::ChangedMeanwhile);
    QCOMPARE(contentOf(folder.shown(".env")), good);
    QVERIFY(QFile::remove(change->backup));
    QCOMPARE(mend::undo(*change).error(), MendFailure::NotFound);
    QCOMPARE(contentOf(folder.shown(".env")), good);
}

void TestMendFiles::runsInAThreadOfItsOwn()
{
    const ProjectFolder folder;
    folder.write(".env", broken);
    mend::Mender mender;
    QSignalSpy prepared(&mender, &mend::Mender::prepared);
    QSignalSpy applied(&mender, &mend::Mender::applied);
    QSignalSpy undone(&mender, &mend::Mender::undone);
    QSignalSpy failed(&mender, &mend::Mender::failed);
    mender.apply(); // there is nothing yet
    mender.undo();
    QVERIFY(!mender.isBusy());
    mender.prepare(request(folder.shown(".env"), folder.path()));
    QVERIFY(mender.isBusy());
    QVERIFY(!mender.canApply());
    QTRY_COMPARE(prepared.size(), 1);
    QVERIFY(mender.canApply());
    mender.apply();
    QVERIFY(!mender.canApply());
    QTRY_COMPARE(applied.size(), 1);
    QCOMPARE(contentOf(folder.shown(".env")), good);
    QVERIFY(mender.canUndo());
    mender.undo();
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(contentOf(folder.shown(".env")), broken);
    QVERIFY(!mender.canUndo());
    QVERIFY(!mender.isBusy());
    QCOMPARE(failed.size(), 0);
    mender.prepare(request(folder.shown("none"), folder.path()));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][1].value<MendFailure>(), MendFailure::NotFound);
}

void TestMendFiles::dropsAnAnswerThatNobodyWaitsFor()
{
    const ProjectFolder folder;
    folder.write(".env", broken);
    folder.write("b.env", broken);
    {
        mend::Mender mender;
        QSignalSpy prepared(&mender, &mend::Mender::prepared);
        mender.prepare(request(folder.shown(".env"), folder.path()));
        mender.prepare(request(folder.shown("b.env"), folder.path()));
        QTRY_VERIFY(!mender.isBusy());
        QCOMPARE(prepared.size(), 1);
        QCOMPARE(prepared[0][0].value<mend::Preview>().file, folder.shown("b.env"));
        mender.discard();
        mender.apply();
        QVERIFY(!mender.isBusy());
        mender.prepare(request(folder.shown(".env"), folder.path()));
        QTRY_COMPARE(prepared.size(), 2);
        mender.apply();
        // It goes while the file is being written: the file is whole all the same.
    }
    QCOMPARE(contentOf(folder.shown(".env")), good);
    QCOMPARE(contentOf(folder.shown("b.env")), broken);
}

void TestMendFiles::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<MendKind>("kind");
    QTest::addColumn<MendFailure>("failure");
    QTest::newRow("no file") << u"none"_s << variable << MendKind::EnvLine << MendFailure::NotFound;
    QTest::newRow("no name of a file") << QString() << variable << MendKind::EnvLine << MendFailure::NotFound;
    QTest::newRow("a folder") << u"sub"_s << variable << MendKind::EnvLine << MendFailure::NotAFile;
    QTest::newRow("the folder itself") << u"."_s << variable << MendKind::EnvLine << MendFailure::NotAFile;
    QTest::newRow("outside") << u"../out"_s << variable << MendKind::EnvLine << MendFailure::OutsideFolder;
    QTest::newRow("huge") << u"huge"_s << variable << MendKind::EnvLine << MendFailure::TooLarge;
    QTest::newRow("no such variable") << u".env"_s << u"OTHER"_s << MendKind::EnvLine << MendFailure::NoSuchVariable;
    QTest::newRow("no name") << u".env"_s << u"A B"_s << MendKind::EnvKey << MendFailure::NoSuchVariable;
    QTest::newRow("a name with a line break")
        << u".env"_s << u"A\n"_s << MendKind::ShellProfile << MendFailure::NoSuchVariable;
#ifndef Q_OS_WIN
    QTest::newRow("the user's variable") << QString() << variable << MendKind::UserVariable
                                         << MendFailure::NotSupported;
#endif
}

void TestMendFiles::saysWhatIsWrong()
{
    QFETCH(const QString, file);
    QFETCH(const QString, variable);
    QFETCH(const MendKind, kind);
    QFETCH(const MendFailure, failure);
    const ProjectFolder folder;
    folder.write(".env", broken);
    folder.write("sub/x", "");
    folder.write("../out", broken);
    folder.write("huge", QByteArray(mend::largestMended, '#') + '\n' + broken);
    MendRequest wish = request(file.isEmpty() ? file : folder.path() + u'/' + file, folder.path(), kind);
    wish.variable = variable;
    const auto mend = mend::prepare(wish);
    QVERIFY(!mend);
    QCOMPARE(mend.error(), failure);
    QCOMPARE(contentOf(folder.shown(".env")), broken);
}

void TestMendFiles::saysEverythingInWords()
{
    mend::Preview preview;
    preview.file = u"/home/me/\u202e.env"_s;
    preview.variable = variable;
    preview.backup = preview.file + u".backup-1"_s;
    preview.unreadBy = {sources::EnvLoader::Bash, sources::EnvLoader::DockerRun};
    QStringList sentences;
    for (int i = 0; i <= static_cast<int>(MendKind::UserVariable); ++i) {
        preview.kind = static_cast<MendKind>(i);
        using words::MendWords;
        sentences += {MendWords::offer(preview.kind), MendWords::explanation(preview), MendWords::heading(preview),
            MendWords::done(preview), MendWords::undone(preview)};
        for (int failure = 0; failure <= static_cast<int>(MendFailure::Other); ++failure) {
            sentences += MendWords::failure(static_cast<MendFailure>(failure), preview);
            sentences += MendWords::undoFailure(static_cast<MendFailure>(failure), preview);
        }
        for (int note = 0; note <= static_cast<int>(Note::BackupNotIgnored); ++note)
            sentences += MendWords::note(static_cast<Note>(note), preview);
    }
    for (int i = 0; i < 3; ++i)
        sentences += words::MendWords::line({static_cast<mend::LineChange::Kind>(i), 3, u"A=\u200b"_s});
    for (const QString &sentence : std::as_const(sentences)) {
        QVERIFY(!sentence.isEmpty());
        QVERIFY2(!sentence.contains(u'%') && !sentence.contains(u'\u202e') && !sentence.contains(u'\u200b'),
            qPrintable(sentence));
    }
    preview.notes = {Note::FileCreated, Note::UnreadByOthers};
    QCOMPARE(words::MendWords::notes(preview).size(), 3); // and the backup
    QVERIFY(words::MendWords::notes(preview)[1].contains(u"docker run --env-file"));
}

#ifdef Q_OS_UNIX

void TestMendFiles::keepsTheMode_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("backup");
    QTest::newRow("600") << 0600 << 600 << 600;
    QTest::newRow("640") << 0640 << 640 << 600; // the group was chosen by somebody
    QTest::newRow("644") << 0644 << 600 << 600;
    QTest::newRow("664") << 0664 << 600 << 600;
    QTest::newRow("666") << 0666 << 600 << 600;
    QTest::newRow("602") << 0602 << 600 << 600;
    QTest::newRow("755") << 0755 << 700 << 700;
}

void TestMendFiles::keepsTheMode()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const int, backup);
    const ProjectFolder folder;
    folder.write(".env", broken);
    const QString file = folder.shown(".env");
    QVERIFY(setMode(file, static_cast<mode_t>(before)));
    const mode_t umask = ::umask(0); // which must change nothing
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    const int old = modeOf(file);
    QCOMPARE(has(mend->preview, Note::OthersCouldRead), old % 10 != 0);
    const auto change = mend::apply(*mend);
    ::umask(umask);
    QVERIFY(change.has_value());
    QCOMPARE(modeOf(file), after);
    QCOMPARE(modeOf(change->backup), backup);
    QVERIFY(mend::undo(*change).has_value());
    QCOMPARE(modeOf(file), old);
    // What holds no key stays open to whom it was.
    folder.write(".gitignore", "dist\n");
    QVERIFY(setMode(folder.shown(".gitignore"), static_cast<mode_t>(before)));
    const auto ignore = mend::prepare(request(file, folder.path(), MendKind::Gitignore));
    QVERIFY(ignore.has_value());
    QVERIFY(mend::apply(*ignore).has_value());
    QCOMPARE(modeOf(folder.shown(".gitignore")), old);
}

void TestMendFiles::keepsTheOwner()
{
    if (::geteuid() != 0)
        QSKIP("Only the administrator can give files away.");
    const ProjectFolder folder;
    folder.write(".env", broken);
    const QByteArray file = folder.path(QByteArray(".env"));
    constexpr uid_t user = 12345;
    constexpr gid_t group = 23456;
    QVERIFY(::chown(file.constData(), user, group) == 0);
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QCOMPARE(QFileInfo(folder.shown(".env")).ownerId(), user);
    QCOMPARE(QFileInfo(folder.shown(".env")).groupId(), group);
    QCOMPARE(QFileInfo(change->backup).ownerId(), user);
    QVERIFY(mend::undo(*change).has_value());
    QCOMPARE(QFileInfo(folder.shown(".env")).ownerId(), user);
    QCOMPARE(QFileInfo(folder.shown(".env")).groupId(), group);
}

void TestMendFiles::refusesAnotherUsersFile()
{
    if (::geteuid() != 0)
        QSKIP("Only the administrator can become somebody else.");
    const ProjectFolder folder;
    folder.write(".env", broken);
    QVERIFY(setMode(folder.shown(".env"), 0666));
    for (QString above = folder.path(); above != QDir::rootPath(); above = QFileInfo(above).absolutePath())
        static_cast<void>(setMode(above, above == folder.path() ? 0777 : 0755 | (above == u"/tmp" ? 01777 : 0)));
    QVERIFY(::seteuid(12345) == 0);
    const auto mend = prepared(folder, ".env");
    QVERIFY(::seteuid(0) == 0);
    QVERIFY(!mend);
    QCOMPARE(mend.error(), MendFailure::OtherOwner);
}

void TestMendFiles::followsALinkThatStaysInside()
{
    const ProjectFolder folder;
    folder.write("conf/real", broken);
    folder.link(".env", "conf/real");
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QVERIFY(QFileInfo(folder.shown(".env")).isSymLink());
    QCOMPARE(contentOf(folder.shown("conf/real")), good);
    QCOMPARE(QFileInfo(change->backup).absolutePath(), folder.shown("conf"));
    QVERIFY(mend::undo(*change).has_value());
    QVERIFY(QFileInfo(folder.shown(".env")).isSymLink());
    QCOMPARE(contentOf(folder.shown("conf/real")), broken);
    QCOMPARE(entriesOf(folder.shown("conf")), QStringList{u"real"_s});
}

void TestMendFiles::refusesWhatLeadsOut_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<MendFailure>("failure");
    const auto row = [](const char *name, const QByteArray &link, const QByteArray &target, const QByteArray &file,
                         MendFailure failure) { QTest::newRow(name) << link << target << file << failure; };
    row("a link to a file", ".env", "../out/.env", ".env", MendFailure::OutsideFolder);
    row("a link to a folder", "sub", "../out", "sub/.env", MendFailure::OutsideFolder);
    row("a link to a folder, and a new file", "sub", "../out", "sub/new", MendFailure::OutsideFolder);
    row("a link to nothing", ".env", "none", ".env", MendFailure::NotFound);
    row("a link to nothing outside", ".env", "../out/none", ".env", MendFailure::NotFound);
    row("a link to itself", ".env", ".env", ".env", MendFailure::NotFound);
}

void TestMendFiles::refusesWhatLeadsOut()
{
    QFETCH(const QByteArray, link);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, file);
    QFETCH(const MendFailure, failure);
    const ProjectFolder folder;
    folder.write("../out/.env", broken);
    folder.link(link, target);
    for (const MendKind kind : {MendKind::EnvLine, MendKind::EnvKey, MendKind::ShellProfile}) {
        const auto mend = mend::prepare(request(folder.shown(file), folder.path(), kind));
        QVERIFY(!mend);
        const bool isMissing =
            kind == MendKind::EnvLine && failure == MendFailure::OutsideFolder && file.endsWith("new");
        QCOMPARE(mend.error(), isMissing ? MendFailure::OutsideFolder : failure);
    }
    QCOMPARE(contentOf(folder.shown("../out/.env")), broken);
    QCOMPARE(entriesOf(folder.shown("../out")), QStringList{u".env"_s});
}

void TestMendFiles::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("pipe") << u"pipe"_s;
    QTest::newRow("socket") << u"socket"_s;
    QTest::newRow("hard link") << u"link"_s;
}

void TestMendFiles::refusesWhatIsNoFile()
{
    QFETCH(const QString, kind);
    const ProjectFolder folder;
    const QByteArray file = folder.path(QByteArray(".env"));
    int descriptor = -1;
    if (kind == u"pipe") {
        QVERIFY(::mkfifo(file.constData(), 0600) == 0);
    } else if (kind == u"socket") {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        QVERIFY(file.size() < static_cast<qsizetype>(sizeof address.sun_path));
        std::copy(file.begin(), file.end(), address.sun_path);
        descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    } else {
        folder.write("other", broken);
        QVERIFY(::link(folder.path(QByteArray("other")).constData(), file.constData()) == 0);
    }
    const auto mend = prepared(folder, ".env");
    if (descriptor >= 0)
        ::close(descriptor);
    QVERIFY(!mend);
    QCOMPARE(mend.error(), MendFailure::NotAFile);
}

void TestMendFiles::leavesNoFolderThroughALinkThatCameLater()
{
    const ProjectFolder folder;
    folder.write("sub/.env", broken);
    folder.write("../out/.env", broken);
    const auto mend = prepared(folder, "sub/.env");
    QVERIFY(mend.has_value());
    folder.run(u"mv"_s, {folder.shown("sub"), folder.shown("moved")});
    folder.link("sub", "../out");
    const auto change = mend::apply(*mend);
    QVERIFY(!change);
    QCOMPARE(change.error(), MendFailure::OutsideFolder);
    QCOMPARE(contentOf(folder.shown("../out/.env")), broken);
    QCOMPARE(entriesOf(folder.shown("../out")), QStringList{u".env"_s});
}

void TestMendFiles::replacesNoLinkThatCameLater()
{
    const ProjectFolder folder;
    folder.write(".env", broken);
    folder.write("../out/.env", broken);
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    QVERIFY(QFile::remove(folder.shown(".env")));
    folder.link(".env", "../out/.env");
    QCOMPARE(mend::apply(*mend).error(), MendFailure::ChangedMeanwhile);
    QVERIFY(QFileInfo(folder.shown(".env")).isSymLink());
    QCOMPARE(contentOf(folder.shown("../out/.env")), broken);
    QCOMPARE(entriesOf(folder.path()), QStringList{u".env"_s});
}

void TestMendFiles::losesNothingThatAnotherProgramWrites()
{
    int made = 0;
    int refused = 0;
    constexpr int rounds = 24;
    for (int i = 0; i < rounds; ++i) {
        const ProjectFolder folder;
        folder.write(".env", broken);
        const auto mend = prepared(folder, ".env");
        QVERIFY(mend.has_value());
        const bool isQuick = i % 3 != 0; // it writes on all the time, or ends before
        OtherProgram other(folder.shown(".env"), isQuick ? 1'000'000 : i % 2);
        const auto change = mend::apply(*mend);
        made += change ? 1 : 0;
        refused += change ? 0 : 1;
        if (!change)
            QCOMPARE(change.error(), MendFailure::ChangedMeanwhile);
        const QByteArray last = other.end();
        // The last text is there as that program wrote it, or it had written none before.
        QCOMPARE(contentOf(folder.shown(".env")), last.isEmpty() ? good : last);
        const QStringList entries = entriesOf(folder.path());
        QCOMPARE(entries.size(), change ? 2 : 1);
        if (change)
            QCOMPARE(contentOf(change->backup), broken);
    }
    QVERIFY2(made > 0 && refused > 0, qPrintable(u"%1 made, %2 refused"_s.arg(made).arg(refused)));
}

void TestMendFiles::losesNothingThatAnotherProgramWritesDuringUndo()
{
    constexpr int rounds = 24;
    int undone = 0;
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
        const ProjectFolder folder;
        folder.write(".env", broken);
        const auto mend = prepared(folder, ".env");
        QVERIFY(mend.has_value());
        const auto change = mend::apply(*mend);
        QVERIFY(change.has_value());
        OtherProgram other(folder.shown(".env"), i % 2 == 0 ? 1'000'000 : i % 8);
        const auto result = mend::undo(*change);
        undone += result ? 1 : 0;
        refused += result ? 0 : 1;
        const QByteArray last = other.end();
        // Whoever came last, that program's text is what stands there once it has written at all.
        QCOMPARE(contentOf(folder.shown(".env")), last.isEmpty() ? broken : last);
        QCOMPARE(QFileInfo::exists(change->backup), !result.has_value());
        if (!result)
            QCOMPARE(contentOf(change->backup), broken);
    }
    QVERIFY2(undone > 0, qPrintable(u"%1 undone, %2 refused"_s.arg(undone).arg(refused)));
}

void TestMendFiles::keepsWhatIsWrittenIntoTheOldFileLater()
{
    const ProjectFolder folder;
    folder.write(".env", broken);
    const auto mend = prepared(folder, ".env");
    QVERIFY(mend.has_value());
    QFile open(folder.shown(".env")); // by a program that began before
    QVERIFY(open.open(QIODevice::Append));
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QVERIFY(open.write("B=2\n") == 4);
    open.close();
    QCOMPARE(contentOf(change->backup), broken + "B=2\n");
    QCOMPARE(mend::undo(*change).error(), MendFailure::ChangedMeanwhile);
    QCOMPARE(contentOf(folder.shown(".env")), good);
    QCOMPARE(contentOf(change->backup), broken + "B=2\n");
}

bool TestMendFiles::isInside(const QByteArray &preparation)
{
    if (qEnvironmentVariableIsSet(insideVariable))
        return true;
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(insideVariable), u"yes"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"unshare"_s,
        {u"-rm"_s, u"sh"_s, u"-c"_s, QString::fromLatin1("{ set -e\n" + preparation + "\n} || exit 77\nexec \"$@\""),
            u"sh"_s, QCoreApplication::applicationFilePath(), QString::fromLatin1(QTest::currentTestFunction())});
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() == cannotBeHad
        || process.exitCode() == 1) {
        const QByteArray output = process.readAll();
        if (!output.contains("FAIL!"))
            QTest::qSkip("A file system of one's own cannot be made here: " + output, __FILE__, __LINE__);
        else
            QTest::qFail(output.constData(), __FILE__, __LINE__);
        return false;
    }
    const QByteArray output = process.readAll();
    if (process.exitCode() != 0)
        QTest::qFail(output.constData(), __FILE__, __LINE__);
    return false;
}

void TestMendFiles::losesNothingOnAFullDisk()
{
    if (!isInside("mkdir full; mount -t tmpfs -o size=64k tmpfs full"))
        return;
    const QString folder = QDir(u"full"_s).absolutePath();
    const QString file = folder + u"/.env"_s;
    QFile env(file);
    const QByteArray before = broken + QByteArray(5000, '#') + '\n';
    QVERIFY(env.open(QIODevice::WriteOnly) && env.write(before) == before.size());
    env.close();
    const auto mend = mend::prepare(request(file, folder));
    QVERIFY(mend.has_value());
    QFile filler(folder + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) { }
    filler.close();
    const auto change = mend::apply(*mend);
    QVERIFY(!change);
    QCOMPARE(change.error(), MendFailure::DiskFull);
    QCOMPARE(contentOf(file), before);
    QCOMPARE(entriesOf(folder), (QStringList{u".env"_s, u"filler"_s}));
    // Room for the new file is enough, since the backup is the old one; and none is needed to go back.
    QVERIFY(filler.resize(filler.size() - 8192));
    const auto later = mend::apply(*mend);
    QVERIFY(later.has_value());
    QVERIFY(filler.open(QIODevice::Append | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) { }
    QVERIFY(mend::undo(*later).has_value());
    QCOMPARE(contentOf(file), before);
}

void TestMendFiles::losesNothingInAReadOnlyFolder()
{
    if (!isInside("mkdir disk; mount -t tmpfs -o size=64k tmpfs disk; printf 'CO_API_KEY=\"abc\"\\n' > disk/.env"))
        return;
    const QString folder = QDir(u"disk"_s).absolutePath();
    const QString file = folder + u"/.env"_s;
    const auto remount = [](const QString &how) {
        // Of the mount alone: root of a room of one's own may not change the file system itself.
        return QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,bind,"_s + how, u"disk"_s}) == 0;
    };
    const auto mend = mend::prepare(request(file, folder));
    QVERIFY(mend.has_value());
    QVERIFY(remount(u"ro"_s));
    QCOMPARE(mend::apply(*mend).error(), MendFailure::NotWritable);
    QCOMPARE(mend::prepare(request(file, folder)).error(), MendFailure::NotWritable);
    QCOMPARE(contentOf(file), QByteArray("CO_API_KEY=\"abc\"\n"));
    QVERIFY(remount(u"rw"_s));
    const auto change = mend::apply(*mend);
    QVERIFY(change.has_value());
    QVERIFY(remount(u"ro"_s));
    QCOMPARE(mend::undo(*change).error(), MendFailure::NotWritable);
    QCOMPARE(contentOf(file), QByteArray("CO_API_KEY=abc\n"));
    QCOMPARE(entriesOf(folder).size(), 2);
}

#endif

QTEST_GUILESS_MAIN(TestMendFiles)
#include "tst_MendFiles.moc"
