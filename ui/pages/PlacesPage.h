// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
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

    /// A key can be taken from the chosen place.
    [[nodiscard]] bool canUse() const;
    void useChosen();

Q_SIGNALS:
    void usablePlaceChanged();

private:
    void addTable();
    void addProblems();
    void addSkipped();
    void refresh();
    void showIntroduction();

    DoctorSession &m_session;
    QLabel *m_introduction = nullptr;
    QLabel *m_project = nullptr;
    QLabel *m_shell = nullptr;
    widgets::PlaceTable *m_places = nullptr;
    QLabel *m_problemsTitle = nullptr;
    widgets::RowList *m_problems = nullptr;
    QToolButton *m_showSkipped = nullptr;
    widgets::RowList *m_skipped = nullptr;
};

} // namespace pages
