// SPDX-License-Identifier: GPL-3.0-or-later
#include "key/Mask.h"

#include <algorithm>

namespace key {

namespace {

bool mayBeShown(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-'
        || byte == '_';
}

} // namespace

QString masked(QByteArrayView cleanedBytes)
{
    if (cleanedBytes.isEmpty())
        return {};
    QString dots(4, QChar(0x2022));
    if (cleanedBytes.size() < shortestWithEndShown)
        return dots;
    const QByteArrayView end = cleanedBytes.last(shownAtEnd);
    if (!std::all_of(end.begin(), end.end(), mayBeShown))
        return dots;
    return dots + QChar(0x2026) + QLatin1String(end.data(), end.size());
}

} // namespace key
