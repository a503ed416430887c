// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
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
    explicit FixPage(DoctorSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void linkActivated(const QUrl &url);

private:
    void refresh();

    DoctorSession &m_session;
    QLabel *m_cause = nullptr;
    QLabel *m_explanation = nullptr;
    widgets::FixSteps *m_steps = nullptr;
    widgets::Banner *m_usedUp = nullptr;
    QPushButton *m_notThis = nullptr;
};

} // namespace pages
