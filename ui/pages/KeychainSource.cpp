// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeychainSource.h"

#include "DoctorSession.h"
#include "widgets/ChoiceBox.h"
#include "words/SourceWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using words::SourceWords;

namespace pages {

KeychainSource::KeychainSource(DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    build();
    connectKeychain();
    refresh();
}

void KeychainSource::build()
{
    m_sentence = new QLabel(SourceWords::noKeyInKeychain());
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("noSavedKey"));
    m_names = new widgets::ChoiceBox;
    m_names->setObjectName(QStringLiteral("sourceName"));
    m_names->setAccessibleName(tr("Saved key"));
    m_use = addButton("useSource", tr("Take this ke&y"));
    m_delete = addButton("deleteSaved", tr("D&elete this key"));
    m_findOthers = addButton("findOthers", tr("Look for keys of ot&her programs"));
    m_check = addButton("checkKeychain", tr("Check the keychai&n"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sentence);
    column->addWidget(m_names);
    for (const auto &[first, second] : {std::pair(m_use, m_delete), std::pair(m_findOthers, m_check)}) {
        auto *row = new QHBoxLayout;
        row->addWidget(first);
        row->addWidget(second);
        row->addStretch(1);
        column->addLayout(row);
    }
}

QPushButton *KeychainSource::addButton(const char *objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(true);
    return button;
}

void KeychainSource::connectKeychain()
{
    KeychainSession &keychain = m_session.keychain();
    connect(m_names, &QComboBox::currentIndexChanged, this, &KeychainSource::onNameChosen);
    connect(m_use, &QPushButton::clicked, this, &KeychainSource::useChosen);
    connect(m_delete, &QPushButton::clicked, this, &KeychainSource::removeChosen);
    connect(m_findOthers, &QPushButton::clicked, &keychain, &KeychainSession::findOthers);
    connect(m_check, &QPushButton::clicked, &keychain, &KeychainSession::check);

    connect(&keychain, &KeychainSession::saved, this, &KeychainSource::refresh);
    connect(&keychain, &KeychainSession::removed, this, &KeychainSource::refresh);
    connect(&keychain, &KeychainSession::othersFound, this, &KeychainSource::refresh);
}

void KeychainSource::refresh()
{
    const QSignalBlocker quiet(m_names);
    const QString former = m_names->currentText();
    m_names->clear();
    m_names->addItems(m_session.keychain().names());
    for (const keychain::OtherEntry &entry : m_session.keychain().others())
        m_names->addItem(SourceWords::otherEntry(entry));
    m_names->setCurrentIndex(std::max(0, m_names->findText(former)));
    const bool isEmpty = m_names->count() == 0;
    m_sentence->setVisible(isEmpty);
    m_names->setVisible(!isEmpty);
    const QWidget *focus = window()->focusWidget(); // hasFocus() is false while the window is behind others
    if (isEmpty && (focus == m_use || focus == m_delete))
        m_findOthers->setFocus(Qt::OtherFocusReason); // a hidden button cannot keep it
    m_use->setVisible(!isEmpty);
    m_delete->setVisible(!isEmpty);
    showWhatCanBeDeleted();
}

void KeychainSource::showWhatCanBeDeleted()
{
    const bool isOwn = chosenOther() < 0; // another program's keys are its own matter
    if (!isOwn && window()->focusWidget() == m_delete)
        m_use->setFocus(Qt::OtherFocusReason); // a disabled button cannot keep it
    m_delete->setEnabled(isOwn);
}

int KeychainSource::chosenOther() const
{
    return m_names->currentIndex() - static_cast<int>(m_session.keychain().names().size());
}

void KeychainSource::onNameChosen()
{
    m_session.keychain().forgetQuestion();
    showWhatCanBeDeleted();
}

void KeychainSource::useChosen()
{
    if (const int other = chosenOther(); other >= 0)
        m_session.keychain().loadOther(static_cast<std::size_t>(other));
    else
        m_session.keychain().load(m_names->currentText());
}

void KeychainSource::removeChosen()
{
    m_session.keychain().remove(m_names->currentText());
}

} // namespace pages
