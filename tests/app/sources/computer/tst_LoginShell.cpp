// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "key/Fingerprint.h"
#include "sources/computer/LoginShell.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using sources::LoginShell;
using Outcome = sources::LoginShellResult::Outcome;

namespace {

const QString coApiKey = QStringLiteral("CO_API_KEY");
constexpr std::chrono::milliseconds patience{30'000};
constexpr std::chrono::milliseconds shortLimit{500};

/// Text for a file in the home folder, by its path there.
using Files = QMap<QString, QByteArray>;

QString program(const QString &name)
{
    return QStandardPaths::findExecutable(name);
}

#ifdef Q_OS_UNIX
/// A program that nobody asked for its end yet has ended all the same.
bool hasEnded(qint64 process)
{
    if (::kill(static_cast<pid_t>(process), 0) != 0)
        return true;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") Z ");
}
#endif

} // namespace

class TestLoginShell : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tellsWhatANewShellGets_data();
    void tellsWhatANewShellGets();
    void endsInTime_data();
    void endsInTime();
    void leavesNoProcessBehind_data();
    void leavesNoProcessBehind();
    void leavesNoHistoryBehind();
    void endsWithItsObject();
    void isCancelledSilently();
    void startsAnew();
    void knowsItsShellsAlone_data();
    void knowsItsShellsAlone();
    void namesTheUsersShell();

private:
    void write(const Files &files);
    [[nodiscard]] QList<qint64> noted();

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_realHome;
};

void TestLoginShell::initTestCase()
{
#ifndef Q_OS_UNIX
    QSKIP("Login shells are a matter of Unix.");
#endif
    m_realHome = qgetenv("HOME");
}

void TestLoginShell::init()
{
    DoctorTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_home->path()));
    // It must not get in.
    qputenv("CO_API_KEY", testkeys::other);
}

void TestLoginShell::cleanup()
{
    qputenv("HOME", m_realHome);
    qunsetenv("CO_API_KEY");
}

void TestLoginShell::write(const Files &files)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QFileInfo info(m_home->filePath(file.key()));
        QVERIFY(QDir().mkpath(info.path()));
        QFile out(info.filePath());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.value());
    }
}

/// The processes that the shell's files wrote down.
QList<qint64> TestLoginShell::noted()
{
    QFile file(m_home->filePath(QStringLiteral("noted")));
    QList<qint64> processes;
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                processes.append(line.toLongLong());
        }
    }
    return processes;
}

