// SPDX-License-Identifier: GPL-3.0-or-later
#include "DoctorWindow.h"

#include "DoctorSession.h"
#include "MendSession.h"
#include "pages/CausesPage.h"
#include "pages/FixPage.h"
#include "pages/GuidePage.h"
#include "pages/KeepSafePage.h"
#include "pages/KeyPage.h"
#include "pages/MendResult.h"
#include "pages/PlacesPage.h"
#include "pages/ReportButtons.h"
#include "pages/TestPage.h"
#include "widgets/Banner.h"
#include "widgets/Heading.h"
#include "widgets/Page.h"
#include "widgets/StepList.h"
#include "words/GuideWords.h"
#include "words/VerdictWords.h"
#include "words/WindowWords.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

using TestState = DoctorSession::TestState;
using widgets::BannerKind;
using words::WindowWords;

namespace {

constexpr std::size_t indexOf(DoctorWindow::Step step)
{
    return static_cast<std::size_t>(step);
}

BannerKind kindOf(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::Works:
        return BannerKind::Good;
    case diagnosis::Verdict::Wait:
    case diagnosis::Verdict::Unknown:
        return BannerKind::Information;
    default:
        return BannerKind::Problem;
    }
}

/// A size from the font, so that it fits any scale, and never more than the screen has.
QSize usualSize(const QWidget &widget)
{
    constexpr int widthInLetters = 100;
    constexpr int heightInLines = 38;
    const QFontMetrics metrics = widget.fontMetrics();
    const QSize wanted(metrics.averageCharWidth() * widthInLetters, metrics.height() * heightInLines);
    return wanted.boundedTo(widget.screen()->availableSize());
}

} // namespace

DoctorWindow::DoctorWindow(DoctorSession &session, MendSession &mends, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_mends(mends)
{
    setWindowTitle(tr("Rerank Key Doctor"));
    buildPages(); // first: Tab goes from widget to widget in the order in which they came into the window
    buildFrame();
    buildButtons();
    connectSession();
    m_visited.set(indexOf(Step::Key));
    showStep();
    resize(usualSize(*this));
    m_keyPage->focusKeyBox();
}

QStringList DoctorWindow::stepNames()
{
    //: The steps of the window, in order
    return {tr("Key"), tr("Test"), tr("Causes"), tr("Fix"), tr("Keep safe")};
}

void DoctorWindow::buildFrame()
{
    m_steps = new widgets::StepList;
    m_steps->setSteps(stepNames());
    m_heading = new widgets::Heading;
    m_heading->setObjectName(QStringLiteral("heading"));
    m_outcome = new widgets::Banner;
    m_outcome->label()->setObjectName(QStringLiteral("outcome"));
    m_buttons = new QDialogButtonBox;

    auto *right = new QVBoxLayout;
    if (m_session.isPractice()) {
        auto *practice = new widgets::Banner;
        practice->label()->setObjectName(QStringLiteral("practice"));
        practice->showMessage(BannerKind::Information, WindowWords::practice(m_session.targetSession().baseUrl()));
        right->addWidget(practice);
    }
    right->addWidget(m_heading);
    right->addWidget(m_outcome);
    right->addWidget(new pages::MendResult(m_mends));
    right->addWidget(m_pages, 1);
    m_report = new pages::ReportButtons(m_session);
    right->addWidget(m_report);
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_steps);
    upper->addLayout(right, 1);
    auto *central = new QWidget;
    auto *all = new QVBoxLayout(central);
    all->addLayout(upper, 1);
    all->addWidget(m_buttons);
    setCentralWidget(central);

    connect(m_steps, &widgets::StepList::stepChosen, this, [this](int row) {
        if (canGoTo(static_cast<Step>(row))) {
            goTo(static_cast<Step>(row));
        }
    });
}

