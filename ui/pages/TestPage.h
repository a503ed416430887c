// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
class QProgressBar;

namespace widgets {
class CheckList;
}

namespace pages {

class ExchangePanel;

/// The second step: what is tried, as it happens, and what was sent and received.
class TestPage : public widgets::Page {
    Q_OBJECT
public:
    explicit TestPage(DoctorSession &session, QWidget *parent = nullptr);

private:
    void refresh();
    void chooseATellingRow();
    void showExchange();

    DoctorSession &m_session;
    QProgressBar *m_progress = nullptr;
    widgets::CheckList *m_checks = nullptr;
    QLabel *m_next = nullptr;
    ExchangePanel *m_exchange = nullptr;
};

} // namespace pages
