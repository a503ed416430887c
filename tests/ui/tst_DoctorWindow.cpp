// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "widgets/CauseList.h"
#include "widgets/StepList.h"
#include "words/CauseWords.h"
#include "words/FailureWords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QScopeGuard>
#include <QScreen>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using Step = DoctorWindow::Step;
using TestState = DoctorSession::TestState;

namespace {

const QString noBreakSpace(QChar(0x00a0));

/// Takes connections and says nothing.
class SilentServer : public QTcpServer {
public:
    SilentServer() { listen(QHostAddress::LocalHost); }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
};

void clickRow(QAbstractItemView *list, int row)
{
    const QModelIndex index = list->model()->index(row, 0);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, list->visualRect(index).center());
}

} // namespace

class tst_DoctorWindow : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void reachesAVerdictInTwoActions();
    void mendsAHiddenCharacterInTwoMoreActions();
    void needsNothingButTheKeyboard();
    void showsWhatIsTriedWhileItIsTried();
    void leadsEveryPracticeKeyToAnOutcome_data();
    void leadsEveryPracticeKeyToAnOutcome();
    void hasTheControlsOfTheContract_data();
    void hasTheControlsOfTheContract();
    void countsTheStepsInTheHeading();
    void givesEachControlOfAPageAKeyOfItsOwn_data();
    void givesEachControlOfAPageAKeyOfItsOwn();
    void reachesEveryControlByTab_data();
    void reachesEveryControlByTab();
    void goesByTabInTheOrderOfThePage_data();
    void goesByTabInTheOrderOfThePage();
    void givesTheFocusToTheHeadingAlone();
    void takesOneEnterForOne();
    void showsTheVerdictWholeInTheSmallestWindow_data();
    void showsTheVerdictWholeInTheSmallestWindow();

    void cancelsARunningTest_data();
    void cancelsARunningTest();
    void dropsTheReplyToAnOlderTest();
    void goesBackByTheSteps();
    void forgetsTheResultOfAnotherKey();
    void keepsTheResultWhileCleaning();
    void walksThroughTheCauses();
    void undoesTheCleaning();

    void takesAKeyFromAVariable();
    void takesAKeyFromTheKeychain();
    void saysWhyTheKeychainDidNotAnswer();
    void savesTheKeyToTheKeychain();
    void losesNothingWhereSavingFails();
    void namesADirtyKeyBeforeItIsSaved();
    void takesPracticeKeys();
    void writesFixesForTheChosenClient();
    void saysThatABaseUrlCannotBeUsed();

    void neverShowsTheKeyWhileItIsMasked_data();
    void neverShowsTheKeyWhileItIsMasked();
    void writesTheKeyIntoNoFile();

private:
    QTemporaryDir m_home; ///< where everything that is written by the way goes
    static void pasteAndTest(const WindowFixture &fixture, const QString &key);
};

void tst_DoctorWindow::initTestCase()
{
    QVERIFY(m_home.isValid());
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(variable, m_home.path().toLocal8Bit());
}

void tst_DoctorWindow::pasteAndTest(const WindowFixture &fixture, const QString &key)
{
    fixture.paste(key);
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
}

void tst_DoctorWindow::reachesAVerdictInTwoActions()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works"));
    fixture.click("testKey");
    QTRY_COMPARE(fixture.outcome(), QStringLiteral("The key works at the practice endpoint."));
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    QVERIFY(fixture.visible("keepSafe") != nullptr);
}

void tst_DoctorWindow::mendsAHiddenCharacterInTwoMoreActions()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works") + noBreakSpace);
    fixture.click("testKey");
    QTRY_VERIFY(fixture.outcome().contains(QLatin1String("no-break space"), Qt::CaseInsensitive));
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    QCOMPARE(fixture.session().causes().front().cause, diagnosis::Cause::HiddenCharacters);
    QCOMPARE(fixture.session().causes().front().status, diagnosis::Status::Confirmed);

    fixture.click("cleanKey");
    QVERIFY(fixture.visible("keyBefore") != nullptr);
    QVERIFY(fixture.visible("keyAfter") != nullptr);
    fixture.click("testAgain");
    QTRY_COMPARE(fixture.outcome(), QStringLiteral("The key works at the practice endpoint."));
    QVERIFY(fixture.session().keyWorks());
}

