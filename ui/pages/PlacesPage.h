// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
class QPushButton;
class QToolButton;

namespace widgets {
class PlaceTable;
class RowList;
} // namespace widgets

namespace pages {

/// A part of the first step: every place where a key was found or looked for, which one wins, what disagrees, and what
/// was not read.
class PlacesPage : public widgets::Page {
    Q_OBJECT
public:
    explicit PlacesPage(DoctorSession &session, QWidget *parent = nullptr);

    /// The button that takes the key; the window gives it its Enter.
    [[nodiscard]] QPushButton *useButton() const { return m_use; }

private:
    void addTable();
    void addProblems();
    void addSkipped();
    void refresh();
    void showIntroduction();
    void useChosen();

    DoctorSession &m_session;
    QLabel *m_introduction = nullptr;
    QLabel *m_project = nullptr;
    QLabel *m_shell = nullptr;
    widgets::PlaceTable *m_places = nullptr;
    QPushButton *m_use = nullptr;
    QLabel *m_problemsTitle = nullptr;
    widgets::RowList *m_problems = nullptr;
    QToolButton *m_showSkipped = nullptr;
    widgets::RowList *m_skipped = nullptr;
};

} // namespace pages
