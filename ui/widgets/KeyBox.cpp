// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/KeyBox.h"

#include "key/Wiped.h"
#include "widgets/Accessibility.h"
#include "widgets/ClipboardText.h"
#include "widgets/KeyCoding.h"
#include "words/FindingWords.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QStyleHints>
#include <QStyleOptionFrame>
#include <QTimerEvent>

#include <algorithm>

namespace widgets {

namespace {

constexpr int sideMargin = 2;
constexpr int usualCharacters = 44; ///< a usual key, and a chip
constexpr int fewestCharacters = 16;

void wipeCells(std::vector<KeyCell> &cells)
{
    for (KeyCell &cell : cells) {
        if (cell.kind == KeyCell::Kind::Special || cell.codePoint == 0)
            continue; // nothing of the key
        const key::Wiped<QString> label(std::move(cell.label));
        cell.codePoint = 0;
    }
    cells.clear();
}

} // namespace

KeyBox::KeyBox(QWidget *parent)
    : QLineEdit(parent)
    , m_view(font())
{
    installAccessibility();
    setMaxLength(2 * static_cast<int>(maximumLength)); // UTF-16 units: never reached, so QLineEdit never cuts
    setEchoMode(QLineEdit::Password);
    setLayoutDirection(Qt::LeftToRight);
    setDragEnabled(false);
    connect(this, &QLineEdit::textChanged, this, [this] { onTextChanged(); });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] { onCursorMoved(); });
    connect(this, &QLineEdit::selectionChanged, this, qOverload<>(&QWidget::update));
}

KeyBox::~KeyBox()
{
    eraseText();
}

key::Secret KeyBox::secret() const
{
    return secretOf(text());
}

void KeyBox::setSecret(const key::Secret &secret)
{
    const key::Wiped<QString> given(textOf(secret.bytes()));
    if (given.value != text())
        replaceCharacters(0, m_view.row().count(), given.value);
}

void KeyBox::setKeyShown(bool shown)
{
    if (shown == isKeyShown())
        return;
    m_display = shown ? KeyDisplay::Shown : KeyDisplay::Masked;
    updateCells();
    QAccessible::State changed;
    changed.passwordEdit = true;
    QAccessibleStateChangeEvent stateEvent(this, changed);
    QAccessible::updateAccessibility(&stateEvent);
    Q_EMIT keyShownChanged(shown);
}

bool KeyBox::isCopyAllowed() const
{
    return isKeyShown() && hasSelectedText();
}

QRectF KeyBox::cellRect(qsizetype offset) const
{
    return m_view.cellRect(offset);
}

qsizetype KeyBox::cursorOffset() const
{
    return offsetOf(cursorPosition());
}

void KeyBox::setCursorOffset(qsizetype offset)
{
    setCursorPosition(positionOf(std::clamp<qsizetype>(offset, 0, m_view.row().count())));
}

QString KeyBox::description() const
{
    if (m_cells.empty())
        return tr("No key yet.");
    const auto count = static_cast<int>(m_cells.size());
    const auto special = static_cast<int>(specialCount(m_cells));
    QStringList sentences{tr("%n character(s).", "the length of a key", count)};
    if (special > 0)
        sentences += tr("%n character(s) do not belong to the key.", nullptr, special);
    return sentences.join(QLatin1Char(' '));
}

QString KeyBox::focusedCharacter() const
{
    return m_focusedCharacter;
}

QString KeyBox::spokenText(qsizetype from, qsizetype to) const
{
    QString text;
    const qsizetype end = std::min(to, m_view.row().count());
    for (qsizetype i = std::max<qsizetype>(0, from); i < end; ++i) {
        const KeyCell &cell = m_cells[static_cast<std::size_t>(i)];
        text += cell.kind == KeyCell::Kind::Special ? QString(QChar(QChar::ReplacementCharacter)) : cell.label;
    }
    return text;
}

bool KeyBox::fits(qsizetype removed, const QString &text)
{
    const key::Wiped<std::u32string> added(codePointsOf(text));
    const qsizetype characters = m_view.row().count() - removed + static_cast<qsizetype>(added.value.size());
    if (characters <= maximumLength)
        return true;
    Q_EMIT tooLong(characters);
    return false;
}

bool KeyBox::replaceCharacters(qsizetype from, qsizetype to, const QString &text)
{
    if (!fits(to - from, text))
        return false;
    separateEdits();
    setSelection(positionOf(from), positionOf(to) - positionOf(from));
    insert(text);
    separateEdits();
    return true;
}

void KeyBox::separateEdits()
{
    // QLineEdit ends an edit where the cursor moves; with a selection it does so by itself.
    if (hasSelectedText() || text().isEmpty())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    const int position = cursorPosition();
    setCursorPosition(position > 0 ? position - 1 : position + 1);
    setCursorPosition(position);
}

void KeyBox::inNormalMode(const std::function<void()> &act)
{
    const QScopedValueRollback quiet(m_quiet, true);
    setEchoMode(QLineEdit::Normal);
    act();
    setEchoMode(QLineEdit::Password);
}