void tst_DoctorWindow::needsNothingButTheKeyboard()
{
    WindowFixture fixture;
    fixture.open();
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("keyBox"));
    fixture.paste(practiceKey("works") + noBreakSpace);
    fixture.press(Qt::Key_Return); // Test key
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("heading"));
    fixture.press(Qt::Key_Return); // Clean key
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("testAgain"));
    fixture.press(Qt::Key_Return); // Test again
    QTRY_VERIFY(fixture.session().keyWorks());
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("heading"));
    fixture.press(Qt::Key_Return); // Keep safe
    QCOMPARE(fixture.window().currentStep(), Step::KeepSafe);
    fixture.press(Qt::Key_Return); // Save to keychain
    QTRY_COMPARE(fixture.keyStore.keys.size(), std::size_t(1));
}

void tst_DoctorWindow::showsWhatIsTriedWhileItIsTried()
{
    const SilentServer server;
    WindowFixture fixture(WindowFixture::Endpoint::Other, server.url());
    fixture.open();
    fixture.paste(QString::fromLatin1(testkeys::good));
    fixture.click("testKey");
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    QCOMPARE(fixture.outcome(), QStringLiteral("The key is being tested."));
    const auto *checks = qobject_cast<QAbstractItemView *>(fixture.visible("checks"));
    QVERIFY(checks != nullptr);
    // Looked up and connected; both calls with the key wait for an answer.
    QTRY_COMPARE(checks->model()->rowCount(), 4);
    QVERIFY(fixture.visible("cancelTest")->isEnabled());
    const auto *steps = qobject_cast<QAbstractItemView *>(fixture.visible("steps"));
    QCOMPARE(steps->model()->index(0, 0).data().toString(), QStringLiteral("Key — done"));
}

void tst_DoctorWindow::leadsEveryPracticeKeyToAnOutcome_data()
{
    QTest::addColumn<QString>("key");
    for (const practice::Scenario &scenario : practice::scenarios())
        QTest::newRow(qPrintable(scenario.name)) << QString::fromLatin1(scenario.key);
}

void tst_DoctorWindow::leadsEveryPracticeKeyToAnOutcome()
{
    QFETCH(const QString, key);
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, key);
    QVERIFY(!fixture.outcome().isEmpty());
    if (fixture.session().keyWorks()) {
        QCOMPARE(fixture.window().currentStep(), Step::Test);
        return;
    }
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("showFix");
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
    QVERIFY(fixture.visible("fixSteps") != nullptr);
    QVERIFY(fixture.visible("testAgain") != nullptr);
    QCOMPARE(qobject_cast<QLabel *>(fixture.visible("cause"))->text(),
        words::CauseWords::title(fixture.session().causes().front().cause));
}

void tst_DoctorWindow::hasTheControlsOfTheContract_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QAccessible::Role>("role");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *objectName, Step step, QAccessible::Role role, const char *name) {
        QTest::newRow(objectName) << step << role << QString::fromLatin1(name);
    };
    row("steps", Step::Key, QAccessible::List, "Steps");
    row("heading", Step::Key, QAccessible::StaticText, "Step 1 of 5: Key");
    row("sourcePaste", Step::Key, QAccessible::RadioButton, "Paste");
    row("sourceKeychain", Step::Key, QAccessible::RadioButton, "Keychain");
    row("sourceComputer", Step::Key, QAccessible::RadioButton, "This computer");
    row("sourceNone", Step::Key, QAccessible::RadioButton, "I have no key at hand");
    row("keyBox", Step::Key, QAccessible::EditableText, "API key");
    row("showKey", Step::Key, QAccessible::CheckBox, "Show key");
    row("findings", Step::Key, QAccessible::List, "Findings");
    row("cleanKey", Step::Key, QAccessible::Button, "Clean key");
    row("client", Step::Key, QAccessible::ComboBox, "Client");
    row("testKey", Step::Key, QAccessible::Button, "Test key");
    row("checks", Step::Test, QAccessible::List, "Checks");
    row("causes", Step::Causes, QAccessible::List, "Causes");
    row("fixSteps", Step::Fix, QAccessible::List, "How to fix it");
    row("testAgain", Step::Fix, QAccessible::Button, "Test again");
    row("saveToKeychain", Step::KeepSafe, QAccessible::Button, "Save to keychain");
    row("outcome", Step::Test, QAccessible::StaticText, "The key works at the practice endpoint.");
}

