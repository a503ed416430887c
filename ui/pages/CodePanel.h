// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class DoctorSession;
class QToolButton;

namespace widgets {
class CodeView;
}

namespace pages {

/// The smallest program that reads the key rightly with the chosen client, beside one that does not. Folded away at
/// first; not there for a client without a sample.
class CodePanel : public QWidget {
    Q_OBJECT
public:
    explicit CodePanel(const DoctorSession &session, QWidget *parent = nullptr);

private:
    void refresh();
    void showCode();

    const DoctorSession &m_session;
    QToolButton *m_toggle = nullptr;
    widgets::CodeView *m_code = nullptr;
};

} // namespace pages
