// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ComputerSource.h"

#include "DoctorSession.h"
#include "pages/PlaceRows.h"
#include "pages/SearchControls.h"
#include "widgets/PlaceTable.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace pages {

ComputerSource::ComputerSource(DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_found(new widgets::PlaceTable)
    , m_use(new QPushButton(tr("Take this ke&y")))
    , m_showAll(new QPushButton(tr("Sho&w all places")))
{
    m_found->setObjectName(QStringLiteral("foundKeys"));
    m_found->setAccessibleName(tr("Keys found"));
    constexpr int linesInShort = 10; // the rest scrolls, so that the key stays in sight
    m_found->setUsualLines(linesInShort);
    m_use->setObjectName(QStringLiteral("useSource"));
    m_use->setAutoDefault(true);
    m_showAll->setObjectName(QStringLiteral("showPlaces"));
    m_showAll->setAutoDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new SearchControls(m_session));
    column->addWidget(m_found);
    auto *row = new QHBoxLayout;
    row->addWidget(m_use);
    row->addWidget(m_showAll);
    row->addStretch(1);
    column->addLayout(row);

    connect(m_found, &widgets::PlaceTable::usablePlaceChanged, this,
        [this] { m_use->setEnabled(m_found->usablePlace().has_value()); });
    connect(m_found, &widgets::PlaceTable::placeWanted, &m_session, &DoctorSession::usePlace);
    connect(m_use, &QPushButton::clicked, this, &ComputerSource::useChosen);
    connect(m_showAll, &QPushButton::clicked, this, &ComputerSource::placesWanted);
    connect(&m_session.search(), &SearchSession::finished, this, &ComputerSource::refresh);
    refresh();
}

void ComputerSource::refresh()
{
    std::vector<widgets::PlaceRow> rows = placeRows(m_session, PlaceChoice::WithKey);
    m_found->setVisible(!rows.empty());
    m_use->setVisible(!rows.empty());
    m_showAll->setVisible(m_session.search().result() != nullptr);
    m_found->showRows(std::move(rows), placeHeaders(m_session));
}

void ComputerSource::useChosen()
{
    if (const std::optional<std::size_t> place = m_found->usablePlace())
        m_session.usePlace(*place);
}

} // namespace pages