void tst_DoctorWindow::hasTheControlsOfTheContract()
{
    QFETCH(const Step, step);
    QFETCH(const QAccessible::Role, role);
    QFETCH(const QString, name);
    WindowFixture fixture;
    fixture.open();
    const bool mustFail = step == Step::Causes || step == Step::Fix;
    if (step == Step::Key)
        fixture.paste(practiceKey("works") + noBreakSpace); // so that there are findings
    else
        pasteAndTest(fixture, practiceKey(mustFail ? "rejected" : "works"));
    if (step == Step::Fix)
        fixture.click("showFix");
    if (step == Step::KeepSafe)
        fixture.click("keepSafe");
    QCOMPARE(fixture.window().currentStep(), step);

    QWidget *control = fixture.visible(QTest::currentDataTag());
    QVERIFY(control != nullptr);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
    QVERIFY(accessible != nullptr);
    QCOMPARE(accessible->text(QAccessible::Name), name);
    QCOMPARE(accessible->role(), role);
}

void tst_DoctorWindow::countsTheStepsInTheHeading()
{
    WindowFixture fixture;
    fixture.open();
    const auto heading = [&fixture] { return qobject_cast<QLabel *>(fixture.visible("heading"))->text(); };
    QCOMPARE(heading(), QStringLiteral("Step 1 of 5: Key"));
    pasteAndTest(fixture, practiceKey("rejected"));
    QCOMPARE(heading(), QStringLiteral("Step 3 of 5: Causes"));
    fixture.click("showFix");
    QCOMPARE(heading(), QStringLiteral("Step 4 of 5: Fix"));
    fixture.click("back");
    fixture.click("back");
    QCOMPARE(heading(), QStringLiteral("Step 2 of 5: Test"));
}

namespace {

/// Every visible control of the window that the Tab key must reach.
QList<QWidget *> controls(const DoctorWindow &window)
{
    QList<QWidget *> found;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool isControl = (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->objectName().startsWith(u"qt_");
        // Of several radio buttons Tab reaches the chosen one; the arrow keys go on from there.
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool byArrows = button != nullptr && button->autoExclusive() && !button->isChecked();
        if (isControl && widget->isVisible() && widget->isEnabled() && !byArrows && widget->focusProxy() == nullptr)
            found.append(widget);
    }
    return found;
}

/// The practice window has fewer controls than the usual one, and one of its own.
void addEndpoints()
{
    QTest::addColumn<WindowFixture::Endpoint>("endpoint");
    QTest::newRow("practice") << WindowFixture::Endpoint::Practice;
    QTest::newRow("a server") << WindowFixture::Endpoint::PracticeAsServer;
}

void showEachStep(const WindowFixture &fixture, const std::function<void()> &look)
{
    fixture.paste(practiceKey("rejected") + noBreakSpace);
    fixture.click("programs");
    fixture.click("advanced");
    if (auto *proxy = qobject_cast<QComboBox *>(fixture.visible("proxyChoice"))) {
        proxy->setCurrentIndex(2); // with fields of its own
        look();
        proxy->setCurrentIndex(0);
        fixture.click("sourceKeychain");
        look();
        fixture.click("sourceComputer");
        look();
        fixture.click("sourcePaste");
    }
    look();
    fixture.click("testKey");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    look();
    fixture.click("cleanKey");
    look();
    fixture.click("showFix");
    look();
    fixture.click("back");
    fixture.click("back");
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    look();
    fixture.click("back");
    fixture.visible("keyBox")->setFocus();
    fixture.press(Qt::Key_A, Qt::ControlModifier);
    fixture.paste(practiceKey("works"));
    fixture.click("testKey");
    QTRY_VERIFY(fixture.session().keyWorks());
    look();
    fixture.click("keepSafe");
    look();
}

} // namespace

