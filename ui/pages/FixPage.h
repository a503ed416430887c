// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

Q_SIGNALS:
    void linkActivated(const QUrl &url);

private:
    void addPlatform();
    void refresh();

    DoctorSession &m_session;
    QLabel *m_cause = nullptr;
    QLabel *m_explanation = nullptr;
    QComboBox *m_platform = nullptr;
    widgets::FixSteps *m_steps = nullptr;
    widgets::Banner *m_usedUp = nullptr;
    QPushButton *m_notThis = nullptr;
};

} // namespace pages
