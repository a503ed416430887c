// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class DoctorSession;
class QToolButton;

namespace widgets {
class RowList;
}

namespace pages {

/// What the user's own programs would do with the key as it is, the chosen client first. Folded away at first, and
/// there only where something was found in the key.
class ProgramActs : public QWidget {
    Q_OBJECT
public:
    explicit ProgramActs(const DoctorSession &session, QWidget *parent = nullptr);

private:
    void refresh();
    void showList();

    const DoctorSession &m_session;
    QToolButton *m_toggle = nullptr;
    widgets::RowList *m_acts = nullptr;
};

} // namespace pages
