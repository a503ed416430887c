// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "sources/Clients.h"
#include "ui/SamplePlaces.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "widgets/PlaceTable.h"
#include "words/PlaceTableWords.h"
#include "words/PlaceWords.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using sampleplaces::Number;
using Step = DoctorWindow::Step;

class tst_PlacesPage : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void looksForNothingBeforeItIsAskedTo();
    void looksOnceWhereThisComputerIsChosen();
    void showsHowFarItIs();
    void stopsByButtonOrKey_data();
    void stopsByButtonOrKey();
    void saysThatNothingWasFound();
    void belongsToTheFirstStep();
    void comesFromTheCausesToo();
    void showsEachPlaceWithAllItsFacts();
    void showsInShortWhatHoldsSomething();
    void saysWhatDisagreesAndWhatWasNotRead();
    void takesTheKeyOfARow_data();
    void takesTheKeyOfARow();
    void takesNothingWhereThereIsNoKey();
    void readsTheKeychainOnlyForARowThatIsTaken();
    void saysOnThePageThatTheKeychainFailed();
    void asksAgainForAnotherClient();
    void keepsTheChosenRow();
    void searchesAChosenFolder();
    void searchesTheFolderGivenAtTheStart();
    void copiesARowWithoutAKey();
    void readsARowOutAsAWhole();
    void fitsItsColumns();
    void holdsNoKeyAnywhere();
    void givesEachControlAKeyOfItsOwn();
    void isReachedByTab();
};

namespace {

/// A window whose search finds the sample's places.
class PlacesFixture : public WindowFixture {
public:
    PlacesFixture()
    {
        search.find = [](const check::SearchRequest &, check::SearchResult &result) { sampleplaces::fill(result); };
    }

    void openPlaces()
    {
        open();
        click("sourceComputer");
        QTRY_VERIFY(session().search().result() != nullptr);
        click("showPlaces");
        QVERIFY(table("places") != nullptr);
    }

    [[nodiscard]] widgets::PlaceTable *table(const char *name) const
    {
        return qobject_cast<widgets::PlaceTable *>(visible(name));
    }

    [[nodiscard]] QString text(const char *name) const
    {
        const auto *label = qobject_cast<QLabel *>(visible(name));
        return label == nullptr ? QString() : label->text();
    }

    void chooseClient(const char *id) const
    {
        auto *client = window().findChild<QComboBox *>(QStringLiteral("client"));
        client->setCurrentIndex(client->findData(QLatin1String(id)));
    }
};

QStringList spokenBy(QAccessibleInterface *accessible)
{
    QStringList texts{accessible->text(QAccessible::Name), accessible->text(QAccessible::Description),
        accessible->text(QAccessible::Value)};
    for (int i = 0; i < accessible->childCount(); ++i) {
        if (QAccessibleInterface *child = accessible->child(i))
            texts.append(spokenBy(child));
    }
    return texts;
}

} // namespace

void tst_PlacesPage::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void tst_PlacesPage::looksForNothingBeforeItIsAskedTo()
{
    PlacesFixture fixture;
    fixture.open();
    fixture.click("sourceKeychain");
    fixture.click("sourceNone");
    fixture.chooseClient("litellm");
    QVERIFY(fixture.search.requests.empty());
}

void tst_PlacesPage::looksOnceWhereThisComputerIsChosen()
{
    PlacesFixture fixture;
    fixture.open();
    fixture.click("sourceComputer");
    QTRY_VERIFY(fixture.visible("foundKeys") != nullptr);
    fixture.click("sourcePaste");
    fixture.click("sourceComputer");
    QCOMPARE(fixture.search.requests.size(), std::size_t(1));
    fixture.click("searchAgain");
    QCOMPARE(fixture.search.requests.size(), std::size_t(2));
}

void tst_PlacesPage::showsHowFarItIs()
{
    PlacesFixture fixture;
    fixture.search.finishesByItself = false;
    fixture.open();
    fixture.click("sourceComputer");
    QCOMPARE(fixture.text("searchStatus"), QStringLiteral("Looking for keys…"));
    fixture.search.progress(1200);
    QVERIFY2(fixture.text("searchStatus").contains(QLocale().toString(1200)), qPrintable(fixture.text("searchStatus")));
    QVERIFY(fixture.visible("searchAgain") == nullptr);
    fixture.paste(QString::fromLatin1(testkeys::good)); // the window goes on meanwhile
    fixture.search.finish();
    QVERIFY(fixture.visible("stopSearch") == nullptr);
}

void tst_PlacesPage::stopsByButtonOrKey_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("button") << false;
    QTest::newRow("Esc") << true;
}

