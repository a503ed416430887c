// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QUrl>

class QBoxLayout;

namespace widgets {

struct FixRow;

/// One numbered step of a fix, with its buttons. It can have the focus itself, so that it is read out as a whole.
class FixStepRow : public QFrame {
    Q_OBJECT
public:
    /// `number` counts from 1.
    FixStepRow(int number, const FixRow &step, QWidget *parent = nullptr);

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void commandCopied();
    void focused();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addCommand(QBoxLayout &column, int number, const QString &command);
    void addLink(QBoxLayout &column, const QUrl &url);
    void addExpectation(QBoxLayout &column, const QString &expected);
};

} // namespace widgets