void tst_DoctorWindow::givesEachControlOfAPageAKeyOfItsOwn_data()
{
    addEndpoints();
}

void tst_DoctorWindow::givesEachControlOfAPageAKeyOfItsOwn()
{
    QFETCH(const WindowFixture::Endpoint, endpoint);
    WindowFixture fixture(endpoint);
    fixture.open();
    int pagesSeen = 0;
    showEachStep(fixture, [&] {
        QCOMPARE(shown::clashingLetters(fixture.window()), QString());
        ++pagesSeen;
    });
    QCOMPARE(pagesSeen, endpoint == WindowFixture::Endpoint::Practice ? 7 : 10);
}

void tst_DoctorWindow::reachesEveryControlByTab_data()
{
    addEndpoints();
}

void tst_DoctorWindow::reachesEveryControlByTab()
{
    QFETCH(const WindowFixture::Endpoint, endpoint);
    WindowFixture fixture(endpoint);
    fixture.open();
    showEachStep(fixture, [&fixture] {
        const QList<QWidget *> wanted = controls(fixture.window());
        fixture.window().findChild<QWidget *>(QStringLiteral("heading"))->setFocus();
        QSet<QWidget *> reached;
        for (qsizetype i = 0; i < 3 * wanted.size(); ++i) {
            reached.insert(fixture.window().focusWidget());
            fixture.press(Qt::Key_Tab);
        }
        for (QWidget *widget : wanted) {
            QVERIFY2(reached.contains(widget),
                qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    });
}

void tst_DoctorWindow::goesByTabInTheOrderOfThePage_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QByteArray>("order"); // up to the buttons at the bottom, whose order is the platform's
    QTest::newRow("test") << Step::Test
                          << QByteArray("heading checks exchange copyCurl copyExchange copyReport saveReport back");
    QTest::newRow("causes") << Step::Causes
                            << QByteArray("heading causes showFix notThis showPlaces copyReport saveReport back");
    QTest::newRow("fix") << Step::Fix
                         << QByteArray("heading platform fixSteps showCode notThis copyReport saveReport back");
}

void tst_DoctorWindow::goesByTabInTheOrderOfThePage()
{
    QFETCH(const Step, step);
    QFETCH(const QByteArray, order);
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("rejected"));
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click(step == Step::Test ? "back" : "showFix");
    if (step == Step::Causes)
        fixture.click("back");
    QCOMPARE(fixture.window().currentStep(), step);
    fixture.visible("heading")->setFocus();
    QByteArrayList seen;
    while (!seen.contains("back") && seen.size() < 20) {
        const QWidget *stop = fixture.window().focusWidget();
        for (const QWidget *widget = stop; widget != nullptr; widget = widget->parentWidget()) {
            if (widget->objectName() == u"fixSteps")
                stop = widget; // for its rows and their buttons
        }
        const QByteArray name = stop->objectName().toLatin1();
        if (seen.isEmpty() || seen.constLast() != name)
            seen.append(name);
        fixture.press(Qt::Key_Tab);
    }
    QCOMPARE(seen.join(' '), order);
}

void tst_DoctorWindow::givesTheFocusToTheHeadingAlone()
{
    const SilentServer server;
    QStringList readOut;
    WindowFixture fixture(WindowFixture::Endpoint::Other, server.url());
    fixture.open();
    QTRY_VERIFY(fixture.window().isActiveWindow());
    fixture.paste(QString::fromLatin1(testkeys::good));
    fixture.visible("testKey")->setFocus(); // goes away with its page
    connect(qApp, &QApplication::focusChanged, &fixture.window(),
        [&readOut](QWidget *, QWidget *now) { readOut.append(now == nullptr ? QString() : now->objectName()); });
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    QCOMPARE(readOut, QStringList{QStringLiteral("heading")});
}