void tst_PlacesPage::stopsByButtonOrKey()
{
    QFETCH(const bool, byKey);
    PlacesFixture fixture;
    fixture.search.finishesByItself = false;
    fixture.open();
    fixture.click("sourceComputer");
    fixture.visible("stopSearch")->setFocus();
    if (byKey)
        fixture.press(Qt::Key_Escape);
    else
        fixture.press(Qt::Key_Space);
    QVERIFY(!fixture.search.isRunning());
    QVERIFY(fixture.text("searchStatus").contains(u"stopped"));
    // What was found by then is there, and so is the focus.
    QVERIFY(fixture.visible("foundKeys") != nullptr);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("searchAgain"));
}

void tst_PlacesPage::saysThatNothingWasFound()
{
    WindowFixture fixture;
    fixture.open();
    fixture.click("sourceComputer");
    QTRY_COMPARE(qobject_cast<QLabel *>(fixture.visible("searchStatus"))->text(), QStringLiteral("No key was found."));
    QVERIFY(fixture.visible("noProject") != nullptr);
    QVERIFY(fixture.visible("useSource") == nullptr);
    fixture.click("showPlaces");
    QVERIFY(!fixture.visible("useSource")->isEnabled());
    QVERIFY(fixture.visible("places") == nullptr);
    QVERIFY(fixture.visible("placeProblems") == nullptr);
}

void tst_PlacesPage::belongsToTheFirstStep()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    QCOMPARE(fixture.text("heading"), QStringLiteral("Step 1 of 5: Key – where keys are found"));
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("heading"));
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QVERIFY(fixture.visible("testKey") == nullptr);
    QVERIFY(fixture.visible("cleanKey") == nullptr);
    fixture.click("back");
    QCOMPARE(fixture.text("heading"), QStringLiteral("Step 1 of 5: Key"));
    QVERIFY(fixture.visible("keyBox") != nullptr);
    QVERIFY(fixture.visible("back") == nullptr);
}

void tst_PlacesPage::comesFromTheCausesToo()
{
    PlacesFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("rejected"));
    fixture.click("testKey");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("showPlaces");
    QCOMPARE(fixture.search.requests.size(), std::size_t(1)); // looked for now
    QTRY_VERIFY(fixture.visible("places") != nullptr);
    fixture.click("back");
    QVERIFY(fixture.visible("keyBox") != nullptr);
    QVERIFY(!fixture.session().causes().empty()); // nothing of the test is lost by looking
}

void tst_PlacesPage::showsEachPlaceWithAllItsFacts()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    const QAbstractItemModel *model = fixture.table("places")->model();
    QCOMPARE(model->rowCount(), static_cast<int>(Number::Saved) + 1);
    const auto cell = [model](Number row, int column) { return model->index(row, column).data().toString(); };
    const QString shell = fixture.session().search().result()->keys.front().place.fingerprint;
    QCOMPARE(cell(Number::Shell, 0), QStringLiteral("CO_API_KEY, this process"));
    QCOMPARE(cell(Number::Shell, 1), QStringLiteral("40 character(s), ") + shell);
    QVERIFY(cell(Number::Shell, 2).startsWith(u"cohere-python"));
    QCOMPARE(cell(Number::Shell, 3), QStringLiteral("wins"));
    QCOMPARE(cell(Number::Program, 0),
        QStringLiteral("COHERE_API_KEY, python3 app.py, process 4711, since 2026-08-03 09:41"));
    QCOMPARE(cell(Number::Program, 1), QStringLiteral("empty"));
    QCOMPARE(cell(Number::Profile, 0), QStringLiteral("CO_API_KEY, /home/ada/.bashrc, line 118"));
    QCOMPARE(cell(Number::Profile, 3), QStringLiteral("hidden"));
    QVERIFY(cell(Number::Env, 1).endsWith(u"hidden characters, kept by git"));
    QCOMPARE(cell(Number::Compose, 1), QStringLiteral("taken from elsewhere"));
    QVERIFY(cell(Number::Source, 1).contains(u"an example value"));
    QCOMPARE(cell(Number::NotSet, 1), QStringLiteral("not set"));
    QCOMPARE(cell(Number::Saved, 1), QStringLiteral("not read yet"));
    // Never by colour alone: what is odd has a mark, and so has who wins.
    const auto mark = [model](Number row, int column) {
        return model->index(row, column).data(widgets::PlaceModel::SymbolRole).toInt();
    };
    QCOMPARE(mark(Number::Env, 1), static_cast<int>(widgets::Symbol::Problem));
    QCOMPARE(mark(Number::Shell, 1), static_cast<int>(widgets::Symbol::None));
    QVERIFY(mark(Number::Shell, 3) != mark(Number::Profile, 3));
}

