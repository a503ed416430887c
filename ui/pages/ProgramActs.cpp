// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/ProgramActs.h"

#include "DoctorSession.h"
#include "inspect/HttpClients.h"
#include "widgets/RowList.h"
#include "words/HttpClientWords.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using inspect::ClientAct;
using inspect::HttpClient;

namespace pages {

namespace {

/// The measured client by which a chosen one sends; empty where it was not measured.
std::optional<HttpClient> measured(const QString &clientId)
{
    if (clientId == QLatin1String("cohere-python") || clientId == QLatin1String("cohere-python-5.0"))
        return HttpClient::CoherePython;
    if (clientId == QLatin1String("cohere-python-4"))
        return HttpClient::CoherePython4;
    if (clientId == QLatin1String("cohere-typescript"))
        return HttpClient::CohereTypescript;
    return std::nullopt;
}

widgets::Symbol symbolOf(ClientAct act)
{
    switch (act) {
    case ClientAct::Sends:
        return widgets::Symbol::Information;
    case ClientAct::Trims:
        return widgets::Symbol::Good;
    case ClientAct::SendsChanged:
    case ClientAct::BreaksHeader:
    case ClientAct::Refuses:
    case ClientAct::RefusesAndShowsKey:
        return widgets::Symbol::Problem;
    }
    return widgets::Symbol::None;
}

} // namespace

ProgramActs::ProgramActs(const DoctorSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_toggle(new QToolButton)
    , m_acts(new widgets::RowList)
{
    m_toggle->setObjectName(QStringLiteral("programs"));
    m_toggle->setText(tr("What pro&grams do with this key"));
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_acts->setObjectName(QStringLiteral("programActs"));
    m_acts->setAccessibleName(tr("What programs do with this key"));
    constexpr int mostLines = 11; // as the findings above
    m_acts->setMaximumHeight(mostLines * fontMetrics().lineSpacing());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_toggle);
    column->addWidget(m_acts);

    connect(m_toggle, &QToolButton::toggled, this, &ProgramActs::showList);
    connect(&m_session, &DoctorSession::keyChanged, this, &ProgramActs::refresh);
    connect(&m_session, &DoctorSession::clientChanged, this, &ProgramActs::refresh);
    showList();
    refresh();
}

void ProgramActs::showList()
{
    const bool isOpen = m_toggle->isChecked();
    m_acts->setVisible(isOpen);
    m_toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
}

void ProgramActs::refresh()
{
    const bool isDoubtful = !m_session.secret().isEmpty() && !m_session.inspection().findings.empty();
    setVisible(isDoubtful);
    if (!isDoubtful) {
        m_acts->showRows({});
        return;
    }
    auto readings = inspect::clientReadings(inspect::characterClasses(m_session.secret().bytes()));
    const std::optional<HttpClient> own = measured(m_session.clientId());
    const auto isOwn = [own](const inspect::ClientReading &reading) { return reading.client == own; };
    std::stable_partition(readings.begin(), readings.end(), isOwn);
    std::vector<widgets::Row> rows;
    for (const inspect::ClientReading &reading : readings) {
        widgets::Row row;
        row.symbol = symbolOf(reading.act);
        row.title = words::HttpClientWords::sentence(reading);
        row.isBold = isOwn(reading);
        row.spoken = row.title;
        if (row.isBold) {
            //: In a box beside a program: the user has chosen it
            row.badge = tr("your client");
            row.spoken = row.badge + QLatin1String(": ") + row.title;
        }
        rows.push_back(std::move(row));
    }
    m_acts->showRows(rows);
}

} // namespace pages
