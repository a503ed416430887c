// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"
#include "widgets/KeyBoxView.h"
#include "widgets/KeyCells.h"

#include <QBasicTimer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>

#include <functional>
#include <vector>

namespace widgets {

/// A line edit for a key. It keeps every character of what is typed, pasted or dropped, and shows those that do not
/// belong in their place as labelled chips, while the key is masked and while it is shown.
///
/// It stays in echo mode Password, shown or not: so Qt itself never puts the key on a clipboard, not even on X11's
/// selection, and its own text layout holds bullets alone. Positions of QLineEdit's functions count UTF-16 units;
/// everything that is new here counts code points.
class KeyBox : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyBox)
public:
    /// In code points. Longer text is refused as a whole.
    static constexpr qsizetype maximumLength = 16384;

    explicit KeyBox(QWidget *parent = nullptr);
    ~KeyBox() override;

    /// The text in UTF-8. A lone surrogate has no UTF-8: U+DC80–U+DCFF become the byte that they stand for (see
    /// setSecret), others the three bytes that the UTF-8 scheme would give them, which is invalid and is found as such.
    [[nodiscard]] key::Secret secret() const;
    /// Replaces the text as one edit, which undo() takes back. A byte that is not UTF-8 becomes one character,
    /// U+DC80–U+DCFF, so that secret() gives the same bytes again. Refused with tooLong() as a paste is.
    void setSecret(const key::Secret &secret);

    [[nodiscard]] bool isKeyShown() const { return m_display == KeyDisplay::Shown; }
    [[nodiscard]] bool isCopyAllowed() const;
    [[nodiscard]] const std::vector<KeyCell> &cells() const { return m_cells; }
    /// Where a cell is drawn, in this widget's coordinates; `offset` may be the number of cells: the place of a
    /// cursor behind the last.
    [[nodiscard]] QRectF cellRect(qsizetype offset) const;
    /// The cursor's place in code points.
    [[nodiscard]] qsizetype cursorOffset() const;
    void setCursorOffset(qsizetype offset);
    /// "41 characters." and how many do not belong, for assistive technology.
    [[nodiscard]] QString description() const;
    /// The sentence about the character that stands after the cursor, where it does not belong; else empty.
    [[nodiscard]] QString focusedCharacter() const;
    /// What assistive technology may read, one UTF-16 unit for each code point: U+FFFD for what does not belong, a
    /// bullet for what is masked.
    [[nodiscard]] QString spokenText(qsizetype from, qsizetype to) const;
    /// Where a UTF-16 position of QLineEdit stands in code points, and the way back.
    [[nodiscard]] qsizetype offsetOf(int position) const { return m_view.row().offsetOfUnit(position); }
    [[nodiscard]] int positionOf(qsizetype offset) const { return m_view.row().unitAt(offset); }
    /// The cursor's place that is nearest to a point of this widget.
    [[nodiscard]] qsizetype placeAt(const QPointF &point) const { return m_view.placeAt(point); }
    /// Replaces the code points from `from` up to `to` as one edit. False, and tooLong(), where it would not fit.
    bool replaceCharacters(qsizetype from, qsizetype to, const QString &text);
    /// True while an edit moves the cursor to and fro for a reason of its own: nobody needs to hear of that.
    [[nodiscard]] bool isQuiet() const { return m_quiet; }

    /// Overwrites the text and forgets what could be undone. Best effort: the memory in which QLineEdit kept single
    /// characters for its undo history is given back as it is, and so are earlier, shorter states of the text.
    void wipe();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    /// Input methods ask by this overload; they are never given the key.
    Q_INVOKABLE [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query, const QVariant &argument) const;

public Q_SLOTS:
    void setKeyShown(bool shown);
    // These hide QLineEdit's, which would lose characters or, in echo mode Password, the text.
    void undo();
    void redo();
    void paste();
    void copy();
    void cut();

Q_SIGNALS:
    /// The text changed, in whatever way.
    void keyEdited();
    void keyShownChanged(bool shown);
    /// The cursor came to stand before a character that does not belong: "character 12 of 41: zero width space,
    /// U+200B".
    void characterFocused(const QString &description);
    /// Text was refused, and nothing changed. The number is what the box would have held.
    void tooLong(qsizetype characters);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void onTextChanged();
    void onCursorMoved();
    void updateCells();
    void updateArea();
    void updateFocusedCharacter();
    void restartBlinking();
    void eraseText();
    [[nodiscard]] QString sentenceAt(qsizetype offset) const;
    [[nodiscard]] KeyBoxView::State viewState() const;
    [[nodiscard]] bool fits(qsizetype removed, const QString &text);

    [[nodiscard]] qsizetype selectedCount() const;
    bool editByKey(QKeyEvent *event);
    bool moveByKey(QKeyEvent *event);
    void moveByCodePoint(int direction, bool mark);
    void deleteNext();
    void insertTyped(const QString &text);
    void moveTo(qsizetype offset, bool mark);
    void pasteFrom(QClipboard::Mode mode);
    /// Ends the edit that one undo takes back.
    void separateEdits();
    /// In echo mode Password QLineEdit's undo clears the text, so it is asked in echo mode Normal.
    void inNormalMode(const std::function<void()> &act);
    /// Undo or redo: to another state of the text.
    void travel(const std::function<void()> &act);

    KeyDisplay m_display = KeyDisplay::Masked;
    std::vector<KeyCell> m_cells;
    KeyBoxView m_view;
    QString m_focusedCharacter;
    QString m_preedit;
    QBasicTimer m_blink;
    bool m_cursorOn = false;
    bool m_quiet = false;
    QElapsedTimer m_sinceDoubleClick;
};

} // namespace widgets