void tst_PlacesPage::showsInShortWhatHoldsSomething()
{
    PlacesFixture fixture;
    fixture.open();
    fixture.click("sourceComputer");
    QTRY_VERIFY(fixture.table("foundKeys") != nullptr);
    const QAbstractItemModel *model = fixture.table("foundKeys")->model();
    QCOMPARE(model->rowCount(), static_cast<int>(Number::Saved)); // all but the one that is not set
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->index(row, 1).data().toString() != QLatin1String("not set"));
}

void tst_PlacesPage::saysWhatDisagreesAndWhatWasNotRead()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    const check::SearchResult *result = fixture.session().search().result();
    const auto *problems = qobject_cast<QAbstractItemView *>(fixture.visible("placeProblems"));
    QCOMPARE(problems->model()->rowCount(), 2);
    QCOMPARE(problems->model()->index(0, 0).data().toString(), words::PlaceWords::problem(result->findings[0]));
    QVERIFY(fixture.visible("skippedFiles") == nullptr); // closed at first
    fixture.click("showSkipped");
    const auto *skipped = qobject_cast<QAbstractItemView *>(fixture.visible("skippedFiles"));
    QCOMPARE(skipped->model()->rowCount(), 2);
    QCOMPARE(skipped->model()->index(1, 0).data().toString(), words::PlaceWords::skipped(result->skipped[1]));
}

void tst_PlacesPage::takesTheKeyOfARow_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("Enter in the table") << 0;
    QTest::newRow("the button") << 1;
    QTest::newRow("Enter on the heading") << 2;
    QTest::newRow("two clicks") << 3;
}

void tst_PlacesPage::takesTheKeyOfARow()
{
    QFETCH(const int, way);
    PlacesFixture fixture;
    fixture.openPlaces();
    widgets::PlaceTable *table = fixture.table("places");
    table->setFocus();
    for (int i = 0; i < Number::Profile; ++i)
        fixture.press(Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), static_cast<int>(Number::Profile));
    if (way == 1)
        fixture.click("useSource");
    else if (way == 2)
        fixture.visible("heading")->setFocus();
    if (way == 0 || way == 2)
        fixture.press(Qt::Key_Return);
    if (way == 3) {
        const QPoint place = table->visualRect(table->currentIndex()).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    }
    QCOMPARE(fixture.session().secret(), key::Secret(testkeys::other));
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::ShellProfile);
    QCOMPARE(fixture.session().source().line, 118);
    // The found key is still there: it was duplicated.
    QCOMPARE(fixture.session().search().result()->keys[Number::Profile].secret, key::Secret(testkeys::other));
    QCOMPARE(fixture.text("heading"), QStringLiteral("Step 1 of 5: Key"));
    QVERIFY(fixture.text("keyMessage").contains(u"/home/ada/.bashrc, line 118"));
    QVERIFY(qobject_cast<QAbstractButton *>(fixture.visible("sourceComputer"))->isChecked());
}

void tst_PlacesPage::takesNothingWhereThereIsNoKey()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    widgets::PlaceTable *table = fixture.table("places");
    for (const Number row : {Number::Program, Number::Compose, Number::NotSet}) {
        table->setCurrentIndex(table->model()->index(row, 0));
        QVERIFY(!fixture.visible("useSource")->isEnabled());
        table->setFocus();
        fixture.press(Qt::Key_Return);
        QVERIFY(fixture.session().secret().isEmpty());
        QVERIFY(fixture.visible("places") != nullptr);
    }
}

void tst_PlacesPage::readsTheKeychainOnlyForARowThatIsTaken()
{
    PlacesFixture fixture;
    fixture.keyStore.keys.insert_or_assign(QStringLiteral("cohere"), key::Secret(testkeys::good));
    fixture.open();
    const QSignalSpy asked(&fixture.session().keychain(), &KeychainSession::asked);
    fixture.click("sourceKeychain");
    fixture.click("sourceComputer");
    QTRY_VERIFY(fixture.session().search().result() != nullptr);
    fixture.click("showPlaces");
    widgets::PlaceTable *table = fixture.table("places");
    table->setCurrentIndex(table->model()->index(Number::Saved, 0));
    QCOMPARE(asked.size(), 0);
    fixture.click("useSource");
    QCOMPARE(asked.size(), 1);
    QTRY_COMPARE(fixture.session().secret(), key::Secret(testkeys::good));
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::Keychain);
    QCOMPARE(fixture.text("heading"), QStringLiteral("Step 1 of 5: Key"));
}

