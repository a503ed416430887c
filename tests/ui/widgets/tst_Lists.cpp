// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/DoctorTest.h"
#include "widgets/Banner.h"
#include "widgets/CauseList.h"
#include "widgets/CheckList.h"
#include "widgets/FixSteps.h"
#include "widgets/Heading.h"
#include "widgets/StepList.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace widgets;

namespace {

QStringList spokenRows(QWidget &list)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&list);
    QStringList rows;
    for (int i = 0; i < accessible->childCount(); ++i)
        rows += accessible->child(i)->text(QAccessible::Name);
    return rows;
}

std::vector<CauseRow> twoCauses()
{
    return {{QStringLiteral("The key has hidden characters"), QStringLiteral("confirmed"),
                {QStringLiteral("Character 41 is U+00A0."), QStringLiteral("Without it the key works.")}},
        {QStringLiteral("The key is not known"), QStringLiteral("possible"), {}}};
}

std::vector<FixRow> threeSteps()
{
    return {{QStringLiteral("Set the variable."), QStringLiteral("export CO_API_KEY=…"), {}},
        {QStringLiteral("Make a new key."), {}, QStringLiteral("https://dashboard.cohere.com/api-keys")},
        {QStringLiteral("Test again."), {}, {}}};
}

QPushButton *buttonNamed(const QWidget &parent, const QString &name)
{
    for (auto *button : parent.findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestLists : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void readsACauseWithAllItsEvidence();
    void choosesACauseByMouseAndKey();
    void givesARowTheHeightThatItsWordsNeed_data();
    void givesARowTheHeightThatItsWordsNeed();
    void keepsTheChosenRowWhileRowsChange();
    void saysTheStateOfEachStepInWords();
    void choosesOnlyVisitedSteps();
    void readsAFixStepWithItsCommand();
    void copiesACommandByKey();
    void opensNoLinkItself();
    void walksTheFixStepsByArrowKeys();
    void cutsNoFixStepOff_data();
    void cutsNoFixStepOff();
    void showsABannerOnlyWithAMessage();
    void hasAHeadingThatCanHaveTheFocus();
};

void TestLists::readsACauseWithAllItsEvidence()
{
    CauseList list;
    list.setCauses(twoCauses());
    QCOMPARE(spokenRows(list),
        (QStringList{QStringLiteral("The key has hidden characters: confirmed. Character 41 is U+00A0. Without it the "
                                    "key works."),
            QStringLiteral("The key is not known: possible.")}));
    QCOMPARE(QAccessible::queryAccessibleInterface(&list)->role(), QAccessible::List);
    QCOMPARE(list.currentIndex().row(), 0);
}

void TestLists::choosesACauseByMouseAndKey()
{
    CauseList list;
    list.setCauses(twoCauses());
    list.resize(list.sizeHint());
    list.show();
    QSignalSpy chosen(&list, &CauseList::causeChosen);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(1, 0)).center());
    QCOMPARE(chosen.takeFirst().first().toInt(), 1);
    QTest::keyClick(&list, Qt::Key_Up);
    QCOMPARE(chosen.count(), 0); // looking around is not choosing
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first().toInt(), 0);
}

void TestLists::givesARowTheHeightThatItsWordsNeed_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    QTest::newRow("usual") << 1.0 << 500;
    QTest::newRow("narrow") << 1.0 << 200;
    QTest::newRow("large font") << 2.0 << 500;
    QTest::newRow("large and narrow") << 2.0 << 200;
}

void TestLists::givesARowTheHeightThatItsWordsNeed()
{
    QFETCH(const double, scale);
    QFETCH(const int, width);
    CheckList list;
    QFont font = list.font();
    font.setPointSizeF(font.pointSizeF() * scale);
    list.setFont(font);
    const QString sentence =
        QStringLiteral("The endpoint answered 401: invalid api token, and more words than one line "
                       "has room for in any of these windows that the list is made to stand in.");
    list.setRows({{QStringLiteral("Test the key"), CheckState::Failed, QStringLiteral("failed"), sentence},
        {QStringLiteral("Next"), CheckState::Waiting, QStringLiteral("waiting"), {}}});
    list.resize(width, 2000);
    list.show();
    QCoreApplication::processEvents();
    const QRect row = list.visualRect(list.model()->index(0, 0));
    QVERIFY(row.width() <= list.viewport()->width());
    const QFontMetrics metrics(font);
    // A generous reckoning of the room that each letter may have says how many lines there are at least.
    const int leastLines = metrics.horizontalAdvance(sentence) / list.viewport()->width();
    QVERIFY(row.height() > (leastLines + 1) * metrics.height());
    QVERIFY(list.visualRect(list.model()->index(1, 0)).top() >= row.bottom());
    const int before = row.height();
    list.resize(width * 2, 2000);
    QTRY_VERIFY(list.visualRect(list.model()->index(0, 0)).height() < before);
}

