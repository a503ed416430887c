// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain/Prompter.h"
#include "helpers/DoctorTest.h"
#include "helpers/SecretService.h"
#include "helpers/TestKeys.h"
#include "keychain/Entries.h"
#include "words/FailureWords.h"

#include <QElapsedTimer>
#include <QJsonArray>

using keychain::KeyStoreFailure;
using Keyring = SecretService::Keyring;

/// The real command against a real gnome-keyring-daemon in every state that it can be in. Each state has a bus of its
/// own, and each command is a process of its own.
class TestKeychainStates : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void haveTheirOwnWordsWithinTenSeconds_data();
    void haveTheirOwnWordsWithinTenSeconds();
    void worksAgainAfterAFailure();
    void forgetsNoNameThatItCouldNotDelete();
    void findsTheEntriesOfOtherProgramsInALockedKeyring();
};

namespace {

// Ten seconds were promised. What is more is left to a computer that does much else: to start a program, say.
static_assert(keychain::callLimit < std::chrono::seconds(10));
constexpr qint64 promised = 20'000; // milliseconds

enum class State {
    NoBus,
    BusGone,
    NoService,
    NoKeyring,
    LockedWithNobodyToAsk,
    LockedAndTheUserIsAway,
    Refused,
    Slow,
    DiesHalfway,
    DiesWhileItAsks,
};

struct Ended {
    QString verb;
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    qint64 elapsed = 0; ///< milliseconds
};

/// Runs commands side by side, each with a key on its standard input. `meanwhile` is called once they run.
template <typename Meanwhile>
std::vector<Ended> runAll(const SecretService &service, const QList<QStringList> &commands, Meanwhile meanwhile)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : service.variables())
        environment.insert(name, value);
    std::vector<Ended> all(static_cast<std::size_t>(commands.size()));
    std::vector<std::unique_ptr<QProcess>> processes;
    QElapsedTimer clock;
    clock.start();
    std::size_t number = 0;
    for (const QStringList &arguments : commands) {
        Ended &ended = all[number++];
        ended.verb = arguments.join(QLatin1Char(' '));
        auto &process = *processes.emplace_back(std::make_unique<QProcess>());
        process.setProcessEnvironment(environment);
        QObject::connect(&process, &QProcess::finished, &process, [&ended, &clock, &process](int exitCode) {
            ended.elapsed = clock.elapsed();
            ended.exitCode = process.exitStatus() == QProcess::NormalExit ? exitCode : -1;
        });
        process.start(QStringLiteral(COMMAND_PROGRAM), arguments);
        process.write(testkeys::good);
        process.closeWriteChannel();
    }
    meanwhile();
    const auto running = [](const auto &process) { return process->state() != QProcess::NotRunning; };
    constexpr int patience = 60'000; // milliseconds
    (void)QTest::qWaitFor([&] { return std::none_of(processes.begin(), processes.end(), running); }, patience);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].out = processes[i]->readAllStandardOutput();
        all[i].err = processes[i]->readAllStandardError();
    }
    return all;
}

QStringList line(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

/// Every command that needs the keychain. `list` is another matter where a keyring is locked or missing: it needs none.
QList<QStringList> commandsFor(State state)
{
    QList<QStringList> all{line("keychain save"), line("check --keychain cohere"), line("keychain delete cohere"),
        line("keychain check"), line("run --keychain cohere -- true")};
    if (state == State::NoBus || state == State::BusGone || state == State::NoService || state == State::Slow
        || state == State::DiesHalfway)
        all.append(line("keychain list"));
    return all;
}

/// Side by side; but gnome-keyring-daemon gets lost when it is to ask several questions at once.
template <typename Meanwhile> std::vector<Ended> run(State state, const SecretService &service, Meanwhile meanwhile)
{
    if (state != State::LockedWithNobodyToAsk && state != State::Refused)
        return runAll(service, commandsFor(state), meanwhile);
    std::vector<Ended> all;
    const QList<QStringList> commands = commandsFor(state);
    for (const QStringList &command : commands)
        all.push_back(std::move(runAll(service, {command}, meanwhile).front()));
    return all;
}

/// A keyring that holds the key, locked.
bool makeLocked(SecretService &service)
{
    if (!service.startBus() || !service.start(Keyring::Unlocked))
        return false;
    const CommandRun saved =
        runCommand(QStringLiteral(COMMAND_PROGRAM), line("keychain save"), testkeys::good, service.variables());
    return saved.exitCode == 0 && service.start(Keyring::Locked);
}

bool bring(SecretService &service, State state)
{
    switch (state) {
    case State::NoBus:
        return true;
    case State::BusGone:
        if (!service.startBus())
            return false;
        service.stopBus();
        return true;
    case State::NoService:
        return service.startBus();
    case State::NoKeyring:
        return service.startBus() && service.start(Keyring::None);
    case State::LockedWithNobodyToAsk:
    case State::LockedAndTheUserIsAway:
    case State::Refused:
    case State::DiesWhileItAsks:
        return makeLocked(service);
    case State::Slow:
    case State::DiesHalfway:
        if (!service.startBus() || !service.start(Keyring::Unlocked))
            return false;
        service.freeze();
        return true;
    }
    return false;
}

} // namespace