void DoctorWindow::buildPages()
{
    m_pages = new QStackedWidget;
    m_keyPage = new pages::KeyPage(m_session);
    m_causesPage = new pages::CausesPage(m_session);
    m_fixPage = new pages::FixPage(m_session, m_mends);
    // In the order of Step.
    m_pages->addWidget(m_keyPage);
    m_pages->addWidget(new pages::TestPage(m_session));
    m_pages->addWidget(m_causesPage);
    m_pages->addWidget(m_fixPage);
    m_pages->addWidget(new pages::KeepSafePage(m_session, m_mends));
    m_placesPage = new pages::PlacesPage(m_session);
    m_pages->addWidget(m_placesPage);
    m_guidePage = new pages::GuidePage(m_session.guide());
    m_pages->addWidget(m_guidePage);
    connect(m_keyPage, &pages::KeyPage::guideWanted, this, &DoctorWindow::showGuide);
    connect(m_keyPage, &pages::KeyPage::placesWanted, this, &DoctorWindow::showPlaces);
    connect(m_causesPage, &pages::CausesPage::placesWanted, this, &DoctorWindow::showPlaces);
    connect(m_causesPage, &pages::CausesPage::fixWanted, this, [this] { goTo(Step::Fix); });
    connect(m_fixPage, &pages::FixPage::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_fixPage, &pages::FixPage::remedyChosen, this, &DoctorWindow::onRemedyChosen);
}

QPushButton *DoctorWindow::addButton(const char *objectName, const QString &text, int role)
{
    QPushButton *button = m_buttons->addButton(text, static_cast<QDialogButtonBox::ButtonRole>(role));
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(true); // Enter presses the button that has the focus
    return button;
}

void DoctorWindow::buildButtons()
{
    m_back = addButton("back", tr("Bac&k"), QDialogButtonBox::ResetRole);
    m_cleanKey = addButton("cleanKey", tr("&Clean key"), QDialogButtonBox::ActionRole);
    m_testAgain = addButton("testAgain", tr("Test a&gain"), QDialogButtonBox::ActionRole);
    m_cancelTest = addButton("cancelTest", tr("&Cancel"), QDialogButtonBox::RejectRole);
    m_testKey = addButton("testKey", tr("&Test key"), QDialogButtonBox::AcceptRole);
    m_showCauses = addButton("showCauses", tr("Show &causes"), QDialogButtonBox::AcceptRole);
    m_askMore = addButton("askMore", tr("Answer &questions"), QDialogButtonBox::ActionRole);
    m_takeKey = addButton("useSource", tr("Take this ke&y"), QDialogButtonBox::AcceptRole);
    //: Goes on to the step "Keep safe"
    m_keepSafe = addButton("keepSafe", tr("Keep &safe"), QDialogButtonBox::AcceptRole);
    m_saveToKeychain = addButton("saveToKeychain", tr("&Save to keychain"), QDialogButtonBox::AcceptRole);

    connect(m_back, &QPushButton::clicked, this, &DoctorWindow::goBack);
    connect(m_cleanKey, &QPushButton::clicked, &m_session, &DoctorSession::cleanKey);
    connect(m_testKey, &QPushButton::clicked, &m_session, &DoctorSession::test);
    connect(m_testAgain, &QPushButton::clicked, &m_session, &DoctorSession::test);
    connect(m_cancelTest, &QPushButton::clicked, &m_session, &DoctorSession::cancelTest);
    connect(m_showCauses, &QPushButton::clicked, this, [this] { goTo(Step::Causes); });
    connect(m_askMore, &QPushButton::clicked, this, &DoctorWindow::showGuide);
    connect(m_takeKey, &QPushButton::clicked, m_placesPage, &pages::PlacesPage::useChosen);
    connect(m_placesPage, &pages::PlacesPage::usablePlaceChanged, this, &DoctorWindow::showButtons);
    connect(m_keepSafe, &QPushButton::clicked, this, [this] { goTo(Step::KeepSafe); });
    connect(m_saveToKeychain, &QPushButton::clicked, &m_session, &DoctorSession::saveToKeychain);
}

