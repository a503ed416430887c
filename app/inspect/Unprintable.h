// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace inspect {

/// A character that shows nothing of itself, or that a terminal obeys: a control character, a line break, an invisible
/// character, a change of direction.
[[nodiscard]] inline bool isUnprintable(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace inspect