void TestLoginShell::tellsWhatANewShellGets_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<Files>("files");
    QTest::addColumn<QByteArray>("value"); // "-": not set
    const QByteArray key = testkeys::good;
    const auto row = [](const char *title, const char *shell, const Files &files, const QByteArray &value) {
        QTest::newRow(title) << QString::fromLatin1(shell) << files << value;
    };
    const QString bashrc = QStringLiteral(".bashrc");
    const QString profile = QStringLiteral(".profile");
    const QString zshrc = QStringLiteral(".zshrc");
    const QString fish = QStringLiteral(".config/fish/config.fish");
    const QByteArray line = "export CO_API_KEY=" + key + "\n";
    for (const char *const shell : {"bash", "zsh", "fish", "dash", "sh"})
        row(QByteArray("nothing of ours gets into ").append(shell).constData(), shell, {}, "-");
    row(".bashrc", "bash", {{bashrc, line}}, key);
    row(".bashrc for people alone", "bash", {{bashrc, "case $- in *i*) ;; *) return ;; esac\n" + line}}, key);
    row(".bashrc with a prompt alone", "bash", {{bashrc, "[ -z \"$PS1\" ] && return\n" + line}}, key);
    row(".profile, read by bash", "bash", {{profile, line}}, key);
    row(".bash_profile before .profile", "bash",
        {{QStringLiteral(".bash_profile"), line}, {profile, "export CO_API_KEY=wrong\n"}}, key);
    row(".bashrc behind .profile", "bash", {{profile, "export CO_API_KEY=old\n"}, {bashrc, line}}, key);
    row(".profile that reads .bashrc", "bash", {{profile, ". ~/.bashrc\n"}, {bashrc, line}}, key);
    row(".profile, read by dash", "dash", {{profile, line}}, key);
    row(".profile, read by sh", "sh", {{profile, line}}, key);
    for (const char *const file : {".zshenv", ".zprofile", ".zshrc", ".zlogin"})
        row(file, "zsh", {{QString::fromLatin1(file), line}}, key);
    row("config.fish", "fish", {{fish, "set -gx CO_API_KEY " + key + "\n"}}, key);
    row("conf.d of fish", "fish", {{QStringLiteral(".config/fish/conf.d/keys.fish"), "set -gx CO_API_KEY " + key}},
        key);
    row("a universal variable of fish", "fish",
        {{QStringLiteral(".config/fish/fish_variables"),
            "# This file contains fish universal variable definitions.\n# VERSION: 3.0\n"
            "SETUVAR --export CO_API_KEY:"
                + key + "\n"}},
        key);
    row("not exported", "bash", {{bashrc, "CO_API_KEY=" + key + "\n"}}, "-");
    row("set to nothing", "bash", {{bashrc, "export CO_API_KEY=\n"}}, "");
    row("a line break in it", "bash", {{bashrc, "export CO_API_KEY=$'a\\nb\\n'\n"}}, "a\nb\n");
    row("bytes that are not UTF-8", "bash", {{bashrc, "export CO_API_KEY=$'\\xff\\xc2'\n"}}, "\xff\xc2");
    row("a greeting", "bash", {{bashrc, "echo Welcome; echo CO_API_KEY=greeting\n" + line}}, key);
    row("a greeting of fish", "fish", {{fish, "echo CO_API_KEY=greeting\nset -gx CO_API_KEY " + key + "\n"}}, key);
    row("a greeting of a million bytes with NULs", "zsh", {{zshrc, "head -c 1000000 /dev/zero\n" + line}}, key);
    row("a trace of every command", "bash", {{bashrc, line + "exec 2>&1\nset -xv\n"}}, key);
    row("a question", "bash", {{bashrc, "read -r -p 'Which? ' answer\n" + line}}, key);
    row("a question about the terminal", "zsh", {{zshrc, "stty -a; tput cols; vared answer\n" + line}}, key);
    row("no program is found", "bash", {{bashrc, "PATH=/nowhere\n" + line}}, key);
    row("a command that fails", "bash", {{bashrc, "nosuchcommand\nfalse\n" + line}}, key);
    row("something in the background keeps the output open", "bash", {{bashrc, "sleep 600 &\n" + line}}, key);
    row("nothing but the exit hangs", "bash", {{bashrc, line + "trap 'sleep 600' EXIT\n"}}, key);
}

void TestLoginShell::tellsWhatANewShellGets()
{
    QFETCH(const QString, shell);
    QFETCH(const Files, files);
    QFETCH(const QByteArray, value);
    if (program(shell).isEmpty())
        QSKIP(qPrintable(shell + QLatin1String(" is not installed here.")));
    write(files);
    LoginShell loginShell;
    QSignalSpy finished(&loginShell, &LoginShell::finished);
    loginShell.start(program(shell), {coApiKey, QStringLiteral("COHERE_API_KEY")}, patience);
    QVERIFY(loginShell.isRunning());
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, static_cast<int>(patience.count()));
    QVERIFY(!loginShell.isRunning());
    const auto result = loginShell.takeResult();
    QCOMPARE(result.outcome, Outcome::Answered);
    QCOMPARE(result.keys.size(), value == "-" ? 0U : 1U);
    if (!result.keys.empty()) {
        const sources::FoundKey &found = result.keys.front();
        QCOMPARE(found.secret.bytes().toByteArray(), value);
        QCOMPARE(found.place.kind, sources::PlaceKind::LoginShell);
        QCOMPARE(found.place.name, coApiKey);
        QCOMPARE(found.place.holder, shell);
        if (value == testkeys::good)
            QCOMPARE(found.place.fingerprint, key::fingerprint(value));
        QVERIFY(found.place.set);
    }
}

