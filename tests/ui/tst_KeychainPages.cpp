// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "ui/WindowFixture.h"
#include "widgets/CommandText.h"
#include "words/FailureWords.h"
#include "words/SourceWords.h"
#include "words/WindowWords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using keychain::KeyStoreFailure;
using words::SourceWords;
using words::WindowWords;

/// What the window does with the keychain: on the first page, and on the last one.
class tst_KeychainPages : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void asksNothingBeforeTheUserDoes();
    void offersKeysOfOtherPrograms();
    void takesAKeyOfAnotherProgram();
    void saysThatThereAreNoOthers();
    void deletesOnlyWhenAskedTwice();
    void forgetsTheQuestionWhetherToDelete_data();
    void forgetsTheQuestionWhetherToDelete();
    void goesOnWithTheFocusWhereTheLastKeyIsDeleted();
    void checksTheKeychain_data();
    void checksTheKeychain();
    void saysEachFailure_data();
    void saysEachFailure();
    void losesNothingThatIsTypedWhileTheKeychainIsSlow();
    void replacesOnlyWhenAskedTwice();
    void forgetsTheQuestionWhetherToReplace();
    void showsHowToUseAKeptKey();
    void showsItForALoadedKeyToo();
    void writesTheCommandsForTheClientAndTheShell();
};

namespace {

class KeychainFixture : public WindowFixture {
public:
    KeychainFixture()
    {
        add("cohere", testkeys::good);
        add("second", testkeys::other);
    }

    void add(const char *name, const QByteArray &bytes)
    {
        keyStore.keys.insert_or_assign(QLatin1String(name), key::Secret(bytes));
    }

    void addOther(const char *name, bool locked)
    {
        keychain::OtherEntry entry;
        entry.id = QStringLiteral("/entry/") + QLatin1String(name);
        entry.name = QLatin1String(name);
        entry.holder = QStringLiteral("Python keyring library");
        entry.locked = locked;
        keyStore.otherKeys.insert_or_assign(entry.id, key::Secret(testkeys::other));
        keyStore.others.push_back(entry);
    }

    void openKeychain()
    {
        open();
        click("sourceKeychain");
    }

    void openKeepSafe()
    {
        open();
        paste(practiceKey("works"));
        click("testKey");
        QTRY_VERIFY(session().keyWorks());
        click("keepSafe");
    }

    [[nodiscard]] QComboBox *names() const { return qobject_cast<QComboBox *>(visible("sourceName")); }

    [[nodiscard]] QString text(const char *name) const
    {
        const auto *label = qobject_cast<QLabel *>(visible(name));
        return label == nullptr ? QString() : label->text();
    }

    [[nodiscard]] QStringList commands() const
    {
        QStringList all;
        const auto texts = visible("keepSteps")->findChildren<widgets::CommandText *>();
        for (const widgets::CommandText *text : texts)
            all.append(text->command());
        return all;
    }
};

} // namespace

void tst_KeychainPages::asksNothingBeforeTheUserDoes()
{
    KeychainFixture fixture;
    fixture.open();
    const QSignalSpy asked(&fixture.session().keychain(), &KeychainSession::asked);
    fixture.click("sourceKeychain");
    QCOMPARE(fixture.names()->count(), 2); // the names come from the settings
    fixture.names()->setCurrentIndex(1);
    fixture.click("sourceComputer");
    QTRY_VERIFY(!fixture.session().search().isRunning());
    fixture.click("sourceKeychain");
    QCOMPARE(asked.size(), 0);
    QVERIFY(fixture.session().secret().isEmpty());
}

void tst_KeychainPages::offersKeysOfOtherPrograms()
{
    KeychainFixture fixture;
    fixture.addOther("ada", false);
    fixture.addOther("grace", true);
    fixture.openKeychain();
    QCOMPARE(fixture.names()->count(), 2);
    fixture.visible("findOthers")->setFocus();
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.names()->count(), 4);
    QCOMPARE(fixture.names()->itemText(2), QStringLiteral("ada, saved by Python keyring library"));
    QCOMPARE(fixture.names()->itemText(3), QStringLiteral("grace, saved by Python keyring library (locked)"));
    QCOMPARE(fixture.text("keychainMessage"), SourceWords::othersFound(2));
    fixture.keyStore.others.front().holder.clear(); // as secret-tool leaves it
    fixture.click("findOthers");
    QTRY_COMPARE(fixture.names()->itemText(2), QStringLiteral("ada, saved by another program"));
    QVERIFY(fixture.session().secret().isEmpty()); // none was read
}

