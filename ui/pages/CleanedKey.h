// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class DoctorSession;
class QPushButton;

namespace widgets {
class CharacterStrip;
}

namespace pages {

/// The key before and after cleaning, with the way back. Hidden while the key is as it was given.
class CleanedKey : public QFrame {
    Q_OBJECT
public:
    explicit CleanedKey(DoctorSession &session, QWidget *parent = nullptr);

private:
    void refresh();

    DoctorSession &m_session;
    widgets::CharacterStrip *m_before = nullptr;
    widgets::CharacterStrip *m_after = nullptr;
};

} // namespace pages
