// SPDX-License-Identifier: GPL-3.0-or-later
// The part of KeyBox that takes what the user does: keys, input methods, mouse, clipboard and drops.
#include "key/Wiped.h"
#include "widgets/ClipboardText.h"
#include "widgets/KeyBox.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QStyleHints>
#include <QToolTip>

namespace widgets {

namespace {

/// Whether a key types its text. Unlike QLineEdit's rule (QInputControl) it takes characters outside the Basic
/// Multilingual Plane, which come as two surrogates.
bool isTyping(const QKeyEvent &event)
{
    if (event.text().isEmpty())
        return false;
    const QChar first = event.text().front();
    if (first.category() == QChar::Other_Format)
        return true; // some keyboards give these with Ctrl and Shift
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    const bool isAltGr = modifiers.testFlag(Qt::ControlModifier) && modifiers.testFlag(Qt::AltModifier);
    if (modifiers.testFlag(Qt::ControlModifier) && !isAltGr)
        return false;
    return first.isPrint() || first.isSurrogate() || first.category() == QChar::Other_PrivateUse;
}

} // namespace

bool KeyBox::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype cell = m_view.cellAt(help->pos());
        const QString sentence = sentenceAt(cell);
        if (!sentence.isEmpty()) {
            QToolTip::showText(help->globalPos(), sentence, this, cellRect(cell).toAlignedRect());
            return true;
        }
    }
    return QLineEdit::event(event);
}

void KeyBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Direction_L || event->key() == Qt::Key_Direction_R) {
        event->accept(); // a key always goes from left to right
        return;
    }
    if (moveByKey(event) || (!isReadOnly() && editByKey(event))) {
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool KeyBox::moveByKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::MoveToNextChar))
        moveByCodePoint(1, false);
    else if (event->matches(QKeySequence::MoveToPreviousChar))
        moveByCodePoint(-1, false);
    else if (event->matches(QKeySequence::SelectNextChar))
        moveByCodePoint(1, true);
    else if (event->matches(QKeySequence::SelectPreviousChar))
        moveByCodePoint(-1, true);
    else
        return false;
    return true;
}

bool KeyBox::editByKey(QKeyEvent *event)
{
    const bool isSelectionPaste =
        event->key() == Qt::Key_Insert && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (event->matches(QKeySequence::Undo))
        undo();
    else if (event->matches(QKeySequence::Redo))
        redo();
    else if (isSelectionPaste && QGuiApplication::clipboard()->supportsSelection())
        pasteFrom(QClipboard::Selection);
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->matches(QKeySequence::Cut))
        cut();
    else if (event->matches(QKeySequence::Delete))
        deleteNext();
    else if (isTyping(*event))
        insertTyped(event->text());
    else
        return false;
    return true;
}

void KeyBox::moveByCodePoint(int direction, bool mark)
{
    if (hasSelectedText() && !mark) {
        setCursorPosition(direction < 0 ? selectionStart() : selectionEnd());
        return;
    }
    moveTo(std::clamp<qsizetype>(cursorOffset() + direction, 0, m_view.row().count()), mark);
}

void KeyBox::moveTo(qsizetype offset, bool mark)
{
    const int position = positionOf(offset);
    if (!mark) {
        deselect();
        setCursorPosition(position);
        return;
    }
    int anchor = cursorPosition();
    if (hasSelectedText())
        anchor = anchor == selectionStart() ? selectionEnd() : selectionStart();
    if (position == anchor) {
        deselect();
        setCursorPosition(position);
    } else {
        setSelection(anchor, position - anchor);
    }
}

void KeyBox::deleteNext()
{
    const qsizetype offset = cursorOffset();
    // del() alone takes one unit in echo mode Password.
    if (!hasSelectedText() && offset < m_view.row().count() && positionOf(offset + 1) - cursorPosition() > 1)
        setSelection(cursorPosition(), positionOf(offset + 1) - cursorPosition());
    del();
}

qsizetype KeyBox::selectedCount() const
{
    return hasSelectedText() ? offsetOf(selectionEnd()) - offsetOf(selectionStart()) : 0;
}

void KeyBox::insertTyped(const QString &text)
{
    if (fits(selectedCount(), text))
        insert(text);
}

