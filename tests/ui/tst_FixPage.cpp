// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/Comparison.h"
#include "sources/envfile/EnvLoaders.h"
#include "sources/profiles/ProfileReaders.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "widgets/FixSteps.h"
#include "words/FixWords.h"
#include "words/MendWords.h"
#include "words/WindowWords.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QTemporaryDir>

using diagnosis::Platform;
using Step = DoctorWindow::Step;
using Outcome = MendSession::Outcome;

namespace {

const QByteArray noBreakSpace = "\xc2\xa0";
const QByteArray zeroWidthSpace = "\xe2\x80\x8b";

QByteArray keyOf(const char *scenario)
{
    return practiceKey(scenario).toLatin1();
}

/// A .env file with a character too many.
QByteArray brokenFile()
{
    return "CO_API_KEY=\"" + keyOf("works") + noBreakSpace + "\"\n";
}

/// A project with a .env, and a home folder, that the window's search reads anew each time.
class MendFixture : public WindowFixture {
public:
    MendFixture()
    {
        QVERIFY(m_folder.isValid());
        options.projectFolder = QFileInfo(m_folder.path()).canonicalFilePath();
        reach.home = options.projectFolder;
        search.find = [this](const check::SearchRequest &request, check::SearchResult &result) {
            readInto(result, sources::keysInEnvFile(read(".env"), {}), path(".env"));
            readInto(
                result, sources::profiles::readShellProfile(read(".bashrc"), sources::keyVariables()), path(".bashrc"));
            result.findings = sources::comparePlaces(result.keys, request.client);
        };
    }

    [[nodiscard]] QString path(const char *name) const { return options.projectFolder + u'/' + QLatin1String(name); }

    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    /// Goes on by Tab until the control has the focus.
    void tabTo(const char *objectName) const
    {
        constexpr int most = 80;
        for (int i = 0; i < most && window().focusWidget()->objectName() != QLatin1String(objectName); ++i)
            press(Qt::Key_Tab);
        QCOMPARE(window().focusWidget()->objectName(), QLatin1String(objectName));
    }

    /// Takes the key out of the .env file, tests it, and goes to the first cause's fix.
    void testKeyOfFile() const
    {
        QTRY_VERIFY(window().isActiveWindow()); // else arrow keys choose no radio button
        tabTo("sourcePaste");
        press(Qt::Key_Down); // "This computer" is below it
        QCOMPARE(window().focusWidget()->objectName(), QStringLiteral("sourceComputer"));
        QTRY_VERIFY(visible("useSource") != nullptr);
        tabTo("useSource");
        press(Qt::Key_Space);
        QVERIFY(!session().secret().isEmpty());
        tabTo("testKey");
        press(Qt::Key_Return);
        QTRY_COMPARE(session().testState(), DoctorSession::TestState::Finished);
    }

    void goToFix() const
    {
        QCOMPARE(window().currentStep(), Step::Causes);
        tabTo("showFix");
        press(Qt::Key_Return);
        QCOMPARE(window().currentStep(), Step::Fix);
    }

    void lookAtFirstOffer() const
    {
        tabTo("mendOffer");
        press(Qt::Key_Return);
        QTRY_COMPARE(mends().activity(), MendSession::Activity::None);
    }

    /// From a .env file with this text to the preview of the first change that is offered.
    void lookAtTheChangeOf(const QByteArray &text)
    {
        write(".env", text);
        open();
        testKeyOfFile();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!session().keyWorks());
        goToFix();
        lookAtFirstOffer();
    }

    /// Makes the change that is looked at.
    void apply() const
    {
        QTRY_VERIFY(visible("mendPreview") != nullptr);
        tabTo("mendApply");
        press(Qt::Key_Return);
        QTRY_COMPARE(mends().activity(), MendSession::Activity::None);
    }

    void waitForProof() const
    {
        QTRY_VERIFY(mends().proof() == MendSession::Proof::Works || mends().proof() == MendSession::Proof::Fails);
    }

    [[nodiscard]] QString result() const
    {
        const auto *label = qobject_cast<QLabel *>(visible("mendResult"));
        return label == nullptr ? QString() : label->text();
    }

    [[nodiscard]] QStringList previewLines() const
    {
        const auto *list = qobject_cast<QAbstractItemView *>(visible("mendPreview"));
        QStringList lines;
        for (int i = 0; list != nullptr && i < list->model()->rowCount(); ++i)
            lines += list->model()->index(i, 0).data().toString();
        return lines;
    }

private:
    static void readInto(check::SearchResult &result, std::vector<sources::FoundKey> keys, const QString &file)
    {
        for (sources::FoundKey &found : keys) {
            found.place.file = file;
            result.keys.push_back(std::move(found));
        }
    }

