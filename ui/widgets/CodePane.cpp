// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CodePane.h"

#include "widgets/Fonts.h"

#include <QEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

namespace widgets {

namespace {

constexpr int signWidth = 2; ///< characters: the sign and a space
constexpr int usualWidth = 60; ///< in digits of the font
constexpr int leastWidth = 20;
constexpr int mostLines = 16; ///< longer programs scroll
constexpr int leastLines = 5;

/// The colour of the page with a little of another one in it: text keeps its contrast, light and dark.
QColor tinted(const QColor &page, const QColor &with)
{
    constexpr float share = 0.22F;
    const auto mix = [](float one, float other) { return one + (other - one) * share; };
    return QColor::fromRgbF(
        mix(page.redF(), with.redF()), mix(page.greenF(), with.greenF()), mix(page.blueF(), with.blueF()));
}

} // namespace

CodePane::CodePane(Version version, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_version(version)
{
    setReadOnly(true);
    // With a caret: the keyboard can go from line to line, mark and copy.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    // A wrapped line of a program reads like two.
    setLineWrapMode(NoWrap);
    document()->setDefaultFont(fixedFont(font()));
}

void CodePane::showLines(const std::vector<samples::CodeLine> &lines)
{
    m_lines = lines;
    QStringList texts;
    for (const samples::CodeLine &line : lines)
        texts.append(QString(line.changed ? sign() : QChar(u' ')) + u' ' + line.text);
    setPlainText(texts.join(u'\n'));
    moveCursor(QTextCursor::Start);
    colourChangedLines();
    updateGeometry();
}

QChar CodePane::sign() const
{
    return m_version == Version::Broken ? QChar(0x2212) : QChar(u'+'); // MINUS SIGN: "-" is not read out
}

QColor CodePane::ground() const
{
    return tinted(palette().color(QPalette::Base), m_version == Version::Broken ? QColor(Qt::red) : QColor(0, 160, 0));
}

void CodePane::colourChangedLines()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = document()->firstBlock();
    for (const samples::CodeLine &line : m_lines) {
        if (line.changed) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.format.setBackground(ground());
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selections.append(selection);
        }
        block = block.next();
    }
    setExtraSelections(selections);
}

QMimeData *CodePane::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const QTextDocument &text = *document();
    QStringList lines;
    for (QTextBlock block = text.findBlock(cursor.selectionStart());
         block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        const int from = qMax(cursor.selectionStart() - block.position(), signWidth);
        const int to = qMin(cursor.selectionEnd() - block.position(), block.length() - 1);
        lines.append(block.text().mid(from, qMax(to - from, 0)));
    }
    auto *copied = new QMimeData;
    copied->setText(lines.join(u'\n'));
    return copied;
}

QSize CodePane::sizeHint() const
{
    const QFontMetrics metrics(document()->defaultFont());
    const int lines = qBound(leastLines, static_cast<int>(m_lines.size()) + 1, mostLines);
    return {usualWidth * metrics.horizontalAdvance(QLatin1Char('0')), lines * metrics.lineSpacing() + 4 * frameWidth()};
}

QSize CodePane::minimumSizeHint() const
{
    const QFontMetrics metrics(document()->defaultFont());
    return {leastWidth * metrics.horizontalAdvance(QLatin1Char('0')),
        leastLines * metrics.lineSpacing() + 4 * frameWidth()};
}

void CodePane::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        document()->setDefaultFont(fixedFont(font()));
        updateGeometry();
    } else if (event->type() == QEvent::PaletteChange) {
        colourChangedLines();
    }
}

} // namespace widgets
