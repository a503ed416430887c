// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ChoiceBox.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>

namespace widgets {

namespace {

class AccessibleChoiceBox : public QAccessibleWidget {
public:
    explicit AccessibleChoiceBox(ChoiceBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? box()->currentText() : QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.hasPopup = true;
        state.expanded = isOpen();
        state.collapsed = !isOpen();
        return state;
    }

    // Its one child is the list of what can be chosen.
    [[nodiscard]] int childCount() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(box()->view()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child != nullptr && child->object() == box()->view() ? 0 : -1;
    }

    [[nodiscard]] QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return;
        if (isOpen())
            box()->hidePopup();
        else
            box()->showPopup();
    }

private:
    [[nodiscard]] ChoiceBox *box() const { return static_cast<ChoiceBox *>(widget()); }
    [[nodiscard]] bool isOpen() const { return box()->view()->isVisible(); }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    // Asked once for each class from the object's own down to QObject: only its own is answered.
    if (className != QLatin1String(ChoiceBox::staticMetaObject.className()))
        return nullptr;
    auto *box = qobject_cast<ChoiceBox *>(object);
    return box == nullptr ? nullptr : new AccessibleChoiceBox(box);
}

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    [[maybe_unused]] static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

} // namespace widgets
