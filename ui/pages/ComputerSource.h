// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class DoctorSession;
class QPushButton;

namespace widgets {
class PlaceTable;
}

namespace pages {

/// Takes a key from this computer: the search, and the places that hold something.
class ComputerSource : public QWidget {
    Q_OBJECT
public:
    explicit ComputerSource(DoctorSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user wants to see all places.
    void placesWanted();

private:
    void refresh();
    void useChosen();

    DoctorSession &m_session;
    widgets::PlaceTable *m_found = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_showAll = nullptr;
};

} // namespace pages
