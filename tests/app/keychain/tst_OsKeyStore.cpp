// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "keychain/OsKeyStore.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>

using keychain::KeyStoreFailure;

/// Runs against a real Secret Service: helpers/with-secret-service.sh starts one on a bus of its own.
class TestOsKeyStore : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void savesReadsReplacesAndDeletes();
    void isReadByOtherPrograms();
    void saysThatThereIsNoSuchKey();
    void saysNothingToWhoHasGone();
    void keepsKeysUnderOddNames_data();
    void keepsKeysUnderOddNames();
    void refusesAnEmptyName();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void forgetsANameThatTheKeychainHasLost();
    void remembersANameThatWasSavedTooLate();
    void checksItselfAndLeavesNothingBehind();
    void findsWhatOtherProgramsKeep();
    void readsWhatAnotherProgramKeeps();
    void findsItsOwnEntriesThatTheSettingsDoNotKnow();
    void unlocksNothingByItself(); // the last: it leaves the keyring locked

private:
    [[nodiscard]] int save(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QByteArray read(const QString &name);
    [[nodiscard]] int remove(const QString &name);
    [[nodiscard]] std::vector<keychain::OtherEntry> others();
    [[nodiscard]] QByteArray readOther(const QString &id);

    keychain::OsKeyStore m_store;
};

namespace {

constexpr int patience = 15'000; // milliseconds
constexpr int fine = -1;

int code(const tl::expected<void, KeyStoreFailure> &result)
{
    return result ? fine : static_cast<int>(result.error());
}

int code(KeyStoreFailure failure)
{
    return static_cast<int>(failure);
}

QByteArray outcomeOf(const tl::expected<key::Secret, KeyStoreFailure> &result)
{
    return result ? result->bytes().toByteArray() : "failure " + QByteArray::number(code(result.error()));
}

/// Runs secret-tool with `input` on its standard input, and gives what it prints.
QByteArray secretTool(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess tool;
    tool.start(QStringLiteral("secret-tool"), arguments);
    tool.write(input);
    tool.closeWriteChannel();
    return tool.waitForFinished(patience) ? tool.readAllStandardOutput() : QByteArray("secret-tool did not end");
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

void signalService(const char *signal)
{
    const uint process =
        QDBusConnection::sessionBus().interface()->servicePid(QStringLiteral("org.freedesktop.secrets"));
    QProcess::execute(QStringLiteral("kill"), {QString::fromLatin1(signal), QString::number(process)});
}

/// How many entries the service has, of whatever program.
qsizetype entryCount()
{
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets/collection/login"), QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Items");
    const QDBusMessage reply = QDBusConnection::sessionBus().call(question);
    const QVariant items = reply.arguments().value(0).value<QDBusVariant>().variant();
    return qdbus_cast<QList<QDBusObjectPath>>(items).size();
}

} // namespace