void KeyBox::pasteFrom(QClipboard::Mode mode)
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData(mode);
    if (clipboard == nullptr || isReadOnly())
        return;
    const key::Wiped<QString> pasted(exactText(*clipboard));
    if (!pasted.value.isEmpty()) {
        const qsizetype from = hasSelectedText() ? offsetOf(selectionStart()) : cursorOffset();
        replaceCharacters(from, from + selectedCount(), pasted.value);
    }
}

void KeyBox::paste()
{
    pasteFrom(QClipboard::Clipboard);
}

void KeyBox::copy()
{
    if (isCopyAllowed())
        QGuiApplication::clipboard()->setMimeData(secretMimeData(selectedText()).release());
}

void KeyBox::cut()
{
    if (!isCopyAllowed() || isReadOnly())
        return;
    copy();
    del();
}

void KeyBox::inputMethodEvent(QInputMethodEvent *event)
{
    if (!isReadOnly() && !event->commitString().isEmpty() && !fits(selectedCount(), event->commitString())) {
        event->accept();
        return;
    }
    m_preedit = isReadOnly() ? QString() : event->preeditString();
    QLineEdit::inputMethodEvent(event);
    update();
}

QVariant KeyBox::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return inputMethodQuery(query, QVariant());
}

QVariant KeyBox::inputMethodQuery(Qt::InputMethodQuery query, const QVariant &argument) const
{
    switch (query) {
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
    case Qt::ImTextBeforeCursor:
    case Qt::ImTextAfterCursor:
        return QString();
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
    case Qt::ImAbsolutePosition:
        return 0;
    case Qt::ImCursorRectangle:
    case Qt::ImAnchorRectangle:
        return cellRect(cursorOffset()).toAlignedRect();
    default:
        return QLineEdit::inputMethodQuery(query, argument);
    }
}

void KeyBox::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton)
        return;
    const bool isThirdClick = m_sinceDoubleClick.isValid()
        && m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    if (isThirdClick && event->button() == Qt::LeftButton)
        return; // everything is selected already
    moveTo(placeAt(event->position()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void KeyBox::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(placeAt(event->position()), true);
}

void KeyBox::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        if (QGuiApplication::clipboard()->supportsSelection())
            pasteFrom(QClipboard::Selection);
        return;
    }
    QLineEdit::mouseReleaseEvent(event); // opens an on-screen keyboard where there is one
}

void KeyBox::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    selectAll();
    m_sinceDoubleClick.start();
}

void KeyBox::contextMenuEvent(QContextMenuEvent *event)
{
    bool canUndo = false;
    bool canRedo = false;
    inNormalMode([&] {
        canUndo = isUndoAvailable();
        canRedo = isRedoAvailable();
    });
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString &text, QKeySequence::StandardKey key, bool enabled, auto slot) {
        QAction *action = menu->addAction(text, this, slot);
        action->setShortcut(key);
        action->setEnabled(enabled);
    };
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    add(tr("&Undo"), QKeySequence::Undo, canUndo, &KeyBox::undo);
    add(tr("&Redo"), QKeySequence::Redo, canRedo, &KeyBox::redo);
    menu->addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, isCopyAllowed() && !isReadOnly(), &KeyBox::cut);
    add(tr("&Copy"), QKeySequence::Copy, isCopyAllowed(), &KeyBox::copy);
    add(tr("&Paste"), QKeySequence::Paste, !isReadOnly() && clipboard != nullptr && clipboard->hasText(),
        &KeyBox::paste);
    add(tr("&Delete"), QKeySequence::Delete, hasSelectedText() && !isReadOnly(), &QLineEdit::del);
    menu->addSeparator();
    add(tr("Select &all"), QKeySequence::SelectAll, !m_cells.empty(), &QLineEdit::selectAll);
    menu->popup(event->globalPos());
}

void KeyBox::dragEnterEvent(QDragEnterEvent *event)
{
    dragMoveEvent(event);
}

void KeyBox::dragMoveEvent(QDragMoveEvent *event)
{
    if (isReadOnly() || !event->mimeData()->hasText()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    moveTo(placeAt(event->position()), false);
}

void KeyBox::dropEvent(QDropEvent *event)
{
    const key::Wiped<QString> dropped(exactText(*event->mimeData()));
    if (isReadOnly() || dropped.value.isEmpty()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const qsizetype place = placeAt(event->position());
    replaceCharacters(place, place, dropped.value);
    setFocus(Qt::OtherFocusReason);
}

} // namespace widgets
