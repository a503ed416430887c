// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeySource.h"

#include "DoctorSession.h"
#include "widgets/ChoiceBox.h"
#include "words/WindowWords.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using words::WindowWords;

namespace pages {

KeySource::KeySource(DoctorSession &session, QWidget *parent)
    : QGroupBox(tr("Where the key comes from"), parent)
    , m_session(session)
{
    m_paste = addSource("sourcePaste", tr("&Paste"));
    m_keychain = addSource("sourceKeychain", tr("&Keychain"));
    m_computer = addSource("sourceComputer", tr("This co&mputer"));
    m_none = addSource("sourceNone", tr("I have n&o key at hand"));
    buildChoice();

    auto *grid = new QGridLayout(this);
    grid->addWidget(m_paste, 0, 0, Qt::AlignLeft);
    grid->addWidget(m_keychain, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_computer, 1, 0, Qt::AlignLeft);
    grid->addWidget(m_none, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_sentence, 2, 0, 1, 2);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_names, 1);
    choice->addWidget(m_use);
    grid->addLayout(choice, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    // A key that is loaded and then edited is no longer the one from there.
    connect(&m_session, &DoctorSession::keyChanged, this, [this] {
        if (m_session.source().kind == sources::PlaceKind::Paste && !m_none->isChecked()) {
            m_paste->setChecked(true);
        }
    });
    connect(&m_session, &DoctorSession::keychainSaved, this, &KeySource::showChoice);
    m_paste->setChecked(true);
}

QRadioButton *KeySource::addSource(const char *objectName, const QString &text)
{
    auto *button = new QRadioButton(text);
    button->setObjectName(QLatin1String(objectName));
    connect(button, &QRadioButton::toggled, this, [this](bool checked) {
        if (checked) {
            showChoice();
        }
    });
    return button;
}

void KeySource::buildChoice()
{
    m_sentence = new QLabel;
    m_sentence->setWordWrap(true);
    m_sentence->setOpenExternalLinks(true);
    m_sentence->setObjectName(QStringLiteral("sourceSentence"));
    m_names = new widgets::ChoiceBox;
    m_names->setObjectName(QStringLiteral("sourceName"));
    m_use = new QPushButton(tr("Take this ke&y"));
    m_use->setObjectName(QStringLiteral("useSource"));
    m_use->setAutoDefault(true);
    connect(m_use, &QPushButton::clicked, this, &KeySource::useChosen);
}

void KeySource::showChoice()
{
    m_sentence->setTextInteractionFlags(m_none->isChecked() ? Qt::TextBrowserInteraction : Qt::NoTextInteraction);
    if (m_keychain->isChecked()) {
        m_names->setAccessibleName(tr("Saved key"));
        const QStringList names = m_session.keychainNames();
        fill(names.isEmpty() ? WindowWords::noKeyInKeychain() : QString(), names);
    } else if (m_computer->isChecked()) {
        m_names->setAccessibleName(tr("Variable"));
        QStringList names;
        for (const sources::Place &place : m_session.computerPlaces()) {
            names.append(place.name);
        }
        fill(names.isEmpty() ? WindowWords::noVariableHere() : WindowWords::variableHint(), names);
    } else if (m_none->isChecked()) {
        fill(WindowWords::noKeyAtHand(), {});
    } else {
        fill(WindowWords::pasteHint(), {});
    }
}

void KeySource::fill(const QString &sentence, const QStringList &names)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_names->clear();
    m_names->addItems(names);
    m_names->setVisible(!names.isEmpty());
    m_use->setVisible(!names.isEmpty());
}

void KeySource::useChosen()
{
    if (m_keychain->isChecked()) {
        m_session.loadFromKeychain(m_names->currentText());
    } else {
        m_session.useVariable(m_names->currentText());
    }
}

} // namespace pages
