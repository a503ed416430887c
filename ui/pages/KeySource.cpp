// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/KeySource.h"

#include "DoctorSession.h"
#include "pages/ComputerSource.h"
#include "pages/KeychainMessage.h"
#include "pages/KeychainSource.h"
#include "words/WindowWords.h"

#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

using words::WindowWords;

namespace pages {

KeySource::KeySource(DoctorSession &session, QWidget *parent)
    : QGroupBox(tr("Where the key comes from"), parent)
    , m_session(session)
    , m_sentence(new QLabel)
    , m_fromKeychain(new KeychainSource(session))
    , m_fromComputer(new ComputerSource(session))
{
    m_paste = addSource("sourcePaste", tr("&Paste"));
    m_keychain = addSource("sourceKeychain", tr("&Keychain"));
    m_computer = addSource("sourceComputer", tr("This co&mputer"));
    m_none = addSource("sourceNone", tr("I have n&o key at hand"));
    m_sentence->setWordWrap(true);
    m_sentence->setOpenExternalLinks(true);
    m_sentence->setObjectName(QStringLiteral("sourceSentence"));

    auto *grid = new QGridLayout(this);
    grid->addWidget(m_paste, 0, 0, Qt::AlignLeft);
    grid->addWidget(m_keychain, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_computer, 1, 0, Qt::AlignLeft);
    grid->addWidget(m_none, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_sentence, 2, 0, 1, 2);
    grid->addWidget(m_fromKeychain, 3, 0, 1, 2);
    grid->addWidget(m_fromComputer, 4, 0, 1, 2);
    grid->addWidget(new KeychainMessage(m_session.keychain()), 5, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(m_fromComputer, &ComputerSource::placesWanted, this, &KeySource::placesWanted);
    connect(&m_session, &DoctorSession::keyChanged, this, &KeySource::followKey);
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

void KeySource::followKey()
{
    switch (m_session.source().kind) {
    case sources::PlaceKind::Paste:
        // A key that is loaded and then edited is no longer the one from there.
        if (!m_none->isChecked()) {
            m_paste->setChecked(true);
        }
        break;
    case sources::PlaceKind::Practice:
        if (m_none->isChecked()) {
            m_paste->setChecked(true); // there is one at hand now
        }
        break;
    case sources::PlaceKind::Keychain:
        if (!m_computer->isChecked()) {
            m_keychain->setChecked(true);
        }
        break;
    default:
        m_computer->setChecked(true); // also where it was taken on the page of all places
    }
}

void KeySource::showChoice()
{
    m_session.keychain().forgetQuestion();
    m_session.setKeyAtHand(!m_none->isChecked());
    m_fromKeychain->setVisible(m_keychain->isChecked());
    m_fromComputer->setVisible(m_computer->isChecked());
    const bool isByHand = m_paste->isChecked() || m_none->isChecked();
    m_sentence->setVisible(isByHand);
    m_sentence->setTextInteractionFlags(m_none->isChecked() ? Qt::TextBrowserInteraction : Qt::NoTextInteraction);
    m_sentence->setText(m_none->isChecked() ? WindowWords::noKeyAtHand() : WindowWords::pasteHint());
    if (m_computer->isChecked()) {
        m_session.search().startOnce();
    }
}

} // namespace pages