void TestLists::keepsTheChosenRowWhileRowsChange()
{
    CheckList list;
    list.setRows({{QStringLiteral("One"), CheckState::Running, QStringLiteral("running"), {}},
        {QStringLiteral("Two"), CheckState::Waiting, QStringLiteral("waiting"), {}}});
    list.setCurrentIndex(list.model()->index(1, 0));
    list.setRows({{QStringLiteral("One"), CheckState::Passed, QStringLiteral("passed"), QStringLiteral("38 ms.")},
        {QStringLiteral("Two"), CheckState::Running, QStringLiteral("running"), {}},
        {QStringLiteral("Three"), CheckState::Waiting, QStringLiteral("waiting"), {}}});
    QCOMPARE(list.currentIndex().row(), 1);
    QCOMPARE(spokenRows(list),
        (QStringList{QStringLiteral("One: passed. 38 ms."), QStringLiteral("Two: running."),
            QStringLiteral("Three: waiting.")}));
    list.setRows({});
    QCOMPARE(list.model()->rowCount(), 0);
}

void TestLists::saysTheStateOfEachStepInWords()
{
    StepList list;
    QCOMPARE(list.objectName(), QStringLiteral("steps"));
    QCOMPARE(QAccessible::queryAccessibleInterface(&list)->text(QAccessible::Name), QStringLiteral("Steps"));
    list.setSteps({QStringLiteral("Key"), QStringLiteral("Test"), QStringLiteral("Fix")});
    list.setStates({StepState::Done, StepState::Current});
    QCOMPARE(spokenRows(list),
        (QStringList{QStringLiteral("Key — done"), QStringLiteral("Test — current"), QStringLiteral("Fix — not yet")}));
    QCOMPARE(list.currentIndex().row(), 1);
}

void TestLists::choosesOnlyVisitedSteps()
{
    StepList list;
    list.setSteps({QStringLiteral("Key"), QStringLiteral("Test"), QStringLiteral("Fix")});
    list.setStates({StepState::Done, StepState::Current, StepState::NotYet});
    list.resize(list.sizeHint());
    list.show();
    QSignalSpy chosen(&list, &StepList::stepChosen);
    for (int row : {2, 0}) {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(row, 0)).center());
    }
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.takeFirst().first().toInt(), 0);
    QTest::keyClick(&list, Qt::Key_End);
    QVERIFY(list.currentIndex().row() < 2);
}

void TestLists::readsAFixStepWithItsCommand()
{
    FixSteps steps;
    steps.setSteps(threeSteps());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&steps);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("How to fix it"));
    QCOMPARE(steps.objectName(), QStringLiteral("fixSteps"));
    QCOMPARE(spokenRows(steps),
        (QStringList{QStringLiteral("1. Set the variable. export CO_API_KEY=…"), QStringLiteral("2. Make a new key."),
            QStringLiteral("3. Test again.")}));
    for (int i = 0; i < 3; ++i) {
        QAccessibleInterface *row = list->child(i);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QCOMPARE(row->parent(), list);
        QCOMPARE(list->indexOfChild(row), i);
    }
    steps.setSteps({});
    QCOMPARE(list->childCount(), 0);
}

void TestLists::copiesACommandByKey()
{
    FixSteps steps;
    steps.setSteps(threeSteps());
    steps.show();
    QSignalSpy copied(&steps, &FixSteps::commandCopied);
    QPushButton *copy = buttonNamed(steps, QStringLiteral("Copy command 1"));
    QVERIFY(copy != nullptr);
    QVERIFY(buttonNamed(steps, QStringLiteral("Copy command 2")) == nullptr);
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("export CO_API_KEY=…"));
    QCOMPARE(copied.count(), 1);
    QCOMPARE(copied.first().first().toInt(), 0);
}

