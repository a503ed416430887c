// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

class DoctorSession;
class MendSession;
class QLineEdit;

namespace widgets {
class Banner;
class FixSteps;
} // namespace widgets

namespace pages {

/// The last step: the key goes into the operating system's keychain, and programs get it from there.
class KeepSafePage : public widgets::Page {
    Q_OBJECT
public:
    KeepSafePage(DoctorSession &session, MendSession &mends, QWidget *parent = nullptr);

private:
    void addName();
    void addUses();
    void connectSession();
    void refresh();
    void showDoubts();
    void showUses(const QString &name);
    void fillUses();
    void onSaved(const QString &name);

    DoctorSession &m_session;
    widgets::Banner *m_doubts = nullptr;
    QLineEdit *m_name = nullptr;
    widgets::Banner *m_result = nullptr;
    QWidget *m_uses = nullptr; ///< how to use the saved key
    QString m_usedName; ///< the name that the commands are made for
    QLineEdit *m_program = nullptr;
    widgets::FixSteps *m_next = nullptr;
};

} // namespace pages
