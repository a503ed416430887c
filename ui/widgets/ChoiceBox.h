// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace widgets {

/// A combo box whose accessible name is its own on every system. On Linux Qt tells assistive technology the current
/// text in the name's place, and the name not at all.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);
};

} // namespace widgets
