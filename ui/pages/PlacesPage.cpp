// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/PlacesPage.h"

#include "DoctorSession.h"
#include "pages/KeychainMessage.h"
#include "pages/PlaceRows.h"
#include "pages/SearchControls.h"
#include "sources/Clients.h"
#include "widgets/PlaceTable.h"
#include "widgets/RowList.h"
#include "words/PlaceWords.h"
#include "words/SourceWords.h"
#include "words/WindowWords.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using words::PlaceWords;
using words::SourceWords;
using words::WindowWords;

namespace pages {

namespace {

widgets::Row rowOf(widgets::Symbol symbol, const QString &sentence)
{
    widgets::Row row;
    row.symbol = symbol;
    row.title = sentence;
    row.spoken = sentence;
    row.isBold = false;
    return row;
}

} // namespace

PlacesPage::PlacesPage(DoctorSession &session, QWidget *parent)
    : widgets::Page(parent)
    , m_session(session)
{
    m_introduction = addText();
    m_project = addText();
    m_project->setObjectName(QStringLiteral("project"));
    body()->addWidget(new SearchControls(m_session));
    m_shell = addText(SourceWords::shellSilent());
    addTable();
    addProblems();
    addSkipped();
    body()->addStretch(1);

    connect(&m_session.search(), &SearchSession::finished, this, &PlacesPage::refresh);
    connect(&m_session.search(), &SearchSession::clientChanged, this, &PlacesPage::showIntroduction);
    connect(&m_session.search(), &SearchSession::projectFolderChanged, this, &PlacesPage::showIntroduction);
    showIntroduction();
    refresh();
}

void PlacesPage::addTable()
{
    m_places = new widgets::PlaceTable;
    m_places->setObjectName(QStringLiteral("places"));
    m_places->setAccessibleName(tr("Places"));
    constexpr int allThereIs = 100; // before the stretch at the end
    body()->addWidget(m_places, allThereIs);
    body()->addWidget(new KeychainMessage(m_session.keychain()));

    connect(m_places, &widgets::PlaceTable::usablePlaceChanged, this, &PlacesPage::usablePlaceChanged);
    connect(m_places, &widgets::PlaceTable::placeWanted, &m_session, &DoctorSession::usePlace);
}

void PlacesPage::addProblems()
{
    //: Above a list of places that hold different keys, and the like
    m_problemsTitle = addText(tr("What disagrees:"));
    m_problems = new widgets::RowList;
    m_problems->setObjectName(QStringLiteral("placeProblems"));
    m_problems->setAccessibleName(tr("What disagrees"));
    body()->addWidget(m_problems);
}

void PlacesPage::addSkipped()
{
    m_showSkipped = new QToolButton;
    m_showSkipped->setObjectName(QStringLiteral("showSkipped"));
    m_showSkipped->setCheckable(true);
    m_showSkipped->setAutoRaise(true);
    m_showSkipped->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showSkipped->setArrowType(Qt::RightArrow);
    m_skipped = new widgets::RowList;
    m_skipped->setObjectName(QStringLiteral("skippedFiles"));
    m_skipped->setAccessibleName(tr("Files that were not read"));
    m_skipped->hide();
    body()->addWidget(m_showSkipped);
    body()->addWidget(m_skipped);
    connect(m_showSkipped, &QToolButton::toggled, this, [this](bool open) {
        m_skipped->setVisible(open);
        m_showSkipped->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
}

void PlacesPage::showIntroduction()
{
    const sources::Client *client = m_session.search().client();
    m_introduction->setText(SourceWords::whoWins(client == nullptr ? QString() : client->name));
    const QString folder = m_session.search().projectFolder();
    m_project->setText(folder.isEmpty() ? QString() : WindowWords::projectFolder(folder));
    m_project->setVisible(!folder.isEmpty());
}

void PlacesPage::refresh()
{
    const check::SearchResult *result = m_session.search().result();
    std::vector<widgets::Row> problems;
    std::vector<widgets::Row> skipped;
    if (result != nullptr) {
        for (const sources::PlaceFinding &finding : result->findings)
            problems.push_back(rowOf(widgets::Symbol::Problem, PlaceWords::problem(finding)));
        for (const sources::SkippedFile &file : result->skipped)
            skipped.push_back(rowOf(widgets::Symbol::Skipped, PlaceWords::skipped(file)));
        if (problems.empty() && !result->keys.empty())
            problems.push_back(rowOf(widgets::Symbol::Good, SourceWords::nothingDisagrees()));
    }
    std::vector<widgets::PlaceRow> places = placeRows(m_session, PlaceChoice::All);
    m_places->setVisible(!places.empty());
    m_places->showRows(std::move(places), placeHeaders(m_session));
    m_shell->setVisible(result != nullptr && !result->shellAnswered && !result->cancelled);
    m_problemsTitle->setVisible(!problems.empty());
    m_problems->setVisible(!problems.empty());
    m_problems->showRows(problems);
    m_showSkipped->setText(SourceWords::filesNotRead(static_cast<qsizetype>(skipped.size())));
    m_showSkipped->setVisible(!skipped.empty());
    m_skipped->setVisible(!skipped.empty() && m_showSkipped->isChecked());
    m_skipped->showRows(skipped);
}

bool PlacesPage::canUse() const
{
    return m_places->usablePlace().has_value();
}

void PlacesPage::useChosen()
{
    if (const std::optional<std::size_t> place = m_places->usablePlace())
        m_session.usePlace(*place);
}

} // namespace pages
