// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace widgets {

/// Puts controls that were made later in their place in the order of Tab, which else comes to them after all that the
/// window has: one after another, behind the last one before `place`, the widget that holds them.
void tabThrough(QWidget &place, const QList<QWidget *> &controls);

} // namespace widgets
