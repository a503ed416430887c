// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CodeView.h"

#include "widgets/Banner.h"
#include "widgets/CodePane.h"
#include "words/SampleWords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using words::SampleWords;

namespace widgets {

CodeView::CodeView(QWidget *parent)
    : QWidget(parent)
    , m_copied(new Banner)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_title = addText("codeTitle");
    QFont strong = m_title->font();
    strong.setBold(true);
    m_title->setFont(strong);
    addText("codeMarks")->setText(SampleWords::marks());
    m_broken = addPane(new CodePane(CodePane::Version::Broken), "codeBroken", SampleWords::broken());
    // What room is left goes to the longer one.
    m_broken->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_right = addPane(new CodePane(CodePane::Version::Right), "codeRight", SampleWords::right());

    auto *copy = new QPushButton(tr("Cop&y the right one"));
    copy->setObjectName(QStringLiteral("copyCode"));
    copy->setAutoDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(copy);
    row->addStretch(1);
    column->addLayout(row);
    m_copied->label()->setObjectName(QStringLiteral("codeCopied"));
    column->addWidget(m_copied);
    m_notes = addText("codeNotes");
    connect(copy, &QPushButton::clicked, this, &CodeView::copyRight);
}

QLabel *CodeView::addText(const char *objectName)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    layout()->addWidget(label);
    return label;
}

CodePane *CodeView::addPane(CodePane *pane, const char *objectName, const QString &name)
{
    auto *label = new QLabel(name);
    label->setBuddy(pane);
    layout()->addWidget(label);
    pane->setObjectName(QLatin1String(objectName));
    pane->setAccessibleName(name);
    pane->setAccessibleDescription(SampleWords::marks());
    layout()->addWidget(pane);
    return pane;
}

void CodeView::showSample(const samples::CodeSample &sample)
{
    m_title->setText(SampleWords::title(sample));
    m_broken->showLines(sample.broken);
    m_right->showLines(sample.fixed);
    m_rightText = samples::textOf(sample.fixed);
    m_notes->setText(SampleWords::notes(sample).join(u'\n'));
    m_copied->clear();
}

void CodeView::copyRight()
{
    QGuiApplication::clipboard()->setText(m_rightText);
    m_copied->showMessage(BannerKind::Good, SampleWords::copied());
}

} // namespace widgets
