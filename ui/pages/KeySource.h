// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Place.h"

#include <QGroupBox>

class DoctorSession;
namespace widgets {
class ChoiceBox;
}
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace pages {

/// Where the key comes from: four radio buttons, and below them what the chosen one needs.
class KeySource : public QGroupBox {
    Q_OBJECT
public:
    explicit KeySource(DoctorSession &session, QWidget *parent = nullptr);

private:
    QRadioButton *addSource(const char *objectName, const QString &text);
    void buildChoice();
    void showChoice();
    void fill(const QString &sentence, const QStringList &names);
    void useChosen();

    DoctorSession &m_session;
    QRadioButton *m_paste = nullptr;
    QRadioButton *m_keychain = nullptr;
    QRadioButton *m_computer = nullptr;
    QRadioButton *m_none = nullptr;
    QLabel *m_sentence = nullptr;
    widgets::ChoiceBox *m_names = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace pages
