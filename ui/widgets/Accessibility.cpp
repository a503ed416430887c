// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Accessibility.h"

#include "key/Wiped.h"
#include "widgets/AccessibleKeyBox.h"
#include "widgets/Banner.h"
#include "widgets/CharacterStrip.h"
#include "widgets/FixStepRow.h"
#include "widgets/FixSteps.h"
#include "widgets/KeyBox.h"
#include "widgets/KeyCoding.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace widgets {

namespace {

QAccessible::UpdateHandler formerHandler = nullptr;

void filterUpdate(QAccessibleEvent *event);

/// A strip is text to be read: what it shows is said in words.
class AccessibleStrip : public QAccessibleWidget {
public:
    explicit AccessibleStrip(CharacterStrip *strip)
        : QAccessibleWidget(strip, QAccessible::StaticText)
    {
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto *strip = static_cast<CharacterStrip *>(widget());
        if (kind == QAccessible::Description || kind == QAccessible::Value)
            return strip->description();
        return QAccessibleWidget::text(kind);
    }
};

/// The rows are its children: what lies between them, for scrolling, is nobody's business.
class AccessibleFixSteps : public QAccessibleWidget {
public:
    explicit AccessibleFixSteps(FixSteps *steps)
        : QAccessibleWidget(steps, QAccessible::List)
    {
    }
    [[nodiscard]] int childCount() const override { return steps()->stepCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const bool isRow = index >= 0 && index < steps()->stepCount();
        return isRow ? QAccessible::queryAccessibleInterface(steps()->row(index)) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; child != nullptr && i < steps()->stepCount(); ++i) {
            if (steps()->row(i) == child->object())
                return i;
        }
        return -1;
    }

private:
    [[nodiscard]] FixSteps *steps() const { return static_cast<FixSteps *>(widget()); }
};

class AccessibleFixStepRow : public QAccessibleWidget {
public:
    explicit AccessibleFixStepRow(FixStepRow *row)
        : QAccessibleWidget(row, QAccessible::ListItem)
    {
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        QWidget *ancestor = widget()->parentWidget();
        while (ancestor != nullptr && qobject_cast<FixSteps *>(ancestor) == nullptr)
            ancestor = ancestor->parentWidget();
        return QAccessible::queryAccessibleInterface(ancestor);
    }
};

/// Its name is what it says now.
class AccessibleBanner : public QAccessibleWidget {
public:
    explicit AccessibleBanner(Banner *banner)
        : QAccessibleWidget(banner, QAccessible::AlertMessage)
    {
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto *banner = static_cast<Banner *>(widget());
        return kind == QAccessible::Name ? banner->text() : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    // Asked once for each class from the object's own down to QObject: only its own is answered.
    if (object == nullptr || className != QLatin1String(object->metaObject()->className()))
        return nullptr;
    if (auto *box = qobject_cast<KeyBox *>(object))
        return new AccessibleKeyBox(box);
    if (auto *strip = qobject_cast<CharacterStrip *>(object))
        return new AccessibleStrip(strip);
    if (auto *banner = qobject_cast<Banner *>(object))
        return new AccessibleBanner(banner);
    if (auto *steps = qobject_cast<FixSteps *>(object))
        return new AccessibleFixSteps(steps);
    if (auto *row = qobject_cast<FixStepRow *>(object))
        return new AccessibleFixStepRow(row);
    return nullptr;
}

/// The same number of characters, none of them the key's own while it is masked.
QString spoken(const KeyBox &box, const QString &text)
{
    const key::Wiped<std::u32string> codePoints(codePointsOf(text));
    QString result;
    for (const char32_t codePoint : codePoints.value) {
        if (!isOrdinary(codePoint))
            result += QChar(QChar::ReplacementCharacter);
        else
            result += box.isKeyShown() ? QChar(static_cast<char16_t>(codePoint)) : QChar(0x2022);
    }
    return result;
}

void sendInserted(KeyBox &box, const QAccessibleTextInsertEvent &raw)
{
    const auto place = static_cast<int>(box.offsetOf(raw.changePosition()));
    const QString text = spoken(box, raw.textInserted());
    QAccessibleTextInsertEvent event(&box, place, text);
    event.setCursorPosition(place + static_cast<int>(text.size()));
    sendAsItIs(event);
}

void sendRemoved(KeyBox &box, const QAccessibleTextRemoveEvent &raw)
{
    const auto place = static_cast<int>(box.offsetOf(raw.changePosition()));
    QAccessibleTextRemoveEvent event(&box, place, spoken(box, raw.textRemoved()));
    event.setCursorPosition(place);
    sendAsItIs(event);
}

void sendUpdated(KeyBox &box, const QAccessibleTextUpdateEvent &raw)
{
    QAccessibleTextUpdateEvent event(&box, 0, spoken(box, raw.textRemoved()), spoken(box, raw.textInserted()));
    event.setCursorPosition(static_cast<int>(box.cursorOffset()));
    sendAsItIs(event);
}

void filterBox(KeyBox &box, QAccessibleEvent &event)
{
    switch (event.type()) {
    case QAccessible::TextInserted:
        sendInserted(box, static_cast<const QAccessibleTextInsertEvent &>(event));
        return;
    case QAccessible::TextRemoved:
        sendRemoved(box, static_cast<const QAccessibleTextRemoveEvent &>(event));
        return;
    case QAccessible::TextUpdated:
        sendUpdated(box, static_cast<const QAccessibleTextUpdateEvent &>(event));
        return;
    case QAccessible::TextSelectionChanged: {
        auto &selection = static_cast<QAccessibleTextSelectionEvent &>(event);
        selection.setSelection(static_cast<int>(box.offsetOf(selection.selectionStart())),
            static_cast<int>(box.offsetOf(selection.selectionEnd())));
        selection.setCursorPosition(static_cast<int>(box.cursorOffset()));
        break;
    }
    case QAccessible::TextCaretMoved:
        static_cast<QAccessibleTextCursorEvent &>(event).setCursorPosition(static_cast<int>(box.cursorOffset()));
        break;
    default:
        break;
    }
    sendAsItIs(event);
}

void filterUpdate(QAccessibleEvent *event)
{
    auto *box = qobject_cast<KeyBox *>(event->object());
    if (box == nullptr)
        sendAsItIs(*event);
    else if (!box->isQuiet())
        filterBox(*box, *event);
}

} // namespace

void installAccessibility()
{
    static bool isInstalled = false;
    if (isInstalled)
        return;
    isInstalled = true;
    QAccessible::installFactory(makeInterface);
    formerHandler = QAccessible::installUpdateHandler(filterUpdate);
}

void sendAsItIs(QAccessibleEvent &event)
{
    if (formerHandler != nullptr) {
        formerHandler(&event);
        return;
    }
    // Without a handler Qt gives the event to the platform, which it offers no other way to do.
    const QAccessible::UpdateHandler current = QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(&event);
    QAccessible::installUpdateHandler(current);
}

} // namespace widgets
