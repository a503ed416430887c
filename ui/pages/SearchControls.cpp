// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/SearchControls.h"

#include "DoctorSession.h"
#include "words/SourceWords.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using words::SourceWords;

namespace pages {

namespace {

QLabel *addLabel(QBoxLayout &layout, const char *objectName)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    layout.addWidget(label);
    return label;
}

QString statusOf(const SearchSession &search)
{
    if (search.isRunning())
        return SourceWords::looking(search.files());
    const check::SearchResult *result = search.result();
    if (result == nullptr)
        return SourceWords::nothingLookedForYet();
    const auto holdsKey = [](const sources::FoundKey &found) {
        return found.place.present || found.place.kind == sources::PlaceKind::Keychain;
    };
    const auto count = std::count_if(result->keys.begin(), result->keys.end(), holdsKey);
    QString text = count == 0 ? SourceWords::noKeyFound() : SourceWords::keysFound(count);
    if (result->cancelled)
        text += QLatin1Char(' ') + SourceWords::searchStopped();
    return text;
}

} // namespace

SearchControls::SearchControls(DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_status = addLabel(*column, "searchStatus");
    m_noFolder = addLabel(*column, "noProject");
    m_noFolder->setText(SourceWords::noProjectFolder());
    m_stop = addButton("stopSearch", tr("Stop look&ing"));
    m_again = addButton("searchAgain", tr("Look aga&in"));
    m_choose = addButton("chooseFolder", tr("Choose project &folder…"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_stop, m_again, m_choose})
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);

    SearchSession &search = m_session.search();
    connect(m_stop, &QPushButton::clicked, &search, &SearchSession::stop);
    connect(m_again, &QPushButton::clicked, &search, &SearchSession::start);
    connect(m_choose, &QPushButton::clicked, this, &SearchControls::chooseFolder);
    connect(&search, &SearchSession::started, this, &SearchControls::refresh);
    connect(&search, &SearchSession::progressed, this, &SearchControls::showStatus);
    connect(&search, &SearchSession::finished, this, &SearchControls::refresh);
    connect(&search, &SearchSession::projectFolderChanged, this, &SearchControls::refresh);
    refresh();
}

QPushButton *SearchControls::addButton(const char *objectName, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(true);
    return button;
}

void SearchControls::refresh()
{
    const bool running = m_session.search().isRunning();
    const QWidget *focus = window()->focusWidget(); // hasFocus() is false while the window is behind others
    const bool hadFocus = focus == m_stop || focus == m_again;
    m_stop->setVisible(running);
    m_again->setVisible(!running);
    if (hadFocus)
        (running ? m_stop : m_again)->setFocus(Qt::OtherFocusReason); // one stands in the other's place
    m_noFolder->setVisible(m_session.search().projectFolder().isEmpty());
    showStatus();
}

void SearchControls::showStatus()
{
    m_status->setText(statusOf(m_session.search()));
}

void SearchControls::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the project"), m_session.search().projectFolder());
    dialog->setObjectName(QStringLiteral("folderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, &m_session.search(), &SearchSession::setProjectFolder);
    dialog->open(); // exec() would hold everything else up
}

} // namespace pages