void tst_DoctorWindow::takesOneEnterForOne()
{
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("rejected"));
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        QKeyEvent held(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(fixture.window().focusWidget(), &held);
        QCOMPARE(fixture.window().currentStep(), Step::Causes);
    }
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
}

void tst_DoctorWindow::showsTheVerdictWholeInTheSmallestWindow_data()
{
    QTest::addColumn<qreal>("scale"); // of the font
    QTest::newRow("usual") << 1.0;
    QTest::newRow("large font") << 1.5;
}

void tst_DoctorWindow::showsTheVerdictWholeInTheSmallestWindow()
{
    QFETCH(const qreal, scale);
    const QFont usual = QApplication::font();
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * scale);
    QApplication::setFont(font);
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("gateway"));
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.window().resize(1, 1);
    for (const char *name : {"heading", "outcome"}) {
        const QWidget *label = fixture.visible(name);
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), name);
    }
    const int line = fixture.window().fontMetrics().lineSpacing();
    constexpr int leastLines = 5;
    QTRY_VERIFY(
        fixture.visible("causes")->parentWidget()->visibleRegion().boundingRect().height() >= leastLines * line);
    const QRect screen = fixture.window().screen()->availableGeometry();
    QVERIFY(fixture.window().width() <= screen.width());
}

void tst_DoctorWindow::cancelsARunningTest_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Esc") << true;
    QTest::newRow("button") << false;
}

void tst_DoctorWindow::cancelsARunningTest()
{
    QFETCH(const bool, byKey);
    const SilentServer server;
    WindowFixture fixture(WindowFixture::Endpoint::Other, server.url());
    fixture.open();
    fixture.paste(QString::fromLatin1(testkeys::good));
    fixture.click("testKey");
    QCOMPARE(fixture.session().testState(), TestState::Running);
    QTRY_COMPARE(fixture.session().tried().size(), std::size_t(4));
    if (byKey)
        fixture.press(Qt::Key_Escape);
    else
        fixture.click("cancelTest");
    QCOMPARE(fixture.session().testState(), TestState::Cancelled);
    QVERIFY(fixture.window().isVisible());
    QCOMPARE(fixture.window().currentStep(), Step::Test);
    QVERIFY(fixture.outcome().contains(QLatin1String("cancelled")));
    for (const TriedProbe &tried : fixture.session().tried()) {
        QVERIFY(tried.result.has_value());
        // Only what carries no key was answered: a cut-off call must not look as if it had passed.
        const bool answered = tried.variant == probe::Variant::None;
        QCOMPARE(tried.result->outcome,
            answered ? diagnosis::ProbeResult::Outcome::Passed : diagnosis::ProbeResult::Outcome::Skipped);
    }
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("heading"));
    fixture.click("back");
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QVERIFY(fixture.visible("testKey")->isEnabled());
}

void tst_DoctorWindow::dropsTheReplyToAnOlderTest()
{
    WindowFixture fixture;
    fixture.open();
    QSignalSpy finished(&fixture.session(), &DoctorSession::testFinished);
    fixture.session().usePracticeKey(0);
    fixture.session().test();
    QTRY_VERIFY(!fixture.session().tried().empty());
    fixture.session().usePracticeKey(1);
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    fixture.session().test();
    fixture.session().test();
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QCOMPARE(fixture.session().causes().front().cause, diagnosis::Cause::KeyRejected);
    QVERIFY(!finished.wait(200)); // nothing of the older ones comes later
    QCOMPARE(finished.size(), 1);
}

void tst_DoctorWindow::goesBackByTheSteps()
{
    WindowFixture fixture;
    fixture.open();
    auto *steps = qobject_cast<widgets::StepList *>(fixture.visible("steps"));
    clickRow(steps, static_cast<int>(Step::Causes));
    QCOMPARE(fixture.window().currentStep(), Step::Key); // not visited yet
    pasteAndTest(fixture, practiceKey("rejected"));
    clickRow(steps, static_cast<int>(Step::Key));
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("heading"));
    clickRow(steps, static_cast<int>(Step::Causes));
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    clickRow(steps, static_cast<int>(Step::KeepSafe));
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
}

