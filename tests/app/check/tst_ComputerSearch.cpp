// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/ComputerSearch.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/Clients.h"
#include "ui/FixedEnvironment.h"
#include "ui/MemoryKeyStore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using check::ComputerSearch;
using check::SearchResult;
using sources::FoundKey;
using sources::PlaceKind;

Q_DECLARE_METATYPE(std::shared_ptr<const check::SearchResult>)

/// The search over this computer, with a home folder of the test's own.
class TestComputerSearch : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsEveryKindOfPlace();
    void asksTheKeychainForNamesAlone();
    void tellsWhatItFoundWhereItIsCancelled();
    void endsAnOlderSearchSilently();
    void canBeThrownAwayWhileItRuns();
    void takesTheHomeFolderForNoProject();

private:
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] std::shared_ptr<const SearchResult> run(check::SearchRequest request);

    QTemporaryDir m_home;
    FixedEnvironment m_environment;
    MemoryKeyStore m_keyStore;
};

namespace {

const FoundKey *find(const SearchResult &found, PlaceKind kind)
{
    const auto match = std::find_if(
        found.keys.begin(), found.keys.end(), [kind](const FoundKey &key) { return key.place.kind == kind; });
    return match == found.keys.end() ? nullptr : &*match;
}

constexpr int patience = 15'000; // milliseconds

} // namespace

void TestComputerSearch::initTestCase()
{
    qRegisterMetaType<std::shared_ptr<const SearchResult>>();
    QVERIFY(m_home.isValid());
    qputenv("HOME", QFile::encodeName(m_home.path()));
    qputenv("SHELL", "/bin/bash");
    qunsetenv("XDG_CONFIG_HOME");
    write(QStringLiteral(".profile"), "export CO_API_KEY=" + testkeys::other + "\n");
    write(QStringLiteral("project/.env"), "COHERE_API_KEY=" + testkeys::good + "\n");
    m_environment.variables[QStringLiteral("CO_API_KEY")] = testkeys::good;
    m_keyStore.keys[QStringLiteral("cohere")] = key::Secret(QByteArrayView(testkeys::good));
}

void TestComputerSearch::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_home.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

std::shared_ptr<const SearchResult> TestComputerSearch::run(check::SearchRequest request)
{
    ComputerSearch search(m_environment, &m_keyStore);
    QSignalSpy finished(&search, &check::PlaceSearch::searchFinished);
    search.start(std::move(request));
    if (!search.isRunning() || !finished.wait(patience))
        return nullptr;
    return finished.constFirst().constFirst().value<std::shared_ptr<const SearchResult>>();
}

void TestComputerSearch::findsEveryKindOfPlace()
{
    const auto found = run({m_home.filePath(QStringLiteral("project")), nullptr});
    QVERIFY(found);
    QVERIFY(found->shellAnswered);
    QVERIFY(!found->cancelled);
    QCOMPARE(found->files, 1);
    const FoundKey *variable = find(*found, PlaceKind::Environment);
    QVERIFY(variable != nullptr);
    QCOMPARE(variable->place.standing, sources::Standing::Wins);
    QCOMPARE(variable->secret.bytes().toByteArray(), testkeys::good);
    const FoundKey *file = find(*found, PlaceKind::EnvFile);
    QVERIFY(file != nullptr);
    QCOMPARE(file->place.standing, sources::Standing::Hidden);
    const FoundKey *shell = find(*found, PlaceKind::LoginShell);
    QVERIFY(shell != nullptr);
    QCOMPARE(shell->secret.bytes().toByteArray(), testkeys::other);
    QVERIFY(find(*found, PlaceKind::ShellProfile) != nullptr);
    QVERIFY(!found->findings.empty());
    // A variable that is not set says as much as one that is.
    const auto unset = std::find_if(found->keys.begin(), found->keys.end(), [](const FoundKey &key) {
        return key.place.kind == PlaceKind::Environment && key.place.name == QLatin1String("COHERE_API_KEY");
    });
    QVERIFY(unset != found->keys.end());
    QVERIFY(!unset->place.set);
    QCOMPARE(unset->place.standing, sources::Standing::Apart);
}

void TestComputerSearch::asksTheKeychainForNamesAlone()
{
    m_keyStore.failure = keychain::KeyStoreFailure::Locked; // whoever reads a value hears it
    const auto found = run({});
    m_keyStore.failure.reset();
    QVERIFY(found);
    const FoundKey *saved = find(*found, PlaceKind::Keychain);
    QVERIFY(saved != nullptr);
    QCOMPARE(saved->place.name, QStringLiteral("cohere"));
    QVERIFY(saved->secret.isEmpty());
    QVERIFY(saved->place.fingerprint.isEmpty());
}

void TestComputerSearch::tellsWhatItFoundWhereItIsCancelled()
{
    ComputerSearch search(m_environment);
    QSignalSpy finished(&search, &check::PlaceSearch::searchFinished);
    search.start({m_home.filePath(QStringLiteral("project")), nullptr});
    search.cancel();
    QVERIFY(finished.isEmpty()); // never from within the call
    QVERIFY(finished.wait(patience));
    const auto found = finished.constFirst().constFirst().value<std::shared_ptr<const SearchResult>>();
    QVERIFY(found->cancelled);
    QVERIFY(find(*found, PlaceKind::Environment) != nullptr);
    QVERIFY(!search.isRunning());
    QCOMPARE(finished.size(), 1);
}

void TestComputerSearch::endsAnOlderSearchSilently()
{
    ComputerSearch search(m_environment);
    QSignalSpy finished(&search, &check::PlaceSearch::searchFinished);
    search.start({m_home.filePath(QStringLiteral("project")), nullptr});
    search.start({{}, sources::findClient(QStringLiteral("langchain-js"))});
    QVERIFY(finished.wait(patience));
    const auto found = finished.constFirst().constFirst().value<std::shared_ptr<const SearchResult>>();
    QVERIFY(find(*found, PlaceKind::EnvFile) == nullptr);
    search.start({m_home.filePath(QStringLiteral("project")), nullptr});
    QVERIFY(finished.wait(patience));
    QCOMPARE(finished.size(), 2);
}

void TestComputerSearch::canBeThrownAwayWhileItRuns()
{
    for (int i = 0; i < 20; ++i) {
        ComputerSearch search(m_environment);
        search.start({m_home.filePath(QStringLiteral("project")), nullptr});
    }
}

void TestComputerSearch::takesTheHomeFolderForNoProject()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_home.filePath(QStringLiteral("project"))));
    QCOMPARE(check::usualProjectFolder(), QDir(m_home.filePath(QStringLiteral("project"))).canonicalPath());
    QVERIFY(QDir::setCurrent(m_home.path()));
    QVERIFY(check::usualProjectFolder().isEmpty());
    QVERIFY(QDir::setCurrent(QStringLiteral("/")));
    QVERIFY(check::usualProjectFolder().isEmpty());
    QVERIFY(QDir::setCurrent(before));
}

QTEST_GUILESS_MAIN(TestComputerSearch)
#include "tst_ComputerSearch.moc"
