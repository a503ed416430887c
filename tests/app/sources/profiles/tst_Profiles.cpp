// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "key/Fingerprint.h"
#include "sources/profiles/Profiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using sources::PlaceKind;
using sources::ProfileFolders;
using sources::SkipReason;

namespace {

const QStringList names{QStringLiteral("CO_API_KEY")};

} // namespace

class TestProfiles : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsEveryFile_data();
    void readsEveryFile();
    void tellsWhenAFileWasChanged();
    void namesTheUnitOfAnEnvironmentFile();
    void readsAFileForEachUnitThatNamesIt();
    void readsAFileOnceWhereTwoNamesLeadToIt();
    void saysWhatItSkipped();
    void passesOverWhatIsNoFile();
    void findsNothingWhereNothingIs();
    void knowsTheFoldersOfTheUser();

private:
    void write(const QString &name, const QByteArray &text);
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] ProfileFolders folders() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProfiles::init()
{
    DoctorTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestProfiles::write(const QString &name, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

ProfileFolders TestProfiles::folders() const
{
    return {.home = path(QStringLiteral("home")),
        .config = path(QStringLiteral("home/.config")),
        .zsh = path(QStringLiteral("zdotdir")),
        .system = path(QStringLiteral("etc")),
        .vendor = path(QStringLiteral("usr/lib"))};
}

void TestProfiles::readsEveryFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<PlaceKind>("kind");
    QTest::addColumn<QString>("holder");
    const auto row = [](const char *file, const QByteArray &line, PlaceKind kind, const char *holder = "") {
        QTest::newRow(file) << QString::fromLatin1(file) << line << kind << QString::fromLatin1(holder);
    };
    const QByteArray assignment = "CO_API_KEY=" + testkeys::good;
    for (const char *const file : {"home/.profile", "home/.bash_profile", "home/.bash_login", "home/.bashrc",
             "home/.bash_aliases", "home/.zshenv", "home/.zprofile", "home/.zshrc", "home/.zlogin", "zdotdir/.zshenv",
             "zdotdir/.zshrc", "etc/profile", "etc/profile.d/keys.sh", "etc/bash.bashrc", "etc/bashrc",
             "etc/zsh/zshenv", "etc/zsh/zshrc", "etc/zsh/zprofile", "etc/zsh/zlogin", "etc/zshrc"})
        row(file, "export " + assignment, PlaceKind::ShellProfile);
    for (const char *const file : {"home/.config/fish/config.fish", "home/.config/fish/conf.d/keys.fish",
             "etc/fish/config.fish", "etc/fish/conf.d/keys.fish"})
        row(file, "set -gx CO_API_KEY " + testkeys::good, PlaceKind::ShellProfile);
    row("home/.config/fish/fish_variables", "SETUVAR --export CO_API_KEY:" + testkeys::good, PlaceKind::ShellProfile);
    for (const char *const file : {"home/.config/environment.d/10-keys.conf", "etc/environment.d/keys.conf",
             "usr/lib/environment.d/keys.conf", "etc/environment", "home/.pam_environment"})
        row(file, assignment, PlaceKind::SessionFile);
    row("home/.config/systemd/user/rerank.service", "[Service]\nEnvironment=" + assignment, PlaceKind::SessionFile,
        "rerank.service");
    row("home/.config/systemd/user/rerank@.service.d/key.conf", "[Service]\nEnvironment=" + assignment,
        PlaceKind::SessionFile, "rerank@.service");
}

void TestProfiles::readsEveryFile()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, line);
    QFETCH(const PlaceKind, kind);
    QFETCH(const QString, holder);
    write(file, line + '\n');
    const auto result = sources::keysInProfiles(folders(), names);
    QCOMPARE(result.keys.size(), 1U);
    const sources::Place &place = result.keys.front().place;
    QCOMPARE(place.kind, kind);
    QCOMPARE(place.name, QStringLiteral("CO_API_KEY"));
    QCOMPARE(place.file, path(file));
    QCOMPARE(place.line, static_cast<int>(line.count('\n')) + 1);
    QCOMPARE(place.holder, holder);
    QCOMPARE(place.fingerprint, key::fingerprint(testkeys::good));
    QVERIFY(place.set && place.present && !place.reference);
    QCOMPARE(result.keys.front().secret.bytes().toByteArray(), testkeys::good);
    QVERIFY(result.skipped.empty());
}

void TestProfiles::tellsWhenAFileWasChanged()
{
    const QString file = QStringLiteral("home/.bashrc");
    write(file, "export CO_API_KEY=" + testkeys::good + "\n");
    const QDateTime changed(QDate(2026, 2, 3), QTime(4, 5, 6), Qt::UTC);
    QFile open(path(file));
    QVERIFY(open.open(QIODevice::ReadWrite) && open.setFileTime(changed, QFileDevice::FileModificationTime));
    open.close();
    QCOMPARE(sources::keysInProfiles(folders(), names).keys.front().place.since, changed);
}

