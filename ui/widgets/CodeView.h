// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "samples/CodeSample.h"

#include <QWidget>

class QLabel;

namespace widgets {

class Banner;
class CodePane;

/// A sample program: the broken version above the right one, what to do by habit, and a button that copies the right
/// one. Empty until it is shown one.
class CodeView : public QWidget {
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);

    void showSample(const samples::CodeSample &sample);

private:
    QLabel *addText(const char *objectName);
    CodePane *addPane(CodePane *pane, const char *objectName, const QString &name);
    void copyRight();

    QLabel *m_title = nullptr;
    CodePane *m_broken = nullptr;
    CodePane *m_right = nullptr;
    QLabel *m_notes = nullptr;
    Banner *m_copied;
    QString m_rightText;
};

} // namespace widgets
