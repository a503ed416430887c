// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class MendSession;
class QProgressBar;
class QPushButton;

namespace widgets {
class Banner;
}

namespace pages {

/// How the last change that the program made by itself went, what the test says of it, and the way back. Hidden while
/// there is nothing to tell.
class MendResult : public QWidget {
    Q_OBJECT
public:
    explicit MendResult(MendSession &session, QWidget *parent = nullptr);

private:
    void refresh();

    MendSession &m_session;
    widgets::Banner *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_undo = nullptr;
};

} // namespace pages
