// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class DoctorSession;
class QLabel;
class QPushButton;

namespace widgets {
class ChoiceBox;
} // namespace widgets

namespace pages {

/// Takes a key out of the keychain: the names of the saved keys, on request those of other programs, and what else can
/// be done with them.
class KeychainSource : public QWidget {
    Q_OBJECT
public:
    explicit KeychainSource(DoctorSession &session, QWidget *parent = nullptr);

private:
    void build();
    void connectKeychain();
    QPushButton *addButton(const char *objectName, const QString &text);
    void refresh();
    void onNameChosen();
    void useChosen();
    void removeChosen();
    void showWhatCanBeDeleted();
    /// The number of the chosen entry among those of other programs; negative where it is one of this program's own.
    [[nodiscard]] int chosenOther() const;

    DoctorSession &m_session;
    QLabel *m_sentence = nullptr;
    widgets::ChoiceBox *m_names = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_findOthers = nullptr;
    QPushButton *m_check = nullptr;
};

} // namespace pages
