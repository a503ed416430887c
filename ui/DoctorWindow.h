// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <bitset>

class DoctorSession;
class MendSession;
struct TargetRemedy;
class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace pages {
class CausesPage;
class FixPage;
class GuidePage;
class KeyPage;
class PlacesPage;
class ReportButtons;
} // namespace pages

namespace widgets {
class Banner;
class Heading;
class Page;
class StepList;
enum class BannerKind;
enum class StepState;
} // namespace widgets

/// The shell: the steps, the heading, the page of the step, one line of outcome, and the buttons. It leads through the
/// steps by what the session says; what a page shows, the page knows.
class DoctorWindow : public QMainWindow {
    Q_OBJECT
public:
    enum class Step { Key, Test, Causes, Fix, KeepSafe };
    static constexpr int stepCount = 5;

    DoctorWindow(DoctorSession &session, MendSession &mends, QWidget *parent = nullptr);

    [[nodiscard]] Step currentStep() const { return m_step; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The step Key has three pages.
    enum class KeyPart { First, Places, Guide };

    [[nodiscard]] static QStringList stepNames();
    [[nodiscard]] QString pageName() const;
    void buildFrame();
    void buildPages();
    void buildButtons();
    void connectSession();
    QPushButton *addButton(const char *objectName, const QString &text, int role);

    void goTo(Step step);
    void showPart(KeyPart part);
    void showPlaces();
    void showGuide();
    void showHeading();
    void showStep();
    void showStates();
    void showButtons();
    void showOutcome();
    void say(widgets::BannerKind kind, const QString &text);
    void makeDefault(QPushButton *button);
    [[nodiscard]] QPushButton *usualButton() const;
    [[nodiscard]] bool isDone(Step step) const;
    [[nodiscard]] bool canGoTo(Step step) const;
    /// The result comes from an error text or from answers.
    [[nodiscard]] bool isWithoutKey() const;
    [[nodiscard]] widgets::Page *currentPage() const;
    void goBack();

    void onKeyTaken();
    void onTestStarted();
    void onTestFinished();
    void onTargetRefused();
    void onRemedyChosen(const TargetRemedy &remedy);
    void onResultDropped();
    void onKeyCleaned();
    void onCleaningUndone();

    DoctorSession &m_session;
    MendSession &m_mends;
    Step m_step = Step::Key;
    KeyPart m_part = KeyPart::First;
    std::bitset<stepCount> m_visited;

    widgets::StepList *m_steps = nullptr;
    widgets::Heading *m_heading = nullptr;
    widgets::Banner *m_outcome = nullptr;
    QStackedWidget *m_pages = nullptr;
    pages::KeyPage *m_keyPage = nullptr;
    pages::CausesPage *m_causesPage = nullptr;
    pages::FixPage *m_fixPage = nullptr;
    pages::PlacesPage *m_placesPage = nullptr;
    pages::GuidePage *m_guidePage = nullptr;
    pages::ReportButtons *m_report = nullptr;
    QDialogButtonBox *m_buttons = nullptr;

    QPushButton *m_back = nullptr;
    QPushButton *m_cleanKey = nullptr;
    QPushButton *m_testKey = nullptr;
    QPushButton *m_cancelTest = nullptr;
    QPushButton *m_testAgain = nullptr;
    QPushButton *m_showCauses = nullptr;
    QPushButton *m_askMore = nullptr; ///< goes on to the questions
    QPushButton *m_takeKey = nullptr; ///< on the page of the places
    QPushButton *m_keepSafe = nullptr;
    QPushButton *m_saveToKeychain = nullptr;
    QPushButton *m_default = nullptr;
};