int TestOsKeyStore::save(const QString &name, const QByteArray &bytes)
{
    std::optional<int> outcome;
    m_store.save(name, key::Secret{QByteArrayView(bytes)}, this, [&](const auto &result) { outcome = code(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or(-2);
}

QByteArray TestOsKeyStore::read(const QString &name)
{
    std::optional<QByteArray> outcome;
    m_store.read(
        name, this, [&](const tl::expected<key::Secret, KeyStoreFailure> &result) { outcome = outcomeOf(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or("no answer");
}

int TestOsKeyStore::remove(const QString &name)
{
    std::optional<int> outcome;
    m_store.remove(name, this, [&](const auto &result) { outcome = code(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or(-2);
}

void TestOsKeyStore::savesReadsReplacesAndDeletes()
{
    const QString name = QStringLiteral("cohere");
    QCOMPARE(save(name, testkeys::good), fine);
    QCOMPARE(read(name), testkeys::good);
    QVERIFY(m_store.names().contains(name));
    QCOMPARE(save(name, testkeys::other), fine);
    QCOMPARE(read(name), testkeys::other);
    QCOMPARE(m_store.names().count(name), 1);
    QCOMPARE(remove(name), fine);
    QVERIFY(!m_store.names().contains(name));
    QCOMPARE(read(name), "failure " + QByteArray::number(static_cast<int>(KeyStoreFailure::NotFound)));
}

void TestOsKeyStore::isReadByOtherPrograms()
{
    const QString name = QStringLiteral("for others");
    QCOMPARE(save(name, testkeys::good), fine);
    QProcess other;
    other.start(QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("rerank-key-doctor"),
            QStringLiteral("user"), name});
    QVERIFY(other.waitForFinished(patience));
    QCOMPARE(other.readAllStandardOutput(), testkeys::good);
    QCOMPARE(remove(name), fine);
}

void TestOsKeyStore::saysThatThereIsNoSuchKey()
{
    QCOMPARE(read(QStringLiteral("never saved")),
        "failure " + QByteArray::number(static_cast<int>(KeyStoreFailure::NotFound)));
}

void TestOsKeyStore::saysNothingToWhoHasGone()
{
    bool called = false;
    {
        QObject shortLived;
        m_store.read(QStringLiteral("never saved"), &shortLived, [&](const auto &) { called = true; });
    }
    // The same question once more: when it is answered, the first would have been.
    QVERIFY(read(QStringLiteral("never saved")).startsWith("failure"));
    QVERIFY(!called);
}

std::vector<keychain::OtherEntry> TestOsKeyStore::others()
{
    std::optional<std::vector<keychain::OtherEntry>> found;
    m_store.findOthers(this, [&](auto result) { found = result ? *result : std::vector<keychain::OtherEntry>(99); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), patience); }();
    return found.value_or(std::vector<keychain::OtherEntry>());
}

QByteArray TestOsKeyStore::readOther(const QString &id)
{
    std::optional<QByteArray> outcome;
    m_store.readOther(id, this, [&](const auto &result) { outcome = outcomeOf(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience); }();
    return outcome.value_or("no answer");
}

void TestOsKeyStore::keepsKeysUnderOddNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a slash") << QStringLiteral("work/cohere");
    QTest::newRow("quotes") << QStringLiteral("it's \"mine\"");
    QTest::newRow("another script") << QString::fromUtf8("ключ 鍵 🔑");
    QTest::newRow("a comma and an equals sign") << QStringLiteral("a, b=c; %20 @Invalid()");
    QTest::newRow("blanks at its ends") << QStringLiteral(" cohere ");
    QTest::newRow("a percent sign") << QStringLiteral("%1%2");
    QTest::newRow("very long") << QString(4000, QLatin1Char('n'));
}

void TestOsKeyStore::keepsKeysUnderOddNames()
{
    QFETCH(const QString, name);
    QCOMPARE(save(name, testkeys::good), fine);
    QCOMPARE(read(name), testkeys::good);
    QCOMPARE(m_store.names().count(name), 1);
    const QStringList names = m_store.names();
    QVERIFY(std::is_sorted(names.cbegin(), names.cend()));
    QCOMPARE(remove(name), fine);
    QCOMPARE(m_store.names().count(name), 0);
}

void TestOsKeyStore::refusesAnEmptyName()
{
    const qsizetype before = entryCount();
    QCOMPARE(save(QString(), testkeys::good), code(KeyStoreFailure::NotFound));
    QCOMPARE(read(QString()), "failure " + QByteArray::number(code(KeyStoreFailure::NotFound)));
    QCOMPARE(remove(QString()), code(KeyStoreFailure::NotFound));
    QCOMPARE(m_store.names().count(QString()), 0);
    QCOMPARE(entryCount(), before);
}

void TestOsKeyStore::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a NUL inside") << testkeys::good + QByteArray(1, '\0') + "x";
    QTest::newRow("a NUL at its end") << testkeys::good + QByteArray(1, '\0');
    QTest::newRow("no UTF-8") << testkeys::good + "\xff";
}

void TestOsKeyStore::refusesWhatIsNoText()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(save(QStringLiteral("no text"), bytes), code(KeyStoreFailure::NotText));
    QVERIFY(!m_store.names().contains(QStringLiteral("no text")));
}

void TestOsKeyStore::forgetsANameThatTheKeychainHasLost()
{
    const QString name = QStringLiteral("lost");
    QCOMPARE(save(name, testkeys::good), fine);
    secretTool(words("clear server rerank-key-doctor user lost"));
    QVERIFY(m_store.names().contains(name));
    QCOMPARE(remove(name), code(KeyStoreFailure::NotFound));
    QVERIFY(!m_store.names().contains(name));
}

void TestOsKeyStore::remembersANameThatWasSavedTooLate()
{
    const QString name = QStringLiteral("late");
    signalService("-STOP");
    QElapsedTimer clock;
    clock.start();
    const int outcome = save(name, testkeys::good);
    const qint64 took = clock.elapsed();
    const bool rememberedTooEarly = m_store.names().contains(name);
    signalService("-CONT");
    QCOMPARE(outcome, code(KeyStoreFailure::TimedOut));
    QVERIFY2(took < 20'000, qPrintable(QString::number(took))); // see keychain::callLimit
    QVERIFY(!rememberedTooEarly);
    QTRY_VERIFY_WITH_TIMEOUT(m_store.names().contains(name), patience);
    QCOMPARE(read(name), testkeys::good);
    QCOMPARE(remove(name), fine);
}

void TestOsKeyStore::checksItselfAndLeavesNothingBehind()
{
    const qsizetype before = entryCount();
    const QStringList names = m_store.names();
    std::optional<bool> passed;
    m_store.selfCheck(this, [&](const auto &result) { passed = result.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(passed.has_value(), patience);
    QVERIFY(*passed);
    QCOMPARE(entryCount(), before);
    QCOMPARE(m_store.names(), names);
}

void TestOsKeyStore::findsWhatOtherProgramsKeep()
{
    QCOMPARE(save(QStringLiteral("my cohere key"), testkeys::good), fine);
    secretTool({QStringLiteral("store"), QStringLiteral("--label=Cohere production"), QStringLiteral("service"),
                   QStringLiteral("cohere"), QStringLiteral("username"), QStringLiteral("ada"),
                   QStringLiteral("application"), QStringLiteral("Python keyring library")},
        testkeys::good);
    secretTool(
        {QStringLiteral("store"), QStringLiteral("--label=a coherent thing"), QStringLiteral("a"), QStringLiteral("b")},
        testkeys::other);
    const std::vector<keychain::OtherEntry> found = others();
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().label, QStringLiteral("Cohere production"));
    QCOMPARE(found.front().holder, QStringLiteral("Python keyring library"));
    QCOMPARE(found.front().name, QStringLiteral("ada"));
    QVERIFY(!found.front().locked);
    QCOMPARE(readOther(found.front().id), testkeys::good);
    QCOMPARE(remove(QStringLiteral("my cohere key")), fine);
}

void TestOsKeyStore::readsWhatAnotherProgramKeeps()
{
    // As it comes from a pipe: the line feed is a finding, and stays.
    secretTool({QStringLiteral("store"), QStringLiteral("--label=from a pipe"), QStringLiteral("name"),
                   QStringLiteral("CO_API_KEY")},
        testkeys::other + '\n');
    const std::vector<keychain::OtherEntry> found = others();
    const auto entry = std::find_if(
        found.begin(), found.end(), [](const auto &each) { return each.label == QLatin1String("from a pipe"); });
    QVERIFY(entry != found.end());
    QCOMPARE(readOther(entry->id), testkeys::other + '\n');
    const QByteArray notFound = "failure " + QByteArray::number(code(KeyStoreFailure::NotFound));
    QCOMPARE(readOther(entry->id + QStringLiteral("0000")), notFound);
    QCOMPARE(readOther(QStringLiteral("no path")), notFound);
    secretTool(words("clear name CO_API_KEY"));
    QCOMPARE(readOther(entry->id), notFound);
}

void TestOsKeyStore::findsItsOwnEntriesThatTheSettingsDoNotKnow()
{
    secretTool({QStringLiteral("store"), QStringLiteral("--label=x"), QStringLiteral("server"),
                   QStringLiteral("rerank-key-doctor"), QStringLiteral("user"), QStringLiteral("elsewhere")},
        testkeys::other);
    const std::vector<keychain::OtherEntry> found = others();
    const auto isIt = [](const auto &each) { return each.name == QLatin1String("elsewhere"); };
    QCOMPARE(std::count_if(found.begin(), found.end(), isIt), 1);
    secretTool(words("clear server rerank-key-doctor user elsewhere"));
}

void TestOsKeyStore::unlocksNothingByItself()
{
    QCOMPARE(save(QStringLiteral("cohere"), testkeys::good), fine);
    QDBusMessage lock = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
        QStringLiteral("Lock"));
    const QList<QDBusObjectPath> keyrings{QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))};
    lock << QVariant::fromValue(keyrings);
    QCOMPARE(QDBusConnection::sessionBus().call(lock).type(), QDBusMessage::ReplyMessage);

    QElapsedTimer clock;
    clock.start();
    const std::vector<keychain::OtherEntry> found = others();
    QCOMPARE(found.size(), 1U);
    QVERIFY(found.front().locked);
    QVERIFY(!found.front().name.isEmpty());
    const QByteArray locked = "failure " + QByteArray::number(code(KeyStoreFailure::Locked));
    QCOMPARE(readOther(found.front().id), locked);
    QCOMPARE(read(QStringLiteral("cohere")), locked);
    QCOMPARE(remove(QStringLiteral("cohere")), code(KeyStoreFailure::Locked));
    QVERIFY(m_store.names().contains(QStringLiteral("cohere")));
    QVERIFY(clock.elapsed() < 20'000);
}

QTEST_GUILESS_MAIN(TestOsKeyStore)
#include "tst_OsKeyStore.moc"
