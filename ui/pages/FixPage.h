// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TargetRemedy.h"
#include "widgets/Page.h"

class DoctorSession;
class MendSession;
class QComboBox;
class QPushButton;

namespace widgets {
class Banner;
class FixSteps;
} // namespace widgets

namespace pages {

/// The fourth step: what to do about the cause that is walked through.
class FixPage : public widgets::Page {
    Q_OBJECT
public:
    FixPage(DoctorSession &session, MendSession &mends, QWidget *parent = nullptr);

    /// The button that tests the way that a trial has shown to work; nullptr where there is no such way.
    [[nodiscard]] QPushButton *provenButton() const;

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    /// The user wants the next test to take another way.
    void remedyChosen(const TargetRemedy &remedy);

private:
    void addPlatform();
    void addRemedy();
    void showRemedy();
    void refresh();

    DoctorSession &m_session;
    QLabel *m_cause = nullptr;
    QLabel *m_explanation = nullptr;
    QPushButton *m_remedyButton = nullptr; ///< changes where, and how, the key is sent
    std::optional<TargetRemedy> m_remedy;
    QComboBox *m_platform = nullptr;
    widgets::FixSteps *m_steps = nullptr;
    widgets::Banner *m_usedUp = nullptr;
    QPushButton *m_notThis = nullptr;
};

} // namespace pages
