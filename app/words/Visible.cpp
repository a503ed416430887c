// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Visible.h"

#include <algorithm>

namespace words {

namespace {

bool isOdd(QChar character)
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

} // namespace

QString visible(const QString &name)
{
    if (std::none_of(name.cbegin(), name.cend(), isOdd))
        return name;
    QString written;
    for (const QChar character : name) {
        if (isOdd(character))
            written += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            written += character;
    }
    return written;
}

} // namespace words