void TestLoginShell::endsInTime_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<Files>("files");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const char *title, const char *shell, const char *file, const char *text, Outcome outcome) {
        QTest::newRow(title) << QString::fromLatin1(shell) << Files{{QString::fromLatin1(file), text}} << outcome;
    };
    const char *const fish = ".config/fish/config.fish";
    row("bash waits", "bash", ".bashrc", "sleep 600\n", Outcome::TimedOut);
    row("zsh waits", "zsh", ".zshrc", "sleep 600\n", Outcome::TimedOut);
    row("fish waits", "fish", fish, "sleep 600\n", Outcome::TimedOut);
    row("it becomes another program", "bash", ".bashrc", "exec sleep 600\n", Outcome::TimedOut);
    row("it becomes a program that ends", "bash", ".bashrc", "exec true\n", Outcome::Failed);
    row("it closes its output and waits", "bash", ".bashrc", "exec >&-; sleep 600\n", Outcome::TimedOut);
    row("it ignores the polite signals", "bash", ".bashrc", "trap '' TERM HUP INT\nsleep 600\n", Outcome::TimedOut);
    row("bash ends", "bash", ".bashrc", "exit 1\n", Outcome::Failed);
    row("zsh ends", "zsh", ".zshrc", "exit 1\n", Outcome::Failed);
    row("fish becomes a program that ends", "fish", fish, "exec false\n", Outcome::Failed);
    row("it ends, but not what it started", "bash", ".bashrc", "sleep 600 & exit 1\n", Outcome::Failed);
    row("it prints without end", "bash", ".bashrc", "yes\n", Outcome::Failed);
    row("it prints something like an answer", "bash", ".bashrc", "echo CO_API_KEY=v; exit 0\n", Outcome::Failed);
    row("it kills itself", "bash", ".bashrc", "kill -9 $$\n", Outcome::Failed);
}

void TestLoginShell::endsInTime()
{
    QFETCH(const QString, shell);
    QFETCH(const Files, files);
    QFETCH(const Outcome, outcome);
    if (program(shell).isEmpty())
        QSKIP(qPrintable(shell + QLatin1String(" is not installed here.")));
    write(files);
    LoginShell loginShell;
    QSignalSpy finished(&loginShell, &LoginShell::finished);
    const bool waits = outcome == Outcome::TimedOut;
    QElapsedTimer timer;
    timer.start();
    loginShell.start(program(shell), {coApiKey}, waits ? shortLimit : patience);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, static_cast<int>(patience.count()) + 1000);
    QVERIFY2(timer.elapsed() < patience.count() / 2, qPrintable(QString::number(timer.elapsed())));
    const auto result = loginShell.takeResult();
    QCOMPARE(result.outcome, outcome);
    QVERIFY(result.keys.empty());
}

void TestLoginShell::leavesNoProcessBehind_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("processes");
    const QString bashrc = QStringLiteral(".bashrc");
    QTest::newRow("bash") << "bash" << bashrc << QByteArray("echo $$ >>~/noted; sleep 600\n") << 1;
    QTest::newRow("its children") << "bash" << bashrc
                                  << QByteArray("sleep 600 & echo $! >>~/noted\necho $$ >>~/noted; sleep 600\n") << 2;
    QTest::newRow("its children, when it has answered")
        << "bash" << bashrc << QByteArray("(trap '' HUP TERM; echo $BASHPID >>~/noted; sleep 600) & true\n") << 1;
    QTest::newRow("zsh") << "zsh"
                         << ".zshrc" << QByteArray("sleep 600 & echo $! >>~/noted\n") << 1;
    QTest::newRow("fish") << "fish"
                          << ".config/fish/config.fish" << QByteArray("sleep 600 &\njobs -lp >>~/noted\nsleep 600\n")
                          << 1;
}

void TestLoginShell::leavesNoProcessBehind()
{
#ifdef Q_OS_UNIX
    QFETCH(const QString, shell);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    QFETCH(const int, processes);
    if (program(shell).isEmpty())
        QSKIP(qPrintable(shell + QLatin1String(" is not installed here.")));
    write({{file, text}});
    LoginShell loginShell;
    QSignalSpy finished(&loginShell, &LoginShell::finished);
    QList<qint64> all;
    // A busy computer may need longer to get as far as that line.
    for (auto limit = shortLimit; all.size() < processes && limit < patience; limit *= 3) {
        finished.clear();
        loginShell.start(program(shell), {coApiKey}, limit);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, static_cast<int>(patience.count()));
        all = noted();
    }
    QVERIFY(all.size() >= processes);
    for (const qint64 process : all)
        QTRY_VERIFY2(hasEnded(process), qPrintable(QString::number(process)));
#endif
}

void TestLoginShell::leavesNoHistoryBehind()
{
    for (const char *const shell : {"bash", "zsh"}) {
        if (program(QString::fromLatin1(shell)).isEmpty())
            continue;
        write({{QStringLiteral(".zshrc"),
            "HISTFILE=~/.zsh_history; SAVEHIST=9; HISTSIZE=9; setopt INC_APPEND_HISTORY\n"}});
        LoginShell loginShell;
        QSignalSpy finished(&loginShell, &LoginShell::finished);
        loginShell.start(program(QString::fromLatin1(shell)), {coApiKey}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, static_cast<int>(patience.count()));
        QCOMPARE(loginShell.takeResult().outcome, Outcome::Answered);
    }
    QCOMPARE(QDir(m_home->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral(".zshrc")});
}