void TestProfiles::namesTheUnitOfAnEnvironmentFile()
{
    write(QStringLiteral("home/.config/systemd/user/rerank.service"),
        "[Service]\nEnvironment=CO_API_KEY=" + testkeys::other + "\nEnvironmentFile=-%h/rerank.env\n"
            + "EnvironmentFile=-%h/missing.env\nEnvironmentFile=relative.env\n");
    write(QStringLiteral("home/rerank.env"), "# keys\nCO_API_KEY=\"" + testkeys::good + "\"\n");
    const auto result = sources::keysInProfiles(folders(), names);
    QVERIFY(result.skipped.empty());
    QCOMPARE(result.keys.size(), 2U);
    QCOMPARE(result.keys.at(0).place.fingerprint, key::fingerprint(testkeys::other));
    QCOMPARE(result.keys.at(0).place.line, 2);
    const sources::Place &place = result.keys.at(1).place;
    QCOMPARE(place.kind, PlaceKind::SessionFile);
    QCOMPARE(place.file, path(QStringLiteral("home/rerank.env")));
    QCOMPARE(place.line, 2);
    QCOMPARE(place.holder, QStringLiteral("rerank.service"));
    QCOMPARE(place.fingerprint, key::fingerprint(testkeys::good));
}

void TestProfiles::readsAFileForEachUnitThatNamesIt()
{
    const QByteArray unit = "[Service]\nEnvironmentFile=" + QFile::encodeName(path(QStringLiteral("etc/environment")));
    write(QStringLiteral("home/.config/systemd/user/a.service"), unit);
    write(QStringLiteral("home/.config/systemd/user/b.service"), unit);
    write(QStringLiteral("etc/environment"), "CO_API_KEY=" + testkeys::good + "\n");
    const auto result = sources::keysInProfiles(folders(), names);
    QStringList holders;
    for (const sources::FoundKey &key : result.keys)
        holders.append(key.place.holder);
    QCOMPARE(holders, (QStringList{QStringLiteral("a.service"), QStringLiteral("b.service"), QString()}));
}

void TestProfiles::readsAFileOnceWhereTwoNamesLeadToIt()
{
    write(QStringLiteral("home/.zshrc"), "export CO_API_KEY=" + testkeys::good + "\n");
    ProfileFolders same = folders();
    same.zsh = same.home;
    QCOMPARE(sources::keysInProfiles(same, names).keys.size(), 1U);
    QVERIFY(QFile::link(path(QStringLiteral("home/.zshrc")), path(QStringLiteral("home/.bashrc"))));
    QCOMPARE(sources::keysInProfiles(same, names).keys.size(), 1U);
}

void TestProfiles::saysWhatItSkipped()
{
    const QByteArray line = "export CO_API_KEY=" + testkeys::good + "\n";
    write(QStringLiteral("home/.profile"), line);
    write(QStringLiteral("home/.bashrc"), line + QByteArray(sources::maximumProfile, '#'));
    write(QStringLiteral("home/.zshrc"), line + QByteArray(1, '\0'));
    write(QStringLiteral("home/.bash_aliases"), QByteArray(sources::maximumProfile - line.size(), '#') + line);
    write(QStringLiteral("home/.zshenv"), line);
    std::vector<sources::SkippedFile> expected{{path(QStringLiteral("home/.bashrc")), SkipReason::TooLarge},
        {path(QStringLiteral("home/.zshrc")), SkipReason::HoldsNul}};
#ifdef Q_OS_UNIX
    if (::geteuid() != 0) { // root reads everything
        QVERIFY(QFile::setPermissions(path(QStringLiteral("home/.zshenv")), {}));
        expected.insert(expected.begin() + 1, {path(QStringLiteral("home/.zshenv")), SkipReason::NotReadable});
    }
#endif
    const auto result = sources::keysInProfiles(folders(), names);
    QVERIFY(result.skipped == expected);
    QVERIFY(std::any_of(result.keys.begin(), result.keys.end(),
        [&](const sources::FoundKey &key) { return key.place.file == path(QStringLiteral("home/.profile")); }));
}

void TestProfiles::passesOverWhatIsNoFile()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral("home/.bashrc"))));
    QVERIFY(QDir().mkpath(path(QStringLiteral("home/.config/systemd/user/folder.service"))));
    QVERIFY(QFile::link(QStringLiteral("/dev/null"), path(QStringLiteral("home/.config/systemd/user/off.service"))));
    QVERIFY(QFile::link(path(QStringLiteral("home/.zshrc")), path(QStringLiteral("home/.zshrc"))));
    QVERIFY(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("home/.zlogin"))));
#ifdef Q_OS_UNIX
    // Reading it would wait for somebody who writes into it.
    QVERIFY(::mkfifo(QFile::encodeName(path(QStringLiteral("home/.profile"))).constData(), 0600) == 0);
#endif
    const auto result = sources::keysInProfiles(folders(), names);
    QVERIFY(result.keys.empty());
    QVERIFY(result.skipped.empty());
}

void TestProfiles::findsNothingWhereNothingIs()
{
    QVERIFY(sources::keysInProfiles(folders(), names).keys.empty());
    QVERIFY(sources::keysInProfiles({}, names).keys.empty());
    write(QStringLiteral("home/.bashrc"), "export OTHER=CO_API_KEY\n");
    const auto result = sources::keysInProfiles(folders(), names);
    QVERIFY(result.keys.empty() && result.skipped.empty());
}

void TestProfiles::knowsTheFoldersOfTheUser()
{
#ifdef Q_OS_UNIX
    qputenv("XDG_CONFIG_HOME", "/somewhere");
    QCOMPARE(sources::ownProfileFolders().config, QStringLiteral("/somewhere"));
    qputenv("XDG_CONFIG_HOME", "relative");
    QCOMPARE(sources::ownProfileFolders().config, QDir::homePath() + QStringLiteral("/.config"));
    qunsetenv("XDG_CONFIG_HOME");
    QCOMPARE(sources::ownProfileFolders().home, QDir::homePath());
#else
    QVERIFY(sources::ownProfileFolders().home.isEmpty());
#endif
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_Profiles.moc"
