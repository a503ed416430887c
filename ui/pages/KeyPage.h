// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
enum class TargetField;
struct TargetRemedy;
class QPushButton;
class QVBoxLayout;

namespace widgets {
class Banner;
class KeyBox;
class RowList;
} // namespace widgets

namespace pages {

class ErrorTextBox;
class TargetFields;

/// The first step: the key, what its characters tell, and where it will be tested.
class KeyPage : public widgets::Page {
    Q_OBJECT
public:
    explicit KeyPage(DoctorSession &session, QWidget *parent = nullptr);

    /// Puts the focus where a paste goes.
    void focusKeyBox();
    /// Where nobody has the key at hand: the button that explains an error text.
    [[nodiscard]] QPushButton *explainButton() const;
    /// Says once more what is wrong with where the key is to be tested, and goes there.
    void showTargetProblem();
    /// Fills in what is to change for the next test.
    void take(const TargetRemedy &remedy);
    /// Goes where the user is to change it.
    void goTo(TargetField field);

Q_SIGNALS:
    /// The user wants to see all places where keys are found.
    void placesWanted();
    /// The user wants to answer questions.
    void guideWanted();

private:
    void addPracticeKeys();
    void addKey();
    void addKeyBox(QVBoxLayout &column);
    void addFindings(QVBoxLayout &column);
    void addErrorText();
    void addClient();
    void addTarget();
    void showWhatFits();
    void onKeyEdited();
    void onTooLong();
    void bringIntoSight(QWidget *field);
    void showKey();
    void showFindings();
    void showNotice();
    void showProject();

    DoctorSession &m_session;
    QLabel *m_project = nullptr;
    QWidget *m_key = nullptr; ///< the box of the key, and what its characters tell
    widgets::KeyBox *m_keyBox = nullptr;
    widgets::Banner *m_message = nullptr;
    QLabel *m_summary = nullptr;
    widgets::RowList *m_findings = nullptr;
    QLabel *m_more = nullptr;
    ErrorTextBox *m_errorText = nullptr;
    QWidget *m_where = nullptr; ///< where the key is tested
    TargetFields *m_target = nullptr;
    QLabel *m_notice = nullptr;
};

} // namespace pages
