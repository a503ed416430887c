// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
class QPushButton;

namespace widgets {
class Banner;
class CauseList;
} // namespace widgets

namespace pages {

/// The third step: the causes that fit, most likely first, and the evidence for the one that is looked at.
class CausesPage : public widgets::Page {
    Q_OBJECT
public:
    explicit CausesPage(DoctorSession &session, QWidget *parent = nullptr);

    /// The button that leads to the fix; the window gives it its Enter.
    [[nodiscard]] QPushButton *fixButton() const { return m_showFix; }

Q_SIGNALS:
    void fixWanted();
    /// The user wants to see all places where keys are found.
    void placesWanted();

private:
    void buildButtons();
    void showCauses();
    void showCurrent();

    DoctorSession &m_session;
    QLabel *m_introduction = nullptr;
    widgets::CauseList *m_causes = nullptr;
    QLabel *m_evidence = nullptr;
    widgets::Banner *m_usedUp = nullptr;
    QPushButton *m_showFix = nullptr;
    QPushButton *m_notThis = nullptr;
};

} // namespace pages
