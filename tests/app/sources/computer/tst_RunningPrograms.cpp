// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CommandRun.h"
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "key/Fingerprint.h"
#include "sources/computer/RunningPrograms.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace {

const QString coApiKey = QStringLiteral("CO_API_KEY");

/// What a program of a test leads.
enum class Leads { ProcessGroup, Session };

/// A program of the test's own. It ends with this object, and so do the programs that it started.
class Program {
public:
    Program(const QString &program, const QStringList &arguments, const Variables &variables,
        Leads leads = Leads::ProcessGroup)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        m_process.setProcessEnvironment(environment);
#ifdef Q_OS_LINUX
        m_process.setChildProcessModifier([leads] { leads == Leads::Session ? ::setsid() : ::setpgid(0, 0); });
#else
        Q_UNUSED(leads)
#endif
        m_process.start(program, arguments);
        m_started = m_process.waitForStarted();
    }
#ifdef Q_OS_LINUX
    /// With an environment byte by byte, as no shell would write it.
    explicit Program(const std::vector<QByteArray> &variables)
    {
        std::vector<const char *> entries;
        for (const QByteArray &entry : variables)
            entries.push_back(entry.constData());
        entries.push_back(nullptr);
        m_process.setChildProcessModifier([entries = entries.data()] {
            ::setpgid(0, 0);
            ::execle("/bin/sleep", "sleep", "600", static_cast<char *>(nullptr), entries);
        });
        m_process.start(QStringLiteral("/bin/sleep"), {QStringLiteral("600")});
        m_started = m_process.waitForStarted();
    }
#endif
    ~Program()
    {
        stop();
    }
    Q_DISABLE_COPY_MOVE(Program)

    void stop()
    {
#ifdef Q_OS_LINUX
        if (number() > 0)
            ::kill(static_cast<pid_t>(-number()), SIGKILL);
#endif
        m_process.waitForFinished();
    }
    [[nodiscard]] bool isStarted() const
    {
        return m_started;
    }
    [[nodiscard]] qint64 number() const
    {
        return m_process.processId();
    }
    [[nodiscard]] QByteArray output()
    {
        m_process.waitForReadyRead(0);
        return m_output += m_process.readAllStandardOutput();
    }

private:
    QProcess m_process;
    QByteArray m_output;
    bool m_started = false;
};

/// A key that no other program on this computer has, nor one that another run of this test left behind.
QByteArray ownKey(const char *name)
{
    return testkeys::good + name + QByteArray::number(QCoreApplication::applicationPid());
}

std::unique_ptr<Program> sleeping(const QByteArray &key)
{
    return std::make_unique<Program>(
        QStringLiteral("sleep"), QStringList{QStringLiteral("600")}, Variables{{coApiKey, QString::fromLatin1(key)}});
}

std::vector<sources::FoundKey> placesOf(qint64 process)
{
    auto keys = sources::keysOfRunningPrograms({coApiKey, QStringLiteral("COHERE_API_KEY")});
    std::erase_if(keys, [&](const sources::FoundKey &key) { return key.place.process != process; });
    return keys;
}

std::vector<sources::FoundKey> placesHolding(const QByteArray &bytes)
{
    auto keys = sources::keysOfRunningPrograms({coApiKey});
    std::erase_if(keys, [&](const sources::FoundKey &key) { return key.secret.bytes() != QByteArrayView(bytes); });
    return keys;
}

/// For a test that starts this program from a shell: what it sees of the programs that it was started from.
int printParents()
{
    for (const sources::FoundKey &key : sources::keysOfRunningPrograms({coApiKey})) {
        std::printf("%s %s %s\n", qUtf8Printable(key.place.holder), qUtf8Printable(key.place.fingerprint),
            key.place.parent ? "parent" : "other");
    }
    return 0;
}

#ifdef Q_OS_LINUX
/// Waits as another user, in the way of a service that gave up being root: the files of such a program in /proc belong
/// to root, who may read all of them.
int becomeNobody()
{
    constexpr uid_t nobody = 65534;
    if (::seteuid(nobody) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return 1;
    std::puts("up");
    std::fflush(stdout);
    return ::pause();
}
#endif

} // namespace