    QTemporaryDir m_folder;
};

QStringList spokenSteps(const WindowFixture &fixture)
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(fixture.visible("fixSteps"));
    QStringList rows;
    for (int i = 0; i < list->childCount(); ++i)
        rows += list->child(i)->text(QAccessible::Name);
    return rows;
}

void openFix(WindowFixture &fixture, const char *scenario)
{
    fixture.open();
    fixture.paste(practiceKey(scenario));
    fixture.click("testKey");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("showFix");
}

QComboBox *platformBox(const WindowFixture &fixture)
{
    return qobject_cast<QComboBox *>(fixture.visible("platform"));
}

} // namespace

class TestFixPage : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void asksWhereTheProgramRuns();
    void writesTheStepsForThePlatform();
    void keepsThePlatformForAllCauses();
    void saysWhatOneShouldSee();

    void mendsAFileAndProvesItByKeyboardAlone_data();
    void mendsAFileAndProvesItByKeyboardAlone();
    void showsNoKeyOnTheWay();
    void changesNothingWhereItIsCancelled();
    void saysWhyItChangesNothing_data();
    void saysWhyItChangesNothing();
    void saysWhyItCannotGoBack();
    void setsTheVariableOfANewTerminal();
    void saysThatAKeyWasNotFoundAgain();
    void leavesAKeyAloneThatWasGivenMeanwhile();
    void offersNothingForACauseThatIsElsewhere();
    void dropsAChangeThatIsLookedAtWithItsCause();
    void offersToKeepAKeyThatWorksSafe();

    void showsTheCodeOfTheClient_data();
    void showsTheCodeOfTheClient();
};

void TestFixPage::asksWhereTheProgramRuns()
{
    WindowFixture fixture;
    fixture.options.shellPath = QStringLiteral("/usr/bin/fish");
    openFix(fixture, "rejected");
    const QComboBox *box = platformBox(fixture);
    QCOMPARE(QAccessible::queryAccessibleInterface(fixture.visible("platform"))->text(QAccessible::Name),
        QStringLiteral("Where your program runs"));
    QCOMPARE(box->count(), diagnosis::platformCount);
    QCOMPARE(box->currentText(),
        words::FixWords::platform(
            diagnosis::platformOf(diagnosis::contextOfThisSystem(QStringLiteral("/usr/bin/fish")))));
}

void TestFixPage::writesTheStepsForThePlatform()
{
    WindowFixture fixture;
    openFix(fixture, "rejected");
    fixture.visible("platform")->setFocus();
    fixture.press(Qt::Key_Home); // by keyboard
    for (int i = 0; i < diagnosis::platformCount; ++i) {
        const auto platform = static_cast<Platform>(i);
        QCOMPARE(fixture.session().platform(), platform);
        const diagnosis::FixContext context = fixture.session().fixContext();
        QStringList commands;
        for (const auto &step : diagnosis::fixPlan(fixture.session().causes().front().cause, context)) {
            if (!step.command.isEmpty())
                commands += step.command;
        }
        const QString spoken = spokenSteps(fixture).join(u'\n');
        for (const QString &command : commands)
            QVERIFY2(spoken.contains(command), qPrintable(command));
        fixture.press(Qt::Key_Down);
    }
    fixture.press(Qt::Key_Home);
    const QStringList powerShell = spokenSteps(fixture);
    fixture.press(Qt::Key_Down);
    QVERIFY(spokenSteps(fixture) != powerShell);
}

void TestFixPage::keepsThePlatformForAllCauses()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("rejected") + QChar(0x00a0));
    fixture.click("testKey");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("showFix");
    platformBox(fixture)->setFocus();
    fixture.press(Qt::Key_Home);
    QVERIFY(fixture.session().causes().size() > 1);
    fixture.click("notThis");
    QCOMPARE(platformBox(fixture)->currentIndex(), 0);
    fixture.click("testAgain");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("showFix");
    QCOMPARE(platformBox(fixture)->currentIndex(), 0);
    QCOMPARE(fixture.session().fixContext().system, diagnosis::System::Windows);
}