void TestLoginShell::endsWithItsObject()
{
#ifdef Q_OS_UNIX
    write({{QStringLiteral(".bashrc"), "echo $$ >>~/noted; sleep 600\n"}});
    auto loginShell = std::make_unique<LoginShell>();
    loginShell->start(program(QStringLiteral("bash")), {coApiKey}, patience);
    QTRY_COMPARE(noted().size(), 1);
    loginShell.reset();
    QTRY_VERIFY(hasEnded(noted().constFirst()));
    // Also where it has hardly begun.
    loginShell = std::make_unique<LoginShell>();
    loginShell->start(program(QStringLiteral("bash")), {coApiKey}, patience);
    loginShell.reset();
#endif
}

void TestLoginShell::isCancelledSilently()
{
#ifdef Q_OS_UNIX
    write({{QStringLiteral(".bashrc"), "echo $$ >>~/noted; sleep 600\n"}});
    LoginShell loginShell;
    QSignalSpy finished(&loginShell, &LoginShell::finished);
    loginShell.start(program(QStringLiteral("bash")), {coApiKey}, patience);
    QTRY_COMPARE(noted().size(), 1);
    loginShell.cancel();
    QVERIFY(!loginShell.isRunning());
    QTRY_VERIFY(hasEnded(noted().constFirst()));
    // A shell that is not there would say so in the next turn of the event loop.
    loginShell.start(QStringLiteral("/nowhere/bash"), {coApiKey});
    loginShell.cancel();
    QTRY_VERIFY(loginShell.findChildren<QProcess *>().isEmpty());
    QCOMPARE(finished.count(), 0);
#endif
}

void TestLoginShell::startsAnew()
{
    write(
        {{QStringLiteral(".bashrc"), "[ -e ~/second ] || exec sleep 600\nexport CO_API_KEY=" + testkeys::good + "\n"}});
    LoginShell loginShell;
    QSignalSpy finished(&loginShell, &LoginShell::finished);
    loginShell.start(program(QStringLiteral("bash")), {coApiKey}, patience);
    write({{QStringLiteral("second"), {}}});
    loginShell.start(program(QStringLiteral("bash")), {coApiKey}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, static_cast<int>(patience.count()));
    QCOMPARE(loginShell.takeResult().keys.size(), 1U);
    QVERIFY(loginShell.takeResult().keys.empty());
}

void TestLoginShell::knowsItsShellsAlone_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("another program") << QStringLiteral("/bin/cat");
    QTest::newRow("not there") << QStringLiteral("/nowhere/bash");
    QTest::newRow("without a path") << QStringLiteral("bash");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a folder") << QStringLiteral("HOME/zsh");
    QTest::newRow("a file that is no program") << QStringLiteral("HOME/fish");
    QTest::newRow("a program that cannot be started") << QStringLiteral("HOME/bash");
}

void TestLoginShell::knowsItsShellsAlone()
{
    QFETCH(QString, shell);
    shell.replace(QLatin1String("HOME"), m_home->path());
    write({{QStringLiteral("fish"), "text"}, {QStringLiteral("bash"), "#!/nowhere/at/all\n"}});
    QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("zsh")));
    QVERIFY(QFile::setPermissions(m_home->filePath(QStringLiteral("bash")), QFile::ReadOwner | QFile::ExeOwner));
    LoginShell loginShell;
    QSignalSpy finished(&loginShell, &LoginShell::finished);
    loginShell.start(shell, {coApiKey});
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(loginShell.takeResult().outcome, Outcome::NotFound);
}

void TestLoginShell::namesTheUsersShell()
{
    const QByteArray before = qgetenv("SHELL");
    qputenv("SHELL", "/usr/bin/fish");
    QCOMPARE(sources::userShell(), QStringLiteral("/usr/bin/fish"));
    qunsetenv("SHELL");
    QVERIFY(sources::userShell().startsWith(QLatin1Char('/')));
    if (!before.isEmpty())
        qputenv("SHELL", before);
}

QTEST_GUILESS_MAIN(TestLoginShell)
#include "tst_LoginShell.moc"
