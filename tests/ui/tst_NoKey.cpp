// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/CpuTimer.h"
#include "helpers/DoctorTest.h"
#include "helpers/TestKeys.h"
#include "ui/ShownTexts.h"
#include "ui/WindowFixture.h"
#include "widgets/LogEdit.h"
#include "words/CauseWords.h"
#include "words/GuideWords.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QRadioButton>
#include <QSignalSpy>

using diagnosis::Cause;
using guide::Question;
using Step = DoctorWindow::Step;
using TestState = DoctorSession::TestState;

class TestNoKey : public DoctorTest {
    Q_OBJECT
private Q_SLOTS:
    void leadsFromQuestionsToAFixByTheKeyboardAlone();
    void leadsFromAnErrorTextToAFixByTheKeyboardAlone();
    void showsOnlyWhatFitsWithoutAKey();
    void offersNoTestAndNoKeychain();
    void goesBackToTheQuestionBefore();
    void takesDontKnow();
    void goesOnFromTheTextWithQuestions();
    void saysThatNothingWasRecognised();
    void tellsOfKeysInTheText();
    void choosesTheClientThatTheTextShows();
    void showsNoKeyOfTheText_data();
    void showsNoKeyOfTheText();
    void takesTenMegabytesWithoutStopping();
    void readsTheTextOfATestedKey();
    void waitsForTheTextBeforeItTests();
    void dropsWhatAnotherTextHasShown();
    void comesBackToAKey();
    void namesItsControls_data();
    void namesItsControls();
    void givesEachControlAKeyOfItsOwn();
};

namespace {

constexpr auto traceback = "Traceback (most recent call last):\n"
                           "  File \"/home/ada/app.py\", line 7, in <module>\n"
                           "  File \"/usr/lib/python3/site-packages/cohere/base_client.py\", line 100, in rerank\n"
                           "cohere.errors.unauthorized_error.UnauthorizedError: status_code: 401, "
                           "body: {'message': 'invalid api token'}\n";

void chooseNoKey(const WindowFixture &fixture)
{
    fixture.click("sourceNone");
    QVERIFY(!fixture.session().keyAtHand());
}

void pasteText(const WindowFixture &fixture, const QString &text)
{
    fixture.visible("errorText")->setFocus();
    fixture.paste(text);
}

void startGuide(const WindowFixture &fixture)
{
    chooseNoKey(fixture);
    fixture.click("startGuide");
    QCOMPARE(fixture.session().guide().question(), Question::WhatDoesItSay);
}

QString heading(const WindowFixture &fixture)
{
    return qobject_cast<QLabel *>(fixture.visible("heading"))->text();
}

QStringList rows(const WindowFixture &fixture, const char *list)
{
    const auto *view = qobject_cast<QAbstractItemView *>(fixture.visible(list));
    QStringList texts;
    for (int i = 0; view != nullptr && i < view->model()->rowCount(); ++i)
        texts += view->model()->index(i, 0).data().toString();
    return texts;
}

/// Arrow keys to the answer, and Enter.
void answer(const WindowFixture &fixture, int number)
{
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("answers"));
    for (int i = 0; i < number; ++i)
        fixture.press(Qt::Key_Down);
    fixture.press(Qt::Key_Return);
}

/// Tab until that control has the focus.
void tabTo(const WindowFixture &fixture, const char *objectName)
{
    constexpr int patience = 40;
    for (int i = 0; i < patience && fixture.window().focusWidget() != fixture.visible(objectName); ++i)
        fixture.press(Qt::Key_Tab);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible(objectName));
}

/// The arrow keys from one radio button to the next are Qt's own, and need an active window: Space does it, too.
void chooseNoKeyByKeys(const WindowFixture &fixture)
{
    fixture.visible("sourceNone")->setFocus();
    fixture.press(Qt::Key_Space);
    QVERIFY(!fixture.session().keyAtHand());
}

} // namespace

