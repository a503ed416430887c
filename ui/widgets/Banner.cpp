// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Banner.h"

#include "widgets/Accessibility.h"
#include "widgets/SymbolLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace widgets {

namespace {

Symbol symbolOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Information:
        return Symbol::Information;
    case BannerKind::Good:
        return Symbol::Good;
    case BannerKind::Problem:
        return Symbol::Problem;
    }
    return Symbol::None;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_mark(new SymbolLabel(this))
    , m_label(new QLabel(this))
{
    installAccessibility();
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    setAutoFillBackground(true);
    m_label->setForegroundRole(QPalette::Text);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void Banner::showMessage(BannerKind kind, const QString &text)
{
    m_kind = kind;
    m_mark->setSymbol(symbolOf(kind));
    m_label->setText(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent announcement(this, text);
    QAccessible::updateAccessibility(&announcement);
#endif
}

void Banner::clear()
{
    showMessage(BannerKind::Information, QString());
}

QString Banner::text() const
{
    return m_label->text();
}

} // namespace widgets