void tst_KeychainPages::takesAKeyOfAnotherProgram()
{
    KeychainFixture fixture;
    fixture.addOther("ada", true);
    fixture.openKeychain();
    fixture.click("findOthers");
    QTRY_COMPARE(fixture.names()->count(), 3);
    fixture.names()->setCurrentIndex(2);
    QVERIFY(!fixture.visible("deleteSaved")->isEnabled()); // not this program's to delete
    fixture.click("useSource");
    QTRY_COMPARE(fixture.session().secret(), key::Secret(testkeys::other));
    QCOMPARE(fixture.session().source().holder, QStringLiteral("Python keyring library"));
    QVERIFY(fixture.text("keyMessage").contains(u"saved by Python keyring library"));
    QVERIFY(fixture.text("keychainMessage").isEmpty());
}

void tst_KeychainPages::saysThatThereAreNoOthers()
{
    WindowFixture fixture;
    fixture.open();
    fixture.click("sourceKeychain");
    QVERIFY(fixture.visible("noSavedKey") != nullptr);
    QVERIFY(fixture.visible("useSource") == nullptr);
    fixture.click("findOthers");
    QTRY_COMPARE(qobject_cast<QLabel *>(fixture.visible("keychainMessage"))->text(), SourceWords::noOthersFound());
}

void tst_KeychainPages::deletesOnlyWhenAskedTwice()
{
    KeychainFixture fixture;
    fixture.openKeychain();
    fixture.names()->setCurrentIndex(1);
    fixture.click("deleteSaved");
    QCOMPARE(fixture.text("keychainMessage"), SourceWords::deleteQuestion(QStringLiteral("second")));
    QVERIFY(!fixture.session().keychain().isBusy());
    QCOMPARE(fixture.keyStore.keys.size(), std::size_t(2));
    fixture.click("deleteSaved");
    QTRY_COMPARE(fixture.text("keychainMessage"), SourceWords::deleted(QStringLiteral("second")));
    QCOMPARE(fixture.keyStore.names(), QStringList(QStringLiteral("cohere")));
    QCOMPARE(fixture.names()->count(), 1);
}

void tst_KeychainPages::forgetsTheQuestionWhetherToDelete_data()
{
    QTest::addColumn<QString>("act");
    for (const char *act : {"another name", "another source", "another wish"})
        QTest::newRow(act) << QString::fromLatin1(act);
}

void tst_KeychainPages::forgetsTheQuestionWhetherToDelete()
{
    QFETCH(const QString, act);
    KeychainFixture fixture;
    fixture.openKeychain();
    fixture.click("deleteSaved");
    QVERIFY(!fixture.text("keychainMessage").isEmpty());
    if (act == QLatin1String("another name")) {
        fixture.names()->setCurrentIndex(1);
        QVERIFY(fixture.text("keychainMessage").isEmpty());
        fixture.names()->setCurrentIndex(0);
    } else if (act == QLatin1String("another source")) {
        fixture.click("sourcePaste");
        QVERIFY(fixture.text("keychainMessage").isEmpty());
        fixture.click("sourceKeychain");
    } else {
        fixture.click("checkKeychain");
        QTRY_VERIFY(!fixture.session().keychain().isBusy());
    }
    fixture.click("deleteSaved"); // asks again
    QCOMPARE(fixture.text("keychainMessage"), SourceWords::deleteQuestion(QStringLiteral("cohere")));
    QVERIFY(!fixture.session().keychain().isBusy());
}

void tst_KeychainPages::goesOnWithTheFocusWhereTheLastKeyIsDeleted()
{
    WindowFixture fixture;
    fixture.keyStore.keys.insert_or_assign(QStringLiteral("only"), key::Secret(testkeys::good));
    fixture.open();
    fixture.click("sourceKeychain");
    fixture.visible("deleteSaved")->setFocus();
    fixture.press(Qt::Key_Space);
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(fixture.keyStore.keys.empty());
    QTRY_COMPARE(fixture.window().focusWidget(), fixture.visible("findOthers"));
}