class TestRunningPrograms : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsAnOldValueUntilTheProgramIsRestarted();
    void namesTheScriptOfAnInterpreter();
    void listsEachVariable();
    void makesOnePlaceOfAProgramsProcesses();
    void keepsProgramsWithOtherValuesApart();
    void keepsTheOldestOfThem();
    void marksTheProgramsItWasStartedFrom();
    void readsOddEnvironments_data();
    void readsOddEnvironments();
    void passesOverWhatHasEnded();
    void leavesOutProgramsOfOtherUsers();
    void leavesOutHelpersOfItsOwn();
    void isQuickWithHundredsOfProcesses();
};

void TestRunningPrograms::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("The environment of other programs can be read on Linux alone.");
#endif
}

void TestRunningPrograms::showsAnOldValueUntilTheProgramIsRestarted()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QByteArray oldKey = ownKey("Old");
    const QByteArray newKey = ownKey("New");
    auto program = sleeping(oldKey);
    QVERIFY(program->isStarted());
    const qint64 number = program->number();
    QTRY_COMPARE(placesOf(number).size(), 1U);
    const auto keys = placesOf(number);
    const sources::Place &place = keys.front().place;
    QCOMPARE(place.kind, sources::PlaceKind::RunningProgram);
    QCOMPARE(place.name, coApiKey);
    QCOMPARE(place.holder, QStringLiteral("sleep"));
    QCOMPARE(place.fingerprint, key::fingerprint(oldKey));
    QCOMPARE(keys.front().secret.bytes().toByteArray(), oldKey);
    QCOMPARE(place.length, oldKey.size());
    QVERIFY(place.set && place.present && !place.parent);
    QVERIFY(place.readBy.contains(QStringLiteral("cohere-python")));
    QCOMPARE(place.since.timeSpec(), Qt::UTC);
    QVERIFY2(qAbs(before.msecsTo(place.since)) < 2000, qPrintable(place.since.toString(Qt::ISODateWithMs)));

    program->stop();
    QVERIFY(placesOf(number).empty());

    program = sleeping(newKey);
    QTRY_COMPARE(placesOf(program->number()).size(), 1U);
    QCOMPARE(placesOf(program->number()).front().place.fingerprint, key::fingerprint(newKey));
}