void TestFixPage::saysWhatOneShouldSee()
{
    WindowFixture fixture;
    openFix(fixture, "rejected");
    const diagnosis::FixContext context = fixture.session().fixContext();
    const auto plan = diagnosis::fixPlan(fixture.session().causes().front().cause, context);
    const QStringList spoken = spokenSteps(fixture);
    QCOMPARE(spoken.size(), static_cast<qsizetype>(plan.size()));
    int expected = 0;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const QString expectation = words::FixWords::expectation(plan[i], context);
        expected += expectation.isEmpty() ? 0 : 1;
        QCOMPARE(spoken[static_cast<qsizetype>(i)].contains(QStringLiteral("You should see: ") + expectation),
            !expectation.isEmpty());
    }
    QVERIFY(expected > 0);
}

void TestFixPage::mendsAFileAndProvesItByKeyboardAlone_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("line"); ///< of the mended file
    const QByteArray good = keyOf("works");
    const QByteArray line = "CO_API_KEY=" + good;
    QTest::newRow("quotes, CRLF and a no-break space")
        << QByteArray("A=1\r\nCO_API_KEY=\"" + good + noBreakSpace + "\"\r\nB=2\r\n") << line;
    QTest::newRow("a zero-width space, no line end") << QByteArray("CO_API_KEY=" + good + zeroWidthSpace) << line;
    QTest::newRow("a byte order mark and curly quotes") << QByteArray("\xef\xbb\xbf"
                                                                      "CO_API_KEY=\xe2\x80\x9c"
        + good + "\xe2\x80\x9d\n") << line;
    QTest::newRow("the name twice") << QByteArray("CO_API_KEY=CO_API_KEY=" + good + "\n") << line;
}

void TestFixPage::mendsAFileAndProvesItByKeyboardAlone()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, line);
    MendFixture fixture;
    fixture.lookAtTheChangeOf(before);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(fixture.read(".env"), before); // looking changes nothing
    QCOMPARE(fixture.window().focusWidget()->objectName(), QStringLiteral("mendPreview"));
    QVERIFY(!fixture.previewLines().filter(QStringLiteral("\u2212 CO_API_KEY=")).isEmpty()
        || !fixture.previewLines().filter(QStringLiteral("\u2212 ")).isEmpty());
    QVERIFY(!fixture.previewLines().filter(QStringLiteral("+ CO_API_KEY=")).isEmpty());

    fixture.apply();
    fixture.waitForProof();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(fixture.read(".env").contains(line));
    QVERIFY(fixture.session().keyWorks());
    QCOMPARE(fixture.session().source().file, fixture.path(".env"));
    QCOMPARE(fixture.outcome(), QStringLiteral("The key works at the practice endpoint."));
    QVERIFY2(fixture.result().contains(words::WindowWords::mendProved()), qPrintable(fixture.result()));

    fixture.tabTo("mendUndo");
    fixture.press(Qt::Key_Space);
    QTRY_COMPARE(fixture.mends().outcome(), Outcome::GoneBack);
    QCOMPARE(fixture.read(".env"), before);
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes); // tested again, as it now is
    QVERIFY(!fixture.session().keyWorks());
    QVERIFY(fixture.visible("mendUndo") == nullptr);
}

void TestFixPage::showsNoKeyOnTheWay()
{
    MendFixture fixture;
    fixture.write(".env", brokenFile());
    fixture.open();
    QSet<QString> seen;
    const auto look = [&] { seen.unite(shown::texts(fixture.window())); };
    fixture.testKeyOfFile();
    if (QTest::currentTestFailed())
        return;
    fixture.goToFix();
    look();
    fixture.lookAtFirstOffer();
    if (QTest::currentTestFailed())
        return;
    look();
    fixture.apply();
    look();
    fixture.waitForProof();
    if (QTest::currentTestFailed())
        return;
    look();
    fixture.tabTo("mendUndo");
    fixture.press(Qt::Key_Space);
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    look();
    QVERIFY(seen.size() > 50);
    for (const QString &text : std::as_const(seen))
        QVERIFY2(!shown::holdsKey(text, practiceKey("works")), "the key is to be seen");
}

void TestFixPage::changesNothingWhereItIsCancelled()
{
    MendFixture fixture;
    const QByteArray before = brokenFile();
    fixture.lookAtTheChangeOf(before);
    if (QTest::currentTestFailed())
        return;
    fixture.tabTo("mendCancel");
    fixture.press(Qt::Key_Return);
    QVERIFY(fixture.visible("mendPreview") == nullptr);
    QCOMPARE(fixture.window().focusWidget()->objectName(), QStringLiteral("mendOffer"));
    QVERIFY(fixture.result().isEmpty());
    QVERIFY(!fixture.mender.canApply());
    QCOMPARE(fixture.read(".env"), before);
    QCOMPARE(
        QDir(fixture.options.projectFolder).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral(".env")});
}