void tst_DoctorWindow::forgetsTheResultOfAnotherKey()
{
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("rejected"));
    fixture.click("back");
    fixture.click("back");
    fixture.visible("keyBox")->setFocus();
    fixture.press(Qt::Key_X);
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
    QVERIFY(fixture.session().causes().empty());
    clickRow(qobject_cast<widgets::StepList *>(fixture.visible("steps")), static_cast<int>(Step::Causes));
    QCOMPARE(fixture.window().currentStep(), Step::Key);
}

void tst_DoctorWindow::keepsTheResultWhileCleaning()
{
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("works") + noBreakSpace);
    const QString before = fixture.outcome();
    fixture.click("cleanKey");
    QVERIFY(!fixture.session().causes().empty());
    QCOMPARE(fixture.outcome(), QStringLiteral("The key was cleaned. Test it again to see whether that was all."));
    fixture.click("undoClean");
    QCOMPARE(fixture.outcome(), before);
}

void tst_DoctorWindow::walksThroughTheCauses()
{
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("rejected"));
    std::size_t walkable = 0;
    for (const diagnosis::CauseFound &found : fixture.session().causes())
        walkable += found.status == diagnosis::Status::RuledOut ? 0 : 1;
    QVERIFY(walkable > 0);
    const auto *list = qobject_cast<widgets::CauseList *>(fixture.visible("causes"));
    for (std::size_t i = 0; i + 1 < walkable; ++i) {
        QCOMPARE(static_cast<std::size_t>(list->currentIndex().row()), *fixture.session().currentCause());
        fixture.click("notThis");
    }
    QVERIFY(!fixture.session().causesUsedUp());
    fixture.click("notThis");
    QVERIFY(fixture.session().causesUsedUp());
    QVERIFY(!fixture.visible("notThis")->isEnabled());
    clickRow(qobject_cast<widgets::CauseList *>(fixture.visible("causes")), 0);
    if (walkable > 1)
        QVERIFY(!fixture.session().causesUsedUp());
}

void tst_DoctorWindow::undoesTheCleaning()
{
    WindowFixture fixture;
    fixture.open();
    const QString dirty = QStringLiteral("Bearer ") + practiceKey("works") + noBreakSpace;
    fixture.paste(dirty);
    fixture.click("cleanKey");
    QCOMPARE(fixture.session().secret(), key::Secret(practiceKey("works").toUtf8()));
    QVERIFY(!fixture.visible("cleanKey")->isEnabled());
    fixture.click("undoClean");
    QCOMPARE(fixture.session().secret(), key::Secret(dirty.toUtf8()));
    QVERIFY(fixture.visible("cleanKey")->isEnabled());
    QVERIFY(fixture.visible("cleanedKey") == nullptr);
    // The key box's own undo does the same.
    fixture.click("cleanKey");
    fixture.visible("keyBox")->setFocus();
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.session().secret(), key::Secret(dirty.toUtf8()));
}

void tst_DoctorWindow::takesAKeyFromAVariable()
{
    WindowFixture fixture;
    fixture.search.find = [](const check::SearchRequest &, check::SearchResult &result) {
        sources::Place place;
        place.kind = sources::PlaceKind::Environment;
        place.name = QStringLiteral("COHERE_API_KEY");
        result.keys.push_back(sources::foundKey(place, key::Secret(testkeys::good + "\n")));
    };
    fixture.open();
    fixture.click("sourceComputer");
    QTRY_VERIFY(fixture.visible("useSource") != nullptr);
    fixture.click("useSource");
    QCOMPARE(fixture.session().secret(), key::Secret(testkeys::good + "\n"));
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::Environment);
    QVERIFY(fixture.visible("cleanKey")->isEnabled());
    fixture.visible("keyBox")->setFocus();
    fixture.press(Qt::Key_X);
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::Paste);
    QVERIFY(qobject_cast<QAbstractButton *>(fixture.visible("sourcePaste"))->isChecked());
}

