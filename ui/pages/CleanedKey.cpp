// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/CleanedKey.h"

#include "DoctorSession.h"
#include "widgets/CharacterStrip.h"
#include "words/WindowWords.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace pages {

CleanedKey::CleanedKey(DoctorSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_before(new widgets::CharacterStrip)
    , m_after(new widgets::CharacterStrip)
{
    setObjectName(QStringLiteral("cleanedKey"));
    setFrameShape(QFrame::StyledPanel);
    m_before->setObjectName(QStringLiteral("keyBefore"));
    m_before->setAccessibleName(tr("Key before cleaning"));
    m_after->setObjectName(QStringLiteral("keyAfter"));
    m_after->setAccessibleName(tr("Key after cleaning"));

    auto *text = new QLabel(words::WindowWords::cleaned());
    text->setWordWrap(true);
    //: Takes the cleaning of the key back
    auto *undo = new QPushButton(tr("&Undo"));
    undo->setObjectName(QStringLiteral("undoClean"));
    undo->setAccessibleName(tr("Undo cleaning"));
    undo->setAutoDefault(true);

    auto *grid = new QGridLayout(this);
    grid->setColumnStretch(1, 1);
    grid->addWidget(text, 0, 0, 1, 2);
    //: Before the key was cleaned
    grid->addWidget(new QLabel(tr("Before:")), 1, 0, Qt::AlignTop);
    grid->addWidget(m_before, 1, 1);
    //: After the key was cleaned
    grid->addWidget(new QLabel(tr("After:")), 2, 0, Qt::AlignTop);
    grid->addWidget(m_after, 2, 1);
    grid->addWidget(undo, 3, 0, 1, 2, Qt::AlignLeft);

    connect(undo, &QPushButton::clicked, &m_session, &DoctorSession::undoClean);
    connect(&m_session, &DoctorSession::keyChanged, this, &CleanedKey::refresh);
    refresh();
}

void CleanedKey::refresh()
{
    const key::Secret *before = m_session.secretBeforeCleaning();
    if (before != nullptr) {
        m_before->setSecret(*before);
        m_after->setSecret(m_session.secret());
    } else {
        m_before->setSecret({});
        m_after->setSecret({});
    }
    setVisible(before != nullptr);
}

} // namespace pages