void TestFixPage::saysWhyItChangesNothing_data()
{
    QTest::addColumn<QByteArray>("trouble");
    QTest::addColumn<mend::MendFailure>("failure");
    QTest::newRow("another program writes it") << QByteArray("written") << mend::MendFailure::ChangedMeanwhile;
#ifdef Q_OS_UNIX
    QTest::newRow("a link out of the folder") << QByteArray("link") << mend::MendFailure::OutsideFolder;
#endif
    QTest::newRow("a folder in its place") << QByteArray("folder") << mend::MendFailure::NotAFile;
}

void TestFixPage::saysWhyItChangesNothing()
{
    QFETCH(const QByteArray, trouble);
    QFETCH(const mend::MendFailure, failure);
    MendFixture fixture;
    const QByteArray before = brokenFile();
    QTemporaryDir outside;
    const QString target = outside.filePath(QStringLiteral("env"));
    if (trouble == "link") {
        QFile file(target);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
        QVERIFY(QFile::link(target, fixture.path(".env")));
    } else {
        fixture.write(".env", before);
    }
    fixture.open();
    fixture.testKeyOfFile();
    if (QTest::currentTestFailed())
        return;
    fixture.goToFix();
    if (trouble == "folder") {
        QVERIFY(QFile::remove(fixture.path(".env")));
        QVERIFY(QDir().mkdir(fixture.path(".env")));
    }
    fixture.lookAtFirstOffer();
    if (QTest::currentTestFailed())
        return;
    if (trouble == "written") {
        fixture.write(".env", before + "MORE=1\n");
        fixture.apply();
        QCOMPARE(fixture.mends().outcome(), Outcome::NotChanged);
        QCOMPARE(fixture.read(".env"), before + "MORE=1\n");
    } else {
        QCOMPARE(fixture.mends().outcome(), Outcome::NotPrepared);
    }
    QCOMPARE(fixture.mends().failure(), failure);
    QCOMPARE(fixture.result(), words::MendWords::failure(failure, fixture.mends().about()));
    QVERIFY(fixture.visible("mendPreview") == nullptr);
    QVERIFY(fixture.visible("mendUndo") == nullptr);
    QVERIFY(fixture.visible("mendOffer") != nullptr);
    if (trouble == "link") {
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }
}

void TestFixPage::saysWhyItCannotGoBack()
{
    MendFixture fixture;
    fixture.lookAtTheChangeOf(brokenFile());
    if (QTest::currentTestFailed())
        return;
    fixture.apply();
    fixture.waitForProof();
    if (QTest::currentTestFailed())
        return;
    const QByteArray written = "CO_API_KEY=" + keyOf("works") + "\nMORE=1\n";
    fixture.write(".env", written);
    fixture.click("mendUndo");
    QTRY_COMPARE(fixture.mends().outcome(), Outcome::NotGoneBack);
    QCOMPARE(
        fixture.result(), words::MendWords::undoFailure(mend::MendFailure::ChangedMeanwhile, fixture.mends().about()));
    QCOMPARE(fixture.read(".env"), written);
}

void TestFixPage::setsTheVariableOfANewTerminal()
{
#if !defined(Q_OS_LINUX)
    QSKIP("Another file on other systems.");
#endif
    MendFixture fixture;
    fixture.write(".bashrc", "alias ll='ls -l'\n");
    fixture.options.shellPath = QStringLiteral("/bin/bash");
    fixture.open();
    fixture.paste(practiceKey("works"));
    fixture.click("testKey");
    QTRY_VERIFY(fixture.session().keyWorks());
    fixture.click("keepSafe");
    fixture.lookAtFirstOffer();
    if (QTest::currentTestFailed())
        return;
    fixture.apply();
    fixture.waitForProof();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(fixture.read(".bashrc").contains(keyOf("works")));
    QVERIFY(fixture.session().keyWorks());
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::ShellProfile);
    fixture.click("keepSafe");
    QVERIFY(fixture.visible("mendOffer") == nullptr); // it stands there now
    fixture.click("mendUndo");
    QTRY_COMPARE(fixture.mends().outcome(), Outcome::GoneBack);
    QTRY_COMPARE(fixture.mends().activity(), MendSession::Activity::None);
    QCOMPARE(fixture.read(".bashrc"), QByteArray("alias ll='ls -l'\n"));
    QVERIFY(fixture.session().keyWorks()); // there is none to be tested in its place
}

