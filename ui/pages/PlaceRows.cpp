// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/PlaceRows.h"

#include "DoctorSession.h"
#include "words/PlaceTableWords.h"
#include "words/PlaceWords.h"

using words::PlaceTableWords;
using words::PlaceWords;

namespace pages {

namespace {

using widgets::PlaceCell;
using widgets::Symbol;

PlaceCell placeCell(const sources::Place &place, const QString &projectFolder)
{
    PlaceCell cell;
    cell.lines = QStringList(place.name) + PlaceTableWords::where(place, projectFolder);
    cell.lines.removeAll(QString());
    cell.tip = PlaceWords::nameAndWhere(place);
    return cell;
}

PlaceCell stateCell(const sources::Place &place)
{
    const QStringList oddities = PlaceTableWords::oddities(place);
    PlaceCell cell;
    cell.symbol = oddities.isEmpty() ? Symbol::None : Symbol::Problem;
    cell.lines = QStringList{PlaceTableWords::state(place), place.fingerprint} + oddities;
    cell.lines.removeAll(QString());
    return cell;
}

PlaceCell readByCell(const sources::Place &place, const sources::Client *client)
{
    PlaceCell cell;
    cell.lines = PlaceTableWords::readBy(place, client);
    cell.tip = PlaceTableWords::readers(place).join(QLatin1Char('\n'));
    cell.spoken = client == nullptr ? PlaceTableWords::readers(place).join(QLatin1String(", ")) : QString();
    return cell;
}

PlaceCell standingCell(const sources::Place &place)
{
    PlaceCell cell;
    cell.lines = {PlaceTableWords::standing(place.standing)};
    cell.tip = PlaceTableWords::standingSentence(place.standing);
    cell.spoken = cell.tip;
    if (place.standing == sources::Standing::Wins)
        cell.symbol = Symbol::Good;
    else if (place.standing == sources::Standing::Hidden)
        cell.symbol = Symbol::Skipped;
    return cell;
}

} // namespace

std::vector<widgets::PlaceRow> placeRows(const DoctorSession &session, PlaceChoice choice)
{
    std::vector<widgets::PlaceRow> rows;
    const check::SearchResult *result = session.search().result();
    if (result == nullptr)
        return rows;
    const sources::Client *client = session.search().client();
    for (std::size_t i = 0; i < result->keys.size(); ++i) {
        const sources::Place &place = result->keys[i].place;
        const bool usable = session.canUsePlace(i);
        if (choice == PlaceChoice::WithKey && !usable && !place.set)
            continue;
        widgets::PlaceRow row;
        row.place = i;
        row.usable = usable;
        row.name = PlaceWords::nameAndWhere(place);
        row.whole = PlaceTableWords::row(place, client);
        row.cells = {placeCell(place, session.search().projectFolder()), stateCell(place), readByCell(place, client),
            standingCell(place)};
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList placeHeaders(const DoctorSession &session)
{
    return {PlaceTableWords::placeHeader(), PlaceTableWords::stateHeader(),
        PlaceTableWords::readByHeader(session.search().client()), PlaceTableWords::standingHeader()};
}

} // namespace pages
