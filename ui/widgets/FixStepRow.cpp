// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FixStepRow.h"

#include "widgets/CommandText.h"
#include "widgets/FixSteps.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionFocusRect>

namespace widgets {

FixStepRow::FixStepRow(int number, const FixRow &step, QWidget *parent)
    : QFrame(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    //: A step of a fix: %1 is its number, %2 its sentence
    QString spoken = tr("%1. %2").arg(number).arg(step.sentence);
    if (!step.command.isEmpty())
        spoken += QLatin1Char(' ') + step.command;
    //: Below a step of a fix; %1 is a sentence: "You should see: The number of characters, 40."
    const QString expected = step.expectation.isEmpty() ? QString() : tr("You should see: %1").arg(step.expectation);
    if (!expected.isEmpty())
        spoken += QLatin1Char(' ') + expected;
    setAccessibleName(spoken);

    auto *row = new QHBoxLayout(this);
    //: The number before a step of a fix
    auto *mark = new QLabel(tr("%1.").arg(number), this);
    mark->setForegroundRole(QPalette::Text);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    row->addLayout(column, 1);
    auto *sentence = new QLabel(step.sentence, this);
    sentence->setForegroundRole(QPalette::Text);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    if (!step.command.isEmpty())
        addCommand(*column, number, step.command);
    if (!step.link.isEmpty())
        addLink(*column, QUrl(step.link));
    if (!expected.isEmpty())
        addExpectation(*column, expected);
}

void FixStepRow::addCommand(QBoxLayout &column, int number, const QString &command)
{
    column.addWidget(new CommandText(command, this));
    //: Copies a command of a fix to the clipboard
    auto *copy = new QPushButton(tr("Copy"), this);
    //: %1 is the number of the step
    copy->setAccessibleName(tr("Copy command %1").arg(number));
    copy->setAutoDefault(false);
    column.addWidget(copy, 0, Qt::AlignLeft); // under the command: beside it there is no room with a large font
    connect(copy, &QPushButton::clicked, this, [this, copy, command] {
        QGuiApplication::clipboard()->setText(command);
        copy->setText(tr("Copied"));
        Q_EMIT commandCopied();
    });
}

void FixStepRow::addLink(QBoxLayout &column, const QUrl &url)
{
    //: Opens a web page in the browser
    auto *open = new QPushButton(tr("Open page"), this);
    //: %1 is the host of a web page, "dashboard.cohere.com"
    open->setAccessibleName(tr("Open %1").arg(url.host()));
    open->setToolTip(url.toString());
    open->setAutoDefault(false);
    column.addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, [this, url] { Q_EMIT linkActivated(url); });
}

void FixStepRow::addExpectation(QBoxLayout &column, const QString &expected)
{
    auto *label = new QLabel(expected, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // Calmer than what is to be done, with the same contrast; size and colours follow those of the list.
    QFont calm = label->font();
    calm.setItalic(true);
    label->setFont(calm);
    label->setForegroundRole(QPalette::Text);
    column.addWidget(label);
}

void FixStepRow::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
    Q_EMIT focused();
}

void FixStepRow::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void FixStepRow::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.backgroundColor = palette().color(QPalette::Base);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

} // namespace widgets
