// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Visible.h"

#include "inspect/Unprintable.h"

#include <algorithm>

namespace words {

QString visible(const QString &name)
{
    if (std::none_of(name.cbegin(), name.cend(), inspect::isUnprintable))
        return name;
    QString written;
    for (const QChar character : name) {
        if (inspect::isUnprintable(character))
            written += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            written += character;
    }
    return written;
}

} // namespace words