void TestNoKey::leadsFromQuestionsToAFixByTheKeyboardAlone()
{
    WindowFixture fixture(WindowFixture::Endpoint::Other, QLatin1String(probe::defaultBaseUrl));
    fixture.open();
    chooseNoKeyByKeys(fixture);
    tabTo(fixture, "startGuide");
    fixture.press(Qt::Key_Return);
    QCOMPARE(heading(fixture), QStringLiteral("Step 1 of 5: Key – question 1 of at most 7"));
    QCOMPARE(rows(fixture, "remaining").size(), qsizetype{diagnosis::causeCount});
    answer(fixture, 3); // the connection
    QCOMPARE(heading(fixture), QStringLiteral("Step 1 of 5: Key – question 2 of at most 7"));
    QVERIFY(rows(fixture, "remaining").size() < 10);
    answer(fixture, 1); // a certificate
    QCOMPARE(fixture.session().guide().question(), Question::ClockRight);
    answer(fixture, 1); // it is off
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("heading"));
    QCOMPARE(fixture.session().causes().front().cause, Cause::ClockWrong);
    QCOMPARE(fixture.session().causes().front().status, diagnosis::Status::Likely);
    QVERIFY(fixture.outcome().contains(words::CauseWords::title(Cause::ClockWrong)));
    const auto *evidence = qobject_cast<QLabel *>(fixture.visible("evidence"));
    QVERIFY(evidence->text().contains(words::GuideWords::question(Question::ClockRight)));
    fixture.press(Qt::Key_Return); // Show how to fix it
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
    QVERIFY(fixture.visible("fixSteps") != nullptr);
    QCOMPARE(qobject_cast<QLabel *>(fixture.visible("cause"))->text(), words::CauseWords::title(Cause::ClockWrong));
}

void TestNoKey::leadsFromAnErrorTextToAFixByTheKeyboardAlone()
{
    WindowFixture fixture(WindowFixture::Endpoint::Other, QLatin1String(probe::defaultBaseUrl));
    fixture.open();
    chooseNoKeyByKeys(fixture);
    tabTo(fixture, "errorText");
    fixture.paste(QString::fromLatin1(traceback));
    tabTo(fixture, "explainText");
    fixture.press(Qt::Key_Return);
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    QCOMPARE(fixture.session().testState(), TestState::WithoutKey);
    QVERIFY(!fixture.session().result()->evidence.keyAtHand);
    QCOMPARE(fixture.session().causes().front().cause, Cause::KeyRejected);
    QVERIFY(fixture.outcome().contains(words::CauseWords::title(Cause::KeyRejected)));
    fixture.press(Qt::Key_Return);
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
    fixture.click("back");
    fixture.click("back");
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QVERIFY(fixture.visible("errorText") != nullptr);
}

void TestNoKey::showsOnlyWhatFitsWithoutAKey()
{
    WindowFixture fixture(WindowFixture::Endpoint::PracticeAsServer);
    fixture.open();
    QVERIFY(fixture.visible("errorText") == nullptr); // folded away
    QVERIFY(fixture.visible("explainText") == nullptr);
    chooseNoKey(fixture);
    for (const char *gone : {"keyBox", "showKey", "testKey", "cleanKey", "advanced", "notice", "showErrorText"})
        QVERIFY2(fixture.visible(gone) == nullptr, gone);
    for (const char *there : {"errorText", "explainText", "startGuide", "client"})
        QVERIFY2(fixture.visible(there) != nullptr, there);
    QVERIFY(!fixture.visible("explainText")->isEnabled()); // there is nothing to explain yet
    pasteText(fixture, QStringLiteral(" \n"));
    QVERIFY(!fixture.visible("explainText")->isEnabled());
    QCOMPARE(qobject_cast<QAbstractButton *>(fixture.visible("startGuide"))->text().remove(u'&'),
        QStringLiteral("Answer questions"));
    pasteText(fixture, QStringLiteral("error"));
    QVERIFY(fixture.visible("explainText")->isEnabled());
    QCOMPARE(qobject_cast<QAbstractButton *>(fixture.visible("startGuide"))->text().remove(u'&'),
        QStringLiteral("Answer questions instead"));
    // A practice key is one at hand.
    fixture.click("sourcePaste");
    QVERIFY(fixture.visible("keyBox") != nullptr);
    QVERIFY(fixture.visible("errorText") == nullptr);
}