void tst_KeychainPages::checksTheKeychain_data()
{
    using Step = keychain::SelfCheckFailure::Step;
    QTest::addColumn<std::optional<keychain::SelfCheckFailure>>("failure");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, std::optional<keychain::SelfCheckFailure> failure, const QString &said) {
        QTest::newRow(name) << failure << said;
    };
    const QString locked = words::FailureWords::sentence(KeyStoreFailure::Locked);
    row("works", std::nullopt, QStringLiteral("works"));
    row("write", keychain::SelfCheckFailure{Step::Write, KeyStoreFailure::Locked}, locked);
    row("read", keychain::SelfCheckFailure{Step::Read, KeyStoreFailure::Locked}, locked);
    row("compare", keychain::SelfCheckFailure{Step::Compare, KeyStoreFailure::Other}, QStringLiteral("something else"));
    row("delete", keychain::SelfCheckFailure{Step::Delete, KeyStoreFailure::Locked}, QStringLiteral("deleted"));
}

void tst_KeychainPages::checksTheKeychain()
{
    QFETCH(const std::optional<keychain::SelfCheckFailure>, failure);
    QFETCH(const QString, said);
    KeychainFixture fixture;
    fixture.keyStore.selfCheckFailure = failure;
    fixture.openKeychain();
    fixture.click("checkKeychain");
    QCOMPARE(fixture.text("keychainMessage"), SourceWords::keychainAsked());
    QTRY_VERIFY2(fixture.text("keychainMessage").contains(said), qPrintable(fixture.text("keychainMessage")));
}

void tst_KeychainPages::saysEachFailure_data()
{
    QTest::addColumn<KeyStoreFailure>("failure");
    QTest::addColumn<QByteArray>("button");
    const std::pair<const char *, KeyStoreFailure> failures[] = {{"no service", KeyStoreFailure::NoService},
        {"no keyring", KeyStoreFailure::NoKeyring}, {"locked", KeyStoreFailure::Locked},
        {"refused", KeyStoreFailure::Refused}, {"stopped", KeyStoreFailure::Stopped},
        {"no text", KeyStoreFailure::NotText}, {"slow", KeyStoreFailure::TimedOut}, {"other", KeyStoreFailure::Other}};
    for (const auto &[name, failure] : failures) {
        for (const char *button : {"useSource", "findOthers", "deleteSaved"})
            QTest::addRow("%s: %s", button, name) << failure << QByteArray(button);
    }
}

void tst_KeychainPages::saysEachFailure()
{
    QFETCH(const KeyStoreFailure, failure);
    QFETCH(const QByteArray, button);
    KeychainFixture fixture;
    fixture.keyStore.failure = failure;
    fixture.open();
    fixture.paste(QString::fromLatin1(testkeys::good));
    fixture.click("sourceKeychain");
    fixture.click(button.constData());
    if (button == "deleteSaved")
        fixture.click(button.constData());
    QTRY_COMPARE(fixture.text("keychainMessage"), words::FailureWords::sentence(failure));
    QCOMPARE(fixture.session().secret(), key::Secret(testkeys::good));
}

void tst_KeychainPages::losesNothingThatIsTypedWhileTheKeychainIsSlow()
{
    KeychainFixture fixture;
    fixture.openKeychain();
    const QSignalSpy dropped(&fixture.session().keychain(), &KeychainSession::readingDropped);
    fixture.click("useSource");
    QVERIFY(fixture.session().keychain().isBusy());
    fixture.visible("keyBox")->setFocus();
    fixture.paste(QStringLiteral("TestKeyTypedMeanwhile"));
    QTRY_COMPARE(dropped.size(), 1);
    QCOMPARE(fixture.session().secret(), key::Secret("TestKeyTypedMeanwhile"));
    QVERIFY(fixture.text("keychainMessage").isEmpty());
    QVERIFY(!fixture.session().keychain().isBusy());
}

