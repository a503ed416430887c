// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/MendResult.h"

#include "MendSession.h"
#include "widgets/Banner.h"
#include "words/MendWords.h"
#include "words/WindowWords.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::BannerKind;
using words::MendWords;
using words::WindowWords;

namespace pages {

namespace {

using Activity = MendSession::Activity;
using Outcome = MendSession::Outcome;
using Proof = MendSession::Proof;

struct Message {
    BannerKind kind = BannerKind::Information;
    QString text;
};

QString textOf(Activity activity)
{
    switch (activity) {
    case Activity::Preparing:
        return WindowWords::mendPreparing();
    case Activity::Changing:
        return WindowWords::mendChanging();
    case Activity::GoingBack:
        return WindowWords::mendGoingBack();
    case Activity::Reading:
        return WindowWords::mendReading();
    case Activity::None:
        break;
    }
    return {};
}

Message messageOf(Outcome outcome, const MendSession &session)
{
    const mend::Preview &about = session.about();
    switch (outcome) {
    case Outcome::NotPrepared:
    case Outcome::NotChanged:
        return {BannerKind::Problem, MendWords::failure(session.failure(), about)};
    case Outcome::Changed:
        return {BannerKind::Good, MendWords::done(about)};
    case Outcome::ChangedUnread:
        return {BannerKind::Information, MendWords::done(about) + u' ' + WindowWords::mendUnread()};
    case Outcome::NotGoneBack:
        return {BannerKind::Problem, MendWords::undoFailure(session.failure(), about)};
    case Outcome::GoneBack:
        return {BannerKind::Information, MendWords::undone(about)};
    case Outcome::None:
        break;
    }
    return {};
}

/// What the test says of a change that was made.
void addProof(Message &message, Proof proof)
{
    switch (proof) {
    case Proof::Testing:
        message.text += u' ' + WindowWords::mendTesting();
        break;
    case Proof::Works:
        message.text += u' ' + WindowWords::mendProved();
        break;
    case Proof::Fails:
        message.kind = BannerKind::Information;
        message.text += u' ' + WindowWords::mendNotProved();
        break;
    case Proof::None:
        break;
    }
}

Message messageOf(const MendSession &session)
{
    if (session.activity() != Activity::None)
        return {BannerKind::Information, textOf(session.activity())};
    const Outcome outcome = session.outcome();
    Message message = messageOf(outcome, session);
    if (outcome == Outcome::Changed)
        addProof(message, session.proof());
    return message;
}

} // namespace

MendResult::MendResult(MendSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_message(new widgets::Banner)
    , m_progress(new QProgressBar)
    //: Takes a change of a file back
    , m_undo(new QPushButton(tr("Und&o")))
{
    m_message->label()->setObjectName(QStringLiteral("mendResult"));
    m_progress->setRange(0, 0); // how long a disk takes is not known
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Change is being made"));
    m_undo->setObjectName(QStringLiteral("mendUndo"));
    m_undo->setAccessibleName(tr("Undo the change"));
    m_undo->setAutoDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(m_undo, 0, Qt::AlignLeft); // beside the words there is no room with a large font
    connect(m_undo, &QPushButton::clicked, &m_session, &MendSession::undo);
    connect(&m_session, &MendSession::changed, this, &MendResult::refresh);
    refresh();
}

void MendResult::refresh()
{
    const Message message = messageOf(m_session);
    if (message.text != m_message->text() || message.kind != m_message->kind()) // the same would be read out again
        m_message->showMessage(message.kind, message.text);
    m_progress->setVisible(m_session.activity() != Activity::None);
    m_undo->setVisible(m_session.canUndo());
    setVisible(!message.text.isEmpty());
}

} // namespace pages
