// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class MendSession;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace widgets {
class RowList;
}

namespace pages {

/// What the program can do by itself: a button for each act, then the exact change, to be made or not. Hidden while
/// there is nothing.
class MendPanel : public QFrame {
    Q_OBJECT
public:
    explicit MendPanel(MendSession &session, QWidget *parent = nullptr);

private:
    QPushButton *addButton(const char *objectName, const QString &text);
    QWidget *makeChange();
    void showOffers();
    void showChange();
    void leaveChange();
    void refresh();

    MendSession &m_session;
    QWidget *m_offers = nullptr;
    QVBoxLayout *m_rows = nullptr; ///< of the offers
    QWidget *m_change = nullptr;
    QLabel *m_heading = nullptr;
    widgets::RowList *m_lines = nullptr;
    QLabel *m_notes = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace pages