void DoctorWindow::connectSession()
{
    connect(&m_session, &DoctorSession::testStarted, this, &DoctorWindow::onTestStarted);
    connect(&m_session, &DoctorSession::testFinished, this, &DoctorWindow::onTestFinished);
    connect(&m_session, &DoctorSession::targetRefused, this, &DoctorWindow::onTargetRefused);
    connect(&m_session, &DoctorSession::resultDropped, this, &DoctorWindow::onResultDropped);
    connect(&m_session, &DoctorSession::keyCleaned, this, &DoctorWindow::onKeyCleaned);
    connect(&m_session, &DoctorSession::cleaningUndone, this, &DoctorWindow::onCleaningUndone);
    connect(&m_session, &DoctorSession::keyChanged, this, &DoctorWindow::showButtons);
    connect(&m_session, &DoctorSession::keyChanged, this, &DoctorWindow::showOutcome);
    connect(&m_session, &DoctorSession::currentCauseChanged, this, &DoctorWindow::showButtons);
    connect(&m_session, &DoctorSession::keyTaken, this, &DoctorWindow::onKeyTaken);
    connect(&m_session, &DoctorSession::keyAtHandChanged, this, &DoctorWindow::showStep);
    connect(&m_session.guide(), &GuideSession::questionChanged, this, &DoctorWindow::showStep);
    connect(&m_mends, &MendSession::offersChanged, this, &DoctorWindow::showButtons);
    const KeychainSession &keychain = m_session.keychain();
    connect(&keychain, &KeychainSession::keptNameChanged, this, &DoctorWindow::showButtons);
}

widgets::Page *DoctorWindow::currentPage() const
{
    return static_cast<widgets::Page *>(m_pages->currentWidget());
}

void DoctorWindow::goTo(Step step)
{
    m_step = step;
    m_part = KeyPart::First;
    m_visited.set(indexOf(step));
    showHeading();
    // Before the page goes: what loses the focus with it hands it on from control to control, and each is read out.
    m_heading->setFocus(Qt::OtherFocusReason);
    showStep();
}

void DoctorWindow::showPart(KeyPart part)
{
    m_step = Step::Key;
    m_part = part;
    showHeading();
    m_heading->setFocus(Qt::OtherFocusReason);
    showStep();
}

void DoctorWindow::showPlaces()
{
    m_session.search().startOnce();
    showPart(KeyPart::Places);
}

void DoctorWindow::showGuide()
{
    m_session.startGuide();
    showPart(KeyPart::Guide);
    m_guidePage->focusAnswers();
}

void DoctorWindow::goBack()
{
    const bool fromAnswers = m_part == KeyPart::Guide || (isWithoutKey() && m_step == Step::Causes);
    if (fromAnswers && m_session.guide().canGoBack()) {
        m_session.guide().goBack();
        showPart(KeyPart::Guide);
        m_guidePage->focusAnswers();
        return;
    }
    if (m_part != KeyPart::First) {
        goTo(Step::Key);
        return;
    }
    for (int before = static_cast<int>(m_step) - 1; before >= 0; --before) {
        if (canGoTo(static_cast<Step>(before))) {
            goTo(static_cast<Step>(before));
            return;
        }
    }
}

bool DoctorWindow::isDone(Step step) const
{
    return m_visited.test(indexOf(step)) && (step != Step::KeepSafe || m_session.keyAtHand());
}

bool DoctorWindow::canGoTo(Step step) const
{
    // A running test is cancelled first: what it tests stays as it is.
    return isDone(step) && m_session.testState() != TestState::Running;
}

bool DoctorWindow::isWithoutKey() const
{
    return m_session.testState() == TestState::WithoutKey;
}

QString DoctorWindow::pageName() const
{
    QString name = stepNames().at(static_cast<int>(m_step));
    switch (m_part) {
    case KeyPart::First:
        return name;
    case KeyPart::Places:
        //: A part of the step "Key"; %1 is that name
        return tr("%1 – where keys are found").arg(name);
    case KeyPart::Guide:
        //: A part of the step "Key"; %1 is that name, %2 "question 2 of at most 7"
        return tr("%1 – %2").arg(name, words::GuideWords::number(m_session.guide().number(), guide::mostQuestions));
    }
    return name;
}