void TestLists::opensNoLinkItself()
{
    FixSteps steps;
    steps.setSteps(threeSteps());
    steps.show();
    QSignalSpy activated(&steps, &FixSteps::linkActivated);
    QPushButton *open = buttonNamed(steps, QStringLiteral("Open dashboard.cohere.com"));
    QVERIFY(open != nullptr);
    QTest::keyClick(open, Qt::Key_Space);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toUrl(), QUrl(QStringLiteral("https://dashboard.cohere.com/api-keys")));
}

void TestLists::walksTheFixStepsByArrowKeys()
{
    FixSteps steps;
    steps.setSteps(threeSteps());
    steps.show();
    steps.activateWindow();
    steps.row(0)->setFocus();
    QTRY_VERIFY(steps.row(0)->hasFocus());
    QTest::keyClick(steps.row(0), Qt::Key_Down);
    QVERIFY(steps.row(1)->hasFocus());
    QTest::keyClick(steps.row(1), Qt::Key_Down);
    QTest::keyClick(steps.row(2), Qt::Key_Down);
    QVERIFY(steps.row(2)->hasFocus());
    QTest::keyClick(steps.row(2), Qt::Key_Up);
    QVERIFY(steps.row(1)->hasFocus());
}

void TestLists::cutsNoFixStepOff_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("200 %") << 2.0;
}

void TestLists::cutsNoFixStepOff()
{
    QFETCH(const double, scale);
    FixSteps steps;
    QFont font = steps.font();
    font.setPointSizeF(font.pointSizeF() * scale);
    steps.setFont(font);
    std::vector<FixRow> rows = threeSteps();
    rows[0].command = QStringLiteral("read -rs CO_API_KEY && export CO_API_KEY && printf %s \"$CO_API_KEY\" | "
                                     "rerank-key check --stdin --url https://example.com/a-long-path-with-no-blank");
    steps.setSteps(rows);
    steps.resize(400, 300);
    steps.show();
    QCoreApplication::processEvents();
    QCOMPARE(steps.horizontalScrollBar()->maximum(), 0);
    for (const auto *child : steps.row(0)->findChildren<QWidget *>()) {
        QVERIFY(steps.row(0)->rect().contains(child->geometry()));
        if (child->hasHeightForWidth())
            QVERIFY(child->height() >= child->heightForWidth(child->width()));
    }
    QVERIFY(steps.row(1)->geometry().top() >= steps.row(0)->geometry().bottom());
}

void TestLists::showsABannerOnlyWithAMessage()
{
    QWidget window;
    Banner banner(&window);
    window.show();
    QVERIFY(!banner.isVisible());
    banner.showMessage(BannerKind::Problem, QStringLiteral("The text is too long."));
    QVERIFY(banner.isVisible());
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&banner);
    QCOMPARE(accessible->role(), QAccessible::AlertMessage);
    QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("The text is too long."));
    const QImage problem = banner.grab().toImage();
    banner.showMessage(BannerKind::Good, QStringLiteral("The text is too long."));
    QVERIFY(banner.grab().toImage() != problem);
    banner.clear();
    QVERIFY(!banner.isVisible());
}

void TestLists::hasAHeadingThatCanHaveTheFocus()
{
    QWidget window;
    Heading heading(&window);
    heading.setText(QStringLiteral("Step 1 of 5: The key"));
    window.show();
    window.activateWindow();
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&heading);
    QCOMPARE(accessible->role(), QAccessible::StaticText);
    QCOMPARE(accessible->text(QAccessible::Name), heading.text());
    QVERIFY(accessible->state().focusable);
    QVERIFY(heading.font().pointSizeF() > window.font().pointSizeF());
    heading.resize(heading.sizeHint());
    window.setAttribute(Qt::WA_KeyboardFocusChange); // as after any press of Tab: styles draw the focus only then
    const QImage plain = heading.grab().toImage();
    heading.setFocus();
    QTRY_VERIFY(heading.hasFocus());
    QVERIFY(heading.grab().toImage() != plain);
}

QTEST_MAIN(TestLists)
#include "tst_Lists.moc"