void tst_DoctorWindow::takesAKeyFromTheKeychain()
{
    WindowFixture fixture;
    fixture.keyStore.keys.insert_or_assign(QStringLiteral("cohere"), key::Secret(testkeys::good));
    fixture.open();
    fixture.click("sourceKeychain");
    fixture.click("useSource");
    QTRY_COMPARE(fixture.session().secret(), key::Secret(testkeys::good));
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::Keychain);
    QCOMPARE(fixture.session().source().name, QStringLiteral("cohere"));
}

void tst_DoctorWindow::saysWhyTheKeychainDidNotAnswer()
{
    WindowFixture fixture;
    fixture.keyStore.keys.insert_or_assign(QStringLiteral("cohere"), key::Secret(testkeys::good));
    fixture.keyStore.failure = keychain::KeyStoreFailure::Locked;
    fixture.open();
    fixture.paste(QString::fromLatin1(testkeys::other));
    fixture.click("sourceKeychain");
    fixture.click("useSource");
    QTRY_COMPARE(qobject_cast<QLabel *>(fixture.visible("keychainMessage"))->text(),
        words::FailureWords::sentence(keychain::KeyStoreFailure::Locked));
    QCOMPARE(fixture.session().secret(), key::Secret(testkeys::other));
}

void tst_DoctorWindow::savesTheKeyToTheKeychain()
{
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("works"));
    fixture.click("keepSafe");
    auto *name = qobject_cast<QLineEdit *>(fixture.visible("keptName"));
    QCOMPARE(name->text(), QStringLiteral("cohere"));
    QVERIFY(fixture.visible("keepDoubts") == nullptr);
    name->clear();
    QVERIFY(!fixture.visible("saveToKeychain")->isEnabled());
    QTest::keyClicks(name, QStringLiteral("my project"));
    fixture.click("saveToKeychain");
    QTRY_VERIFY(fixture.visible("keepSteps") != nullptr);
    QCOMPARE(fixture.keyStore.keys.at(QStringLiteral("my project")), key::Secret(practiceKey("works").toLatin1()));
    QVERIFY(fixture.visible("ownProgram") != nullptr);
}

void tst_DoctorWindow::losesNothingWhereSavingFails()
{
    WindowFixture fixture;
    fixture.keyStore.failure = keychain::KeyStoreFailure::NoService;
    fixture.open();
    pasteAndTest(fixture, practiceKey("works"));
    fixture.click("keepSafe");
    fixture.click("saveToKeychain");
    QTRY_COMPARE(qobject_cast<QLabel *>(fixture.visible("keepResult"))->text(),
        words::FailureWords::sentence(keychain::KeyStoreFailure::NoService));
    QCOMPARE(fixture.session().secret(), key::Secret(practiceKey("works").toLatin1()));
    QVERIFY(fixture.visible("saveToKeychain")->isEnabled());
    fixture.keyStore.failure.reset();
    fixture.click("saveToKeychain");
    QTRY_COMPARE(fixture.keyStore.keys.size(), std::size_t(1));
}

void tst_DoctorWindow::namesADirtyKeyBeforeItIsSaved()
{
    WindowFixture fixture;
    fixture.open();
    pasteAndTest(fixture, practiceKey("works"));
    fixture.click("keepSafe");
    fixture.session().setSecret(key::Secret(practiceKey("works").toLatin1() + "\n"));
    QVERIFY(fixture.visible("keepDoubts") != nullptr);
    fixture.click("cleanKey");
    QVERIFY(fixture.visible("undoClean") != nullptr);
    fixture.click("saveToKeychain");
    QTRY_COMPARE(fixture.keyStore.keys.size(), std::size_t(1));
    QCOMPARE(fixture.keyStore.keys.at(QStringLiteral("cohere")), key::Secret(practiceKey("works").toLatin1()));
}