void tst_PlacesPage::saysOnThePageThatTheKeychainFailed()
{
    PlacesFixture fixture;
    fixture.keyStore.failure = keychain::KeyStoreFailure::Locked;
    fixture.openPlaces();
    widgets::PlaceTable *table = fixture.table("places");
    table->setCurrentIndex(table->model()->index(Number::Saved, 0));
    fixture.click("useSource");
    QVERIFY(fixture.text("keychainMessage").contains(u"being asked"));
    QTRY_VERIFY(fixture.text("keychainMessage").contains(u"locked"));
    QVERIFY(fixture.visible("places") != nullptr);
}

void tst_PlacesPage::asksAgainForAnotherClient()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    QVERIFY(fixture.search.requests.back().client == nullptr);
    fixture.click("back");
    fixture.chooseClient("langchain-js");
    QCOMPARE(fixture.search.requests.size(), std::size_t(2));
    QCOMPARE(fixture.search.requests.back().client->id, QStringLiteral("langchain-js"));
    QTRY_VERIFY(!fixture.session().search().isRunning());
    fixture.click("showPlaces");
    const QAbstractItemModel *model = fixture.table("places")->model();
    QCOMPARE(model->index(Number::Shell, 2).data().toString(), QStringLiteral("no")); // CO_API_KEY
    QCOMPARE(model->index(Number::Env, 2).data().toString(), QStringLiteral("yes")); // COHERE_API_KEY
    fixture.chooseClient("");
    QVERIFY(fixture.search.requests.back().client == nullptr);
}

void tst_PlacesPage::keepsTheChosenRow()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    widgets::PlaceTable *table = fixture.table("places");
    table->setCurrentIndex(table->model()->index(Number::Env, 0));
    fixture.search.find = [](const check::SearchRequest &, check::SearchResult &result) {
        sampleplaces::fill(result);
        std::swap(result.keys[Number::Shell], result.keys[Number::Env]);
    };
    fixture.click("searchAgain");
    QVERIFY(table->currentIndex().isValid()); // the rows stay while it is looked for
    QTRY_COMPARE(table->currentIndex().row(), 0);
    fixture.click("useSource");
    QCOMPARE(fixture.session().source().kind, sources::PlaceKind::EnvFile);
}

void tst_PlacesPage::searchesAChosenFolder()
{
    const QTemporaryDir folder;
    PlacesFixture fixture;
    fixture.openPlaces();
    QCOMPARE(fixture.search.requests.back().projectFolder, QString());
    fixture.click("chooseFolder");
    auto *dialog = fixture.window().findChild<QFileDialog *>(QStringLiteral("folderDialog"));
    QVERIFY(dialog != nullptr);
    dialog->setDirectory(folder.path());
    dialog->selectFile(folder.path());
    static_cast<QDialog *>(dialog)->accept();
    QCOMPARE(fixture.session().search().projectFolder(), folder.path());
    QCOMPARE(fixture.search.requests.back().projectFolder, folder.path());
    QVERIFY(fixture.text("project").contains(folder.path()));
    fixture.click("back");
    QVERIFY(fixture.text("project").contains(folder.path()));
    QVERIFY(fixture.visible("noProject") == nullptr);
}

void tst_PlacesPage::searchesTheFolderGivenAtTheStart()
{
    PlacesFixture fixture;
    fixture.options.projectFolder = QStringLiteral("/home/ada/projects/search");
    fixture.openPlaces();
    QCOMPARE(fixture.search.requests.back().projectFolder, QStringLiteral("/home/ada/projects/search"));
    // Paths are shown from there on; in full where they are read out.
    const QModelIndex env = fixture.table("places")->model()->index(Number::Env, 0);
    QCOMPARE(env.data().toString(), QStringLiteral("COHERE_API_KEY, services/api/.env, line 3"));
    QVERIFY(env.data(Qt::AccessibleTextRole).toString().contains(u"/home/ada/projects/search/services/api/.env"));
    QVERIFY(env.data(Qt::ToolTipRole).toString().contains(u"/home/ada/projects/search/services/api/.env"));
}

void tst_PlacesPage::copiesARowWithoutAKey()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    fixture.table("places")->setFocus();
    fixture.press(Qt::Key_C, Qt::ControlModifier);
    const sources::Place &place = fixture.session().search().result()->keys.front().place;
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, words::PlaceTableWords::row(place, nullptr));
    QVERIFY(copied.contains(u"this process"));
    QVERIFY(copied.contains(place.fingerprint));
    QVERIFY(copied.endsWith(u"wins"));
}

