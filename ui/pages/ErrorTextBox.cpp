// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ErrorTextBox.h"

#include "DoctorSession.h"
#include "widgets/Banner.h"
#include "widgets/LogEdit.h"
#include "words/GuideWords.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using widgets::BannerKind;
using words::GuideWords;

namespace pages {

ErrorTextBox::ErrorTextBox(DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_toggle(new QToolButton)
    , m_content(new QWidget)
    , m_message(new widgets::Banner)
{
    m_toggle->setObjectName(QStringLiteral("showErrorText"));
    m_toggle->setText(tr("What does your program print?")); // each of its letters is taken by some other control
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_message->label()->setObjectName(QStringLiteral("errorTextMessage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_toggle);
    column->addWidget(m_content);
    column->addWidget(m_message);
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    addText();
    addButtons();

    connect(m_toggle, &QToolButton::toggled, this, &ErrorTextBox::showWhatFits);
    connect(&m_session, &DoctorSession::keyAtHandChanged, this, &ErrorTextBox::showWhatFits);
    connect(&m_session, &DoctorSession::keyAtHandChanged, this, &ErrorTextBox::showReading);
    const ErrorTextSession &text = m_session.errorText();
    connect(&text, &ErrorTextSession::textChanged, this, &ErrorTextBox::onTextChanged);
    connect(&text, &ErrorTextSession::readingFinished, this, &ErrorTextBox::showReading);
    connect(&text, &ErrorTextSession::explained, this, &ErrorTextBox::onExplained);
    showWhatFits();
    onTextChanged();
}

void ErrorTextBox::addText()
{
    m_text = new widgets::LogEdit;
    m_text->setObjectName(QStringLiteral("errorText"));
    m_text->setAccessibleName(tr("What does your program print?"));
    m_text->setAccessibleDescription(GuideWords::textHint());
    constexpr int lines = 9;
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing());
    m_title = new QLabel(tr("What does your program pr&int?"));
    m_title->setBuddy(m_text);
    auto *hint = new QLabel(GuideWords::textHint());
    hint->setWordWrap(true);
    m_inPart = new QLabel(GuideWords::shownInPart());
    m_inPart->setWordWrap(true);
    QLayout *inner = m_content->layout();
    inner->addWidget(m_title);
    inner->addWidget(hint);
    inner->addWidget(m_text);
    inner->addWidget(m_inPart);

    connect(m_text, &widgets::LogEdit::textGiven, this,
        [this](const QByteArray &text) { m_session.errorText().setText(key::Secret(text)); });
}

QPushButton *ErrorTextBox::newButton(const char *objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(true); // Enter presses it where it has the focus
    return button;
}

void ErrorTextBox::addButtons()
{
    m_explain = newButton("explainText", tr("&Explain"));
    m_clear = newButton("clearErrorText", tr("Clear text"));
    m_guide = newButton("startGuide", tr("Answer &questions"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_explain, m_clear, m_guide})
        row->addWidget(button);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(row);
    connect(m_explain, &QPushButton::clicked, &m_session.errorText(), &ErrorTextSession::explain);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_text->clearText();
        m_text->setFocus(Qt::OtherFocusReason); // the button is of no more use
    });
    connect(m_guide, &QPushButton::clicked, this, &ErrorTextBox::guideWanted);
}

void ErrorTextBox::showWhatFits()
{
    const bool withKey = m_session.keyAtHand();
    const bool isOpen = !withKey || m_toggle->isChecked();
    m_toggle->setVisible(withKey);
    m_toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(isOpen);
    m_title->setVisible(!withKey); // the toggle says it
    m_explain->setVisible(!withKey);
    m_guide->setVisible(!withKey);
}

void ErrorTextBox::onTextChanged()
{
    const bool hasText = m_session.errorText().hasText();
    m_message->clear();
    m_inPart->setVisible(m_text->isShownInPart());
    m_explain->setEnabled(hasText);
    m_clear->setEnabled(hasText);
    //: The way to a cause where there is an error text, but it does not help
    m_guide->setText(hasText ? tr("Answer &questions instead") : tr("Answer &questions"));
}

void ErrorTextBox::showReading()
{
    const std::optional<errortext::ErrorReading> &reading = m_session.errorText().reading();
    if (!reading)
        return;
    QStringList sentences;
    if (reading->sightings.empty())
        sentences.append(GuideWords::nothingRecognised());
    else if (m_session.keyAtHand())
        sentences.append(GuideWords::textIsEvidence());
    const QString about = GuideWords::aboutText(*reading, m_session.clientOfText());
    if (!about.isEmpty())
        sentences.append(about);
    const bool isBad = reading->keysMasked > 0;
    m_message->showMessage(isBad ? BannerKind::Problem : BannerKind::Information, sentences.join(QLatin1Char(' ')));
}

void ErrorTextBox::onExplained()
{
    if (m_session.keyAtHand() || !m_session.causes().empty())
        return;
    m_message->showMessage(BannerKind::Information, GuideWords::nothingRecognised());
    m_guide->setFocus(Qt::OtherFocusReason); // what helps now
}

} // namespace pages
