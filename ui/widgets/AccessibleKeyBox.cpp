// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/AccessibleKeyBox.h"

#include "inspect/CharacterName.h"
#include "widgets/KeyBox.h"

#include <algorithm>

namespace widgets {

AccessibleKeyBox::AccessibleKeyBox(KeyBox *box)
    : QAccessibleWidget(box, QAccessible::EditableText)
{
}

KeyBox *AccessibleKeyBox::box() const
{
    return static_cast<KeyBox *>(widget());
}

int AccessibleKeyBox::clamped(int offset) const
{
    return std::clamp(offset, 0, characterCount());
}

QString AccessibleKeyBox::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Value:
        return text(0, characterCount());
    case QAccessible::Description: {
        QStringList sentences{QAccessibleWidget::text(kind), box()->description(), box()->focusedCharacter()};
        sentences.removeAll(QString());
        return sentences.join(QLatin1Char(' '));
    }
    default:
        return QAccessibleWidget::text(kind);
    }
}

void AccessibleKeyBox::setText(QAccessible::Text kind, const QString &text)
{
    if (kind == QAccessible::Value)
        replaceText(0, characterCount(), text);
    else
        QAccessibleWidget::setText(kind, text);
}

QAccessible::State AccessibleKeyBox::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.editable = !box()->isReadOnly();
    state.readOnly = box()->isReadOnly();
    state.passwordEdit = !box()->isKeyShown();
    state.selectableText = true;
    return state;
}

void *AccessibleKeyBox::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::EditableTextInterface)
        return static_cast<QAccessibleEditableTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

void AccessibleKeyBox::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = 0;
    if (selectionIndex != 0 || !box()->hasSelectedText())
        return;
    *startOffset = static_cast<int>(box()->offsetOf(box()->selectionStart()));
    *endOffset = static_cast<int>(box()->offsetOf(box()->selectionEnd()));
}

int AccessibleKeyBox::selectionCount() const
{
    return box()->hasSelectedText() ? 1 : 0;
}

void AccessibleKeyBox::addSelection(int startOffset, int endOffset)
{
    setSelection(0, startOffset, endOffset);
}

void AccessibleKeyBox::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0)
        box()->deselect();
}

void AccessibleKeyBox::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex != 0)
        return;
    const int start = box()->positionOf(clamped(startOffset));
    box()->QLineEdit::setSelection(start, box()->positionOf(clamped(endOffset)) - start);
}

int AccessibleKeyBox::cursorPosition() const
{
    return static_cast<int>(box()->cursorOffset());
}

void AccessibleKeyBox::setCursorPosition(int position)
{
    box()->setCursorOffset(position);
}

QString AccessibleKeyBox::text(int startOffset, int endOffset) const
{
    return box()->spokenText(startOffset, endOffset);
}

QString AccessibleKeyBox::character(int offset, int *startOffset, int *endOffset) const
{
    *startOffset = -1;
    *endOffset = -1;
    if (offset < 0 || offset >= characterCount())
        return {};
    *startOffset = offset;
    *endOffset = offset + 1;
    const KeyCell &cell = box()->cells()[static_cast<std::size_t>(offset)];
    if (cell.kind == KeyCell::Kind::Special)
        return inspect::characterName(cell.codePoint).toLower();
    return cell.label;
}

QString AccessibleKeyBox::textBeforeOffset(
    int offset, QAccessible::TextBoundaryType boundary, int *startOffset, int *endOffset) const
{
    // A key has no words and no lines: it is characters, or the whole of it.
    return character(boundary == QAccessible::CharBoundary ? offset - 1 : -1, startOffset, endOffset);
}

QString AccessibleKeyBox::textAfterOffset(
    int offset, QAccessible::TextBoundaryType boundary, int *startOffset, int *endOffset) const
{
    return character(boundary == QAccessible::CharBoundary ? offset + 1 : -1, startOffset, endOffset);
}

QString AccessibleKeyBox::textAtOffset(
    int offset, QAccessible::TextBoundaryType boundary, int *startOffset, int *endOffset) const
{
    if (boundary == QAccessible::CharBoundary)
        return character(offset, startOffset, endOffset);
    *startOffset = 0;
    *endOffset = characterCount();
    return text(0, characterCount());
}

int AccessibleKeyBox::characterCount() const
{
    return static_cast<int>(box()->cells().size());
}

QRect AccessibleKeyBox::characterRect(int offset) const
{
    const QRect rect = box()->cellRect(clamped(offset)).toAlignedRect();
    return {box()->mapToGlobal(rect.topLeft()), rect.size()};
}

int AccessibleKeyBox::offsetAtPoint(const QPoint &point) const
{
    const QPoint local = box()->mapFromGlobal(point);
    return box()->rect().contains(local) ? static_cast<int>(box()->placeAt(local)) : -1;
}

void AccessibleKeyBox::scrollToSubstring(int startIndex, int endIndex)
{
    box()->setCursorOffset(endIndex);
    box()->setCursorOffset(startIndex);
}

QString AccessibleKeyBox::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

void AccessibleKeyBox::deleteText(int startOffset, int endOffset)
{
    replaceText(startOffset, endOffset, QString());
}

void AccessibleKeyBox::insertText(int offset, const QString &text)
{
    replaceText(offset, offset, text);
}

void AccessibleKeyBox::replaceText(int startOffset, int endOffset, const QString &text)
{
    if (!box()->isReadOnly())
        box()->replaceCharacters(clamped(startOffset), clamped(endOffset), text);
}

} // namespace widgets