void tst_PlacesPage::readsARowOutAsAWhole()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    widgets::PlaceTable *table = fixture.table("places");
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(table);
    QCOMPARE(accessible->role(), QAccessible::Table);
    QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Places"));
    QVERIFY(accessible->tableInterface() != nullptr);
    QAccessibleInterface *first = accessible->tableInterface()->cellAt(Number::Env, 0);
    const sources::Place &place = fixture.session().search().result()->keys[Number::Env].place;
    QCOMPARE(first->text(QAccessible::Name), words::PlaceTableWords::row(place, nullptr));
    for (const char *part : {"COHERE_API_KEY", ".env, line 3", "41 character", "hidden characters", "kept by git",
             "read by cohere-python", "hidden"})
        QVERIFY2(first->text(QAccessible::Name).contains(QLatin1String(part)), part);
    QAccessibleInterface *standing = accessible->tableInterface()->cellAt(Number::Shell, 3);
    QCOMPARE(standing->text(QAccessible::Name),
        QStringLiteral("Who wins: A program that is started here takes its key from this place."));
    // The arrow keys go on in the first cell, whose name is the row.
    table->setCurrentIndex(table->model()->index(0, 3));
    table->setFocus();
    fixture.press(Qt::Key_Down);
    QCOMPARE(table->currentIndex(), table->model()->index(1, 0));
}

void tst_PlacesPage::fitsItsColumns()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    for (const char *client : {"", "litellm"}) {
        fixture.chooseClient(client);
        QTRY_VERIFY(!fixture.session().search().isRunning());
        const widgets::PlaceTable *table = fixture.table("places");
        QTRY_VERIFY(!table->horizontalScrollBar()->isVisible());
    }
}

void tst_PlacesPage::holdsNoKeyAnywhere()
{
    PlacesFixture fixture;
    fixture.openPlaces();
    fixture.click("showSkipped");
    QStringList seen = spokenBy(QAccessible::queryAccessibleInterface(&fixture.window()));
    for (const char *name : {"places", "foundKeys"}) {
        const auto *table = fixture.window().findChild<widgets::PlaceTable *>(QLatin1String(name));
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                for (int role = 0; role < Qt::UserRole + 10; ++role) {
                    const QVariant value = table->model()->index(row, column).data(role);
                    seen.append(value.toString() + value.toStringList().join(u' '));
                }
            }
        }
    }
    QVERIFY(seen.size() > 100);
    for (const QString &text : std::as_const(seen)) {
        for (const QByteArray &planted : {testkeys::good, testkeys::other}) {
            for (qsizetype i = 0; i + 5 <= planted.size(); ++i)
                QVERIFY(!text.contains(QString::fromLatin1(planted.mid(i, 5))));
        }
    }
}

namespace {

void showEachState(PlacesFixture &fixture, const std::function<void()> &look)
{
    fixture.options.projectFolder = QStringLiteral("/home/ada/projects/search");
    fixture.keyStore.keys.insert_or_assign(QStringLiteral("cohere"), key::Secret(testkeys::good));
    fixture.open();
    fixture.click("advanced");
    fixture.click("sourceKeychain");
    look();
    fixture.search.finishesByItself = false;
    fixture.click("sourceComputer");
    look();
    fixture.search.finish();
    look();
    fixture.click("showPlaces");
    fixture.click("showSkipped");
    look();
}

} // namespace

void tst_PlacesPage::givesEachControlAKeyOfItsOwn()
{
    PlacesFixture fixture;
    int states = 0;
    showEachState(fixture, [&] {
        QCOMPARE(shown::clashingLetters(fixture.window()), QString());
        ++states;
    });
    QCOMPARE(states, 4);
}

void tst_PlacesPage::isReachedByTab()
{
    PlacesFixture fixture;
    showEachState(fixture, [&] {
        QSet<QString> wanted;
        for (const char *name :
            {"useSource", "deleteSaved", "findOthers", "checkKeychain", "sourceName", "stopSearch", "searchAgain",
                "chooseFolder", "foundKeys", "showPlaces", "places", "placeProblems", "showSkipped", "skippedFiles"}) {
            if (const QWidget *widget = fixture.visible(name); widget != nullptr && widget->isEnabled())
                wanted.insert(QLatin1String(name));
        }
        QVERIFY(wanted.size() > 1);
        fixture.visible("heading")->setFocus();
        for (int i = 0; i < 40; ++i) {
            wanted.remove(fixture.window().focusWidget()->objectName());
            fixture.press(Qt::Key_Tab);
        }
        QVERIFY2(wanted.isEmpty(), qPrintable(wanted.values().join(u' ')));
    });
}

QTEST_MAIN(tst_PlacesPage)
#include "tst_PlacesPage.moc"