void TestNoKey::offersNoTestAndNoKeychain()
{
    WindowFixture fixture;
    fixture.open();
    startGuide(fixture);
    answer(fixture, 2);
    answer(fixture, 2); // a month
    QCOMPARE(fixture.session().causes().front().cause, Cause::QuotaUsedUp);
    QStringList steps = rows(fixture, "steps");
    QCOMPARE(steps.at(1), QStringLiteral("Test — not tested: no key at hand"));
    for (const char *gone : {"testAgain", "testKey", "cleanKey", "saveToKeychain", "keepSafe", "showCauses"})
        QVERIFY2(fixture.visible(gone) == nullptr, gone);
    fixture.click("showFix");
    for (const char *gone : {"testAgain", "testKey", "cleanKey", "saveToKeychain", "keepSafe"})
        QVERIFY2(fixture.visible(gone) == nullptr, gone);
    fixture.window().findChild<QWidget *>(QStringLiteral("heading"))->setFocus();
    fixture.press(Qt::Key_Return); // leads nowhere
    QCOMPARE(fixture.window().currentStep(), Step::Fix);
}

void TestNoKey::goesBackToTheQuestionBefore()
{
    WindowFixture fixture;
    fixture.open();
    startGuide(fixture);
    const QStringList all = rows(fixture, "remaining");
    answer(fixture, 3);
    const QStringList fewer = rows(fixture, "remaining");
    fixture.click("back");
    QCOMPARE(fixture.session().guide().question(), Question::WhatDoesItSay);
    QCOMPARE(rows(fixture, "remaining"), all);
    answer(fixture, 3);
    QCOMPARE(rows(fixture, "remaining"), fewer);
    answer(fixture, 0); // 407
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("back"); // from the cause to the last question
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.session().guide().question(), Question::NetworkWords);
    QVERIFY(fixture.visible("answers") != nullptr);
    answer(fixture, 3);
    QCOMPARE(fixture.session().causes().front().cause, Cause::Unreachable);
    fixture.click("back");
    fixture.click("back");
    fixture.click("back"); // from the first question to where the key comes from
    QVERIFY(fixture.visible("startGuide") != nullptr);
    QVERIFY(fixture.visible("back") == nullptr);
}

void TestNoKey::takesDontKnow()
{
    WindowFixture fixture;
    fixture.open();
    startGuide(fixture);
    QSet<QString> questions;
    constexpr int mostQuestions = guide::mostQuestions;
    for (int i = 0; i < mostQuestions; ++i) {
        QCOMPARE(fixture.window().currentStep(), Step::Key);
        questions.insert(qobject_cast<QLabel *>(fixture.visible("question"))->text());
        const QStringList answers = rows(fixture, "answers");
        QCOMPARE(answers.constLast(), QStringLiteral("I don't know"));
        answer(fixture, static_cast<int>(answers.size()) - 1);
    }
    QCOMPARE(questions.size(), qsizetype{mostQuestions});
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    QCOMPARE(fixture.session().causes().size(), std::size_t{diagnosis::causeCount});
    QCOMPARE(fixture.session().causes().front().status, diagnosis::Status::Likely);
}

void TestNoKey::goesOnFromTheTextWithQuestions()
{
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    pasteText(fixture, QString::fromLatin1(traceback));
    fixture.click("explainText");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    const std::size_t open = fixture.session().causes().size();
    QVERIFY(open > 1);
    fixture.click("askMore");
    QVERIFY(fixture.visible("answers") != nullptr);
    QCOMPARE(static_cast<std::size_t>(rows(fixture, "remaining").size()), open);
    QVERIFY(fixture.session().guide().question() != Question::WhatDoesItSay); // the text has said it
}

void TestNoKey::saysThatNothingWasRecognised()
{
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    pasteText(fixture, QStringLiteral("Segmentation fault (core dumped)"));
    fixture.click("explainText");
    QTRY_VERIFY(fixture.visible("errorTextMessage") != nullptr);
    QCOMPARE(
        qobject_cast<QLabel *>(fixture.visible("errorTextMessage"))->text(), words::GuideWords::nothingRecognised());
    QCOMPARE(fixture.window().currentStep(), Step::Key);
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("startGuide"));
    fixture.press(Qt::Key_Return);
    QCOMPARE(rows(fixture, "remaining").size(), qsizetype{diagnosis::causeCount});
}

void TestNoKey::tellsOfKeysInTheText()
{
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    pasteText(
        fixture, QStringLiteral("Authorization: Bearer %1\ninvalid api token").arg(QLatin1String(testkeys::good)));
    QTRY_VERIFY(fixture.visible("errorTextMessage") != nullptr);
    const QString said = qobject_cast<QLabel *>(fixture.visible("errorTextMessage"))->text();
    QVERIFY2(said.contains(QLatin1String("key")) && said.contains(QLatin1String("masked")), qPrintable(said));
    // It is still said where the cause is shown.
    fixture.click("explainText");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    QVERIFY2(fixture.outcome().contains(QLatin1String("masked")), qPrintable(fixture.outcome()));
}

