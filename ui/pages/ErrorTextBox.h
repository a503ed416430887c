// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class DoctorSession;
class QLabel;
class QPushButton;
class QToolButton;

namespace widgets {
class Banner;
class LogEdit;
} // namespace widgets

namespace pages {

/// "What does your program print?": a box for the error text. Without a key it stands open, with the ways to a cause;
/// with a key it is folded away, and what it tells is evidence for the test.
class ErrorTextBox : public QWidget {
    Q_OBJECT
public:
    explicit ErrorTextBox(DoctorSession &session, QWidget *parent = nullptr);

    /// The window gives it its Enter.
    [[nodiscard]] QPushButton *explainButton() const { return m_explain; }

Q_SIGNALS:
    /// The user wants to answer questions.
    void guideWanted();

private:
    void addText();
    void addButtons();
    QPushButton *newButton(const char *objectName, const QString &text);
    void showWhatFits();
    void showReading();
    void onTextChanged();
    void onExplained();

    DoctorSession &m_session;
    QToolButton *m_toggle = nullptr;
    QLabel *m_title = nullptr;
    QWidget *m_content = nullptr;
    widgets::LogEdit *m_text = nullptr;
    QLabel *m_inPart = nullptr;
    QPushButton *m_explain = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_guide = nullptr;
    widgets::Banner *m_message = nullptr;
};

} // namespace pages
