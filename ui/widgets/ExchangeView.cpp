// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ExchangeView.h"

#include "widgets/Fonts.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace widgets {

namespace {

constexpr int usualWidth = 48; ///< in digits of the font
constexpr int leastWidth = 16;
constexpr int usualLines = 12;
constexpr int leastLines = 7;

} // namespace

bool operator==(const ExchangeLine &one, const ExchangeLine &other)
{
    return one.kind == other.kind && one.text == other.text;
}

ExchangeView::ExchangeView(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    // With a caret: the keyboard can go from line to line, mark and copy.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ExchangeView::showLines(const std::vector<ExchangeLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    write();
}

void ExchangeView::write()
{
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const ExchangeLine &line : m_lines)
        writeLine(cursor, line);
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void ExchangeView::writeLine(QTextCursor &cursor, const ExchangeLine &line) const
{
    QTextBlockFormat block;
    QTextCharFormat character;
    switch (line.kind) {
    case ExchangeLine::Kind::Title: {
        QFont strong = font();
        strong.setBold(true);
        character.setFont(strong);
        if (cursor.position() > 0)
            block.setTopMargin(fontMetrics().height() * 0.6);
        break;
    }
    case ExchangeLine::Kind::Text:
        character.setFont(fixedFont(font()));
        break;
    case ExchangeLine::Kind::Note:
        character.setFont(font());
        block.setLeftMargin(fontMetrics().height() * 1.5);
        block.setBottomMargin(fontMetrics().height() * 0.3);
        break;
    }
    if (cursor.position() > 0)
        cursor.insertBlock(block, character);
    else
        cursor.setBlockFormat(block);
    cursor.insertText(line.text, character);
}

QSize ExchangeView::sizeHint() const
{
    return {usualWidth * fontMetrics().horizontalAdvance(QLatin1Char('0')),
        usualLines * fontMetrics().lineSpacing() + 2 * frameWidth()};
}

QSize ExchangeView::minimumSizeHint() const
{
    return {leastWidth * fontMetrics().horizontalAdvance(QLatin1Char('0')),
        leastLines * fontMetrics().lineSpacing() + 2 * frameWidth()};
}

void ExchangeView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        write();
        updateGeometry();
    }
}

} // namespace widgets
