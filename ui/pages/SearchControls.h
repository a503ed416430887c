// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class DoctorSession;
class QLabel;
class QPushButton;

namespace pages {

/// How far the search for keys is, and the buttons that stop it, repeat it, and choose the folder of the project.
class SearchControls : public QWidget {
    Q_OBJECT
public:
    explicit SearchControls(DoctorSession &session, QWidget *parent = nullptr);

private:
    QPushButton *addButton(const char *objectName, const QString &text);
    void refresh();
    void showStatus();
    void chooseFolder();

    DoctorSession &m_session;
    QLabel *m_status = nullptr;
    QLabel *m_noFolder = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_choose = nullptr;
};

} // namespace pages
