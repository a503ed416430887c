// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/LogEdit.h"

#include "redact/Redactor.h"
#include "widgets/Fonts.h"

#include <QMimeData>

namespace widgets {

namespace {

/// The text with its keys masked, line by line: the redactor makes blanks of line breaks.
QString masked(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const redact::Redactor redactor;
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = redactor.redacted(line);
    return lines.join(QLatin1Char('\n'));
}

/// The end of a long text, from the beginning of a line. A line that is longer than all that may be shown is left out,
/// since its cut could go through a key.
QString endOf(const QString &text)
{
    if (text.size() <= LogEdit::mostShown)
        return text;
    const QString end = text.right(LogEdit::mostShown);
    const qsizetype line = end.indexOf(QLatin1Char('\n'));
    return line < 0 ? QString() : end.mid(line + 1);
}

} // namespace

LogEdit::LogEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFont(fixedFont(font()));
    connect(this, &QPlainTextEdit::textChanged, this, &LogEdit::onTextChanged);
}

void LogEdit::clearText()
{
    setReadOnly(false);
    clear();
}

bool LogEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void LogEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    const QString text = source->text();
    if (replacesAll() || text.size() > mostShown)
        takeWhole(text);
    else
        insertPlainText(masked(text));
}

bool LogEdit::replacesAll() const
{
    const QTextCursor cursor = textCursor();
    const qsizetype all = document()->characterCount() - 1; // it counts the end, too
    return all == 0 || cursor.selectionEnd() - cursor.selectionStart() == all;
}

void LogEdit::takeWhole(const QString &text)
{
    m_isTaking = true;
    QTextCursor cursor(document()); // as one edit that undo takes back
    cursor.select(QTextCursor::Document);
    cursor.insertText(masked(endOf(text)));
    setReadOnly(text.size() > mostShown);
    m_isTaking = false;
    QByteArray bytes = text.toUtf8();
    Q_EMIT textGiven(bytes);
    key::wipe(bytes);
}

void LogEdit::onTextChanged()
{
    if (!m_isTaking)
        Q_EMIT textGiven(toPlainText().toUtf8());
}

} // namespace widgets
