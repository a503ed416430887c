// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "key/Secret.h"

#include <QPlainTextEdit>

namespace widgets {

/// A box for a log or an error text of any length. What is pasted or dropped into the empty box, or in the place of all
/// that stands there, is passed on as it is; shown is the text with its keys masked, and of a long one only the end,
/// where errors stand.
class LogEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    /// Of a longer text only the end is shown, and it can no longer be edited, only cleared. In UTF-16 units.
    static constexpr qsizetype mostShown = 32768;

    explicit LogEdit(QWidget *parent = nullptr);

    [[nodiscard]] bool isShownInPart() const { return isReadOnly(); }
    void clearText();

Q_SIGNALS:
    /// The text changed; `text` is the whole of it, in UTF-8.
    void textGiven(const QByteArray &text);

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool replacesAll() const;
    void takeWhole(const QString &text);
    void onTextChanged();

    bool m_isTaking = false;
};

} // namespace widgets