void TestKeychainStates::haveTheirOwnWordsWithinTenSeconds_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("failure");
    const auto row = [](const char *name, State state, KeyStoreFailure failure) {
        QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(failure);
    };
    row("no bus", State::NoBus, KeyStoreFailure::NoService);
    row("a bus that has gone", State::BusGone, KeyStoreFailure::NoService);
    row("no service on the bus", State::NoService, KeyStoreFailure::NoService);
    row("no keyring yet", State::NoKeyring, KeyStoreFailure::NoKeyring);
    row("locked, nobody to ask", State::LockedWithNobodyToAsk, KeyStoreFailure::Locked);
    row("locked, the user is away", State::LockedAndTheUserIsAway, KeyStoreFailure::Locked);
    row("refused", State::Refused, KeyStoreFailure::Refused);
    row("slow", State::Slow, KeyStoreFailure::TimedOut);
    row("dies halfway", State::DiesHalfway, KeyStoreFailure::Stopped);
    row("dies while it asks", State::DiesWhileItAsks, KeyStoreFailure::Stopped);
}

void TestKeychainStates::haveTheirOwnWordsWithinTenSeconds()
{
    QFETCH(const int, state);
    QFETCH(const int, failure);
    const auto wanted = static_cast<State>(state);
    SecretService service;
    QVERIFY(bring(service, wanted));
    std::unique_ptr<Prompter> prompter;
    if (wanted == State::Refused || wanted == State::LockedAndTheUserIsAway || wanted == State::DiesWhileItAsks) {
        const auto user = wanted == State::Refused ? Prompter::User::Refuses : Prompter::User::IsAway;
        prompter = std::make_unique<Prompter>(service.busAddress(), user);
        QVERIFY(prompter->start());
    }

    const bool dies = wanted == State::DiesHalfway || wanted == State::DiesWhileItAsks;
    QVERIFY(!dies || service.listen());
    const std::vector<Ended> all = run(wanted, service, [&] {
        if (!dies)
            return;
        // Once all of them wait for an answer.
        const char *const question = wanted == State::DiesHalfway ? nullptr : "Prompt";
        const qsizetype count = commandsFor(wanted).size();
        constexpr int patience = 30'000; // milliseconds
        if (QTest::qWaitFor([&] { return service.asking(question) == count; }, patience)
            && (!prompter || QTest::qWaitFor([&] { return prompter->shown() > 0; }, patience)))
            service.kill();
    });

    const QByteArray sentence = words::FailureWords::sentence(static_cast<KeyStoreFailure>(failure)).toUtf8();
    for (const Ended &ended : all) {
        qInfo("%-32s %d %5lld ms  %s", qPrintable(ended.verb), ended.exitCode, static_cast<long long>(ended.elapsed),
            ended.err.trimmed().constData());
        QVERIFY2(ended.err.endsWith(sentence + '\n'), (ended.verb.toUtf8() + ": " + ended.err).constData());
        QCOMPARE(ended.exitCode, 4);
        QVERIFY2(ended.elapsed < promised, qPrintable(ended.verb));
        QVERIFY(!(ended.out + ended.err).contains(testkeys::good.left(9)));
    }
}

void TestKeychainStates::worksAgainAfterAFailure()
{
    SecretService service;
    QVERIFY(service.startBus() && service.start(Keyring::Unlocked));
    service.kill();
    const QString program = QStringLiteral(COMMAND_PROGRAM);
    QCOMPARE(runCommand(program, line("keychain save"), testkeys::good, service.variables()).exitCode, 4);
    QVERIFY(service.start(Keyring::Unlocked));
    QCOMPARE(runCommand(program, line("keychain save"), testkeys::good, service.variables()).exitCode, 0);
    const CommandRun lookup = runCommand(
        QStringLiteral("secret-tool"), line("lookup server rerank-key-doctor user cohere"), {}, service.variables());
    QCOMPARE(lookup.out, testkeys::good);
}

void TestKeychainStates::forgetsNoNameThatItCouldNotDelete()
{
    SecretService service;
    QVERIFY(makeLocked(service));
    const QString program = QStringLiteral(COMMAND_PROGRAM);
    QCOMPARE(runCommand(program, line("keychain delete cohere"), {}, service.variables()).exitCode, 4);
    QCOMPARE(runCommand(program, line("keychain list"), {}, service.variables()).out, QByteArray("cohere\n"));
    QVERIFY(service.start(Keyring::Unlocked));
    const CommandRun lookup = runCommand(
        QStringLiteral("secret-tool"), line("lookup server rerank-key-doctor user cohere"), {}, service.variables());
    QCOMPARE(lookup.out, testkeys::good);
}

void TestKeychainStates::findsTheEntriesOfOtherProgramsInALockedKeyring()
{
    // Never unlocked since it was started, gnome-keyring tells no labels, and attributes only to who knows them.
    SecretService service;
    QVERIFY(service.startBus() && service.start(Keyring::Unlocked));
    const QString program = QStringLiteral(COMMAND_PROGRAM);
    QCOMPARE(runCommand(program, line("keychain save"), testkeys::good, service.variables()).exitCode, 0);
    QCOMPARE(runCommand(QStringLiteral("secret-tool"),
                 line("store --label=production application keyring service cohere username ada"), testkeys::other,
                 service.variables())
                 .exitCode,
        0);
    QVERIFY(service.start(Keyring::Locked));
    const CommandRun listed = runCommand(program, line("keychain list --json"), {}, service.variables());
    QCOMPARE(listed.exitCode, 0);
    const QJsonArray others = listed.json()[QLatin1String("others")].toArray();
    QCOMPARE(others.size(), 1); // the own one is no other program's
    QCOMPARE(others.first().toObject()[QLatin1String("name")].toString(), QStringLiteral("cohere"));
    QVERIFY(others.first().toObject()[QLatin1String("locked")].toBool());
}

QTEST_GUILESS_MAIN(TestKeychainStates)
#include "moc_Prompter.cpp"
#include "tst_KeychainStates.moc"