void TestNoKey::choosesTheClientThatTheTextShows()
{
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    pasteText(fixture, QString::fromLatin1(traceback));
    QTRY_COMPARE(fixture.session().clientId(), QStringLiteral("cohere-python"));
    const auto *client = qobject_cast<QComboBox *>(fixture.visible("client"));
    QCOMPARE(client->currentData().toString(), QStringLiteral("cohere-python"));
    QTRY_VERIFY(fixture.visible("errorTextMessage") != nullptr);
    QVERIFY(qobject_cast<QLabel *>(fixture.visible("errorTextMessage"))->text().contains(client->currentText()));
}

void TestNoKey::showsNoKeyOfTheText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("alone") << QString() << QString();
    QTest::newRow("in a line") << QStringLiteral("2026-08-01 key=") << QStringLiteral(" refused\r\nmore");
    QTest::newRow("at the end of a long text") << QStringLiteral("one line\n").repeated(20'000) << QString();
    QTest::newRow("in a line that is longer than what is shown")
        << QStringLiteral("x ").repeated(40'000) << QStringLiteral(" y").repeated(16'370);
}

void TestNoKey::showsNoKeyOfTheText()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    const QString key = QLatin1String(testkeys::good);
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    pasteText(fixture, before + key + after);
    const auto *box = qobject_cast<widgets::LogEdit *>(fixture.visible("errorText"));
    const QString shownText = box->toPlainText();
    QVERIFY(!shown::holdsKey(shownText, key));
    QVERIFY(shownText.size() <= widgets::LogEdit::mostShown);
    // What is typed after a paste, and a second paste, show none either.
    if (!box->isShownInPart())
        pasteText(fixture, key);
    QTRY_VERIFY(fixture.session().errorText().reading().has_value());
    const QSet<QString> texts = shown::texts(fixture.window());
    for (const QString &text : texts)
        QVERIFY2(!shown::holdsKey(text, key), qPrintable(text));
}

void TestNoKey::takesTenMegabytesWithoutStopping()
{
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    const QString line = QStringLiteral("2026-08-01T10:00:00Z INFO a request was handled in 12 ms\n");
    const QString text =
        line.repeated(errortext::longestErrorText / line.size() - 10) + QStringLiteral("401 invalid api token\n");
    CpuTimer clock;
    clock.start();
    pasteText(fixture, text);
    const qint64 taken = clock.restart();
    constexpr qint64 noticed = 1000; // milliseconds, with a sanitizer on a busy computer; it is about 50
    QVERIFY2(taken < noticed, qPrintable(QString::number(taken)));
    QVERIFY(qobject_cast<widgets::LogEdit *>(fixture.visible("errorText"))->isShownInPart());
    fixture.click("explainText"); // the reading is under way, and the window goes on
    QVERIFY2(clock.elapsed() < noticed, qPrintable(QString::number(clock.elapsed())));
    constexpr int patience = 60'000;
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window().currentStep(), Step::Causes, patience);
    fixture.click("back");
    fixture.click("clearErrorText");
    QVERIFY(!fixture.session().errorText().hasText());
    QVERIFY(!qobject_cast<widgets::LogEdit *>(fixture.visible("errorText"))->isShownInPart());
    QCOMPARE(fixture.window().focusWidget(), fixture.visible("errorText"));
}

void TestNoKey::readsTheTextOfATestedKey()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works"));
    fixture.click("showErrorText");
    pasteText(fixture, QString::fromLatin1(traceback));
    QTRY_VERIFY(fixture.visible("errorTextMessage") != nullptr);
    QVERIFY(qobject_cast<QLabel *>(fixture.visible("errorTextMessage"))
                ->text()
                .startsWith(words::GuideWords::textIsEvidence()));
    QVERIFY(fixture.visible("explainText") == nullptr); // the test explains it
    fixture.click("testKey");
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(fixture.session().result()->evidence.keyAtHand);
    QVERIFY(fixture.session().result()->evidence.errorText.has_value());
}

