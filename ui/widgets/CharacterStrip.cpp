// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CharacterStrip.h"

#include "inspect/KeyText.h"
#include "key/Wiped.h"
#include "widgets/Accessibility.h"
#include "words/FindingWords.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr std::ptrdiff_t mostDrawn = 240; ///< cells; a usual key has 40
constexpr int mostNamed = 20; ///< characters named one by one in the description
constexpr int usualCells = 44;
constexpr int fewestCells = 12;

} // namespace

CharacterStrip::CharacterStrip(QWidget *parent)
    : QWidget(parent)
    , m_painter(font())
{
    installAccessibility();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CharacterStrip::setSecret(const key::Secret &secret)
{
    const key::Wiped<std::u32string> codePoints(inspect::decodeUtf8(secret.bytes()));
    m_cells = keyCells(codePoints.value, KeyDisplay::Masked);
    m_drawn = m_cells;
    const auto count = static_cast<std::ptrdiff_t>(m_cells.size());
    if (count > mostDrawn) {
        KeyCell gap;
        gap.kind = KeyCell::Kind::End;
        gap.codePoint = 0x2026;
        gap.label = QChar(0x2026);
        m_drawn.erase(m_drawn.begin() + mostDrawn / 2, m_drawn.begin() + (count - mostDrawn / 2));
        m_drawn.insert(m_drawn.begin() + mostDrawn / 2, gap);
    }
    QStringList sentences{tr("%n character(s).", "the length of a key", static_cast<int>(count))};
    for (const KeyCell &cell : m_cells) {
        if (cell.kind == KeyCell::Kind::Special)
            sentences += words::FindingWords::position(cell.codePoint, cell.offset, count);
        if (sentences.size() > mostNamed)
            break;
    }
    m_description = sentences.join(QLatin1Char(' '));
    QAccessibleEvent described(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    updateGeometry();
    update();
}

qreal CharacterStrip::lineHeight() const
{
    return m_painter.height() * 1.25;
}

std::vector<QPointF> CharacterStrip::places(int width) const
{
    std::vector<QPointF> result;
    result.reserve(m_drawn.size());
    QPointF place;
    for (const KeyCell &cell : m_drawn) {
        const qreal cellWidth = m_painter.width(cell);
        if (place.x() > 0 && place.x() + cellWidth > width)
            place = QPointF(0, place.y() + lineHeight());
        result.push_back(place);
        place.rx() += cellWidth;
    }
    return result;
}

int CharacterStrip::heightForWidth(int width) const
{
    const std::vector<QPointF> all = places(width);
    return qCeil((all.empty() ? 0 : all.back().y()) + lineHeight());
}

QSize CharacterStrip::sizeHint() const
{
    const int width = qCeil(usualCells * m_painter.ordinaryWidth());
    return {width, heightForWidth(width)};
}

QSize CharacterStrip::minimumSizeHint() const
{
    qreal widest = fewestCells * m_painter.ordinaryWidth();
    for (const KeyCell &cell : m_drawn)
        widest = std::max(widest, m_painter.width(cell));
    return {qCeil(widest), qCeil(lineHeight())};
}

void CharacterStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const CellPainter::Colors colors{palette().color(QPalette::WindowText), palette().color(QPalette::Window)};
    const std::vector<QPointF> all = places(width());
    for (std::size_t i = 0; i < m_drawn.size(); ++i)
        m_painter.draw(painter, m_drawn[i], QRectF(all[i], QSizeF(m_painter.width(m_drawn[i]), lineHeight())), colors);
}

void CharacterStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_painter = CellPainter(font());
        updateGeometry();
        update();
    }
}

} // namespace widgets
