// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/StepList.h"

#include "widgets/WrappedText.h"

#include <QAbstractItemModel>

#include <QStyle>

#include <algorithm>

namespace widgets {

namespace {

Symbol symbolOf(StepState state)
{
    switch (state) {
    case StepState::Done:
        return Symbol::Done;
    case StepState::Current:
        return Symbol::Current;
    case StepState::NotYet:
        return Symbol::NotYet;
    case StepState::Skipped:
        return Symbol::Skipped;
    }
    return Symbol::None;
}

} // namespace

StepList::StepList(QWidget *parent)
    : RowList(parent)
{
    setObjectName(QStringLiteral("steps"));
    setAccessibleName(tr("Steps"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
    connect(this, &RowList::rowChosen, this, [this](int row) {
        const StepState state = m_states.at(static_cast<std::size_t>(row));
        if (state == StepState::Done || state == StepState::Current)
            Q_EMIT stepChosen(row);
    });
}

void StepList::setSteps(const QStringList &names)
{
    m_names = names;
    m_states.assign(static_cast<std::size_t>(names.size()), StepState::NotYet);
    if (!m_states.empty())
        m_states.front() = StepState::Current;
    showStates();
}

void StepList::setStates(const std::vector<StepState> &states)
{
    m_states = states;
    m_states.resize(static_cast<std::size_t>(m_names.size()), StepState::NotYet);
    showStates();
}

QString StepList::textOf(const QString &name, StepState state)
{
    switch (state) {
    case StepState::Done:
        //: A step of the window that is done; %1 is its name
        return tr("%1 — done").arg(name);
    case StepState::Current:
        //: The step of the window that is shown; %1 is its name
        return tr("%1 — current").arg(name);
    case StepState::NotYet:
        //: A step of the window that cannot be gone to yet; %1 is its name
        return tr("%1 — not yet").arg(name);
    case StepState::Skipped:
        //: The step "Test" where nobody has the key at hand; %1 is its name
        return tr("%1 — not tested: no key at hand").arg(name);
    }
    return name;
}

QSize StepList::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    qreal widest = 0;
    for (const QString &name : m_names) {
        for (const StepState state : {StepState::Done, StepState::Current, StepState::NotYet})
            widest = std::max(widest, naturalWidth(textOf(name, state), bold));
    }
    // The mark and the gaps of a row, and a scroll bar.
    const int besides = 3 * fontMetrics().height() + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {qCeil(widest) + besides + 2 * frameWidth(), RowList::sizeHint().height()};
}

void StepList::showStates()
{
    std::vector<Row> rows;
    int current = -1;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        Row row;
        row.symbol = symbolOf(m_states[i]);
        row.title = textOf(m_names.at(static_cast<qsizetype>(i)), m_states[i]);
        row.spoken = row.title;
        row.enabled = m_states[i] == StepState::Done || m_states[i] == StepState::Current;
        row.isBold = m_states[i] == StepState::Current;
        if (row.isBold)
            current = static_cast<int>(i);
        rows.push_back(row);
    }
    showRows(rows);
    if (current >= 0)
        setCurrentIndex(model()->index(current, 0));
}

} // namespace widgets
