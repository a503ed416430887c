// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QSet>
#include <QTextEdit>
#include <QWidget>

/// What a window tells, shown or not, by whatever way.
namespace shown {

/// True where nine characters of the key in a row stand in the text.
inline bool holdsKey(const QString &text, const QString &key)
{
    constexpr qsizetype tooMuch = 9;
    for (qsizetype i = 0; i + tooMuch <= key.size(); ++i) {
        if (text.contains(key.mid(i, tooMuch)))
            return true;
    }
    return false;
}

/// All that assistive technology is told.
inline QStringList spokenTexts(QAccessibleInterface *accessible)
{
    QStringList texts{accessible->text(QAccessible::Name), accessible->text(QAccessible::Description),
        accessible->text(QAccessible::Value), accessible->text(QAccessible::Help)};
    if (QAccessibleTextInterface *text = accessible->textInterface())
        texts.append(text->text(0, text->characterCount()));
    for (int i = 0; i < accessible->childCount(); ++i) {
        if (QAccessibleInterface *child = accessible->child(i))
            texts.append(spokenTexts(child));
    }
    return texts;
}

/// All that stands in the widgets, in hidden ones too, and all that is spoken.
inline QSet<QString> texts(QWidget &window)
{
    QSet<QString> seen{window.windowTitle()};
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        seen.unite({widget->toolTip(), widget->whatsThis(), widget->statusTip(), widget->accessibleName(),
            widget->accessibleDescription(), widget->windowTitle()});
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            seen.insert(label->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            seen.insert(edit->displayText());
        if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
            seen.unite({edit->toPlainText(), edit->toHtml()});
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view != nullptr && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                const QMap<int, QVariant> data = view->model()->itemData(view->model()->index(row, 0));
                for (const QVariant &value : data)
                    seen.insert(value.toString() + value.toStringList().join(u' '));
            }
        }
    }
    const QStringList spoken = spokenTexts(QAccessible::queryAccessibleInterface(&window));
    seen.unite(QSet<QString>(spoken.begin(), spoken.end()));
    return seen;
}

/// The letters under which two visible controls can be reached, and which they are; empty where each has its own.
inline QString clashingLetters(const QWidget &window)
{
    QMap<QString, QString> taken;
    QStringList clashes;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        QString text;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            text = button->text();
        else if (const auto *label = qobject_cast<const QLabel *>(widget);
                 label != nullptr && label->buddy() != nullptr)
            text = label->text();
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (!widget->isVisible() || letter.isEmpty())
            continue;
        if (taken.contains(letter))
            clashes.append(text + QLatin1String(" and ") + taken.value(letter));
        taken.insert(letter, text);
    }
    return clashes.join(QLatin1String(", "));
}

} // namespace shown