void tst_DoctorWindow::takesPracticeKeys()
{
    WindowFixture fixture;
    fixture.open();
    QVERIFY(fixture.visible("practice") != nullptr);
    auto *keys = qobject_cast<QComboBox *>(fixture.visible("practiceKey"));
    QVERIFY(keys != nullptr);
    QCOMPARE(static_cast<std::size_t>(keys->count()), practice::scenarios().size() + 1);
    keys->setFocus();
    fixture.press(Qt::Key_Down);
    QCOMPARE(fixture.session().secret(), key::Secret(practice::scenarios().front().key));
    QVERIFY(qobject_cast<QLineEdit *>(fixture.window().findChild<QWidget *>(QStringLiteral("baseUrl")))->isReadOnly());
}

void tst_DoctorWindow::writesFixesForTheChosenClient()
{
    WindowFixture fixture;
    fixture.open();
    QCOMPARE(fixture.session().fixContext().variable, QStringLiteral("CO_API_KEY"));
    auto *client = qobject_cast<QComboBox *>(fixture.visible("client"));
    QCOMPARE(client->currentText(), QStringLiteral("I don't know"));
    client->setCurrentIndex(client->findData(QStringLiteral("llamaindex")));
    QCOMPARE(fixture.session().fixContext().variable, QStringLiteral("COHERE_API_KEY"));
}

void tst_DoctorWindow::saysThatABaseUrlCannotBeUsed()
{
    WindowFixture fixture(WindowFixture::Endpoint::Other, QStringLiteral("https://api.cohere.com"));
    fixture.open();
    fixture.click("advanced");
    auto *url = qobject_cast<QLineEdit *>(fixture.visible("baseUrl"));
    url->selectAll();
    QTest::keyClicks(url, QStringLiteral("http://example.com"));
    QCOMPARE(qobject_cast<QLabel *>(fixture.visible("notice"))->text(),
        words::FailureWords::sentence(probe::TargetFailure::UnprotectedHttp));
    fixture.visible("keyBox")->setFocus();
    pasteAndTest(fixture, QString::fromLatin1(testkeys::good));
    QCOMPARE(fixture.session().causes().front().cause, diagnosis::Cause::WrongEndpoint);
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
}

void tst_DoctorWindow::neverShowsTheKeyWhileItIsMasked_data()
{
    QTest::addColumn<QString>("key");
    for (const char *scenario : {"works", "rejected", "gateway"})
        QTest::newRow(scenario) << practiceKey(scenario);
}

void tst_DoctorWindow::neverShowsTheKeyWhileItIsMasked()
{
    QFETCH(const QString, key);
    WindowFixture fixture;
    fixture.open();
    QSet<QString> seen;
    const auto look = [&fixture, &seen] { seen.unite(shown::texts(fixture.window())); };
    fixture.paste(QStringLiteral("export CO_API_KEY=\"") + key + noBreakSpace + u'"');
    look();
    fixture.click("testKey");
    look();
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    look();
    fixture.click("cleanKey");
    look();
    fixture.click("showFix");
    look();
    fixture.click("testAgain");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    look();
    QVERIFY(seen.size() > 50);
    for (const QString &text : std::as_const(seen))
        QVERIFY(!shown::holdsKey(text, key));
}

void tst_DoctorWindow::writesTheKeyIntoNoFile()
{
    QFile witness(m_home.filePath(QStringLiteral("witness"))); // the search finds what there is to find
    QVERIFY(witness.open(QIODevice::WriteOnly));
    witness.write("TestKeyWitness");
    witness.close();
    {
        WindowFixture fixture;
        fixture.open();
        pasteAndTest(fixture, practiceKey("works"));
        fixture.click("keepSafe");
        fixture.click("saveToKeychain");
        QTRY_COMPARE(fixture.keyStore.keys.size(), std::size_t(1));
    }
    bool witnessSeen = false;
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromLatin1(file.readAll());
        QVERIFY2(!shown::holdsKey(text, practiceKey("works")), qPrintable(file.fileName()));
        witnessSeen = witnessSeen || shown::holdsKey(text, QStringLiteral("TestKeyWitness"));
    }
    QVERIFY(witnessSeen);
}

QTEST_MAIN(tst_DoctorWindow)
#include "tst_DoctorWindow.moc"
