// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace widgets {

/// The heading of a page: large, and able to have the focus, so that a screen reader begins there.
class Heading : public QLabel {
    Q_OBJECT
public:
    explicit Heading(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void enlarge();
};

} // namespace widgets