void TestRunningPrograms::namesTheScriptOfAnInterpreter()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    const bool isPython = !python.isEmpty();
    QTemporaryDir folder;
    QFile script(folder.filePath(isPython ? QStringLiteral("app.py") : QStringLiteral("app.sh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(isPython ? "import sys, time\nprint('up', flush=True)\ntime.sleep(600)\n" : "echo up\nread -r line\n");
    script.close();
    Program program(isPython ? python : QStringLiteral("bash"), {script.fileName(), QStringLiteral("SECRET")},
        {{coApiKey, QString::fromLatin1(ownKey("Own"))}});
    QTRY_VERIFY(program.output().contains("up")); // python3 may be a wrapper that becomes another program first
    const auto keys = placesOf(program.number());
    QCOMPARE(keys.size(), 1U);
    const QString name = keys.front().place.holder;
    QVERIFY2(name.startsWith(isPython ? QLatin1String("python3") : QLatin1String("bash")), qPrintable(name));
    QVERIFY2(name.endsWith(isPython ? QLatin1String(" app.py") : QLatin1String(" app.sh")), qPrintable(name));
}

void TestRunningPrograms::listsEachVariable()
{
    const Program program(QStringLiteral("sleep"), {QStringLiteral("600")},
        {{coApiKey, QString()}, {QStringLiteral("COHERE_API_KEY"), QString::fromLatin1(ownKey("Own"))}});
    QTRY_COMPARE(placesOf(program.number()).size(), 2U);
    const auto keys = placesOf(program.number());
    QCOMPARE(keys.at(0).place.name, coApiKey);
    QVERIFY(keys.at(0).place.set && !keys.at(0).place.present);
    QCOMPARE(keys.at(1).place.name, QStringLiteral("COHERE_API_KEY"));
    QVERIFY(keys.at(1).place.present);
}

void TestRunningPrograms::makesOnePlaceOfAProgramsProcesses()
{
    const QByteArray key = ownKey("Family");
    Program family(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("for i in 1 2 3 4 5 6 7 8; do sleep 600 & done; echo up; wait; :")},
        {{coApiKey, QString::fromLatin1(key)}});
    QTRY_VERIFY(family.output().contains("up"));
    // bash itself, and sleep.
    QTRY_COMPARE(placesHolding(key).size(), 2U);
    auto keys = placesHolding(key);
    std::sort(keys.begin(), keys.end(), [](const auto &a, const auto &b) { return a.place.holder < b.place.holder; });
    QCOMPARE(keys.at(0).place.holder, QStringLiteral("bash"));
    QCOMPARE(keys.at(0).place.process, family.number());
    QCOMPARE(keys.at(1).place.holder, QStringLiteral("sleep"));
}

void TestRunningPrograms::keepsProgramsWithOtherValuesApart()
{
    const auto first = sleeping(ownKey("First"));
    const auto second = sleeping(ownKey("Second"));
    QTRY_COMPARE(placesOf(first->number()).size(), 1U);
    QTRY_COMPARE(placesOf(second->number()).size(), 1U);
}

void TestRunningPrograms::keepsTheOldestOfThem()
{
    const QByteArray key = ownKey("Oldest");
    auto first = sleeping(key);
    QTRY_COMPARE(placesHolding(key).size(), 1U);
    auto second = sleeping(key);
    const auto third = sleeping(key);
    QTRY_COMPARE(placesHolding(key).size(), 1U);
    QCOMPARE(placesHolding(key).front().place.process, first->number());
    first->stop();
    QCOMPARE(placesHolding(key).front().place.process, second->number());
}

void TestRunningPrograms::marksTheProgramsItWasStartedFrom()
{
    const QByteArray key = ownKey("Parent");
    // An older program of the same name and value: the parent goes before it.
    Program older(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("echo up; read -r line; :")},
        {{coApiKey, QString::fromLatin1(key)}});
    QTRY_VERIFY(older.output().contains("up"));
    const auto bystander = sleeping(key);
    const CommandRun run = runCommand(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("\"$0\" --print-parents; :"), QCoreApplication::applicationFilePath()},
        {}, {{coApiKey, QString::fromLatin1(key)}});
    const QByteArray fingerprint = key::fingerprint(key).toLatin1();
    const QList<QByteArray> lines = run.out.split('\n');
    QVERIFY2(lines.contains("bash " + fingerprint + " parent"), run.out.constData());
    QVERIFY2(!lines.contains("bash " + fingerprint + " other"), run.out.constData());
    QVERIFY2(lines.contains("sleep " + fingerprint + " other"), run.out.constData());
    // And not itself, although it has the variable, too.
    QVERIFY2(!run.out.contains("tst_RunningPrograms"), run.out.constData());
}