void KeyBox::travel(const std::function<void()> &act)
{
    if (isReadOnly())
        return;
    const QString before = spokenText(0, m_view.row().count());
    inNormalMode(act);
    onCursorMoved();
    // QLineEdit tells nobody of what it undoes.
    QAccessibleTextUpdateEvent textEvent(this, 0, before, spokenText(0, m_view.row().count()));
    textEvent.setCursorPosition(static_cast<int>(cursorOffset()));
    sendAsItIs(textEvent);
}

void KeyBox::undo()
{
    travel([this] { QLineEdit::undo(); });
}

void KeyBox::redo()
{
    travel([this] { QLineEdit::redo(); });
}

void KeyBox::wipe()
{
    const bool hadText = !m_cells.empty();
    eraseText();
    updateCells();
    updateFocusedCharacter();
    if (hadText)
        Q_EMIT keyEdited();
}

void KeyBox::eraseText()
{
    const QSignalBlocker blocker(this);
    const QScopedValueRollback quiet(m_quiet, true);
    const key::Wiped<QString> last(text());
    setText(QString()); // now `last` alone holds the characters, and overwrites them
    wipeCells(m_cells);
}

void KeyBox::onTextChanged()
{
    updateCells();
    updateFocusedCharacter();
    Q_EMIT keyEdited();
}

void KeyBox::onCursorMoved()
{
    if (m_quiet)
        return;
    // An input method's edit moves the cursor before it tells of the new text.
    if (text().size() != m_view.row().unitAt(m_view.row().count()))
        updateCells();
    m_view.showPlace(cursorOffset());
    restartBlinking();
    updateFocusedCharacter();
    update();
}

void KeyBox::updateCells()
{
    wipeCells(m_cells);
    const key::Wiped<std::u32string> codePoints(codePointsOf(text()));
    m_cells = keyCells(codePoints.value, m_display);
    m_view.setCells(m_cells);
    m_view.showPlace(cursorOffset());
    update();
}

QString KeyBox::sentenceAt(qsizetype offset) const
{
    if (offset < 0 || offset >= m_view.row().count())
        return {};
    const KeyCell &cell = m_cells[static_cast<std::size_t>(offset)];
    if (cell.kind != KeyCell::Kind::Special)
        return {};
    return words::FindingWords::position(cell.codePoint, offset, m_view.row().count());
}

void KeyBox::updateFocusedCharacter()
{
    const QString sentence = sentenceAt(cursorOffset());
    if (m_quiet || sentence == m_focusedCharacter)
        return;
    m_focusedCharacter = sentence;
    QAccessibleEvent described(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    if (sentence.isEmpty())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent announcement(this, sentence);
    QAccessible::updateAccessibility(&announcement);
#endif
    Q_EMIT characterFocused(sentence);
}

QSize KeyBox::sizeHint() const
{
    QSize size = QLineEdit::sizeHint();
    const CellPainter &painter = m_view.painter();
    size.rwidth() +=
        qCeil(usualCharacters * painter.ordinaryWidth()) - 17 * fontMetrics().horizontalAdvance(QLatin1Char('x'));
    size.rheight() += std::max(0, qCeil(painter.height()) + 2 - fontMetrics().height());
    return size;
}

QSize KeyBox::minimumSizeHint() const
{
    QSize size = QLineEdit::minimumSizeHint();
    size.rwidth() += qCeil(fewestCharacters * m_view.painter().ordinaryWidth());
    size.setHeight(sizeHint().height());
    return size;
}

void KeyBox::updateArea()
{
    QStyleOptionFrame panel;
    initStyleOption(&panel);
    const QRect contents = style()->subElementRect(QStyle::SE_LineEditContents, &panel, this);
    m_view.setArea(contents.marginsRemoved(textMargins()).adjusted(sideMargin, 0, -sideMargin, 0));
    m_view.showPlace(cursorOffset());
    update();
}

void KeyBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    updateArea();
}

void KeyBox::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_view.setFont(font(), m_cells);
        updateGeometry();
        updateArea();
    }
}

KeyBoxView::State KeyBox::viewState() const
{
    KeyBoxView::State state;
    if (hasSelectedText()) {
        state.selectionBegin = offsetOf(selectionStart());
        state.selectionEnd = offsetOf(selectionEnd());
    } else if (m_cursorOn && !isReadOnly()) {
        state.cursor = cursorOffset();
    }
    state.cursorWidth = style()->pixelMetric(QStyle::PM_TextCursorWidth, nullptr, this);
    state.preedit = m_preedit;
    state.palette = palette();
    state.font = font();
    return state;
}

void KeyBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame panel;
    initStyleOption(&panel);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &panel, &painter, this);
    const KeyBoxView::State state = viewState();
    if (m_cells.empty() && m_preedit.isEmpty())
        m_view.paintPlaceholder(painter, placeholderText(), state);
    m_view.paint(painter, m_cells, state);
}

void KeyBox::restartBlinking()
{
    m_cursorOn = hasFocus();
    const int period = QGuiApplication::styleHints()->cursorFlashTime();
    if (m_cursorOn && period >= 2)
        m_blink.start(period / 2, this);
    else
        m_blink.stop();
}

void KeyBox::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_blink.timerId()) {
        QLineEdit::timerEvent(event);
        return;
    }
    m_cursorOn = !m_cursorOn;
    update();
}

void KeyBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    restartBlinking();
}

void KeyBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_preedit.clear();
    restartBlinking();
    update();
}

} // namespace widgets
