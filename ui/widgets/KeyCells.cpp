// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/KeyCells.h"

#include "inspect/CharacterName.h"
#include "key/Mask.h"

#include <algorithm>

namespace widgets {

namespace {

bool mayBeShown(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'-' || c == U'_';
}

/// Where the readable end begins; the size of the text where nothing of it may be read.
std::size_t endBegin(const std::u32string &codePoints)
{
    const auto ordinary = std::count_if(codePoints.begin(), codePoints.end(), isOrdinary);
    if (ordinary < key::shortestWithEndShown)
        return codePoints.size();
    qsizetype found = 0;
    for (std::size_t i = codePoints.size(); i-- > 0;) {
        if (!isOrdinary(codePoints[i]))
            continue;
        if (!mayBeShown(codePoints[i]))
            return codePoints.size();
        if (++found == key::shownAtEnd)
            return i;
    }
    return codePoints.size();
}

} // namespace

std::vector<KeyCell> keyCells(const std::u32string &codePoints, KeyDisplay display)
{
    const QString bullet(QChar(0x2022));
    const std::size_t end = endBegin(codePoints);
    std::vector<KeyCell> cells;
    cells.reserve(codePoints.size());
    for (std::size_t i = 0; i < codePoints.size(); ++i) {
        const char32_t codePoint = codePoints[i];
        KeyCell cell;
        cell.offset = static_cast<qsizetype>(i);
        if (!isOrdinary(codePoint)) {
            cell.kind = KeyCell::Kind::Special;
            cell.codePoint = codePoint;
            cell.label = inspect::shortName(codePoint);
        } else if (display == KeyDisplay::Masked && i < end) {
            cell.label = bullet;
        } else {
            cell.kind = display == KeyDisplay::Masked ? KeyCell::Kind::End : KeyCell::Kind::Ordinary;
            cell.codePoint = codePoint;
            cell.label = QChar(static_cast<char16_t>(codePoint));
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

qsizetype specialCount(const std::vector<KeyCell> &cells)
{
    return std::count_if(
        cells.begin(), cells.end(), [](const KeyCell &cell) { return cell.kind == KeyCell::Kind::Special; });
}

} // namespace widgets