void DoctorWindow::showHeading()
{
    //: %1 and %2 are numbers, %3 is the name of the step: "Step 1 of 5: Key"
    m_heading->setText(tr("Step %1 of %2: %3")
                           .arg(QString::number(static_cast<int>(m_step) + 1), QString::number(stepCount), pageName()));
}

void DoctorWindow::showStep()
{
    const int number = static_cast<int>(m_step);
    showHeading();
    if (m_part == KeyPart::First)
        m_pages->setCurrentIndex(number);
    else
        m_pages->setCurrentWidget(m_part == KeyPart::Places ? static_cast<QWidget *>(m_placesPage) : m_guidePage);
    showStates();
    showOutcome();
    showButtons();
}

void DoctorWindow::showStates()
{
    std::vector<widgets::StepState> states;
    for (int i = 0; i < stepCount; ++i) {
        const Step step = static_cast<Step>(i);
        if (step == m_step) {
            states.push_back(widgets::StepState::Current);
        } else if (step == Step::Test && !m_session.keyAtHand()) {
            states.push_back(widgets::StepState::Skipped);
        } else {
            states.push_back(isDone(step) ? widgets::StepState::Done : widgets::StepState::NotYet);
        }
    }
    m_steps->setStates(states);
}

void DoctorWindow::say(BannerKind kind, const QString &text)
{
    // The same again would be read out again.
    if (text != m_outcome->text() || kind != m_outcome->kind())
        m_outcome->showMessage(kind, text);
}

void DoctorWindow::showOutcome()
{
    const bool fits = m_step == Step::Test || m_step == Step::Causes || m_step == Step::Fix;
    const TestState state = m_session.testState();
    if (!fits || state == TestState::NotTested) {
        say(BannerKind::Information, {});
    } else if (state == TestState::Running) {
        say(BannerKind::Information, WindowWords::testing());
    } else if (state == TestState::Cancelled) {
        say(BannerKind::Information, WindowWords::cancelled());
    } else if (!isWithoutKey() && m_session.secretBeforeCleaning() != nullptr && !m_session.isResultOfThisKey()) {
        say(BannerKind::Information, WindowWords::cleanedNotTested());
    } else {
        const check::CheckResult &result = *m_session.result();
        QString text = words::VerdictWords::summary(result.diagnosis, result.evidence);
        if (isWithoutKey() && result.evidence.errorText) {
            const QString client = m_session.clientOfText();
            text += QLatin1Char(' ') + words::GuideWords::aboutText(*result.evidence.errorText, client);
        }
        say(kindOf(result.diagnosis.verdict), text.trimmed());
    }
}

void DoctorWindow::showButtons()
{
    const bool onTest = m_step == Step::Test;
    const bool onKey = m_step == Step::Key && m_part == KeyPart::First && m_session.keyAtHand();
    const bool onPlaces = m_step == Step::Key && m_part == KeyPart::Places;
    const bool onFirst = m_step == Step::Key && m_part == KeyPart::First;
    const bool onCause = m_step == Step::Causes || m_step == Step::Fix;
    const bool running = m_session.testState() == TestState::Running;

    const bool withKey = m_session.keyAtHand();

    m_back->setVisible(!onFirst && !running);
    m_cleanKey->setVisible(onKey || (!onTest && !onPlaces && withKey && m_session.canClean()));
    m_report->setFitting(onTest || onCause);
    m_cleanKey->setEnabled(m_session.canClean());
    m_testKey->setVisible(onKey);
    m_takeKey->setVisible(onPlaces);
    m_takeKey->setEnabled(m_placesPage->canUse());
    m_cancelTest->setVisible(onTest && running);
    m_testAgain->setVisible((onTest && !running) || (onCause && withKey));
    m_askMore->setVisible(m_step == Step::Causes && isWithoutKey() && m_session.guide().answers().empty());
    m_showCauses->setVisible(onTest && !running && !m_session.causes().empty());
    m_keepSafe->setVisible((onTest && m_session.keyWorks()) || (m_step == Step::Fix && m_mends.hasProvenKey()));
    m_saveToKeychain->setVisible(m_step == Step::KeepSafe);
    m_saveToKeychain->setEnabled(m_session.canSave());
    makeDefault(usualButton());
    // QDialogButtonBox gives the focus on to its first button, shown or hidden: Tab would end in front of a hidden one.
    m_buttons->setFocusProxy(nullptr);
}