void TestRunningPrograms::readsOddEnvironments_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a line break") << QList<QByteArray>{} << QByteArray("first\nsecond\n");
    QTest::newRow("bytes that are not UTF-8") << QList<QByteArray>{"OTHER=\xff\xfe"} << QByteArray("\xff\xc3(\x80");
    QTest::newRow("entries without an equals sign") << QList<QByteArray>{"", "nothing", "CO_API_KEY"} << ownKey("Odd");
    QTest::newRow("300 KiB") << QList<QByteArray>{"A=" + QByteArray(100'000, 'a'), "B=" + QByteArray(100'000, 'b'),
        "C=" + QByteArray(100'000, 'c')}
                             << ownKey("Odd");
}

void TestRunningPrograms::readsOddEnvironments()
{
    QFETCH(const QList<QByteArray>, before);
    QFETCH(const QByteArray, value);
#ifdef Q_OS_LINUX
    std::vector<QByteArray> environment(before.begin(), before.end());
    environment.push_back("CO_API_KEY=" + value);
    environment.emplace_back("LAST=1");
    const Program program(environment);
    QVERIFY(program.isStarted());
    QTRY_COMPARE(placesOf(program.number()).size(), 1U);
    QCOMPARE(placesOf(program.number()).front().secret.bytes().toByteArray(), value);
#else
    Q_UNUSED(before)
    Q_UNUSED(value)
#endif
}

void TestRunningPrograms::passesOverWhatHasEnded()
{
    const QByteArray key = ownKey("Zombie");
    // The program that bash becomes never asks for the end of its child, which waits until then.
    const QString script =
        QStringLiteral("(until [ \"$name\" = sleep ]; do read -r name </proc/$$/comm; done) & exec sleep 600");
    Program parent(QStringLiteral("bash"), {QStringLiteral("-c"), script}, {{coApiKey, QString::fromLatin1(key)}});
    const QString children = QStringLiteral("/proc/%1/task/%1/children").arg(parent.number());
    const auto childsState = [&] {
        QFile list(children);
        if (!list.open(QIODevice::ReadOnly))
            return QByteArray("the kernel does not tell");
        QFile stat(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(list.readAll().trimmed())));
        return stat.open(QIODevice::ReadOnly) ? stat.readAll().split(' ').value(2) : QByteArray();
    };
    if (childsState().contains("kernel"))
        QSKIP("This kernel does not list a process's children.");
    QTRY_COMPARE(childsState(), QByteArray("Z"));
    QTRY_COMPARE(placesHolding(key).size(), 1U);
    QCOMPARE(placesHolding(key).front().place.process, parent.number());
}

void TestRunningPrograms::leavesOutProgramsOfOtherUsers()
{
#ifdef Q_OS_LINUX
    if (::geteuid() != 0)
        QSKIP("Only root can start a program as another user.");
#endif
    // Under another name: one of our own would be taken for a helper.
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("service"));
    QVERIFY(QFile::link(QCoreApplication::applicationFilePath(), name));
    Program other(name, {QStringLiteral("--become-nobody")}, {{coApiKey, QString::fromLatin1(ownKey("Nobody"))}});
    QTRY_VERIFY(other.output().contains("up"));
    QVERIFY(placesOf(other.number()).empty());
}

void TestRunningPrograms::leavesOutHelpersOfItsOwn()
{
    const QByteArray key = ownKey("Helper");
    Program helper(QStringLiteral("bash"), {QStringLiteral("-c"), QStringLiteral("sleep 600 & echo up; wait")},
        {{coApiKey, QString::fromLatin1(key)}}, Leads::Session);
    QTRY_VERIFY(helper.output().contains("up"));
    QVERIFY(placesHolding(key).empty());
}

void TestRunningPrograms::isQuickWithHundredsOfProcesses()
{
    const QByteArray key = ownKey("Many");
    Program family(QStringLiteral("bash"),
        {QStringLiteral("-c"), QStringLiteral("for i in {1..300}; do sleep 600 & done; echo up; wait; :")},
        {{coApiKey, QString::fromLatin1(key)}});
    QTRY_VERIFY(family.output().contains("up"));
    CpuTimer timer;
    timer.start();
    const auto keys = sources::keysOfRunningPrograms({coApiKey});
    const qint64 elapsed = timer.elapsed();
    QVERIFY(std::any_of(
        keys.begin(), keys.end(), [](const auto &one) { return one.place.holder == QLatin1String("sleep"); }));
    qInfo("300 processes: %lld ms", elapsed);
    // Some 10 ms; ten times as long with sanitizers on a busy machine.
    QVERIFY2(elapsed < 1000, qPrintable(QString::number(elapsed)));
}

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    if (QCoreApplication::arguments().value(1) == QLatin1String("--print-parents"))
        return printParents();
#ifdef Q_OS_LINUX
    if (QCoreApplication::arguments().value(1) == QLatin1String("--become-nobody"))
        return becomeNobody();
#endif
    TestRunningPrograms test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_RunningPrograms.moc"