void tst_KeychainPages::replacesOnlyWhenAskedTwice()
{
    KeychainFixture fixture;
    fixture.openKeepSafe();
    fixture.click("saveToKeychain");
    QCOMPARE(fixture.text("keepResult"), WindowWords::replaceQuestion(QStringLiteral("cohere")));
    QVERIFY(!fixture.session().keychain().isBusy());
    QCOMPARE(fixture.keyStore.keys.at(QStringLiteral("cohere")), key::Secret(testkeys::good));
    fixture.click("saveToKeychain");
    QTRY_COMPARE(fixture.text("keepResult"), WindowWords::keySaved(QStringLiteral("cohere")));
    QCOMPARE(fixture.keyStore.keys.at(QStringLiteral("cohere")), key::Secret(practiceKey("works").toLatin1()));
}

void tst_KeychainPages::forgetsTheQuestionWhetherToReplace()
{
    KeychainFixture fixture;
    fixture.openKeepSafe();
    fixture.click("saveToKeychain");
    auto *name = qobject_cast<QLineEdit *>(fixture.visible("keptName"));
    name->setFocus();
    fixture.press(Qt::Key_End);
    fixture.press(Qt::Key_2);
    QVERIFY(fixture.text("keepResult").isEmpty());
    fixture.press(Qt::Key_Backspace);
    fixture.click("saveToKeychain"); // asks again
    QCOMPARE(fixture.text("keepResult"), WindowWords::replaceQuestion(QStringLiteral("cohere")));
    QCOMPARE(fixture.keyStore.keys.at(QStringLiteral("cohere")), key::Secret(testkeys::good));
}

void tst_KeychainPages::showsHowToUseAKeptKey()
{
    KeychainFixture fixture;
    fixture.openKeepSafe();
    QVERIFY(fixture.visible("keepSteps") == nullptr);
    QVERIFY(fixture.visible("ownProgram") == nullptr);
    auto *name = qobject_cast<QLineEdit *>(fixture.visible("keptName"));
    name->setText(QStringLiteral("ada's key"));
    fixture.click("saveToKeychain");
    QTRY_VERIFY(fixture.visible("keepSteps") != nullptr);
    QCOMPARE(fixture.commands().constFirst(),
        QStringLiteral(R"(rerank-key run --keychain 'ada'\''s key' -- python app.py)"));
    fixture.visible("ownProgram")->setFocus();
    QTest::keyClicks(fixture.visible("ownProgram"), QStringLiteral("node index.js"));
    QVERIFY(fixture.commands().constFirst().endsWith(u" -- node index.js"));
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("ownProgram"));
    // The name that was saved, not the one that is typed next.
    name->setText(QStringLiteral("next"));
    QVERIFY(fixture.commands().constFirst().contains(u"'\\''s key'"));
}

void tst_KeychainPages::showsItForALoadedKeyToo()
{
    KeychainFixture fixture;
    fixture.add("practice", practiceKey("works").toLatin1());
    fixture.openKeychain();
    fixture.names()->setCurrentIndex(fixture.names()->findText(QStringLiteral("practice")));
    fixture.click("useSource");
    QTRY_VERIFY(!fixture.session().secret().isEmpty());
    fixture.click("testKey");
    QTRY_VERIFY(fixture.session().keyWorks());
    fixture.click("keepSafe");
    QVERIFY(fixture.visible("keepSteps") != nullptr);
    QVERIFY(fixture.commands().constFirst().contains(u"--keychain 'practice'"));
}

void tst_KeychainPages::writesTheCommandsForTheClientAndTheShell()
{
#if defined(Q_OS_WIN)
    QSKIP("Windows has no command that reads a key out of the keychain.");
#endif
    KeychainFixture fixture;
    fixture.options.shellPath = QStringLiteral("/usr/bin/fish");
    fixture.openKeepSafe();
    qobject_cast<QLineEdit *>(fixture.visible("keptName"))->setText(QStringLiteral("new"));
    fixture.click("saveToKeychain");
    QTRY_VERIFY(fixture.visible("keepSteps") != nullptr);
    QVERIFY2(fixture.commands().at(1).startsWith(u"set -gx CO_API_KEY ("), qPrintable(fixture.commands().at(1)));
    auto *client = fixture.window().findChild<QComboBox *>(QStringLiteral("client"));
    client->setCurrentIndex(client->findData(QStringLiteral("llamaindex")));
    QVERIFY(fixture.commands().at(1).startsWith(u"set -gx COHERE_API_KEY ("));
}

QTEST_MAIN(tst_KeychainPages)
#include "tst_KeychainPages.moc"