QPushButton *DoctorWindow::usualButton() const
{
    switch (m_step) {
    case Step::Key:
        if (m_part == KeyPart::First)
            return m_session.keyAtHand() ? m_testKey : m_keyPage->explainButton();
        return m_part == KeyPart::Places ? m_takeKey : nullptr; // an answer is chosen by its own Enter
    case Step::Test:
        if (m_session.testState() == TestState::Running) {
            return nullptr; // an Enter too many must not cancel the test
        }
        if (m_session.keyWorks()) {
            return m_keepSafe;
        }
        return m_session.causes().empty() ? m_testAgain : m_showCauses;
    case Step::Causes:
        if (isWithoutKey())
            return m_causesPage->fixButton();
        if (m_session.canClean())
            return m_cleanKey;
        return m_session.isResultOfThisKey() ? m_causesPage->fixButton() : m_testAgain;
    case Step::Fix:
        if (isWithoutKey())
            return nullptr;
        if (m_session.canClean())
            return m_cleanKey;
        return m_fixPage->provenButton() != nullptr ? m_fixPage->provenButton() : m_testAgain;
    case Step::KeepSafe:
        return m_saveToKeychain;
    }
    return nullptr;
}

void DoctorWindow::makeDefault(QPushButton *button)
{
    // Outside a QDialog setDefault() draws the frame alone; keyPressEvent() gives it its Enter.
    if (m_default != nullptr) {
        m_default->setDefault(false);
    }
    m_default = button;
    if (m_default != nullptr) {
        m_default->setDefault(true);
    }
}

void DoctorWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // A key that is held down would go round from test to fix to test, and each round is a call to the service.
        if (m_default != nullptr && !event->isAutoRepeat()) {
            m_default->click();
        }
        break;
    case Qt::Key_Escape:
        m_session.cancelTest();
        m_session.search().stop();
        break;
    case Qt::Key_PageUp:
        currentPage()->scrollByPage(-1);
        break;
    case Qt::Key_PageDown:
        currentPage()->scrollByPage(1);
        break;
    default:
        QMainWindow::keyPressEvent(event);
    }
}

void DoctorWindow::onKeyTaken()
{
    if (m_part == KeyPart::Places) {
        goTo(Step::Key);
    }
}

void DoctorWindow::onTestStarted()
{
    m_visited.reset(indexOf(Step::Causes));
    m_visited.reset(indexOf(Step::Fix));
    goTo(Step::Test);
}

void DoctorWindow::onTargetRefused()
{
    goTo(Step::Key);
    m_keyPage->showTargetProblem();
}

void DoctorWindow::onRemedyChosen(const TargetRemedy &remedy)
{
    m_keyPage->take(remedy);
    if (remedy.isProven) {
        m_session.test();
        return;
    }
    goTo(Step::Key);
    m_keyPage->goTo(remedy.field);
}

void DoctorWindow::onTestFinished()
{
    const bool isFinished = m_session.testState() == TestState::Finished || isWithoutKey();
    const bool toCauses = isFinished && !m_session.keyWorks() && !m_session.causes().empty();
    // The heading again, since the button that had the focus may be gone.
    goTo(toCauses ? Step::Causes : Step::Test);
}

void DoctorWindow::onResultDropped()
{
    for (const Step step : {Step::Test, Step::Causes, Step::Fix}) {
        m_visited.reset(indexOf(step));
    }
    if (m_step == Step::Key || m_step == Step::KeepSafe) {
        showStep();
    } else {
        goTo(Step::Key);
    }
}

void DoctorWindow::onKeyCleaned()
{
    // The button that was pressed has nothing more to do: the focus goes on to the one that proves the cleaning.
    if (m_default != nullptr) {
        m_default->setFocus(Qt::OtherFocusReason);
    }
}

void DoctorWindow::onCleaningUndone()
{
    m_cleanKey->setFocus(Qt::OtherFocusReason);
}
