// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "keychain/OtherEntries.h"
#include "keychain/SelfCheck.h"

#include <QTimer>

#include <map>

using keychain::KeyStoreFailure;
using Step = keychain::SelfCheckFailure::Step;

/// What a self-check does where a step fails, and what an entry's attributes tell: both without a keychain.
class TestKeychainParts : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void saysWhichStepFailedAndLeavesNothing_data();
    void saysWhichStepFailedAndLeavesNothing();
    void deletesWhatWasWrittenTooLate();
    void knowsTheEntriesOfOtherPrograms_data();
    void knowsTheEntriesOfOtherPrograms();
};

namespace {

using std::chrono::milliseconds;

/// A keychain in which one step fails.
class FailingEntries : public keychain::Entries {
public:
    explicit FailingEntries(std::optional<Step> failing)
        : m_failing(failing)
    {
    }

    void read(const QString &name, milliseconds, ReadHandler handler) override
    {
        QTimer::singleShot(0, this, [this, name, handler] {
            if (m_failing == Step::Read)
                handler(tl::unexpected(KeyStoreFailure::Locked));
            else
                handler(m_failing == Step::Compare ? key::Secret(QByteArrayView("something else"))
                                                   : entries.at(name).duplicate());
        });
    }

    void write(const QString &name, const key::Secret &secret, milliseconds, DoneHandler handler,
        std::function<void()> writtenLate) override
    {
        late = std::move(writtenLate);
        names.append(name);
        if (m_failing != Step::Write)
            entries.insert_or_assign(name, secret.duplicate());
        QTimer::singleShot(0, this, [this, handler] {
            if (m_failing == Step::Write)
                handler(tl::unexpected(KeyStoreFailure::TimedOut));
            else
                handler({});
        });
    }

    void remove(const QString &name, milliseconds, DoneHandler handler) override
    {
        removed.append(name);
        if (m_failing != Step::Delete)
            entries.erase(name);
        QTimer::singleShot(0, this, [this, handler] {
            if (m_failing == Step::Delete)
                handler(tl::unexpected(KeyStoreFailure::Refused));
            else
                handler({});
        });
    }

    std::map<QString, key::Secret> entries;
    QStringList names;
    QStringList removed;
    std::function<void()> late;

private:
    std::optional<Step> m_failing;
};

} // namespace

void TestKeychainParts::saysWhichStepFailedAndLeavesNothing_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("failure");
    const auto row = [](const char *name, Step step, KeyStoreFailure failure) {
        QTest::newRow(name) << static_cast<int>(step) << static_cast<int>(failure);
    };
    row("write", Step::Write, KeyStoreFailure::TimedOut);
    row("read", Step::Read, KeyStoreFailure::Locked);
    row("compare", Step::Compare, KeyStoreFailure::Other);
    row("delete", Step::Delete, KeyStoreFailure::Refused);
}

void TestKeychainParts::saysWhichStepFailedAndLeavesNothing()
{
    QFETCH(const int, step);
    QFETCH(const int, failure);
    FailingEntries entries(static_cast<Step>(step));
    std::optional<tl::expected<void, keychain::SelfCheckFailure>> outcome;
    keychain::SelfCheck::run(&entries, [&](const auto &result) { outcome = result; });
    QVERIFY(!outcome); // never from within the call
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!outcome->has_value());
    QCOMPARE(static_cast<int>(outcome->error().step), step);
    QCOMPARE(static_cast<int>(outcome->error().failure), failure);
    QCOMPARE(entries.names.size(), 1);
    QVERIFY(entries.names.constFirst().startsWith(QLatin1String(keychain::selfCheckPrefix)));
    if (static_cast<Step>(step) != Step::Delete)
        QVERIFY(entries.entries.empty());
    if (static_cast<Step>(step) != Step::Write)
        QCOMPARE(entries.removed, entries.names);
}

void TestKeychainParts::deletesWhatWasWrittenTooLate()
{
    FailingEntries entries(Step::Write);
    bool answered = false;
    keychain::SelfCheck::run(&entries, [&](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
    QVERIFY(entries.removed.isEmpty());
    entries.late();
    QCOMPARE(entries.removed, entries.names);
}

void TestKeychainParts::knowsTheEntriesOfOtherPrograms_data()
{
    using keychain::Attributes;
    QTest::addColumn<QString>("label");
    QTest::addColumn<Attributes>("attributes");
    QTest::addColumn<bool>("found");
    QTest::addColumn<QString>("holder");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const char *label, const Attributes &attributes, bool found = false,
                         const char *holder = "", const char *name = "") {
        QTest::newRow(what) << QString::fromLatin1(label) << attributes << found << QString::fromLatin1(holder)
                            << QString::fromLatin1(name);
    };
    const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
    row("python's keyring", "Password for 'ada' on 'cohere'",
        {{text("service"), text("cohere")}, {text("username"), text("ada")},
            {text("application"), text("Python keyring library")}},
        true, "Python keyring library", "ada");
    row("secret-tool, by its label", "My COHERE key", {{text("a"), text("b")}}, true, "", "My COHERE key");
    row("by an attribute's value", "", {{text("x"), text("co_api_key")}}, true, "", "co_api_key");
    row("by an attribute's name", "key", {{text("COHERE_APIKEY"), text("1")}}, true, "", "key");
    row("of a service", "x", {{text("service"), text("api.cohere.com")}}, true, "api.cohere.com", "x");
    row("nothing of Cohere's", "mail", {{text("service"), text("imap")}});
    row("only coherent", "a coherent story", {{text("service"), text("Oracle Coherence")}});
    const Attributes own{{text("server"), text("rerank-key-doctor")}, {text("user"), text("known")}};
    row("our own", "rerank-key-doctor", own);
    row("our own, not in the settings", "rerank-key-doctor",
        {{text("server"), text("rerank-key-doctor")}, {text("user"), text("elsewhere")}}, true, "rerank-key-doctor",
        "elsewhere");
    row("a self-check's", "rerank-key-doctor",
        {{text("server"), text("rerank-key-doctor")}, {text("user"), text("self-check-cohere")}});
}

void TestKeychainParts::knowsTheEntriesOfOtherPrograms()
{
    QFETCH(const QString, label);
    QFETCH(const keychain::Attributes, attributes);
    QFETCH(const bool, found);
    QFETCH(const QString, holder);
    QFETCH(const QString, name);
    const auto entry = keychain::readOtherEntry(label, attributes, {QStringLiteral("known")});
    QCOMPARE(entry.has_value(), found);
    if (!entry)
        return;
    QCOMPARE(entry->label, label);
    QCOMPARE(entry->holder, holder);
    QCOMPARE(entry->name, name);
}

QTEST_GUILESS_MAIN(TestKeychainParts)
#include "tst_KeychainParts.moc"
