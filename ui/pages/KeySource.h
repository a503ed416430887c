// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>

class DoctorSession;
class QLabel;
class QRadioButton;

namespace pages {

class ComputerSource;
class KeychainSource;

/// Where the key comes from: four radio buttons, and below them what the chosen one needs.
class KeySource : public QGroupBox {
    Q_OBJECT
public:
    explicit KeySource(DoctorSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The user wants to see all places where keys are found.
    void placesWanted();

private:
    QRadioButton *addSource(const char *objectName, const QString &text);
    void showChoice();
    void followKey();

    DoctorSession &m_session;
    QRadioButton *m_paste = nullptr;
    QRadioButton *m_keychain = nullptr;
    QRadioButton *m_computer = nullptr;
    QRadioButton *m_none = nullptr;
    QLabel *m_sentence = nullptr;
    KeychainSource *m_fromKeychain = nullptr;
    ComputerSource *m_fromComputer = nullptr;
};

} // namespace pages
