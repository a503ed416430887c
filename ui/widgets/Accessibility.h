// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleEvent;

namespace widgets {

/// Makes the widgets of this folder known to assistive technology by what they are, and keeps what QLineEdit tells
/// of a KeyBox's text from holding the key: QLineEdit sends typed and removed characters as they are, in every echo
/// mode. May be called often; the constructors do.
void installAccessibility();

/// Sends an event that holds nothing secret, past that filter.
void sendAsItIs(QAccessibleEvent &event);

} // namespace widgets