void TestNoKey::waitsForTheTextBeforeItTests()
{
    WindowFixture fixture;
    fixture.open();
    fixture.paste(practiceKey("works"));
    fixture.click("showErrorText");
    pasteText(fixture, QString::fromLatin1(traceback));
    fixture.click("testKey"); // before the pause is over
    QTRY_COMPARE(fixture.session().testState(), TestState::Finished);
    QVERIFY(fixture.session().result()->evidence.errorText.has_value());
}

void TestNoKey::dropsWhatAnotherTextHasShown()
{
    WindowFixture fixture;
    fixture.open();
    chooseNoKey(fixture);
    pasteText(fixture, QString::fromLatin1(traceback));
    fixture.click("explainText");
    QTRY_COMPARE(fixture.window().currentStep(), Step::Causes);
    fixture.click("back");
    fixture.visible("errorText")->setFocus();
    QTest::keyClicks(fixture.visible("errorText"), QStringLiteral("more"));
    QCOMPARE(fixture.session().testState(), TestState::NotTested);
    QVERIFY(fixture.session().causes().empty());
    QVERIFY(rows(fixture, "steps").at(2).contains(QLatin1String("not yet")));
    // It is read again, with what was typed.
    QTRY_VERIFY(fixture.session().errorText().reading().has_value());
}

void TestNoKey::comesBackToAKey()
{
    WindowFixture fixture;
    fixture.open();
    startGuide(fixture);
    answer(fixture, 2);
    answer(fixture, 2);
    QCOMPARE(fixture.window().currentStep(), Step::Causes);
    while (fixture.window().currentStep() != Step::Key || fixture.visible("sourcePaste") == nullptr)
        fixture.click("back");
    fixture.click("sourcePaste");
    QVERIFY(fixture.session().causes().empty());
    fixture.visible("keyBox")->setFocus();
    fixture.paste(practiceKey("works"));
    fixture.click("testKey");
    QTRY_VERIFY(fixture.session().keyWorks());
    QVERIFY(rows(fixture, "steps").at(1).contains(QLatin1String("current")));
    fixture.click("keepSafe");
    // Without a key there is none to keep.
    fixture.click("back");
    fixture.click("back");
    chooseNoKey(fixture);
    QVERIFY(rows(fixture, "steps").at(4).contains(QLatin1String("not yet")));
}

void TestNoKey::namesItsControls_data()
{
    QTest::addColumn<QAccessible::Role>("role");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isInGuide");
    QTest::newRow("errorText") << QAccessible::EditableText << QStringLiteral("What does your program print?") << false;
    QTest::newRow("explainText") << QAccessible::Button << QStringLiteral("Explain") << false;
    QTest::newRow("startGuide") << QAccessible::Button << QStringLiteral("Answer questions") << false;
    QTest::newRow("clearErrorText") << QAccessible::Button << QStringLiteral("Clear text") << false;
    QTest::newRow("answers") << QAccessible::List << words::GuideWords::question(Question::WhatDoesItSay) << true;
    QTest::newRow("remaining") << QAccessible::List << QStringLiteral("What it can still be") << true;
    QTest::newRow("back") << QAccessible::Button << QStringLiteral("Back") << true;
}

void TestNoKey::namesItsControls()
{
    QFETCH(const QAccessible::Role, role);
    QFETCH(const QString, name);
    QFETCH(const bool, isInGuide);
    WindowFixture fixture;
    fixture.open();
    if (isInGuide)
        startGuide(fixture);
    else
        chooseNoKey(fixture);
    QWidget *control = fixture.visible(QTest::currentDataTag());
    QVERIFY(control != nullptr);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
    QCOMPARE(accessible->text(QAccessible::Name), name);
    QCOMPARE(accessible->role(), role);
}

void TestNoKey::givesEachControlAKeyOfItsOwn()
{
    WindowFixture fixture(WindowFixture::Endpoint::PracticeAsServer);
    fixture.open();
    const auto look = [&fixture] { QCOMPARE(shown::clashingLetters(fixture.window()), QString()); };
    fixture.paste(practiceKey("works") + QChar(0x00a0));
    fixture.click("showErrorText");
    fixture.click("programs");
    fixture.click("advanced");
    look();
    for (const char *source : {"sourceKeychain", "sourceComputer", "sourceNone"}) {
        fixture.click(source);
        look();
    }
    fixture.click("startGuide");
    look();
    answer(fixture, 2);
    answer(fixture, 2);
    look();
    fixture.click("showFix");
    look();
}

QTEST_MAIN(TestNoKey)
#include "tst_NoKey.moc"