void TestFixPage::saysThatAKeyWasNotFoundAgain()
{
    MendFixture fixture;
    fixture.lookAtTheChangeOf(brokenFile());
    if (QTest::currentTestFailed())
        return;
    fixture.search.find = nullptr;
    fixture.apply();
    QCOMPARE(fixture.mends().outcome(), Outcome::ChangedUnread);
    QVERIFY(fixture.result().endsWith(words::WindowWords::mendUnread()));
    QVERIFY(fixture.visible("mendUndo") != nullptr);
    QVERIFY(!fixture.session().keyWorks());
}

void TestFixPage::leavesAKeyAloneThatWasGivenMeanwhile()
{
    MendFixture fixture;
    fixture.lookAtTheChangeOf(brokenFile());
    if (QTest::currentTestFailed())
        return;
    fixture.search.finishesByItself = false;
    fixture.tabTo("mendApply");
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.mends().activity(), MendSession::Activity::Reading);
    QCOMPARE(fixture.result(), words::WindowWords::mendReading());
    fixture.session().setSecret(key::Secret(testkeys::other));
    fixture.search.finish();
    QCOMPARE(fixture.session().secret(), key::Secret(testkeys::other));
    QCOMPARE(fixture.session().testState(), DoctorSession::TestState::NotTested);
    QCOMPARE(fixture.mends().outcome(), Outcome::Changed);
    QVERIFY(fixture.visible("mendUndo") != nullptr);
}

void TestFixPage::offersNothingForACauseThatIsElsewhere()
{
    MendFixture fixture;
    fixture.write(".env", "CO_API_KEY=" + keyOf("gateway") + "\n");
    fixture.open();
    fixture.testKeyOfFile();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(!fixture.session().keyWorks());
    fixture.goToFix();
    QVERIFY(fixture.mends().offers().empty());
    QVERIFY(fixture.visible("mendOffers") == nullptr);
}

void TestFixPage::dropsAChangeThatIsLookedAtWithItsCause()
{
    MendFixture fixture;
    const QByteArray before = brokenFile();
    fixture.lookAtTheChangeOf(before);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY(fixture.visible("mendPreview") != nullptr);
    fixture.session().setSecret(key::Secret(testkeys::other));
    QVERIFY(fixture.mends().preview() == nullptr);
    QVERIFY(!fixture.mender.canApply());
    QVERIFY(fixture.mends().offers().empty());
    fixture.mends().apply();
    QCOMPARE(fixture.mends().activity(), MendSession::Activity::None);
    QCOMPARE(fixture.read(".env"), before);
}

void TestFixPage::offersToKeepAKeyThatWorksSafe()
{
    MendFixture fixture;
    fixture.write(".env", brokenFile());
    fixture.open();
    fixture.testKeyOfFile();
    if (QTest::currentTestFailed())
        return;
    fixture.goToFix();
    fixture.click("keepSafe");
    QCOMPARE(fixture.window().currentStep(), Step::KeepSafe);
}

void TestFixPage::showsTheCodeOfTheClient_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("title"); ///< empty: there is no sample
    QTest::newRow("no client") << QString() << QStringLiteral("Show the code for curl");
    QTest::newRow("Python") << QStringLiteral("cohere-python")
                            << QStringLiteral("Show the code for Cohere SDK for Python, 5.3 and later");
    QTest::newRow("one without a sample") << QStringLiteral("weaviate") << QString();
}

void TestFixPage::showsTheCodeOfTheClient()
{
    QFETCH(const QString, client);
    QFETCH(const QString, title);
    WindowFixture fixture;
    openFix(fixture, "rejected");
    fixture.session().setClientId(client);
    QVERIFY(fixture.visible("code") == nullptr); // folded away
    auto *toggle = qobject_cast<QAbstractButton *>(fixture.visible("showCode"));
    QCOMPARE(toggle != nullptr, !title.isEmpty());
    if (toggle == nullptr)
        return;
    QCOMPARE(QString(toggle->text()).remove(u'&'), title);
    toggle->setFocus();
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.visible("code") != nullptr);
}

QTEST_MAIN(TestFixPage)
#include "tst_FixPage.moc"
